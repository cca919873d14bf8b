"""Outlet profiles: what we know of how a page is made, as data.

One YAML file a profile. `generic.yml` is the profile of every page: the words and shapes that
Vietnamese and English news sites share. An outlet's profile adds to it and is asked first; the
generic one works alone. README.md beside the files explains every key.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from generator.errors import FindingError, SettingsError
from generator.extract import forest, profile_reading
from generator.extract.element_names import Names
from generator.extract.forest import Model
from generator.extract.paths import Selector
from generator.extract.patterns import needles
from generator.extract.profile_elements import Elements
from generator.extract.profile_lines import LONGEST_LINE, PLACES, LineRule, LineRules
from generator.extract.profile_reading import GENERIC
from generator.model import Bilingual, Role

__all__ = [
    "GENERIC",
    "LONGEST_LINE",
    "PLACES",
    "LineRule",
    "Named",
    "Profile",
    "Selected",
    "parse",
    "search",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A pattern with the name of its rule.

    Attributes:
        name: With its profile: `vov/page-shape`.
        pattern: Searched for.
        needles: Every match holds one of these texts; none if nothing is sure.
    """

    name: str
    pattern: re.Pattern[str]
    needles: tuple[str, ...] = ()


def search(named: tuple[Named, ...], text: str) -> Iterator[int]:
    """The numbers of the patterns that are found in a text, in order.

    What they need is looked for in one pass, so that of many patterns few are tried.
    """
    finder, by_needle, free = _finder(named)
    found = set(free)
    if finder:
        matches = finder.find_matches_as_indexes(text, overlapping=True)
        found.update(*(by_needle[number] for number in {match[0] for match in matches}))
    return (number for number in sorted(found) if named[number].pattern.search(text))


@lru_cache(maxsize=16)
def _finder(
    named: tuple[Named, ...],
) -> tuple[AhoCorasick | None, tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """All needles in one machine; the patterns that need each; those that need none."""
    texts = sorted({needle for one in named for needle in one.needles})
    by_needle = tuple(
        tuple(number for number, one in enumerate(named) if text in one.needles) for text in texts
    )
    free = tuple(number for number, one in enumerate(named) if not one.needles)
    return AhoCorasick(texts) if texts else None, by_needle, free


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
        shapes: `lines`, to be tried on many lines.
        places: `story`, to be asked of many paths.
        elements: `selected`, to be asked of many paths.
        names_of_elements: `classes`, to be asked of many names.
        models: Format of a capture → what was learned about such pages; the same in all profiles.
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
    models: Mapping[str, Model] = field(default_factory=dict, repr=False, compare=False)
    shapes: LineRules = field(init=False, repr=False, compare=False)
    places: Elements = field(init=False, repr=False, compare=False)
    elements: Elements = field(init=False, repr=False, compare=False)
    names_of_elements: Names = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make what is asked often fast to ask."""
        object.__setattr__(self, "shapes", LineRules(self.lines))
        object.__setattr__(self, "places", Elements(self.story))
        selectors = [known.selector for known in self.selected]
        object.__setattr__(self, "elements", Elements(selectors))
        object.__setattr__(self, "names_of_elements", Names(self.classes))

    def phrase(self, kind: str, key: str) -> bool:
        """Whether a line with this key is such a phrase."""
        return key in self.phrases.get(kind, frozenset())

    def match(self, kind: str, text: str) -> re.Match[str] | None:
        """The first match of a pattern of this kind."""
        for pattern in self.lexicon.get(kind, ()):
            if match := pattern.search(text):
                return match
        return None

    def elements_at(self, path: Sequence[str]) -> Iterator[Selected]:
        """Those of `selected` that name an element this path leads to or through, in order."""
        return (self.selected[number] for number in self.elements.matches(path))


def parse(
    texts: Mapping[str, str],
    *,
    own: Collection[str] = (),
    weights: Mapping[str, str] | None = None,
) -> tuple[Profile, ...]:
    """Read profiles; `generic` must be among them and comes first.

    Args:
        texts: Name of the profile → its YAML.
        own: Those that the archive's editors wrote. Their patterns are tested for time without
            end; those that ship with the program are in its tests.
        weights: Format of a capture → the JSON of the model for it; without any, rules decide.

    Raises:
        SettingsError: `generic` is missing, or weights cannot be read.
        FindingError: Profiles make no sense; its findings say where, why, and what to do.
    """
    if GENERIC not in texts:
        raise SettingsError(f"profiles: `{GENERIC}` is missing")
    first, *others = sorted(texts, key=lambda name: (name != GENERIC, name))
    shared, found = profile_reading.read(first, texts[first], tested=first in own, kinds={})
    wrong = list(found)
    kinds = {"phrases": sorted(shared.phrases), "lexicon": sorted(shared.lexicon)}
    known = {key: names for key, names in kinds.items() if names}
    outlets = []
    for name in others:
        values, found = profile_reading.read(name, texts[name], tested=name in own, kinds=known)
        outlets.append(values)
        wrong += found
    if wrong:
        raise FindingError(*wrong)
    models = {form: forest.parse(text) for form, text in sorted((weights or {}).items())}
    generic = replace(_profile(shared), models=models)
    return (generic, *(_sharpen(generic, _profile(values)) for values in outlets))


def _profile(values: profile_reading.Values) -> Profile:
    return Profile(
        name=values.name,
        names=Bilingual(**values.names),
        home=values.home,
        timezone=values.timezone,
        domains=values.domains,
        site_names=values.site_names,
        fingerprints=tuple(
            Named(name=name, pattern=pattern, needles=needles(pattern))
            for name, pattern in values.fingerprints
        ),
        url_dates=tuple(Named(name=name, pattern=pattern) for name, pattern in values.url_dates),
        lines=values.lines,
        phrases=values.phrases,
        lexicon=values.lexicon,
        story=values.story,
        selected=tuple(
            Selected(name=name, role=role, selector=selector)
            for name, role, selector in values.selected
        ),
        classes=values.classes,
    )


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
        models=generic.models,
    )
