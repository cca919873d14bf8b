"""Outlet profiles: what we know of how a page is made, as data.

One YAML file a profile. `generic.yml` is the profile of every page: the words and shapes that
Vietnamese and English news sites share. An outlet's profile adds to it and is asked first; the
generic one works alone. README.md beside the files explains every key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from generator.errors import SettingsError
from generator.extract.paths import Selector
from generator.extract.shapes import phrase_key
from generator.model import Bilingual, Role

# libyaml reads the same ten times as fast; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

GENERIC = "generic"
"""Name of the profile that every page has."""

LONGEST_LINE = 1_000
"""Longest line, in characters, that is held against a shape: captions have up to 600, and what a
pattern costs on a line made to harm stays small."""

PLACES = ("anywhere", "head", "tail", "edge")
"""Where a line rule may hold: everywhere, before the story's second paragraph, after its last
paragraph, or at either of these ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRule:
    """A shape of a whole line, and what such a line is for.

    Attributes:
        name: With its profile: `sputnik/alt-line`.
        role: What such a line is for.
        pattern: Matches the whole line; its named groups are fields (`date`, `byline`, `caption`,
            `credit`, `glued`, `agency`, `source`, `url`, `name`, `width`, `height`, `section`).
        where: One of `PLACES`.
        max_words: A longer line is something else.
    """

    name: str
    role: Role
    pattern: re.Pattern[str]
    where: str
    max_words: int

    def match(self, text: str) -> re.Match[str] | None:
        """How a line fits the shape, if it does; no line of this kind is very long."""
        return self.pattern.fullmatch(text) if len(text) <= LONGEST_LINE else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A pattern with the name of its rule."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """Which elements of an HTML page have a role."""

    name: str
    role: Role
    selector: Selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of the pages of one outlet, the generic knowledge included.

    Attributes:
        name: The file's stem; also the id of the outlet's authority record.
        names: What the outlet is called; empty for `generic`.
        home: Its home page; empty for `generic`.
        timezone: Offset from UTC of a printed time that has none; empty if unknown.
        domains: Host names; subdomains belong to them.
        site_names: What its pages call the site, as keys.
        fingerprints: Each alone tells the outlet when it is found in a line of a page.
        url_dates: Find a date in the page's address by the groups year|yy, month, day.
        lines: Shapes of lines, the outlet's own first.
        phrases: Kind of phrase → whole lines, as keys.
        lexicon: Kind of pattern → patterns.
        story: Where the story is in an HTML page.
        selected: What other elements of an HTML page are for.
        classes: Word in a class or id → the role of what is inside.
    """

    name: str
    names: Bilingual = field(default_factory=Bilingual)
    home: str = ""
    timezone: str = ""
    domains: tuple[str, ...] = ()
    site_names: frozenset[str] = frozenset()
    fingerprints: tuple[Named, ...] = ()
    url_dates: tuple[Named, ...] = ()
    lines: tuple[LineRule, ...] = ()
    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lexicon: Mapping[str, tuple[re.Pattern[str], ...]] = field(default_factory=dict)
    story: tuple[Selector, ...] = ()
    selected: tuple[Selected, ...] = ()
    classes: Mapping[str, Role] = field(default_factory=dict)

    def phrase(self, kind: str, key: str) -> bool:
        """Whether a line with this key is such a phrase."""
        return key in self.phrases.get(kind, frozenset())

    def match(self, kind: str, text: str) -> re.Match[str] | None:
        """The first match of a pattern of this kind."""
        for pattern in self.lexicon.get(kind, ()):
            if match := pattern.search(text):
                return match
        return None


def parse(texts: Mapping[str, str]) -> tuple[Profile, ...]:
    """Read profiles; `generic` must be among them and comes first.

    Args:
        texts: Name of the profile → its YAML.

    Raises:
        SettingsError: A profile is missing or makes no sense; the message names it.
    """
    if GENERIC not in texts:
        raise SettingsError(f"profiles: `{GENERIC}` is missing")
    generic = _parse(GENERIC, texts[GENERIC])
    others = (_parse(name, text) for name, text in sorted(texts.items()) if name != GENERIC)
    return (generic, *(_sharpen(generic, outlet) for outlet in others))


