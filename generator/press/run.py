"""One run of the press: pages are printed, and what did not change stays where it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator import content
from generator.model import Finding
from generator.press import environment, gate, manifest, reference, sealed, search, swap, works
from generator.press.delivery import Delivery
from generator.press.epoch import clock
from generator.press.hands import Crew
from generator.press.jobs import CONFIG, Job
from generator.press.manifest import Manifest
from generator.press.outcome import broken, broken_promises, failed, published
from generator.press.prepare import Staged, deliver, prepare_to_print
from generator.press.printing import overheard
from generator.settings import Settings


def nothing_to_do(site: Path, settings: Settings) -> tuple[Finding, ...] | None:
    """What was found when the site was built, if nothing changed since.

    Neither what it is made of, nor the site itself.
    """
    known = manifest.read(settings.work)
    if (
        known
        and known.seen == _seen(settings, _signature(settings, known.watched))
        and known.environment == _environment(settings, known.watched)
        and Delivery(site, swap.new_folder(site), known).is_intact()
    ):
        return tuple(known.findings)
    return None


def _environment(settings: Settings, watched: list[str]) -> bytes:
    """A hash of all that every page depends on, and of what the settings said when they were read.

    They were read before the build had the archive to itself, and may be other ones since.
    """
    around = environment.environment(watched, settings.root)
    said = (settings.site_name, settings.site_url, settings.contact, settings.words)
    told = repr((*said, settings.index_machine_translations))
    return sealed.digest(around + told.encode())


def _signature(settings: Settings, watched: list[str]) -> bytes:
    """Of all that is read, but for the register, which a build itself adds to."""
    paths = [str(settings.content), *watched]
    return environment.signature(paths, but=str(settings.content / content.REGISTER))


def _seen(settings: Settings, signature: bytes) -> bytes:
    """A signature of all else, and what is in the register."""
    return signature + _registered(settings)


def _registered(settings: Settings) -> bytes:
    """A hash of the register; empty if there is none."""
    try:
        return sealed.digest_of_file(settings.content / content.REGISTER)
    except OSError:
        return b""


def run(
    job: Job, config: MkDocsConfig, settings: Settings, crew: Crew, *, before: bytes
) -> tuple[Finding, ...]:
    """Make a site anew where it changed.

    Args:
        job: What printers have to know.
        config: MkDocs's settings.
        settings: Of the archive.
        crew: Who prints.
        before: Signature of the file of settings before they were read.

    Returns:
        What a person should know of; with one of `FAILURES` among them the old site stands.
    """
    site = settings.site.resolve()
    watched = environment.watched(config)
    begun = environment.signature(watched)
    around = environment.unless_changed(
        _environment(settings, watched), settings.root / CONFIG, before
    )
    known = manifest.read(settings.work)
    fits = known is not None and around and known.environment == around
    delivery = Delivery(site, job.site, known if fits else None)
    read, registered = _signature(settings, watched), _registered(settings)
    put = works.Copier(config, delivery).put
    staged = prepare_to_print(settings, put, made_by=around, crew=crew)
    problems, index = broken_promises(staged), None
    if not problems:
        with clock(staged.archive):
            problems, index = _printed(job, config, staged, delivery, crew)
    if index is None or failed(problems):
        return (*staged.findings, *problems)
    if environment.signature(watched) != begun:  # nobody knows which page is made with what
        around = b""
    search.forget(settings.work)
    move = swap.publish if delivery.is_whole else delivery.move
    problems = (*problems, *published(move, site, settings, at_once=delivery.is_whole))
    findings = (*staged.findings, *problems)
    if not failed(problems):
        # What others registered meanwhile would not be told from what is registered now.
        unchanged = registered == _registered(settings) and read == _signature(settings, watched)
        content.register(settings.content, staged.archive.permalinks)
        made = Manifest(
            environment=around,
            outputs=delivery.outputs(),
            shadowed=sorted(delivery.shadowed),
            seen=_seen(settings, read) if around and unchanged else b"",
            watched=watched,
            findings=list(findings),
        )
        manifest.write(made, settings.work)
        search.remember(index, settings.work)
    return findings


def _printed(
    job: Job, config: MkDocsConfig, staged: Staged, delivery: Delivery, crew: Crew
) -> tuple[tuple[Finding, ...], search.Made | None]:
    """Print all pages that changed, and inspect what is new."""
    said: list[tuple[int, str]] = []
    try:
        with overheard(said):
            job = replace(job, allowed=reference.allowed(config))
            found = tuple(works.print_site(job, config, delivery, crew=crew))
            index = deliver(staged, delivery, job.templates.parent)
            unsafe = gate.inspect(job.site, reference.allowed(config), delivery.pages_made())
            return (*found, *unsafe), index
    except (Exception, SystemExit) as error:  # noqa: BLE001 - templates may raise anything
        return (broken(error, said),), None
