"""A preview: a site of its own that is brought up to date again and again in one process.

What did not change is kept from one time to the next: settings, theme, and what was read of each
file. It stands apart from the published site, with a manifest of its own; only cards, the typeface
and compiled templates are shared. It registers no URLs: those are promised when they are published.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from generator.assemble.mentions import Named
from generator.content import Library, Memory
from generator.errors import BrokenArchiveError, SettingsError
from generator.model import LANGS, Finding, Severity
from generator.press import (
    blame,
    environment,
    gate,
    jobs,
    manifest,
    printing,
    reference,
    search,
    spool,
    swap,
    works,
)
from generator.press.delivery import Delivery
from generator.press.epoch import clock
from generator.press.jobs import Job
from generator.press.manifest import Manifest
from generator.press.markup import Allowed
from generator.press.outcome import broken_promises, failed
from generator.press.prepare import (
    Joined,
    Staged,
    deliver,
    deliver_copies,
    join,
    pages_of,
    prepare_to_print,
)
from generator.press.recall import Recalled
from generator.settings import Settings, load

MOST = 8
"""Articles edited at once whose pages are shown before all else."""

SEARCH = tuple(f"{search.FOLDER}/{lang}/" for lang in LANGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What came of bringing the preview up to date.

    Attributes:
        changed: Paths in the site of files that are other ones now, or gone.
        findings: What a person should know of.
        stale: Whether the site stands as it was before, because something is wrong.
    """

    changed: frozenset[str]
    findings: tuple[Finding, ...]
    stale: bool = False

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those findings that a person has to do something about."""
        return tuple(found for found in self.findings if found.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Engine:
    """What is the same as long as settings, theme and templates are.

    Attributes:
        signature: By which it is told whether they are.
        settings: Of the archive, with the folders of the preview.
        job: What printers have to know.
        config: MkDocs's settings.
        allowed: What pages may hold.
        watched: What it was made of.
    """

    signature: bytes
    settings: Settings
    job: Job
    config: MkDocsConfig
    allowed: Allowed
    watched: list[str]
    environment: bytes


class Preview:
    """The preview of an archive.

    Args:
        settings: Of the archive.
    """

    def __init__(self, settings: Settings) -> None:
        self._root = settings.root
        self._shared = settings.work
        self.work = settings.work / "preview"
        self.site = self.work / "site"
        self.content = settings.content
        self._memory = Memory()
        self._recalled = Recalled(names=Library(Named))
        self._engine: _Engine | None = None
        self._manifest = manifest.read(self.work)
        self._unsearched: Staged | None = None
        self._joined: Joined | None = None

    @property
    def watched(self) -> list[Path]:
        """What the site is made of."""
        found = self._engine.watched if self._engine else [str(self._root / jobs.CONFIG)]
        return [self.content, *map(Path, found)]

    @property
    def stands(self) -> bool:
        """Whether there is a site."""
        return (self.site / "sitemap.xml").is_file()

    def glance(self) -> Update | None:
        """Print the pages of articles that were edited, before all that follows from it.

        A fifth of the time of an update, which has to come next. None if there is nothing that
        could be shown sooner.
        """
        engine, before, known = self._engine, self._joined, self._manifest
        printer = printing.kept(swap.new_folder(self.site))
        self._joined = None
        if not (engine and before and known and printer) or self._is_other(engine):
            return None
        with suppress(Exception), _cleared(engine.job.site):  # the update says what is wrong
            joined = self._join(engine)
            self._joined = joined
            ids = _edited(before, joined)
            if not 0 < len(ids) <= MOST:
                return None
            with clock(joined.archive):
                made = pages_of(engine.settings, joined, ids, self._memory)
                here = [spool.spooled(page) for page in made if page.path in printer.spool.numbers]
                printed = printer.print_again(here)
            if printed.failed or printed.unsafe:
                return None
            for one in printed.made:
                (engine.job.site / one.path).replace(self.site / one.path)
            made_now = {one.path: one for one in printed.made}
            was = {one.path: one.digest for one in known.outputs}
            outputs = [made_now.get(one.path, one) for one in known.outputs]
            self._manifest = msgspec.structs.replace(known, outputs=outputs)
            changed = {path for path, one in made_now.items() if one.digest != was.get(path)}
            return Update(changed=frozenset(changed), findings=joined.findings)
        return None

    def _join(self, engine: _Engine) -> Joined:
        joined = join(engine.settings, self._memory, self._recalled)
        if self._recalled.names:
            self._recalled.names.turn()
        return joined

    def update(self) -> Update:
        """Make anew what changed; what is wrong is among the findings, whatever it is."""
        said: list[tuple[int, str]] = []
        joined, self._joined = self._joined, None
        try:
            with printing.overheard(said):
                return self._updated(joined)
        except BrokenArchiveError as error:
            findings = tuple(error.findings)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - settings and templates may raise anything
            findings = (blame.finding_of(error, self._root, [text for _, text in said]),)
        shutil.rmtree(swap.new_folder(self.site), ignore_errors=True)
        return Update(changed=frozenset(), findings=findings, stale=True)

    def _updated(self, joined: Joined | None) -> Update:
        engine = self._engine = self._current()
        swap.recover(self.site)  # what was stopped in the middle left its files
        delivery = Delivery(self.site, engine.job.site, self._known(engine))
        for folder in SEARCH:
            delivery.keep_all(folder)
        joined = joined or self._join(engine)
        staged = prepare_to_print(
            engine.settings,
            works.Copier(engine.config, delivery).put,
            made_by=engine.environment,
            joined=joined,
            memory=self._memory,
            shared=self._shared,
        )
        with clock(staged.archive):
            problems = list(works.print_site(engine.job, engine.config, delivery, jobs=1))
        deliver_copies(staged, delivery)
        problems += gate.inspect(delivery.new, engine.allowed, delivery.pages_made())
        # What would keep the site from being published does not keep it from being looked at.
        findings = (*staged.findings, *broken_promises(staged), *problems)
        if failed(problems):
            shutil.rmtree(delivery.new, ignore_errors=True)
            return Update(changed=frozenset(), findings=findings, stale=True)
        changed = frozenset({*delivery.made, *delivery.removed()})
        put = swap.publish if delivery.is_whole else delivery.move
        put(self.site)
        self._note(engine, delivery)
        self._unsearched, self._joined = staged, joined
        return Update(changed=changed, findings=findings)

    def _note(self, engine: _Engine, delivery: Delivery) -> Manifest:
        self._manifest = made = Manifest(
            environment=engine.environment,
            outputs=delivery.outputs(),
            shadowed=sorted(delivery.shadowed),
        )
        return made

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left for `finish`."""
        return self._unsearched is None

    def finish(self) -> None:
        """Let the search know what changed, and remember all for the next start."""
        staged, engine, known = self._unsearched, self._engine, self._manifest
        if staged is None or engine is None or known is None:
            return
        delivery = Delivery(self.site, engine.job.site, known)
        for one in known.outputs:
            if not one.path.startswith(SEARCH):
                delivery.keeps(one.path, one.inputs)
        index = deliver(staged, delivery, self.work)
        search.forget(self.work)
        delivery.move(self.site)
        manifest.write(self._note(engine, delivery), self.work)
        search.remember(index, self.work)
        self._unsearched = None

    @staticmethod
    def _is_other(engine: _Engine) -> bool:
        """Whether settings, theme or templates are other ones now."""
        return engine.signature != environment.signature(engine.watched)

    def _known(self, engine: _Engine) -> Manifest | None:
        """What is known of the site, if it was made by the same programs, theme and settings."""
        known = self._manifest
        fits = known and engine.environment and known.environment == engine.environment
        return known if fits else None

    def _current(self) -> _Engine:
        """The engine; a new one if settings, theme or templates changed.

        Raises:
            SettingsError: The settings make no sense, or ask for what the press does not print.
        """
        engine = self._engine
        if engine and not self._is_other(engine):
            return engine
        signature = environment.signature(engine.watched) if engine else b""
        before = environment.signature([str(self._root / jobs.CONFIG)])
        settings = load(self._root)
        self.content = settings.content
        settings = replace(settings, work=self.work, site=self.site)
        job = replace(
            jobs.job(settings, site=swap.new_folder(self.site)),
            docs=self._shared / "docs",  # where our hook leaves MkDocs alone; nothing is put there
            templates=self._shared / "templates",
        )
        job.docs.mkdir(parents=True, exist_ok=True)
        config = jobs.load(job)
        reason = works.why_not(config)
        if reason:
            raise SettingsError(f"archive serve cannot show this site; use mkdocs serve: {reason}")
        allowed = reference.allowed(config)
        watched = environment.watched(config)
        if not engine or engine.watched != watched:
            signature = environment.signature(watched)
        return _Engine(
            signature=signature,
            settings=settings,
            job=replace(job, allowed=allowed),
            config=config,
            allowed=allowed,
            watched=watched,
            environment=environment.unless_changed(
                environment.environment(watched, settings.root),
                self._root / jobs.CONFIG,
                before,
            ),
        )


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Leave nothing in a folder of what was put there meanwhile."""
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _edited(before: Joined, now: Joined) -> frozenset[str]:
    """Ids of the articles whose texts were read anew."""
    old = {article.path: article for article in before.contents.articles}
    return frozenset(
        article.id for article in now.contents.articles if old.get(article.path) is not article
    )
