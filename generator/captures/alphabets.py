"""Which European code page undeclared text is in, told by the alphabet of its language.

Code pages of Windows and ISO share most of their places, so any of them reads any text; but only
the right one gives letters that one language has. `charset_normalizer`, which looks at how often
letters follow each other, reads short French as windows-1250; it is asked for other scripts only.
"""

from __future__ import annotations

from collections import Counter

# Letters beyond ASCII of each language, in lower case, by the code page that it is written in;
# quotation marks and dashes are in all. Source: Unicode CLDR 46, main exemplar characters.
_ALPHABETS: dict[str, tuple[str, ...]] = {
    "cp1252": (
        "àâæçèéêëîïôœùûüÿ",  # French
        "äöüßé",  # German
        "áéíñóúü",  # Spanish
        "àáâãçéêíòóôõúü",  # Portuguese
        "àèéìîòóù",  # Italian
        "áéëïíóöúüè",  # Dutch
        "åäöéü",  # Swedish, Finnish
        "åæøéòôó",  # Danish, Norwegian
        "áæéíðóöþúý",  # Icelandic
        "àçèéíïòóúü",  # Catalan
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "âăîşţ",  # Romanian
        "čćđšž",  # Croatian, Serbian, Slovene
    ),
    "cp1254": ("âçğıîöşüû",),  # Turkish
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņōŗšūž", "äõöüšž"),  # Lithuanian, Latvian, Estonian
}
_ISO = {"cp1250": ("iso8859-2",), "cp1257": ("iso8859-13",)}
_RIGHT = 0.98  # share of letters that are in one alphabet in a right reading; names bring others
_CLEAR = 0.05  # by how much a rarer code page must be better than windows-1252
_FEWEST = 6  # letters beyond ASCII from which there is an answer
_KINDS = 3  # different ones


def guess(data: bytes) -> str:
    """The code page of a text in a European language of the Latin alphabet.

    Args:
        data: The text without markup, in a code page of one byte a character.

    Returns:
        The code page as Python names it, windows-1252 before others that do as well; empty if
        none is clearly right.
    """
    best, name = 0.0, ""
    for page in _ALPHABETS:
        for reading in (page, *_ISO.get(page, ())):
            share, letters, kinds = _coverage(data, page, reading)
            right = share >= _RIGHT and letters >= _FEWEST and kinds >= _KINDS
            if right and share >= best + (_CLEAR if name == "cp1252" else 0.001):
                best, name = share, reading
    return name


def _coverage(data: bytes, page: str, reading: str) -> tuple[float, int, int]:
    """Best share of letters that are in one alphabet, how many letters, and of how many kinds."""
    text = data.decode(reading, "replace").lower()
    # A sign or a control character within a word stands for a letter that it is not.
    counts = Counter(
        character
        for before, character, after in zip(" " + text, text, text[1:] + " ", strict=False)
        if not character.isascii()
        and (
            character.isalpha() or (before.isalpha() and after.isalpha() and character not in "’‘'")
        )
    )
    total = counts.total()
    if not total:
        return 0.0, 0, 0
    share = max(
        sum(number for letter, number in counts.items() if letter in alphabet) / total
        for alphabet in _ALPHABETS[page]
    )
    return share, total, len(counts)
