"""What `archive serve` says on pages: a banner, or a page of its own, that names what is wrong.

Its words stand here and not among those of the settings, since it has to be able to say that the
settings cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.model import Finding
from generator.settings import package_texts

PREFIX = "/.live/"
"""Addresses of the live server's own; no file of a site begins with a dot."""

EVENTS, LIST = f"{PREFIX}events", f"{PREFIX}errors"

FEW = 3
"""Errors that a banner names; the others are on the page that lists them all."""

_WORDS = {
    "vi": {
        "one": "Có 1 lỗi",
        "many": "Có {count} lỗi",
        "meaning": (
            "Tệp có lỗi chưa được đưa vào trang; các trang khác vẫn xem được. "
            "Sửa và lưu tệp, trang này tự tải lại."
        ),
        "stale": "Đây là trang của lần dựng tốt gần nhất. Sửa và lưu tệp, trang này tự tải lại.",
        "missing": "Chưa xem được trang này",
        "more": "Xem tất cả {count} lỗi",
        "home": "Về trang chủ",
        "wait": "Đang dựng trang…",
        "none": "Không có lỗi",
    },
    "en": {
        "one": "1 error",
        "many": "{count} errors",
        "meaning": (
            "A file with an error is left out until it is mended; all other pages are here. "
            "Mend and save the file: this page reloads by itself."
        ),
        "stale": "This is the last good site. Mend and save the file: this page reloads by itself.",
        "missing": "This page cannot be shown",
        "more": "All {count} errors",
        "home": "To the home page",
        "wait": "The site is being made…",
        "none": "No errors",
    },
}

_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; base-uri 'none'\">"
)


def own_files() -> dict[str, tuple[str, bytes]]:
    """Address → type and bytes of the files that pages load from the live server itself."""
    kinds = {".js": "text/javascript", ".css": "text/css"}
    return {
        f"{PREFIX}{stem}{suffix}": (f"{kind}; charset=utf-8", text.encode())
        for suffix, kind in kinds.items()
        for stem, text in package_texts("press/live", suffix).items()
    }


def with_live(
    page: bytes, *, version: int, errors: Sequence[Finding], stale: bool, lang: str
) -> bytes:
    """A page of the site with what reloads it, and what is wrong.

    The policy of the page stays as it is: all that is added are files of this server.

    Args:
        page: HTML.
        version: Of the site.
        errors: What is wrong; none for no banner.
        stale: Whether the site shows what was there before.
        lang: Of the words.
    """
    end = page.rfind(b"</body>")
    end = len(page) if end < 0 else end
    banner = _banner(errors, stale=stale, lang=lang) if errors else ""
    return page[:end] + f"{banner}{_tags(version)}".encode() + page[end:]


def error_page(*, version: int, errors: Sequence[Finding], home: str, lang: str) -> bytes:
    """A page in the place of one that is not there because something is wrong.

    Args:
        version: Of the site.
        errors: What is wrong; there may be nothing.
        home: Address of the home page.
        lang: Of the words.
    """
    words = _WORDS[lang]
    title = words["missing" if errors else "none"]
    meaning = f"<p>{words['meaning']}</p>" if errors else ""
    main = (
        f'<main class="live-errors" role="alert"><h1>{title}</h1>{meaning}{_list(errors, lang)}'
        f'<p><a href="{escape(home)}">{words["home"]}</a></p></main>'
    )
    return _page(title, main, version, lang)


def waiting_page(*, version: int, lang: str) -> bytes:
    """A page for as long as there is no site."""
    title = _WORDS[lang]["wait"]
    return _page(title, f'<main class="live-wait"><h1>{title}</h1></main>', version, lang)


def _page(title: str, main: str, version: int, lang: str) -> bytes:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{_POLICY}'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>{title}</title></head><body class="live-page">{main}{_tags(version)}</body></html>'
    ).encode()


def _tags(version: int) -> str:
    return (
        f'<link rel="stylesheet" href="{PREFIX}live.css">'
        f'<script src="{PREFIX}reload.js" data-version="{version}"></script>'
    )


def _banner(errors: Sequence[Finding], *, stale: bool, lang: str) -> str:
    words = _WORDS[lang]
    count = len(errors)
    title = words["one"] if count == 1 else words["many"].format(count=count)
    meaning = words["stale" if stale else "meaning"]
    more = words["more"].format(count=count)
    link = f'<p><a href="{LIST}">{more}</a></p>' if count > FEW else ""
    return (
        f'<aside class="live-errors" role="alert" lang="{lang}"><h2>{title}</h2>'
        f"<p>{meaning}</p>{_list(errors[:FEW], lang)}{link}</aside>"
    )


def _list(errors: Sequence[Finding], lang: str) -> str:
    return f"<ul>{''.join(_item(error, lang) for error in errors)}</ul>" if errors else ""


def _item(error: Finding, lang: str) -> str:
    place = f"{error.file}:{error.line}" if error.line else error.file
    what, remedy = error.what.get(lang), error.remedy.get(lang)
    return f"<li><code>{escape(place)}</code><br>{escape(what)}<br>→ {escape(remedy)}</li>"
