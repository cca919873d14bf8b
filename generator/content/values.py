"""The forms of single values: texts, names, addresses, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar

from generator import web
from generator.content.forms import Form, items, scalar
from generator.content.plain import Bare
from generator.content.report import one_line
from generator.model import Basis, BasisKind, Bilingual, Date, Interval

UNKNOWN = "unknown"
"""What is written for a required value that is not known."""

# Slugs, ids and the parts of a path become names of folders, for which file systems have 255
# bytes; a whole path has 4,096.
_SLUG = re.compile(r"(?=.*[a-z])(?=.{1,200}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
_ID = re.compile(r"(?=.{1,200}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")
_PART = r"[A-Za-z0-9_~][A-Za-z0-9._~-]{0,199}"
_PATH = re.compile(rf"(?=.{{1,1000}}\Z)/(?:{_PART}/)*(?:{_PART})?")
_FILE = re.compile(r"[^\x00-\x1f\x7f/\\:.][^\x00-\x1f\x7f/\\:]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RULE = re.compile(r"(stated|url|inferred|editor)(?:\s*:\s*(\S.*))?")

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""Kinds of picture; no SVG, in which scripts can run."""


def matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    """A parser for texts that match a pattern as a whole."""

    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return parse


def is_slug(text: str) -> bool:
    """Whether a text can stand in an address as an article's name."""
    return bool(_SLUG.fullmatch(text))


def _web_address(text: str) -> str:
    if not web.host(text):
        raise ValueError(text)
    return text


def is_picture(text: str) -> bool:
    """Whether a text can be the name of a picture's file beside an article, on any system."""
    return bool(_FILE.fullmatch(text)) and text.lower().endswith(PICTURES)


def _picture(text: str) -> str:
    if not is_picture(text):
        raise ValueError(text)
    return text


def _path(text: str) -> str:
    if not _PATH.fullmatch(text):
        raise ValueError(text)
    return text if text.endswith("/") else f"{text}/"


def _basis(text: str) -> Basis:
    match = _RULE.fullmatch(text)
    if not match:
        raise ValueError(text)
    return Basis(kind=BasisKind(match[1]), rule=match[2] or "")


def _capture(text: str) -> str:
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(text)
    return text


def _number(text: str) -> int:
    return int(matching(re.compile(r"\d{1,9}"))(text))


def choice(values: Iterable[str]) -> Form[str]:
    """One of some words."""
    words = tuple(values)

    def parse(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    listed = ", ".join(f"`{word}`" for word in words)
    hint = Bilingual(vi=f"một trong: {listed}", en=f"one of {listed}")
    return scalar(parse, hint=hint, schema={"enum": list(words)})


Member = TypeVar("Member", bound=StrEnum)


def member(enum: type[Member]) -> Form[Member]:
    """A member of an enumeration."""
    words = choice(enum)
    return Form(
        read=lambda node, report, name: enum(words.read(node, report, name)),
        write=str,
        schema=words.schema,
        hint=words.hint,
    )


TEXT = scalar(
    str,
    one_line,
    hint=Bilingual(vi="chữ, một dòng", en="text, on one line"),
    schema={"type": "string"},
)
SLUG = scalar(
    matching(_SLUG),
    hint=Bilingual(
        vi="chữ thường không dấu, số và gạch nối: `hoi-nghi-2021`",
        en="lower-case ASCII letters, digits and hyphens: `hoi-nghi-2021`",
    ),
    schema={"type": "string", "pattern": "^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$"},
)
ID = scalar(
    matching(_ID),
    hint=Bilingual(vi="một mã: `bui-thanh-son`", en="an id: `bui-thanh-son`"),
    schema={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
)
IDS = items(ID, in_row=True)
OUTLET = scalar(
    lambda text: "" if text == UNKNOWN else matching(_ID)(text),
    lambda value: value or UNKNOWN,
    hint=Bilingual(vi="mã của báo, hoặc `unknown`", en="an outlet's id, or `unknown`"),
    schema={"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
)
URL = scalar(
    _web_address,
    lambda url: url if web.host(url) else "",
    hint=Bilingual(vi="địa chỉ `https://…`", en="an address, `https://…`"),
    schema={"type": "string", "pattern": "^https?://"},
)
PATH = scalar(
    _path,
    hint=Bilingual(vi="đường dẫn trong trang: `/2021/12/13/bai/`", en="a path: `/2021/12/13/x/`"),
    schema={"type": "string", "pattern": "^/"},
)
CAPTURE = scalar(
    _capture,
    hint=Bilingual(vi="đường dẫn dưới `raw/`", en="a path below `raw/`"),
    schema={"type": "string"},
)
PICTURE = scalar(
    _picture,
    hint=Bilingual(
        vi=f"tên tệp ảnh cạnh tệp này ({', '.join(PICTURES)})",
        en=f"the name of a picture beside this file ({', '.join(PICTURES)})",
    ),
    schema={"type": "string"},
)
SHA256 = scalar(
    matching(_SHA256),
    hint=Bilingual(vi="mã sha256, 64 chữ số hex", en="a sha256, 64 hex digits"),
    schema={"type": "string", "pattern": "^[0-9a-f]{64}$"},
)
NUMBER = scalar(
    _number,
    Bare,
    hint=Bilingual(vi="một số", en="a number"),
    schema={"type": ["integer", "string"]},
)
DATE: Form[Date] = scalar(
    Date.parse,
    Bare,
    hint=Bilingual(
        vi="ngày dạng `2021-12-13`, `2021-12` hoặc `2021`",
        en="a date such as `2021-12-13`, `2021-12` or `2021`",
    ),
    schema={"type": ["string", "integer"]},
)
DATE_OR_UNKNOWN: Form[Date | None] = scalar(
    lambda text: None if text == UNKNOWN else Date.parse(text),
    lambda value: Bare(value) if value else UNKNOWN,
    hint=Bilingual(
        vi="`2021-12-13`, `2021-12-13T06:24:00+07:00`, `2021-12`, `2021` hoặc `unknown`",
        en="`2021-12-13`, `2021-12-13T06:24:00+07:00`, `2021-12`, `2021` or `unknown`",
    ),
    schema={"type": ["string", "integer"]},
)
INTERVAL: Form[Interval] = scalar(
    Interval.parse,
    Bare,
    hint=Bilingual(
        vi="một ngày, hoặc hai ngày: `2021-12-13/2021-12-19`",
        en="a date, or two: `2021-12-13/2021-12-19`",
    ),
    schema={"type": ["string", "integer"]},
)
BASIS: Form[Basis] = scalar(
    _basis,
    lambda basis: f"{basis.kind}: {one_line(basis.rule)}" if one_line(basis.rule) else basis.kind,
    hint=Bilingual(
        vi="`stated`, `url`, `inferred` hoặc `editor`, có thể kèm tên quy tắc",
        en="`stated`, `url`, `inferred` or `editor`, with the name of a rule if you like",
    ),
    schema={"type": "string", "pattern": "^(stated|url|inferred|editor)"},
)
