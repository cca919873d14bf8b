"""Who took a picture, told apart from what it shows, in a text that is known to be a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2_000
"""Longest caption that is looked at, in characters; real ones have at most some hundred."""

_MOST_WORDS = 10
_MOST = 90
"""Longest credit, in words and in characters."""

# What a credit is called; with a small letter only behind a bracket, since a sentence may end in
# `the source: a well`.
_LABEL = (
    r"(?:Ảnh|ẢNH|Hình(?: ảnh)?|Nguồn(?: ảnh)?|Đồ họa|Đồ hoạ|Minh họa|Tranh|Photos?|PHOTOS?|"
    r"Photograph(?:y|s|ers?)?|Pictures?|Images?|Illustrations?|Graphics?|Artwork|Sources?|Credits?|"
    r"(?<=[(\[])(?:ảnh|nguồn|photos?|images?|sources?|credits?))"
    r"(?:\s+(?i:credits?|source|courtesy|by|tư liệu|minh họa|minh hoạ|&\s+\w+))?"
)
_GIVEN = r"(?:(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Ii]llustrations?|[Pp]ictures?)\s+)?"
_SHAPES = (
    re.compile(rf"(?:^|(?<=[\s.(\[|–—-])){_LABEL}\s*:\s*(?P<credit>\S.*)$"),
    re.compile(
        r"(?:^|(?<=[\s.(\[|–—-]))(?:Photo(?:graph)?s?|Image|Illustration|Picture|Ảnh)\s+"
        r"(?:by|via|from|của)\s+(?P<credit>[^\W\d_].*)$"
    ),
    re.compile(
        rf"(?:^|(?<=[\s.(\[|–—-])){_GIVEN}(?:Courtesy|courtesy)(?:\s+(?:of|to))?\s*:?\s+(?P<credit>\S.*)$"
    ),
    re.compile(r"(?:©|\([cC]\)|(?<!\w)Copyright(?!\w))\s*(?P<credit>[^\W_].*)$"),
)
# Whose pictures newspapers print.
_AGENCY = re.compile(
    r"(?<!\w)(?:AP|AFP|EPA|REUTERS|Reuters|Getty|TTXVN|VNA|VGP|VOV|Xinhua|THX|Tân Hoa [Xx]ã|Kyodo|"
    r"Yonhap|Sputnik|TASS|RIA Novosti|Shutterstock|iStock(?:[Pp]hoto)?|Unsplash|Pexels|Pixabay|"
    r"Wikimedia|Wikipedia|Flickr|Alamy|Bloomberg|Anadolu|NurPhoto|ZUMA|SIPA|Adobe Stock|"
    r"Depositphotos|Vietnam\+|VietnamPlus|NVCC|UPI|dpa|CC BY)(?!\w)"
)
_BOUNDARY = re.compile(r"(?:[.!?…][\"”’»)]*|[\"”’»)])\s+|\s[-–—|]\s+|\s*[(\[](?=\w)")
_STROKE = re.compile(r"[^\W\d_][^/]{3,40}[^\W_]\s?/\s?[^\W\d_][^/]{2,40}")
_SHORT = 4  # words of which any may be a person's, `skymoon13/Getty Images`
_TELLING = 6  # a credit has fewer words, or mostly names
_JOINED_BY = "via for of and by the on photo file from cung cấp phát & / - – —"
_JOINING = frozenset(_JOINED_BY.split())
_SIGNED = re.compile(r"[/|]|\s(?:via|on)\s")
_FRINGE = " .,;:)]|–—-"
_CLOSING = " ([|–—-"


def split(text: str) -> tuple[str, str]:
    """What a picture shows, and who took it or gave it.

    A credit stands at the end: behind a label (`Ảnh: …`, `Photo by …`, `Courtesy of …`, `© …`), or
    as names and the agency's (`Hải Đăng/TTXVN`, `(AP Photo/J. Roe)`, `REUTERS/J. Roe`).

    Returns:
        Both parts; each may be empty.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return text, ""
    for shape in _SHAPES:
        match = shape.search(text)
        if match and _may_be(credit := _cut(match["credit"])):
            return _before(text[: match.start()]), credit
    for start, end in _boundaries(text):
        candidate = text[end:].strip(_FRINGE)
        if _may_be(candidate) and _names_agency(candidate):
            return _before(text[:start]), candidate
    return text, ""


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Where a credit without a label may begin, and where what stands before it ends."""
    yield 0, 0
    for match in _BOUNDARY.finditer(text):
        stop = match.start() + len(match[0].rstrip()) if match[0][:1] in '.!?…"”’»)' else 0
        yield stop or match.start(), match.end()


def _may_be(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and len(text) <= _MOST and not tells(text)


def _names_agency(text: str) -> bool:
    """Whether a text is names, an agency's among them or two parted by a stroke."""
    words = [word for word in text.replace("/", " / ").split() if word.lower() not in _JOINING]
    if len(words) <= _SHORT and _AGENCY.search(text) and _SIGNED.search(text):
        return True
    if not words or not all(word[0].isupper() or _AGENCY.match(word) for word in words):
        return False
    return bool(_AGENCY.search(text)) or _STROKE.fullmatch(text) is not None


def tells(text: str) -> bool:
    """Whether what stands after `Ảnh:` tells what the picture shows: names have capitals."""
    words = text.split()
    return len(words) >= _TELLING and sum(word.islower() for word in words) * 2 > len(words)


def _cut(text: str) -> str:
    text = text.strip()
    return text.rstrip(_FRINGE) if text.count("(") < text.count(")") else text.rstrip(" .,;:|–—-]")


def _before(text: str) -> str:
    return text.rstrip(_CLOSING).rstrip()
