"""Indexes: all records of a kind, from A to Z as the reader's language has it; events by date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble import indexes, paging
from generator.assemble.indexes import Order
from generator.model import LANGS, Date, DatedRole, Entity, EntityKind, Page
from generator.pages import addresses, happenings, prose
from generator.pages.view import Item, View, head

NOTE_LENGTH = 120
"""Longest note beside a name in a list, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """All records of a kind in one order.

    Attributes:
        view: The edition.
        kind: Their kind.
        order: By what they stand.
        letters: Language → letter → its records.
    """

    view: View
    kind: EntityKind
    order: Order
    letters: Mapping[str, Mapping[str, Sequence[Entity]]]

    @property
    def own(self) -> Mapping[str, Sequence[Entity]]:
        """The letters of the edition's language."""
        return self.letters[self.view.lang]

    @property
    def records(self) -> list[Entity]:
        """All of them, in order."""
        return [record for of in self.own.values() for record in of]

    @property
    def is_long(self) -> bool:
        """Whether its letters have pages of their own."""
        return sum(map(len, self.own.values())) > paging.SIZE

    @property
    def title(self) -> str:
        """What it is called: `Nhân vật`, or `Nhân vật – Theo tên`."""
        say = self.view.edition.say
        whole = say(f"kind.{self.kind}")
        if self.order is Order.NAME:
            return whole
        return say("paging.title", name=whole, page=say(f"index.{self.order}"))

    def url(self, letter: str = "") -> str:
        """Its URL, or that of one of its letters."""
        return indexes.url(self.kind, self.view.lang, self.order, letter)

    def counted(self, number: int) -> str:
        """A number of its records, with their noun."""
        return self.view.edition.count(f"count.{self.kind}", number)

    def lines(self, records: Sequence[Entity]) -> list[Item]:
        """Records as lines of it."""
        return [line(self.view, record, self.order) for record in records]


def pages(view: View, kind: EntityKind, records: Sequence[Entity]) -> Iterator[Page]:
    """The index of a kind in each of its orders, and its letters where it is long."""
    if kind is EntityKind.EVENT:
        yield from happenings.pages(view, records)
        return
    for order in indexes.orders(kind):
        letters = {lang: indexes.by_letter(records, lang, order) for lang in LANGS}
        index = _Index(view=view, kind=kind, order=order, letters=letters)
        yield _page(index)
        if index.is_long:
            for letter in index.own:
                yield from _letter(index, letter)


def _page(index: _Index) -> Page:
    """The index's own page: all of it, or the most named of each letter where it is long."""
    view, edition = index.view, index.view.edition
    records = index.records
    ranked = sorted(records, key=lambda one: (-len(view.articles(one)), one.id))
    shown = {record.id for record in ranked[: paging.SIZE]}
    groups = [_group(index, letter, of, shown) for letter, of in index.own.items()]
    intro = edition.say(f"kind.{index.kind}.intro")
    if index.is_long:
        intro += " " + edition.say("index.abridged")
    places = {lang: indexes.url(index.kind, lang, index.order) for lang in LANGS}
    made: Item = {
        "heading": edition.say(f"kind.{index.kind}"),
        "intro": intro,
        "count": index.counted(len(records)),
        "orders": _orders(index),
        "letters": _strip(index),
        "groups": groups,
    }
    return _made(index, places, index.title, made)


def _group(index: _Index, letter: str, records: Sequence[Entity], shown: set[str]) -> Item:
    """A letter on the index's own page."""
    most = [record for record in records if record.id in shown]
    # A link to the letter takes as much room as the one name that it would stand for.
    lines = index.lines(most if len(records) - len(most) > 1 else records)
    group: Item = {"id": _anchor(letter), "name": letter, "links": lines}
    if len(lines) < len(records):
        name = index.view.edition.say("list.whole", count=index.counted(len(records)))
        group["more"] = {"name": name, "url": addresses.link(index.url(letter))}
    return group


