"""One run of the press: pages are printed, and what did not change stays where it is."""

from __future__ import annotations

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig

from generator import content
from generator.model import Finding
from generator.press import environment, gate, manifest, reference, search, standing, swap, works
from generator.press.delivery import Delivery
from generator.press.epoch import clock
from generator.press.hands import Crew
from generator.press.jobs import CONFIG, Job
from generator.press.manifest import Manifest
from generator.press.outcome import broken, broken_promises, published
from generator.press.prepare import Staged, deliver, prepare_to_print
from generator.press.printing import overheard
from generator.press.standing import failed
from generator.settings import Settings


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
        standing.environment_of(settings, watched), settings.root / CONFIG, before
    )
    known = manifest.read(settings.work)
    fits = known is not None and around and known.environment == around
    delivery = Delivery(site, job.site, known if fits else None)
    read, registered = standing.signature(settings, watched), standing.registered(settings)
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
        now = standing.signature(settings, watched), standing.registered(settings)
        unchanged = (read, registered) == now
        content.register(settings.content, staged.archive.permalinks)
        made = Manifest(
            environment=around,
            outputs=delivery.outputs(),
            shadowed=sorted(delivery.shadowed),
            seen=standing.seen(settings, read) if around and unchanged else b"",
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
