"""A preview: a site of its own that is brought up to date again and again in one process.

What did not change is kept from one time to the next: settings, theme, and what was read of each
file. It stands apart from the published site, with a manifest of its own; only cards, the typeface
and compiled templates are shared. It registers no URLs: those are promised when they are published.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.assemble.mentions import Finder, Named
from generator.assemble.works import Work
from generator.content import Library, Memory
from generator.errors import BrokenArchiveError
from generator.model import LANGS, Finding, Severity
from generator.press import blame, epoch, gate, jobs, manifest, printing, search, spool, swap, works
from generator.press.delivery import Delivery
from generator.press.epoch import clock
from generator.press.hands import Crew, careless
from generator.press.live.ahead import Ahead
from generator.press.live.engine import Engine, current
from generator.press.manifest import Manifest
from generator.press.outcome import broken_promises
from generator.press.prepare import (
    Joined,
    Staged,
    deliver,
    deliver_copies,
    join,
    prepare_to_print,
)
from generator.press.recall import Mentions, Recalled
from generator.press.standing import failed
from generator.settings import Settings

SEARCH = tuple(f"{search.FOLDER}/{lang}/" for lang in LANGS)


class OvertakenError(Exception):
    """There is something newer than what is being made."""


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
        self._named = bytearray()  # what articles name, as a library gives it to the next
        self._finder: Finder | None = None
        self._engine: Engine | None = None
        self._manifest = manifest.read(self.work)
        self._unsearched: Staged | None = None
        self._ahead: Ahead | None = None

    @property
    def watched(self) -> list[Path]:
        """What the site is made of."""
        found = self._engine.watched if self._engine else [str(self._root / jobs.CONFIG)]
        return [self.content, *map(Path, found)]

    @property
    def is_behind(self) -> bool:
        """Whether settings, theme or templates are other ones than those that were read."""
        return self._engine is not None and self._engine.is_other()

    @property
    def stands(self) -> bool:
        """Whether there is a site."""
        return (self.site / "sitemap.xml").is_file()

    def glance(self, touched: Iterable[Path]) -> frozenset[str]:
        """Print the pages of articles that were edited, before all that follows from it.

        An update has to come next, which brings all that others have a part in.

        Args:
            touched: Files that may have been changed.

        Returns:
            Paths in the site of pages that are other ones now.
        """
        engine, ahead = self._engine, self._ahead
        known = self._known(engine) if engine else None
        printer = printing.kept(swap.new_folder(self.site))
        if not (engine and ahead and known and printer) or engine.is_other():
            return frozenset()
        if printer.config is not engine.config:  # an update was overtaken before it had its own
            return frozenset()
        with suppress(Exception), _cleared(engine.job.site):  # the update says what is wrong
            with epoch.at(ahead.moment):
                made = ahead.pages(touched)
                here = [spool.spooled(page) for page in made if page.path in printer.spool.numbers]
                printed = printer.print_again(here)
            if printed.failed or printed.unsafe:
                return frozenset()
            for one in printed.made:
                (engine.job.site / one.path).replace(self.site / one.path)
            made_now = {one.path: one for one in printed.made}
            was = {one.path: one.digest for one in known.outputs}
            outputs = [made_now.get(one.path, one) for one in known.outputs]
            self._manifest = msgspec.structs.replace(known, outputs=outputs)
            return frozenset(path for path, one in made_now.items() if one.digest != was.get(path))
        return frozenset()

    def update(self, heed: Callable[[], None] = careless) -> Update:
        """Make anew what changed; what is wrong is among the findings, whatever it is.

        Args:
            heed: Called now and then; whoever wants something newer raises `OvertakenError`.

        Raises:
            OvertakenError: It was overtaken; the site stands as it was.
        """
        said: list[tuple[int, str]] = []
        with _cleared(swap.new_folder(self.site)):
            try:
                with printing.overheard(said):
                    return self._updated(heed)
            except OvertakenError:
                raise
            except BrokenArchiveError as error:
                return _failed(tuple(error.findings))
            except (Exception, SystemExit) as error:  # noqa: BLE001 - settings and templates may raise anything
                words = [text for _, text in said]
                return _failed((blame.finding_of(error, self._root, words),))

    def _updated(self, heed: Callable[[], None]) -> Update:
        engine = self._current()
        swap.recover(self.site)  # what was stopped in the middle left its files
        delivery = Delivery(self.site, engine.job.site, self._known(engine))
        for folder in SEARCH:
            delivery.keep_all(folder)
        crew = Crew(heed=heed)
        staged = prepare_to_print(
            engine.settings,
            works.Copier(engine.config, delivery).put,
            made_by=engine.environment,
            joined=self._join(engine, heed),
            memory=self._memory,
            shared=self._shared,
            crew=crew,
        )
        with clock(staged.archive):
            problems = list(works.print_site(engine.job, engine.config, delivery, crew=crew))
        deliver_copies(staged, delivery)
        problems += gate.inspect(delivery.new, engine.allowed, delivery.pages_made())
        # What would keep the site from being published does not keep it from being looked at.
        findings = (*staged.findings, *broken_promises(staged), *problems)
        if failed(problems):
            return _failed(findings)
        changed = frozenset({*delivery.made, *delivery.removed()})
        put = swap.publish if delivery.is_whole else delivery.move
        put(self.site)
        # If templates changed meanwhile, nobody knows which page is made with what.
        self._note(b"" if engine.is_other() else engine.environment, delivery)
        self._unsearched = staged
        finder = self._finder
        self._ahead = Ahead(engine.settings, staged, finder, self._memory) if finder else None
        return Update(changed=changed, findings=findings)

    def _current(self) -> Engine:
        engine = current(
            self._engine, self._root, work=self.work, site=self.site, shared=self._shared
        )
        self._engine, self.content = engine, engine.settings.content
        return engine

    def _join(self, engine: Engine, heed: Callable[[], None]) -> Joined:
        named = bytearray()
        mentions = Mentions(Library(Named, self._named, named.extend))

        def mention(work: Work, langs: Iterable[str], finder: Finder) -> Named:
            heed()
            self._finder = finder
            return mentions(work, langs, finder)

        joined = join(engine.settings, self._memory, Recalled(mention=mention))
        self._named = named
        return joined

    def _note(self, environment: bytes, delivery: Delivery) -> Manifest:
        self._manifest = made = Manifest(
            environment=environment,
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
        # The engine may be another one by now, with which nothing of the site was made.
        manifest.write(self._note(known.environment, delivery), self.work)
        search.remember(index, self.work)
        self._unsearched = None

    def _known(self, engine: Engine) -> Manifest | None:
        """What is known of the site, if it was made by the same programs, theme and settings."""
        known = self._manifest
        fits = known and engine.environment and known.environment == engine.environment
        return known if fits else None


def _failed(findings: tuple[Finding, ...]) -> Update:
    """Nothing is new, and this is why."""
    return Update(changed=frozenset(), findings=findings, stale=True)


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Leave nothing in a folder of what was put there meanwhile."""
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
