"""The second time over the captures, in order of name: what was made of them is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import content as contents
from generator.content import Known, Manuscript, Outcome
from generator.convert.choosing import by_age, eldest
from generator.convert.grouping import Entry, Group, Load, doubles, groups
from generator.convert.made import Made
from generator.convert.parcels import Slot
from generator.convert.work import Own, profiles
from generator.errors import FindingError, finding
from generator.model import Article, Bilingual, Finding, OtherCapture, Severity
from generator.vietnamese import nfc


def publish(
    entries: Sequence[Entry],
    load: Load,
    *,
    raw: Path,
    content: Path,
    dry_run: bool,
    own: Own = (),
) -> Iterator[Outcome]:
    """Write what was made of captures.

    Args:
        entries: In order of name.
        load: Gives what was made of each.
        raw: Folder of captures.
        content: Folder of articles and records.
        dry_run: Decide everything, and write nothing.
        own: The archive's own profiles.

    Yields:
        One result for each capture of which one is wanted.
    """
    known = contents.known(content)
    twins = doubles(entries, known, raw)
    stories = (entry for entry in entries if entry.summary.story and entry.slot not in twins)
    together = groups(stories, known, load)
    writing = _Writing(load, content, known, own, dry_run=dry_run)
    for entry in entries:
        if entry.slot in twins:
            outcome = _unused(entry, "convert-same-bytes", twins[entry.slot])
        elif entry.summary.story:
            outcome = writing.outcome(entry, together[entry.slot])
        else:
            found = load(entry.slot).findings
            failed = any(f.severity is Severity.ERROR for f in found)
            status = "failed" if failed else "unchanged"  # a notice is about a file as a whole
            outcome = Outcome(raw=entry.summary.raw, status=status, findings=found)
        if entry.asked:
            yield outcome


class _Writing:
    """Articles as they are written, each once, when the first capture of its page is met."""

    def __init__(self, load: Load, content: Path, known: Known, own: Own, *, dry_run: bool) -> None:
        self._load = load
        self._content = content
        self._known = known
        self._dry_run = dry_run
        self._own = own
        self._written: dict[Slot, Outcome] = {}

    def outcome(self, entry: Entry, group: Group) -> Outcome:
        """What became of a capture."""
        if len(group.entries) == 1:
            return self._write(group)
        fullest = group.entries[0]
        written = self._written.get(fullest.slot) or self._write(group)
        self._written[fullest.slot] = written
        if entry is fullest:
            return written
        unused = _unused(entry, "convert-same-url", fullest.summary.raw)
        return replace(unused, path=written.path, id=written.id)

    def _write(self, group: Group) -> Outcome:
        """Write the article of a group."""
        made = self._load(group.entries[0].slot)
        manuscript = _story(made)
        outcome = contents.write(
            manuscript,
            content=self._content,
            known=self._known,
            place=group.place,
            others=_others(group),
            eldest=self._eldest(group),
            dry_run=self._dry_run,
        )
        shown = _settled(made.findings, manuscript.article.path, outcome.path)
        found = (*shown, *outcome.findings, *_remarks(group, outcome, self._content))
        return replace(outcome, findings=(*found, *self._add_outlet(manuscript.article)))

    def _eldest(self, group: Group) -> Article | None:
        if len(group.entries) == 1 or group.place is not None:
            return None
        named = eldest(entry.summary for entry in group.entries)
        slot = next(entry.slot for entry in group.entries if entry.summary is named)
        return _story(self._load(slot)).article

    def _add_outlet(self, article: Article) -> tuple[Finding, ...]:
        """Give the article's outlet a record, if it has none."""
        name = article.source.outlet
        if self._dry_run or not name:
            return ()
        outlet = next((profile for profile in profiles(self._own) if profile.name == name), None)
        if outlet is None:
            return ()
        try:
            contents.add_outlet(self._content, id=outlet.name, name=outlet.names, url=outlet.home)
        except FindingError as error:
            return error.findings
        return ()


def _story(made: Made) -> Manuscript:
    if made.manuscript is None:
        raise LookupError("a summary promised a story")
    return made.manuscript


def _unused(entry: Entry, code: str, other: str) -> Outcome:
    """A capture that another stands for."""
    found = finding(code, file=f"raw/{entry.summary.raw}", other=f"raw/{other}")
    return Outcome(raw=entry.summary.raw, status="unchanged", findings=(found,))


def _others(group: Group) -> tuple[OtherCapture, ...]:
    """The captures of a page that its article lists beside its own."""
    summaries = sorted((entry.summary for entry in group.entries[1:]), key=by_age)
    return tuple(
        OtherCapture(raw=summary.raw, sha256=summary.sha256, captured=summary.captured)
        for summary in summaries
    )


def _remarks(group: Group, outcome: Outcome, content: Path) -> Iterator[Finding]:
    """What a person should know of an article whose page has more than one capture or article."""
    place, raw = group.place, group.entries[0].summary.raw
    if group.beside:
        other = f"{content.name}/{group.beside}"
        yield finding("convert-url-twice", file=f"{content.name}/{outcome.path}", other=other)
    others = {nfc(entry.summary.raw) for entry in group.entries[1:]}
    if outcome.status == "kept-edited" and place and nfc(place.raw) in others:
        file = f"{content.name}/{outcome.path}"
        yield finding("convert-better-capture", file=file, raw=f"raw/{raw}")


def _settled(found: Sequence[Finding], proposed: str, path: str) -> tuple[Finding, ...]:
    """Findings that name the article's file where it stands, not where it was to stand."""
    if not path or path == proposed:
        return tuple(found)
    return tuple(
        replace(f, what=_renamed(f.what, proposed, path), remedy=_renamed(f.remedy, proposed, path))
        for f in found
    )


def _renamed(text: Bilingual, old: str, new: str) -> Bilingual:
    return Bilingual(vi=text.vi.replace(old, new), en=text.en.replace(old, new))