def _letter(index: _Index, letter: str) -> Iterator[Page]:
    """One letter of a long index, on as many pages as it takes."""
    edition = index.view.edition
    parts = indexes.parts(index.own[letter])
    for number, records in enumerate(parts, start=1):
        title = edition.say("paging.title", name=index.title, page=letter)
        if number > 1:
            page = edition.say("paging.page", n=edition.number(number))
            title = edition.say("paging.title", name=title, page=page)
        made: Item = {
            "heading": letter,
            "kicker": index.title,
            "kicker_url": addresses.link(index.url()),
            "count": index.counted(len(index.own[letter])),
            "letters": _strip(index, current=letter),
            "parts": _parts(index, letter, parts, number),
            "groups": [{"links": index.lines(records)}],
        }
        yield _made(index, _places(index, letter, number), title, made)


def _places(index: _Index, letter: str, number: int) -> dict[str, str]:
    """Where the same page is in the languages that have such a letter, and as much of it."""
    return {
        lang: indexes.part_url(indexes.url(index.kind, lang, index.order, letter), number)
        for lang in LANGS
        if number <= len(indexes.parts(index.letters[lang].get(letter, ())))
    }


def _made(index: _Index, places: Mapping[str, str], title: str, made: Item) -> Page:
    view, across = index.view, index.view.across
    front = head(
        view,
        template="index.html",
        title=title,
        description=view.edition.say(f"kind.{index.kind}.intro"),
        places=places,
        menu=index.kind.value,
        nearest=(
            indexes.url(index.kind, across.lang, index.order),
            across.say(f"kind.{index.kind}"),
        ),
    )
    path = addresses.file(places[view.lang])
    return Page(path=path, meta={**front, "index": {k: v for k, v in made.items() if v}})


def _orders(index: _Index) -> list[Item]:
    """The orders of the index to choose from; nothing where there is only one."""
    orders = indexes.orders(index.kind)
    return [
        {
            "name": index.view.edition.say(f"index.{order}"),
            "url": addresses.link(indexes.url(index.kind, index.view.lang, order)),
            "current": order is index.order,
        }
        for order in orders
        if len(orders) > 1
    ]


def _strip(index: _Index, *, current: str = "") -> list[Item]:
    """All letters with the numbers of their records; those without have no link."""
    alphabet = indexes.alphabet(index.view.lang)
    letters = [*(letter for letter in index.own if letter not in alphabet), *alphabet]
    made: list[Item] = []
    for letter in letters:
        number = len(index.own.get(letter, ()))
        at = index.url(letter) if index.is_long else f"{index.url()}#{_anchor(letter)}"
        made.append(
            {
                "name": letter,
                "url": addresses.link(at) if number else "",
                "count": index.view.edition.number(number),
                "label": f"{letter}: {index.counted(number)}",
                "current": letter == current,
            }
        )
    return made


def _parts(
    index: _Index, letter: str, parts: Sequence[Sequence[Entity]], current: int
) -> list[Item]:
    """The pages of a letter, each by its first and last name; nothing where there is one."""
    names = [
        [indexes.name(record, index.view.lang, index.order) for record in (part[0], part[-1])]
        for part in parts
    ]
    return [
        {
            "name": f"{first} – {last}",
            "url": addresses.link(indexes.part_url(index.url(letter), number)),
            "current": number == current,
        }
        for number, (first, last) in enumerate(names, start=1)
        if len(parts) > 1
    ]


def _anchor(letter: str) -> str:
    return f"l-{indexes.slug(letter)}"


def line(view: View, record: Entity, order: Order = Order.NAME) -> Item:
    """A record in the list of its kind: its name, what tells it apart, how often it is named."""
    role = latest(record)
    note = view.text(role.title if role else record.description)
    return {
        **(view.entity(record.id) or {}),
        "name": indexes.name(record, view.lang, order),
        "note": {**note, "name": prose.shorten(str(note["name"]), NOTE_LENGTH)},
        **view.counted(len(view.articles(record))),
    }


def latest(record: Entity) -> DatedRole | None:
    """The post that somebody held last: one that is still held, else the one that ended last.

    Of several the one that stands last in the record; one without any date only where no other is.
    """
    return max(reversed(record.roles), key=_until, default=None)


def _until(role: DatedRole) -> tuple[bool, Date]:
    return role.start is not None and role.end is None, role.end or role.start or Date(year=1)
