"""What passes at a glance would pass under the eyes of a parser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.press import markup, verdicts
from generator.press.glance import Glance
from tests.press.test_markup import ALLOWED, FINE, POLICY, UNSAFE

PATHS = ["index.html", "2021/index.html", "2021/12/index.html", "en/2021/12/13/x/index.html"]
WEAK = POLICY.replace("'self'", "*", 1)
HEADS = [
    f"<title>x</title>{POLICY}",
    f'<meta charset="utf-8">{POLICY}<link rel="next" href="../"><title>x</title>',
    f'{POLICY}<script type="application/ld+json">{{}}</script><title>x</title>',
    f"x{POLICY}",
    f"<link rel='next' href='x'>{POLICY}",
    f"{POLICY}<p>x<title>x</title>",
    WEAK,
    "",
]
PIECES = [
    "<p>x</p>",
    '<a href="../x/" title="x">x</a>',
    "<a title=' href=\"x\" onclick=y'>x</a>",
    '<a title=" href="x" onclick="y">x</a>',
    "<svg>",
    "</svg>",
    "<svg><svg></svg>",
    "<g>",
    "<title>",
    "</title>",
    '<p id="__a">',
    '<div id="__a">',
    '<input id="__a">',
    "<html lang='vi'>",
    "<body class=x>",
    "<body class='y'>",
    "</head>",
    "</script>",
    "x > y",
    "x & y",
    '<p title="&amp;x">',
    '<p title="&ampx" class="&#x6d;ermaid">',
    '<p class="mermaid">',
    "<P>",
    '<p\u00a0onclick="x">',
    "<p\x0bonclick='x'>",
    "<br/>",
    "<svg/>",
    "<svg/><title>",
    '<meta name="x" content="&lt;y">',
    '<meta name="x" content="y&copy;">',
    '<meta name="x" content="0; url=//y" http-equiv="refresh">',
    '<meta property="x" content="\x01">',
    '<meta http-equiv="refresh" content="0; url=//y">',
    '<link rel="alternate " href="https://archive.example/x/">',
    '<link rel="alternate " href="https://b.example/x/">',
    '<link rel="canonical" href="https://b.example/x/">',
    '<link rel="canonical stylesheet" href="https://b.example/x/">',
    '<form class="search-form" action="../search/">',
    '<form class="search-form" action="../../search/">',
    '<form class="search-form" action="../../../../search/">',
    '<script src="assets/javascripts/bundle.js"></script>',
    '<script src="../../assets/javascripts/bundle.js"></script>',
    '<script src="../../../assets/javascripts/bundle.js"></script>',
    '<script src="../../assets/javascripts/bundle.js">x</script>',
    '<script src="../../assets/javascripts/bundle.js"><p></script>',
    '<script type="application/json">{}</script>',
    '<script type="application/json">{</script>',
]


def page(head: str, pieces: list[str], start: str = "\n<!doctype html>\n") -> bytes:
    text = f'{start}<html lang="vi"><head>{head}</head><body class="x">{"".join(pieces)}'
    return text.encode("utf-8")


@pytest.mark.parametrize("fragment", UNSAFE)
def test_nothing_unsafe_passes_at_a_glance(fragment: str) -> None:
    assert not Glance(ALLOWED).is_harmless(page(HEADS[0], [fragment]), "2021/12/index.html")


def test_plain_page_passes_at_a_glance() -> None:
    fine = [piece for piece in FINE if "noscript" not in piece]

    for head in HEADS[:3]:
        assert Glance(ALLOWED).is_harmless(page(head, fine), "2021/12/index.html")


_seen = Glance(ALLOWED)
"""One for all examples: what it remembers of one page must not let another pass."""


@given(
    head=st.sampled_from(HEADS),
    pieces=st.lists(st.sampled_from(FINE + PIECES + UNSAFE), max_size=6),
    path=st.sampled_from(PATHS),
    start=st.sampled_from(["<!doctype html>", "\n<!doctype html>", "", "x<!doctype html>"]),
)
def test_what_passes_at_a_glance_passes_the_parser(
    head: str, pieces: list[str], path: str, start: str
) -> None:
    html = page(head, pieces, start)
    if _seen.is_harmless(html, path):
        assert [] == list(markup.inspect(html, path=path, allowed=ALLOWED))


@given(
    head=st.sampled_from(HEADS),
    pieces=st.lists(st.sampled_from(FINE + PIECES + UNSAFE), max_size=6),
    path=st.sampled_from(PATHS),
)
def test_what_is_remembered_changes_no_verdict(head: str, pieces: list[str], path: str) -> None:
    html = page(head, pieces)

    assert _seen.is_harmless(html, path) == Glance(ALLOWED).is_harmless(html, path)


def test_what_is_forgotten_changes_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "_MOST", 2)
    forgetful = Glance(ALLOWED)

    for piece in FINE + PIECES + UNSAFE:
        html = page(HEADS[0], [piece])
        assert forgetful.is_harmless(html, PATHS[2]) == _seen.is_harmless(html, PATHS[2])


def test_a_script_that_one_page_may_run_is_another_file_for_another() -> None:
    glance = Glance(ALLOWED)
    script = '<script src="../../assets/javascripts/bundle.js"></script>'

    assert glance.is_harmless(page(HEADS[0], [script]), "2021/12/index.html")
    assert glance.is_harmless(page(HEADS[0], [script]), "2021/11/index.html")
    assert not glance.is_harmless(page(HEADS[0], [script]), "2021/12/13/index.html")
    assert not glance.is_harmless(page(HEADS[0], [script]), "2021/index.html")


@given(
    pieces=st.lists(st.sampled_from(FINE + PIECES), max_size=4),
    cut=st.text("<>\"'= /x\0\n&;-!", max_size=3),
    place=st.integers(0, 2000),
)
def test_a_page_that_was_tampered_with_passes_only_if_the_parser_lets_it(
    pieces: list[str], cut: str, place: int
) -> None:
    html = page(HEADS[0], pieces).decode()
    place %= len(html)
    tampered = f"{html[:place]}{cut}{html[place:]}".encode()
    if _seen.is_harmless(tampered, PATHS[2]):
        assert [] == list(markup.inspect(tampered, path=PATHS[2], allowed=ALLOWED))
