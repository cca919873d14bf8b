"""Where captures meet: those of the same bytes, those of one page, and articles that stand already.

Decided for all captures of a run at once, so that neither their order nor the number of processes
matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import captures
from generator.content import Known, Place
from generator.convert.choosing import are_one, fullest_first
from generator.convert.made import Made, Summary
from generator.convert.parcels import Slot
from generator.model import Article
from generator.vietnamese import nfc

Load = Callable[[Slot], Made]
"""Gives all that was made of the capture that lies there."""

TIES = 4
"""Kinds of ties between a capture and an article, as `Known.ties` gives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A capture that was worked on.

    Attributes:
        slot: Where it lies.
        summary: What was made of it, in short.
        asked: Whether a result is wanted of it.
    """

    slot: Slot
    summary: Summary
    asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Captures of one page, of which one becomes the article.

    Attributes:
        entries: The fullest first.
        place: Where the article stands already; None if it is new.
        beside: File of another article of the same page, below `content/`; empty if there is none.
    """

    entries: tuple[Entry, ...]
    place: Place | None = None
    beside: str = ""


def doubles(entries: Sequence[Entry], known: Known, raw: Path) -> dict[Slot, str]:
    """Captures whose bytes are those of another, which stands for them.

    It is the one that the article was made from, while it exists, else the first by name.

    Returns:
        Where such a capture lies → name of the other.
    """
    same: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.summary.sha256:
            same[entry.summary.sha256].append(entry)
    names = {nfc(entry.summary.raw) for entry in entries}
    found = {}
    for sha256, alike in same.items():
        place = known.by_sha256.get(sha256)
        made_from = place.raw if place else ""
        first = alike[0].summary.raw
        if any(nfc(entry.summary.raw) == made_from for entry in alike):
            first = made_from
        elif (
            made_from and made_from not in names and (raw / captures.split(made_from)[0]).is_file()
        ):
            first = made_from  # it was not chosen for this run
        found.update({e.slot: first for e in alike if nfc(e.summary.raw) != nfc(first)})
    return found


def groups(entries: Iterable[Entry], known: Known, load: Load) -> dict[Slot, Group]:
    """Put captures of one page together, and each group with its article.

    Args:
        entries: Captures with a story, no two of the same bytes, in order of name.
        known: The articles that stand already.
        load: For the texts of captures that may be of one page.

    Returns:
        Where a capture lies → its group.
    """
    pages: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[entry.summary.page or f" {entry.summary.raw}"].append(entry)
    together = [group for page in pages.values() for group in _split(page, load)]
    places = _places(together, known)
    return {
        entry.slot: group
        for one in together
        for group in _by_place(one, places)
        for entry in group.entries
    }


def _split(page: Sequence[Entry], load: Load) -> Iterator[tuple[Entry, ...]]:
    """Captures of one address, apart where their texts have nothing in common."""
    if len(page) == 1:
        yield (page[0],)
        return
    by_raw = {entry.summary.raw: entry for entry in page}
    found: list[tuple[Article, list[Entry]]] = []
    for summary in fullest_first(by_raw[raw].summary for raw in by_raw):
        entry = by_raw[summary.raw]
        manuscript = load(entry.slot).manuscript
        if manuscript is None:
            continue
        for article, alike in found:
            if are_one(article, manuscript.article):
                alike.append(entry)
                break
        else:
            found.append((manuscript.article, [entry]))
    for _, alike in found:
        yield tuple(alike)


def _places(together: Sequence[tuple[Entry, ...]], known: Known) -> dict[Slot, Place]:
    """The article of each capture that has one; an article is of one group only.

    The strongest ties are looked at first, over all captures, so that an article never goes to a
    capture of a former name while that which it was made from is there.
    """
    found: dict[Slot, Place] = {}
    taken: dict[str, int] = {}
    for kind in range(TIES):
        for number, entries in enumerate(together):
            for entry in entries:
                summary = entry.summary
                place = known.ties(sha256=summary.sha256, raw=summary.raw)[kind]
                if (
                    place is not None
                    and entry.slot not in found
                    and taken.setdefault(place.path, number) == number
                ):
                    found[entry.slot] = place
    return found


def _by_place(entries: tuple[Entry, ...], places: Mapping[Slot, Place]) -> Iterator[Group]:
    """A group for each article that the captures of a page have already.

    What was published as two articles stays two. Captures that have none go with the fullest that
    has one.
    """
    standing = {places[e.slot].path: places[e.slot] for e in entries if e.slot in places}
    if len(standing) <= 1:
        yield Group(entries=entries, place=next(iter(standing.values()), None))
        return
    main, *others = standing.values()
    for place in (main, *others):
        mine = tuple(entry for entry in entries if places.get(entry.slot, main) == place)
        yield Group(entries=mine, place=place, beside="" if place is main else main.path)
