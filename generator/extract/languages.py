"""What tells languages apart: scripts and letters of their own, and their commonest words.

Source: the commonest function words of the OpenSubtitles and Wikipedia frequency lists, without
those that two of these languages share; scripts and letters after Unicode CLDR 46, exemplar
characters.
"""

from __future__ import annotations

import re

# Letters that no other language written by news sites shares with Vietnamese: ă đ ơ ư, and all
# that carry a tone on top of a mark.
VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯẠ-ỹ]")

SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("ko", re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")),
)
"""Language → its script; for a script of many, the one that reaches this archive most."""

LETTERS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("ru", "uk", re.compile(r"[їієґЇІЄҐ]")),
    ("ar", "fa", re.compile(r"[پچژگ]")),
    ("zh", "ja", re.compile(r"[\u3040-\u30ff]")),
)
"""Language of a script, another of the same script, and letters that only that one has."""

_COMMON = {
    "en": "the of and to in a is that for on with was as by at from has have an be",
    "fr": "les des une dans pour qui sur est pas au aux cette avec plus ont été du et sont",
    "de": "der die und das den von ist mit nicht ein eine dem sich auf auch für wird im zu",
    "es": "el los las del una por con para su al lo como más pero sus fue ha este y",
    "pt": "os das dos uma não ao com para pelo pela mais foi são em seu sua na no",
    "it": "il gli della di che per una del dei nel sono è alla con delle più anche si",
    "nl": "het een van en dat niet zijn op voor met aan ook wordt door naar bij te",
    "id": "yang dan di dengan untuk pada dari dalam tidak akan ini itu oleh juga telah",
    "pl": "nie się na do jest że przez dla po od jak oraz za ale który o z w",
    "sv": "och att det som på är av för inte den till med har ett om från var",
}
WORDS: dict[str, frozenset[str]] = {lang: frozenset(text.split()) for lang, text in _COMMON.items()}
"""Language → its commonest words, lower case."""

_UNACCENTED_WORDS = "va cua cac trong nguoi duoc khong nhung voi cho nuoc viet nam tai ngay"
UNACCENTED = frozenset(_UNACCENTED_WORDS.split())
"""Common words of Vietnamese typed without its marks."""
