"""Citations of an article: for programs that keep references, and as text to be copied.

What is cited is the article as its outlet published it, under the address of the archive that
stays. No name is taken apart and no date is completed: a byline is printed as it was printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.assemble import urls
from generator.model import Article, Date, Entry
from generator.pages import prose, provenance
from generator.pages.view import Item, View

# What TeX would take for a command (Knuth, "The TeXbook", chapter 7).
_TEX = {
    **{character: f"\\{character}" for character in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[#$%&_{}\\~^]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What every citation of an article says; plain text in one line, empty where unknown.

    Attributes:
        id: The article's id, with the language of a translation after it.
        author: The byline as printed.
        translator: Who translated this text.
        title: Headline of this text.
        original_title: Headline of the original, where this is a translation.
        outlet: Name of who published it.
        date: When; None if unknown.
        seen: When the archive captured it; None if unknown.
        archive: Name of the archive.
        url: Address of the article in the archive that never changes.
        original: Address of the original.
        lang: Language of this text.
    """

    id: str
    author: str
    translator: str
    title: str
    original_title: str
    outlet: str
    date: Date | None
    seen: Date | None
    archive: str
    url: str
    original: str
    lang: str


def of_text(view: View, entry: Entry, article: Article) -> list[Item]:
    """All citations of a text: `key` for the template, the name of the form, and the text."""
    cited = gather(view, entry, article)
    edition = view.edition
    return [
        {"key": "note", "name": edition.say("cite.note"), "text": note(view, cited)},
        {
            "key": "author-date",
            "name": edition.say("cite.author_date"),
            "text": author_date(view, cited),
        },
        {"key": "bibtex", "name": "BibTeX", "text": bibtex(cited)},
        {"key": "ris", "name": "RIS", "text": ris(cited)},
        {"key": "csl-json", "name": "CSL-JSON", "text": csl_json(cited)},
    ]


def gather(view: View, entry: Entry, article: Article) -> Cited:
    """What a citation of this text says."""
    outlet = provenance.outlet(view, article) or {}
    translation = article.translation
    address = entry.urls[article.lang] if translation else urls.by_id(entry.id)
    return Cited(
        id=f"{entry.id}-{article.lang}" if translation else entry.id,
        author=_line(article.byline),
        translator=_line(translation.translator) if translation else "",
        title=_line(article.title),
        original_title=_line(entry.original.title) if translation else "",
        outlet=_line(str(outlet.get("name", ""))),
        date=article.date,
        seen=article.source.captured,
        archive=view.edition.name,
        url=view.edition.address(address),
        original=prose.web(article.source.url),
        lang=article.lang,
    )


def note(view: View, cited: Cited) -> str:
    """As in a footnote: author, title, outlet, date, archive, address."""
    date = view.edition.date(cited.date) if cited.date else view.edition.say("date.unknown")
    title = view.edition.say("quote", text=cited.title)
    parts = (cited.author, title, cited.outlet, date, cited.archive, cited.url)
    return f"{', '.join(filter(None, parts))}."


def author_date(view: View, cited: Cited) -> str:
    """As in a list of references: author and year first; the outlet where nobody signed."""
    edition, date = view.edition, cited.date
    year = f"{date.year}" if date else edition.say("date.unknown")
    day = edition.date(date) if date and date.month else ""
    outlet = cited.outlet if cited.author else ""
    parts = (
        f"{cited.author or cited.outlet or cited.archive} ({year})",
        cited.title,
        ", ".join(filter(None, (outlet, day))),
        cited.archive if cited.author or cited.outlet else "",
    )
    return f"{' '.join(_sentence(part) for part in parts if part)} {cited.url}"


def bibtex(cited: Cited) -> str:
    """As BibTeX and BibLaTeX read it, in UTF-8."""
    date, seen = cited.date, cited.seen
    said = (
        ("author", _braced(cited.author)),
        ("translator", _braced(cited.translator)),
        ("title", _braced(cited.title)),
        ("origtitle", _braced(cited.original_title)),
        ("howpublished", _tex(cited.outlet)),
        ("date", str(date.day_only()) if date else ""),
        ("year", f"{date.year}" if date else ""),
        ("month", _MONTHS[date.month - 1] if date and date.month else ""),
        ("url", cited.url),
        ("urldate", str(seen.day_only()) if seen and seen.day else ""),
        ("language", {"vi": "vietnamese", "en": "english"}[cited.lang]),
        ("note", _tex(cited.archive) + (f": \\url{{{cited.original}}}" if cited.original else "")),
    )
    lines = [f"  {name} = {{{value}}}," for name, value in said if value]
    return "\n".join([f"@misc{{{cited.id},", *lines, "}", ""])


def ris(cited: Cited) -> str:
    """As reference managers import it (RIS, Research Information Systems)."""
    date = cited.date
    parts = [f"{date.year:04}", *_two(date.month), *_two(date.day)] if date else []
    said = (
        ("TY", "NEWS"),
        ("ID", cited.id),
        ("AU", cited.author),
        ("A4", cited.translator),
        ("TI", cited.title),
        ("OP", cited.original_title),
        ("T2", cited.outlet),
        ("PY", f"{date.year:04}" if date else ""),
        ("DA", "/".join([*parts, "", "", ""][:4]) if date else ""),
        ("DB", cited.archive),
        ("LA", cited.lang),
        ("UR", cited.url),
        ("L2", cited.original),
    )
    lines = [f"{tag}  - {value}" for tag, value in said if value]
    return "".join(f"{line}\r\n" for line in [*lines, "ER  - "])


def csl_json(cited: Cited) -> str:
    """As Zotero, Pandoc and processors of CSL read it (Citation Style Language, "CSL-JSON").

    A line for each property, as in the other forms.
    """
    made: dict[str, object] = {
        "id": cited.id,
        "type": "article-newspaper",
        "title": cited.title,
        "original-title": cited.original_title,
        "author": _literal(cited.author),
        "translator": _literal(cited.translator),
        "container-title": cited.outlet,
        "issued": _parts(cited.date),
        "accessed": _parts(cited.seen),
        "archive": cited.archive,
        "URL": cited.url,
        "language": cited.lang,
        "note": cited.original,
    }
    known = (
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in made.items()
        if value
    )
    return "[{\n" + ",\n".join(known) + "\n}]"


def _line(text: str) -> str:
    return " ".join(text.split())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _tex(text: str) -> str:
    return _SPECIAL.sub(lambda match: _TEX[match[0]], text)


def _braced(text: str) -> str:
    """Within braces of its own, a text keeps its capitals and a name is not taken apart."""
    return f"{{{_tex(text)}}}" if text else ""


def _two(number: int) -> Iterator[str]:
    if number:
        yield f"{number:02}"


def _literal(name: str) -> list[dict[str, str]]:
    return [{"literal": name}] if name else []


def _parts(date: Date | None) -> dict[str, object]:
    if date is None:
        return {}
    known = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [known]}