def _sharpen(generic: Profile, outlet: Profile) -> Profile:
    """The outlet's profile with the generic knowledge behind it."""
    kinds = sorted({*generic.phrases, *outlet.phrases})
    lexicons = sorted({*generic.lexicon, *outlet.lexicon})
    none: frozenset[str] = frozenset()
    return replace(
        outlet,
        url_dates=outlet.url_dates + generic.url_dates,
        lines=outlet.lines + generic.lines,
        phrases={k: outlet.phrases.get(k, none) | generic.phrases.get(k, none) for k in kinds},
        lexicon={k: outlet.lexicon.get(k, ()) + generic.lexicon.get(k, ()) for k in lexicons},
        story=outlet.story + generic.story,
        selected=outlet.selected + generic.selected,
        classes={**generic.classes, **outlet.classes},
    )


def _parse(name: str, text: str) -> Profile:
    try:
        return _build(name, yaml.load(text, Loader=_LOADER))  # noqa: S506  a safe loader
    except (yaml.YAMLError, re.error, LookupError, TypeError, ValueError, AttributeError) as error:
        raise SettingsError(f"profile `{name}`: {error}") from error


# What a profile may hold; the values are checked where they are used below.
_KEY_NAMES = (
    "names home timezone domains site_names fingerprints url_dates lines phrases lexicon"
    " story selected classes"
)
_KEYS = frozenset(_KEY_NAMES.split())


def _build(name: str, data: dict[str, Any]) -> Profile:
    if unknown := set(data) - _KEYS:
        raise ValueError(f"unknown keys: {', '.join(sorted(unknown))}")
    return Profile(
        name=name,
        names=Bilingual(**data.get("names", {})),
        home=str(data.get("home", "")),
        timezone=str(data.get("timezone", "")),
        domains=tuple(str(domain) for domain in data.get("domains", ())),
        site_names=frozenset(phrase_key(text) for text in data.get("site_names", ())),
        fingerprints=_named(name, data.get("fingerprints", {})),
        url_dates=_named(name, data.get("url_dates", {})),
        lines=tuple(_line(name, **line) for line in data.get("lines", ())),
        phrases={
            kind: frozenset(phrase_key(text) for text in texts)
            for kind, texts in data.get("phrases", {}).items()
        },
        lexicon={
            kind: tuple(_compile(text) for text in texts)
            for kind, texts in data.get("lexicon", {}).items()
        },
        story=tuple(Selector.parse(css) for css in data.get("story", ())),
        selected=tuple(_selected(name, data.get("selected", {}))),
        classes={
            token: Role(role)
            for role, tokens in data.get("classes", {}).items()
            for token in str(tokens).split()
        },
    )


_CAPITALS = "".join(chr(code) for code in range(0x1F00) if unicodedata.category(chr(code)) == "Lu")


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern in which `[\p{Lu}]` is any capital letter, as `re` has no word for it."""
    return re.compile(pattern.replace(r"\p{Lu}", _CAPITALS), flags)


def _rule(profile: str, name: str) -> str:
    """The name of a rule: an outlet's bears the name of its profile."""
    return name if profile == GENERIC else f"{profile}/{name}"


def _named(profile: str, patterns: Mapping[str, str]) -> tuple[Named, ...]:
    return tuple(
        Named(name=_rule(profile, name), pattern=_compile(pattern, re.MULTILINE))
        for name, pattern in patterns.items()
    )


def _line(
    profile: str,
    *,
    name: str,
    role: str,
    pattern: str,
    where: str = "anywhere",
    max_words: int = 60,
) -> LineRule:
    if where not in PLACES:
        raise ValueError(f"`where` is one of {', '.join(PLACES)}, not {where!r}")
    return LineRule(
        name=_rule(profile, name),
        role=Role(role),
        pattern=_compile(pattern),
        where=where,
        max_words=max_words,
    )


def _selected(profile: str, selectors: Mapping[str, Mapping[str, str]]) -> Iterable[Selected]:
    for role, named in selectors.items():
        for name, css in named.items():
            yield Selected(name=_rule(profile, name), role=Role(role), selector=Selector.parse(css))
