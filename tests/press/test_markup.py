"""The gate's rules for one page, and that its parser cuts tags as browsers do."""

from __future__ import annotations

import dataclasses

import pytest

from generator.press.markup import Allowed, inspect, resolve

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
    "object-src 'none'; base-uri 'none'; form-action 'self'\">"
)
ALLOWED = Allowed(
    files=frozenset({"assets/javascripts/bundle.js", "assets/stylesheets/main.css"}),
    origin="https://archive.example",
    base="/news/",
)

FINE = [
    '<script src="../../assets/javascripts/bundle.js"></script>',
    '<script src="/news/assets/javascripts/bundle.js"></script>',
    '<script type="application/json">{"a": "\\u003c"}</script>',
    '<link rel="stylesheet" href="../../assets/stylesheets/main.css">',
    '<link rel="canonical" href="https://elsewhere.example/x/">',
    '<link rel="icon" href="https://archive.example/news/icon.png">',
    '<meta http-equiv="refresh" content="0; url=../new/">',
    '<meta http-equiv="refresh" content="0;url=https://archive.example/news/new/">',
    '<a href="https://elsewhere.example/">x</a> <a href="#x">x</a>',
    '<a href="mailto:a@b.example">x</a> <a href="../x/">x</a> <a href="tel:+84-24">x</a>',
    '<input id="__search"><script id="__config" type="application/json">{}</script>',
    '<img src="anh-1.jpg" srcset="anh-1.jpg 1x, anh-2.jpg 2x" alt="&lt;script&gt;">',
    "<svg viewBox='0 0 1 1'><title>Chart</title><path d='M0 0'/><use href='#a'/></svg>",
    '<table><tr><td align="left">x</td></tr></table>',
    '<form class="md-search__form" name="search"><input name="query"></form>',
    "<noscript><p class='note'>No scripts</p></noscript>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1) onclick=x</p>",
    '<p title="onclick=alert(1) &lt;script&gt;">x</p>',
]

# What a browser would run or fetch, often hidden so that a lenient parser does not see it.
UNSAFE = [
    "<script>alert(1)</script>",
    "<script></script>",
    "<script src='https://evil.example/assets/javascripts/bundle.js'></script>",
    "<script src='//evil.example/assets/javascripts/bundle.js'></script>",
    "<script src='/\\evil.example/x.js'></script>",
    "<script src='hinh-1.js'></script>",
    "<script src='../../../assets/javascripts/bundle.js'></script>",
    "<script type='module'>alert(1)</script>",
    "<script type='application/json'>{not json}</script>",
    "<!--><script>alert(1)</script>-->",
    "<!---><script>alert(1)</script>-->",
    "<!--a--!><script>alert(1)</script>-->",
    "<?x ><script>alert(1)</script>?>",
    "<![CDATA[ ><script>alert(1)</script>]]>",
    "</p/x><script>alert(1)</script>",
    "<title></title ><script>alert(1)</script></title>",
    "<style></style/><script>alert(1)</script></style>",
    "<script/>alert(1)</script>",
    "<SCRIPT\n>alert(1)</SCRIPT\t>",
    "<img/src=x onerror=alert(1)>",
    "<img src=x\x0conerror=alert(1)>",
    "<img src='x'onerror=alert(1)>",
    "<p ONCLICK=alert(1)>",
    "<p/onclick=alert(1)>",
    "<p x='\"'onclick=alert(1) '\">",
    "<p x=`onclick=1` onmouseover=alert(1)>",
    "<p><body onload=alert(1)>",
    "<html onclick=alert(1)><body><html onclick=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><title><img src=x onerror=alert(1)></title></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate attributeName=href values='javascript:alert(1)'/></svg>",
    "<svg><use href='https://evil.example/x.svg#a'/></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "<math><mi href='javascript:alert(1)'>x</mi></math>",
    "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' \x01java\tscr\nipt:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:x'>x</a>",
    "<a href='#' ping='https://evil.example/'>x</a>",
    "<p style='color:red'>x</p>",
    "<style>p{color:red}</style>",
    "<svg><style>p{color:red}</style></svg>",
    "<a style='background:url(https://evil.example/x)'>x</a>",
    "<a style='width:expression(alert(1))'>x</a>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>p{background:url(https://evil.example/x)}</style>",
    "<img src='https://evil.example/x.png'>",
    "<img src='//evil.example/x.png'>",
    "<img src='data:image/svg+xml,<svg/>'>",
    "<img srcset='x.png 1x, https://evil.example/x.png 2x'>",
    "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "<link rel='alternate stylesheet' href='https://evil.example/x.css'>",
    "<link rel='preconnect' href='https://evil.example/'>",
    "<link href='https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    "<meta http-equiv='Refresh' content='0;URL=javascript:alert(1)'>",
    "<meta http-equiv='refresh' content='0,https://evil.example/'>",
    "<meta http-equiv='set-cookie' content='a=b'>",
    "<iframe src='x.html'></iframe>",
    "<iframe srcdoc='&lt;script&gt;alert(1)&lt;/script&gt;'></iframe>",
    "<object data='x.swf'></object>",
    "<embed src='x.swf'>",
    "<form action='https://evil.example/'><input></form>",
    "<form><input></form>",
    "<form class='md-search__form' action='https://evil.example/'></form>",
    "<form class='md-search__form'><button formaction='https://evil.example/'>x</button></form>",
    "<video src='https://evil.example/x.mp4'></video>",
    "<body background='https://evil.example/x.png'>",
    "<frameset onload=alert(1)></frameset>",
    # What Material's script would make of it: load a library, ask a host, read another's settings.
    "<pre class='x mermaid'>graph</pre>",
    "<a class='md-source' data-md-component='source' href='https://github.com/a/b'>x</a>",
    "<link rel='alternate' href='https://evil.example/en/'>",
    "<a id='__config'>{}</a>",
    "<script id='__config' type='application/json'>{}</script>" * 2,
    "<img name='body' src='x.png'>",
    # What would take words from the page.
    "<!-- the rest of the text",
    "<? the rest of the text",
    "<title>the rest of the text",
    "<style>main{display:none}</style>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<template><script>alert(1)</script></template>",
    "<select><script>alert(1)</script></select>",
    "<table><script>alert(1)</script></table>",
    "<textarea></textarea><script>alert(1)</script>",
    "<xmp></xmp>",
    "<plaintext>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<div>" * 3000 + "<script>alert(1)</script>",
]


