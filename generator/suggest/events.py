"""Events that nobody has recorded yet, and articles that belong to one on record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Archive, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Articles that seem to tell of one event, none of which names an event yet.

    Attributes:
        name: What the articles themselves call it, as written; empty if they call it nothing
            that has the form of a name. Never made up.
        lang: Language of `name`; empty without one.
        when: From the first to the last day that it may have been.
        place: Entity id of where it was; empty if unknown.
        articles: Ids of the articles, oldest first; of a family of reprints all members.
        entities: Ids of what all or most of them name, the rarest first.
        terms: Phrases that most of them use, as written, the most telling first.
        event: Id of the event on record that they fit; empty if it is none of these.
    """

    name: str = ""
    lang: str = ""
    when: Interval
    place: str = ""
    articles: tuple[str, ...]
    entities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    event: str = ""


def propose(archive: Archive) -> tuple[Proposal, ...]:
    """Find events that nobody has recorded, and articles for those on record.

    Returns:
        The proposals, the latest first.
    """
    del archive
    return ()
