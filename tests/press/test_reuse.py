"""What stands is taken over, and what changed is made anew: as if all had been made anew."""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench import archives
from generator import assemble, pages
from generator.assemble import mentions, paging, urls
from generator.assemble.mentions import Named
from generator.content import Library
from generator.model import (
    Archive,
    Article,
    Bilingual,
    Cleaning,
    Contents,
    Entity,
    Page,
    Removal,
    Status,
)
from generator.pages.beside import Beside
from generator.pages.later import Later, Notes, noted
from generator.pages.site import Site
from generator.pages.view import View
from generator.press import recall
from generator.press.places import Places, placed
from generator.press.reuse import NAME, Reuse
from generator.press.spool import Spool, Spooled, write
from tests.pages.made import SETTINGS

SITE = Site(address="https://archive.example/", contact="archive@archive.example")

Change = Callable[[random.Random, Contents], Contents]


def of(archive: Archive, beside: Beside | None = None) -> list[Page | Later]:
    views = pages.open_views(
        archive,
        words=SETTINGS.words,
        names=SETTINGS.site_name,
        site=SITE,
        beside=beside or Beside(),
    )
    return list(pages.plan(views, site=SITE))


def spooled(
    plan: list[Page | Later], folder: Path, made_by: bytes = b"x"
) -> tuple[list[Spooled], list[str]]:
    """All pages as they are in the spool, and the paths of those that had to be made."""
    made: list[str] = []

    def watched(later: Later) -> Later:
        def make(view: View, *given: object) -> Page:
            made.append(later.path)
            return later.make(view, *given)

        return dataclasses.replace(later, make=make)

    again = Reuse(folder, made_by, [])
    wanted = (watched(page) if isinstance(page, Later) else page for page in plan)
    found = placed(again.pages(wanted), content=folder, take=Places(), problems=[])
    write(found, folder, lambda *_: None)
    again.write()
    return list(Spool(folder)), made


def some(
    chance: random.Random, contents: Contents, change: Callable[[Article], Article]
) -> Contents:
    """One original with its translations changed."""
    id_ = chance.choice([article.id for article in contents.articles])
    return dataclasses.replace(
        contents,
        articles=tuple(change(one) if one.id == id_ else one for one in contents.articles),
    )


def body(chance: random.Random, contents: Contents) -> Contents:
    word = f"số{chance.random()}"
    return some(
        chance, contents, lambda one: dataclasses.replace(one, body=f"{one.body}\n\n{word}")
    )


def title(chance: random.Random, contents: Contents) -> Contents:
    word = f"Tít {chance.random()}"
    return some(chance, contents, lambda one: dataclasses.replace(one, title=word))


def slug(chance: random.Random, contents: Contents) -> Contents:
    word = f"ten-{chance.randrange(10**6)}"
    return some(chance, contents, lambda one: dataclasses.replace(one, slug=word))


def withdrawn(chance: random.Random, contents: Contents) -> Contents:
    return some(chance, contents, lambda one: dataclasses.replace(one, status=Status.WITHDRAWN))


def removed(chance: random.Random, contents: Contents) -> Contents:
    return some(chance, contents, lambda one: dataclasses.replace(one, status=Status.REMOVED))


def gone(chance: random.Random, contents: Contents) -> Contents:
    id_ = chance.choice([article.id for article in contents.articles])
    left = tuple(one for one in contents.articles if one.id != id_)
    return dataclasses.replace(contents, articles=left)


def record(
    chance: random.Random, contents: Contents, change: Callable[[Entity], Entity]
) -> Contents:
    id_ = chance.choice([one.id for one in contents.entities])
    return dataclasses.replace(
        contents,
        entities=tuple(change(one) if one.id == id_ else one for one in contents.entities),
    )


def named(chance: random.Random, contents: Contents) -> Contents:
    name = Bilingual(vi=f"Tên Mới {chance.randrange(99)}", en="New Name")
    return record(chance, contents, lambda one: dataclasses.replace(one, name=name))


def roles(chance: random.Random, contents: Contents) -> Contents:
    return record(chance, contents, lambda one: dataclasses.replace(one, roles=()))


def dissolved(chance: random.Random, contents: Contents) -> Contents:
    id_ = chance.choice([one.id for one in contents.entities])
    left = tuple(one for one in contents.entities if one.id != id_)
    return dataclasses.replace(contents, entities=left)


CHANGES: tuple[Change, ...] = (
    *(body, title, slug, withdrawn, removed, gone),
    *(named, roles, dissolved),
)


@pytest.mark.parametrize(
    ("articles", "changes"),
    [(30, CHANGES), (130, (gone, title))],
    ids=["every change", "long lists"],
)
def test_pages_taken_over_are_those_that_would_be_made(
    articles: int, changes: Sequence[Change], tmp_path: Path
) -> None:
    chance = random.Random(0)  # noqa: S311 - edits, not secrets
    contents = archives.generate(articles, 40, translated=0.7)
    known = bytearray()
    changes = chance.sample(changes, len(changes))
    for change in (lambda _, same: same, *changes):
        contents = change(chance, contents)
        used = bytearray()
        names = recall.Mentions(Library(Named, known, used.extend))
        archive, findings = assemble.archive(contents, mention=names)
        known = used
        assert (archive, findings) == assemble.archive(contents)

        again, _ = spooled(of(archive), tmp_path / "kept")

        fresh, made = spooled(of(archive), tmp_path / "fresh", made_by=b"")
        assert fresh == again
        assert made
        paths = [page.path for page in fresh]
        assert articles < 2 * paging.SIZE or any(re.match(r"places/\D+\d+/1/", p) for p in paths)