def things(fragment: str, *, head: str = POLICY, strict: bool = True) -> list[str]:
    html = f"<!doctype html><html><head><title>x</title>{head}</head><body><p>a</p>{fragment}"
    allowed = dataclasses.replace(ALLOWED, strict=strict)
    return list(inspect(html.encode("utf-8"), path="2021/12/index.html", allowed=allowed))


@pytest.mark.parametrize("fragment", FINE)
def test_what_the_theme_and_articles_need_passes(fragment: str) -> None:
    assert [] == things(fragment)


@pytest.mark.parametrize("fragment", UNSAFE)
def test_what_could_run_or_fetch_does_not_pass(fragment: str) -> None:
    assert [] != things(fragment)


def test_thing_is_named() -> None:
    assert ["onclick= in <p>", "<iframe>"] == things("<p onclick=x>a</p><iframe></iframe>")


def test_policy_counts_before_anything_that_it_holds_for_and_only_there() -> None:
    script = '<script src="../../assets/javascripts/bundle.js"></script>'
    sheet = '<link rel="stylesheet" href="../../assets/stylesheets/main.css">'
    late = ["no policy before its first link, script or text"]

    assert [] == things("", head=f'<meta charset="utf-8">{POLICY}{sheet}{script}')
    assert late == things("", head="")
    assert late == things("", head=f"{script}{POLICY}")
    assert late == things("", head=f"{sheet}{POLICY}")
    assert late == things(POLICY, head="")
    assert late == things("", head=f"<noscript>{POLICY}</noscript>")


def test_weakness_of_a_policy_is_named() -> None:
    assert ["a policy with 'unsafe-inline' in script-src"] == things(
        "", head=POLICY.replace("object-src", "script-src 'self' 'unsafe-inline'; object-src")
    )


def test_pages_of_the_live_server_need_no_policy_and_are_held_to_all_else() -> None:
    assert [] == things("", head="", strict=False)
    assert ["<iframe>"] == things("<iframe></iframe>", head="", strict=False)


def test_page_without_any_element_is_refused() -> None:
    assert [] != list(inspect(b"", path="index.html", allowed=ALLOWED))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("x.js", "2021/12/x.js"),
        ("./x.js?v=1#a", "2021/12/x.js"),
        ("../x.js", "2021/x.js"),
        ("../../../x.js", ""),
        ("/news/a/x.js", "a/x.js"),
        ("/other/x.js", ""),
        ("//news/x.js", ""),
        ("https://archive.example/news/x.js", ""),
    ],
)
def test_resolve_follows_a_relative_url(url: str, expected: str) -> None:
    assert expected == resolve(url, "2021/12/index.html", "/news/")
