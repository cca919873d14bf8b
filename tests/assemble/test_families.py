from generator.model import Archive, Status
from tests.assemble.make import article, found, joined


def reprints(archive: Archive) -> dict[str, tuple[str, ...]]:
    return {id_: ids(archive, id_) for id_ in sorted(archive.entries)}


def ids(archive: Archive, id_: str) -> tuple[str, ...]:
    return tuple(reprint.id for reprint in archive.entries[id_].reprints)


def test_every_member_names_all_others_the_head_first() -> None:
    archive = joined(
        article("a-9", date="2021-12-15"),
        article("a-1", date="2021-12-14", reprint_of="a-9"),
        article("a-2", date="2021-12-13", reprint_of="a-9"),
        article("a-3"),
    )

    assert {
        "a-1": ("a-9", "a-2"),
        "a-2": ("a-9", "a-1"),
        "a-3": (),
        "a-9": ("a-2", "a-1"),
    } == reprints(archive)


def test_reprint_of_a_reprint_belongs_to_the_head() -> None:
    archive = joined(
        article("a-1", reprint_of="a-2"), article("a-2", reprint_of="a-3"), article("a-3")
    )

    assert ("a-3", "a-2") == ids(archive, "a-1")


def test_chain_holds_over_a_text_that_is_not_shown() -> None:
    archive = joined(
        article("a-1", reprint_of="a-2", date="2022"),
        article("a-2", reprint_of="a-3", status=Status.DRAFT),
        article("a-3", status=Status.REMOVED),
        article("a-4", reprint_of="a-3", date="2021"),
    )

    assert {"a-1": ("a-4",), "a-4": ("a-1",)} == reprints(archive)


def test_circle_is_one_family_and_one_finding() -> None:
    circle = (
        article("a-1", reprint_of="a-3"),
        article("a-2", reprint_of="a-1"),
        article("a-3", reprint_of="a-2"),
        article("a-4", reprint_of="a-3"),
    )

    (finding,) = found(*circle)

    assert ("reprint-cycle", "content/articles/a-1/vi.md") == (finding.code, finding.file)
    assert "a-1 → a-3 → a-2 → a-1" in finding.what.en
    assert ("a-1", "a-2", "a-3") == ids(joined(*circle), "a-4")


def test_article_that_reprints_itself_is_a_finding() -> None:
    assert ["reprint-cycle"] == [f.code for f in found(article("a-1", reprint_of="a-1"))]


def test_reprint_of_something_unknown_stands_alone() -> None:
    assert {"a-1": ()} == reprints(joined(article("a-1", reprint_of="a-404")))