def test_an_edit_makes_few_pages_of_articles(tmp_path: Path) -> None:
    contents = archives.generate(50, 40, translated=0.7)
    _, all_ = spooled(of(assemble.archive(contents)[0]), tmp_path)
    _, none = spooled(of(assemble.archive(contents)[0]), tmp_path)
    first = contents.articles[0]
    edited = dataclasses.replace(
        contents,
        articles=(dataclasses.replace(first, body=f"{first.body}\n\nMột."), *contents.articles[1:]),
    )

    _, few = spooled(of(assemble.archive(edited)[0]), tmp_path)

    assert len(all_) > 80
    assert none == []
    assert 1 <= len(few) < len(all_) / 4


def test_no_page_that_may_stay_asks_for_all_of_anything() -> None:
    archive, _ = assemble.archive(archives.generate(30, 40, translated=0.7))
    for later in of(archive):
        if isinstance(later, Later):
            notes = Notes()

            assert later.page() == later.make(noted(later.view, notes), *later.given)
            assert "*" not in {key for _, key in notes}, later.path


def test_lines_beside_a_text_are_asked_for_again_when_their_file_is_another(
    tmp_path: Path,
) -> None:
    contents = archives.generate(10, 40)
    done = Cleaning(profile="generic", version="1", removed=2)
    cleaned = tuple(dataclasses.replace(one, cleaning=done) for one in contents.articles)
    archive, _ = assemble.archive(dataclasses.replace(contents, articles=cleaned))
    first = next(iter(archive.entries.values()))
    stamps = dict.fromkeys((one.original.folder for one in archive.entries.values()), 1)
    beside = Beside(stamp=lambda path: stamps[path.rpartition("/")[0]])
    spooled(of(archive, beside), tmp_path)
    _, none = spooled(of(archive, beside), tmp_path)
    stamps[first.original.folder] = 2

    _, made = spooled(of(archive, beside), tmp_path)

    assert none == []
    assert {urls.removals(first.id, lang) for lang in first.urls} == {
        f"/{path.removesuffix('index.md')}" for path in made
    }


def test_a_file_that_changes_while_it_is_read_is_read_again_the_next_time(tmp_path: Path) -> None:
    contents = archives.generate(10, 40)
    done = Cleaning(profile="generic", version="1", removed=2)
    cleaned = tuple(dataclasses.replace(one, cleaning=done) for one in contents.articles)
    archive, _ = assemble.archive(dataclasses.replace(contents, articles=cleaned))
    folder = next(iter(archive.entries.values())).original.folder
    now = {"stamp": 1}

    def overtaken(of: str) -> tuple[Removal, ...]:
        if of == folder:
            now["stamp"] = 2
        return ()

    beside = Beside(removals=overtaken, stamp=lambda _: now["stamp"])
    spooled(of(archive, beside), tmp_path)

    _, made = spooled(of(archive, beside), tmp_path)

    assert made


def test_what_changes_while_it_is_made_is_not_kept_in_a_library() -> None:
    digests = iter([b"a" * 16, b"b" * 16])
    kept = bytearray()
    library = Library(str, b"", kept.extend)

    assert library.of(lambda: next(digests), lambda: "new words") == "new words"
    later = Library(str, kept, bytearray().extend)
    assert later.of(lambda: b"a" * 16, lambda: "old words") == "old words"


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda data: data[:-1], lambda data: data.replace(b"shown 1", b"shown 0", 1)],
    ids=["empty", "cut off", "of another version"],
)
def test_what_is_damaged_is_as_good_as_nothing(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    plan = of(assemble.archive(archives.generate(20, 40))[0])
    first, all_ = spooled(plan, tmp_path)
    path = tmp_path / NAME
    path.write_bytes(damage(path.read_bytes()))

    assert (first, all_) == spooled(plan, tmp_path)


def test_a_spool_of_other_programs_or_gone_is_not_taken_over(tmp_path: Path) -> None:
    plan = of(assemble.archive(archives.generate(20, 40))[0])
    first, all_ = spooled(plan, tmp_path)

    assert (first, all_) == spooled(plan, tmp_path, made_by=b"y")
    (tmp_path / "pages.msgpack").unlink()
    assert (first, all_) == spooled(plan, tmp_path, made_by=b"y")


def test_a_library_gives_back_what_was_made() -> None:
    contents = archives.generate(20, 40)
    packed, again = bytearray(), bytearray()
    library = Library(Named, b"", packed.extend)
    first = assemble.archive(contents, mention=recall.Mentions(library))

    def never(*_: object) -> Named:
        raise AssertionError

    later = Library(Named, packed, again.extend)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(mentions, "mention", never)
        assert first == assemble.archive(contents, mention=recall.Mentions(later))
    assert packed == again
