"""JSON Lines: one scraped item a line, as Scrapy's feeds and news-please's storage write them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO

from generator.captures import items
from generator.captures.member import Member
from generator.errors import finding
from generator.model import Bilingual, Finding
from generator.settings import MAX_CAPTURE

_PIECE = 1 << 20

_NOT_AN_OBJECT = Bilingual(vi="không phải một đối tượng JSON", en="not a JSON object")
_NO_PAGE = Bilingual(vi="không có nội dung trang", en="there is no text of a page in it")
_NOT_UTF8 = Bilingual(vi="không phải UTF-8", en="not UTF-8")
_TOO_DEEP = Bilingual(vi="lồng quá sâu", en="it nests too deep")


def members(file: IO[bytes], name: str) -> Iterator[Member | Finding]:
    """Read the items of a file.

    Args:
        file: At its start.
        name: What findings call it.

    Yields:
        A member a line, in order; a finding for each that is broken. Empty lines are none.
    """
    number = 0
    while line := file.readline(MAX_CAPTURE + 1):
        number += 1
        if len(line) > MAX_CAPTURE and not line.endswith(b"\n"):
            size = len(line) + _skip(file)
            facts = {"size": size, "limit": MAX_CAPTURE}
            yield finding("capture-too-large", file=name, line=number, **facts)
            continue
        data = line.rstrip(b"\r\n")
        if number == 1:
            data = data.removeprefix(codecs.BOM_UTF8)
        if data.strip():
            yield _member(data, name, number)


def _skip(file: IO[bytes]) -> int:
    """Pass over the rest of a line, unread; how long it was."""
    size = 0
    while piece := file.readline(_PIECE):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _member(data: bytes, name: str, number: int) -> Member | Finding:
    try:
        item = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        return finding("capture-item", file=name, line=number, reason=_NOT_UTF8)
    except RecursionError:
        return finding("capture-item", file=name, line=number, reason=_TOO_DEEP)
    except ValueError as error:
        return finding("capture-item", file=name, line=number, reason=_reason(error))
    if not isinstance(item, dict):
        return finding("capture-item", file=name, line=number, reason=_NOT_AN_OBJECT)
    item = items.normalised(item)
    kind, text = items.page(item)
    if not kind:
        return finding("capture-item", file=name, line=number, reason=_NO_PAGE)
    return Member(
        number=number,
        data=data,
        format=kind,
        text=text,
        url=items.url(item),
        captured=items.captured(item),
        given=items.given(item),
    )


def _reason(error: ValueError) -> Bilingual:
    if isinstance(error, json.JSONDecodeError):
        column = error.colno
        return Bilingual(vi=f"JSON hỏng ở ký tự {column}", en=f"broken JSON at character {column}")
    return Bilingual(vi="JSON có số quá dài", en="a number in it is too long")
