import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assemble.readable import BARRIER, read

NAME = "Bùi Thanh Sơn"


def stretches(body: str) -> list[str]:
    return [part.strip() for part in re.split(BARRIER, read(body).plain) if part.strip()]


def can_be_linked(body: str) -> bool:
    readable = read(body)
    start = readable.plain.find(NAME)
    return start >= 0 and readable.linkable(start, start + len(NAME))


@pytest.mark.parametrize(
    "body",
    [
        NAME,
        f"Ông {NAME} nói.",
        f"**{NAME}**",
        f"- mục\n- {NAME}",
        f"1. {NAME}",
        f"> {NAME}",
        f"> - {NAME}",
        f"| cột | cột |\n|---|---|\n| {NAME} | x |",
        f"- mục\n\n    {NAME}",
        f"đoạn\n    {NAME}",
        f"`x` {NAME} `y`",
        f"``x`y`` {NAME}",
        f"a ` b\n\n{NAME}",
        f"{NAME} a ` b",
        f"a [b {NAME}",
        f"a ] b {NAME}",
        f"[a](/x/) {NAME} [b](/y/)",
        f"<https://a.example/> {NAME}",
        f"5 < 6 {NAME} > 4",
        f"```\ncode\n```\n{NAME}",
        f"```\nnobody closes this\n\n{NAME}",
        f"\\`{NAME}\\`",
        f"\\[{NAME}\\](x)",
        f"#{'#' * 6}\n\n{NAME}",
        f"a\n\n---\n\n{NAME}",
        f"[1]: https://a.example/\n\n{NAME}",
        f"<div>\n\n{NAME}",
    ],
)
def test_running_text_can_carry_a_link(body: str) -> None:
    assert can_be_linked(body)


@pytest.mark.parametrize(
    "body",
    [
        f"# {NAME}",
        f"### {NAME} ###",
        f"{NAME}\n====",
        f"{NAME}\n---",
        f"> ## {NAME}",
        f"    {NAME}",
        f"\t{NAME}",
        f"a\n\n    code\n\n    {NAME}",
        f"- a\n\n        {NAME}",
        f"```\n{NAME}\n```",
        f"~~~~ py\n~~~\n{NAME}\n~~~~",
        f"- ```\n  {NAME}\n  ```",
        f"`{NAME}`",
        f"``a ` {NAME}``",
        f"`a\n{NAME}`",
        f"a ` b {NAME}",
        f"- a ` b\n- {NAME}",
        f"    > {NAME}",
        f">     {NAME}",
        f"\t1. {NAME}",
        f"[x]: /x/\n\t{NAME}",
        f"# a\n    {NAME}",
        f"[{NAME}](https://a.example/)",
        f"[a **{NAME}** b](https://a.example/ 'x')",
        f"[a [b] {NAME}](/x/)",
        f"[a](/x/ '{NAME}')",
        f"[a](<{NAME}>)",
        f"[a](/x/{NAME} but no end",
        f"[{NAME}]",
        f"[{NAME}][ref]",
        f"[ref][{NAME}]",
        f"![{NAME}](a.jpg)",
        f"[![{NAME}](a.jpg)](/x/)",
        f"[{NAME}]: https://a.example/",
        f"[1]: https://a.example/\n    '{NAME}'",
        f"<a title='{NAME}'>x</a>",
        f'<a title="a > {NAME}">x</a>',
        f"<!-- {NAME} -->",
        f"a <!-- {NAME}\n{NAME} --> b",
        f"<!--\n\n{NAME}\n\n-->",
        f"<div>\n{NAME}\n</div>",
        f"</div>\n{NAME}",
        f"https://a.example/{NAME.split(maxsplit=1)[0]}/{NAME.replace(' ', '/')}",
    ],
)
def test_headings_links_code_and_html_cannot(body: str) -> None:
    assert not can_be_linked(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("một\nhai  ba", ["một hai ba"]),
        ("> một\n> hai", ["một hai"]),
        ("một\u00a0hai\thai", ["một hai hai"]),
        ("một  \nhai", ["một", "hai"]),
        ("A\\*STAR và AT&amp;T", ["A*STAR và AT&T"]),
        ("một&nbsp;hai &foo; &#60;", ["một hai &foo; <"]),
        ("- một\n- hai\n* ba\n1) bốn", ["một", "hai", "ba", "bốn"]),
        ("xem [một hai](/x/ 'tựa') ba", ["xem", "một hai", "ba"]),
        ("a `b` c <i>d</i> e", ["a", "c", "d", "e"]),
        ("thư: a.b@c.example nhé", ["thư:", "nhé"]),
        ("# Tít\nmột", ["# Tít", "một"]),
        ("", []),
    ],
)
def test_words_are_read_as_a_reader_sees_them(body: str, expected: list[str]) -> None:
    assert expected == stretches(body)


def test_way_back_leads_to_the_source_of_escapes_and_breaks() -> None:
    body = "> Ông A\\*B\n> \tC đến."
    readable = read(body)
    start = readable.plain.index("A*B C")

    begins, ends = readable.source(start, start + len("A*B C"))

    assert "A\\*B\n> \tC" == body[begins:ends]


PIECES = ["\n\n", "    ", "```", "<!--", "-->", "<a", "](", "://", "![", "[x]: ", "&amp;", "@"]
MARKDOWN = st.lists(
    st.sampled_from([*PIECES, "Sơn", "a1", "\u00a0", "\t", "1. ", *"[]()<>`*_\\!#>-=:\"'&;~|\n "]),
    max_size=60,
).map("".join)


@given(MARKDOWN)
def test_every_linkable_character_stands_in_the_source(body: str) -> None:
    readable = read(body)

    for position, character in enumerate(readable.plain):
        if readable.linkable(position, position + 1) and character.isalnum():
            start, end = readable.source(position, position + 1)
            assert character in body[start:end] or body[start] == "&"


@given(MARKDOWN)
def test_positions_in_the_source_never_go_back(body: str) -> None:
    readable = read(body)
    starts = [readable.source(n, n + 1) for n in range(len(readable.plain))]

    assert starts == sorted(starts)


@pytest.mark.parametrize("sign", ["[", "`", "<", "<!--", "](", "![", "&", "\\", "> ", "- ", "<a '"])
def test_hostile_repetition_takes_nothing_from_the_next_paragraph(sign: str) -> None:
    assert can_be_linked(f"{sign * 20_000}\n\n{NAME}")
