"""Front matter: the facts at the head of a Markdown file, and the text below them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import frontmatter
from frontmatter.default_handlers import BaseHandler

from generator.content.nodes import Entry, Fields, NodeError, parse
from generator.model import Bilingual
from generator.vietnamese import nfc

# What no text needs and what Markdown, XML or a terminal could trip over: C0 but tab and line
# feed, DEL, C1, and code points that are no characters. NEL, LS and PS are line breaks to some.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)(.*)", re.DOTALL | re.MULTILINE)
_WROTE = re.compile(r"^  wrote: .*\n", re.MULTILINE)


class MissingError(Exception):
    """The file does not start with front matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A file in its two parts.

    Attributes:
        fields: The facts; empty for a head without any.
        body: The text below: NFC, LF, no control characters, no blank lines around it.
        body_line: 1-based line of the file on which the body starts.
    """

    fields: Fields
    body: str
    body_line: int


class _Handler(BaseHandler):
    """Tells python-frontmatter where the head ends and how to read it.

    Its own YAML handler takes any line of hyphens for the end, also in the middle of a text,
    and turns `no` and `007` into values.
    """

    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, first_line: int) -> None:
        super().__init__(fm_boundary=_HEAD)
        self._first_line = first_line

    def split(self, text: str) -> tuple[str, str]:
        """Split a file into its head and its body."""
        match = _HEAD.match(text)
        if not match:
            raise MissingError
        return match[1], match[2]

    def load(self, fm: str) -> dict[str, Entry]:
        """Read the head; python-frontmatter passes on what is in the dictionary."""
        node = parse(fm, first_line=self._first_line)
        if isinstance(node, Fields):
            return node.entries
        if fm.strip():
            raise NodeError(node.line, "cần các dòng `tên: giá trị`", "expected `name: value`")
        return {}


def split(text: str) -> Parts:
    """Read a whole Markdown file.

    Args:
        text: As `decode` gives it.

    Raises:
        MissingError: It does not start with front matter.
        NodeError: Its front matter is not valid.
    """
    before = len(text) - len(text.lstrip())
    first_line = text.count("\n", 0, before) + 2
    head, body = frontmatter.parse(text, handler=_Handler(first_line))
    entries = {name: entry for name, entry in head.items() if isinstance(entry, Entry)}
    body_start = len(text.rstrip()) - len(body)
    return Parts(
        fields=Fields(entries, first_line - 1),
        body=clean_body(body),
        body_line=text.count("\n", 0, body_start) + 1,
    )


def decode(data: bytes) -> str:
    """Turn a content file's bytes into text: NFC, LF, no byte order mark.

    Raises:
        UnicodeDecodeError: The bytes are not UTF-8.
    """
    return nfc(_with_line_feeds(data.decode("utf-8-sig")))


def clean_body(body: str) -> str:
    """A body in the form in which it is compared, hashed and published."""
    return nfc(CONTROLS.sub("", _with_line_feeds(body))).strip()


def _with_line_feeds(text: str) -> str:
    """A text whose lines all end in LF, whatever ends a line in some editor or some standard."""
    ends = "\n" if text and not text[-1].splitlines()[0] else ""
    return "\n".join(text.splitlines()) + ends


def digest(body: str) -> str:
    """What tells whether a body has changed: sha256, in hex, of it as `clean_body` gives it."""
    return hashlib.sha256(clean_body(body).encode("utf-8")).hexdigest()


def seal(text: str) -> str:
    """sha256, in hex, of a whole file without its `wrote:` line.

    Args:
        text: The file as `decode` gives it.
    """
    match = _HEAD.match(text)
    head_end = match.end(1) if match else 0
    head = _WROTE.sub("", text[:head_end], count=1)
    return hashlib.sha256(f"{head}{text[head_end:]}".encode()).hexdigest()


def body_start(text: str) -> int:
    """Where the body starts in a whole file; 0 in a file without front matter."""
    match = _HEAD.match(text)
    return match.start(2) if match else 0


def undecodable(error: UnicodeDecodeError) -> Bilingual:
    """Why bytes could not be decoded, for a finding."""
    return Bilingual(
        vi=f"không phải UTF-8 (byte thứ {error.start + 1})",
        en=f"not UTF-8 (byte {error.start + 1})",
    )
