"""Reading one profile: from YAML to values, with a finding at the line of all that is wrong.

Every scalar is the text that was typed, so that `no` is a word and `0700` no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from generator.errors import finding
from generator.extract.paths import Selector
from generator.extract.patterns import compile_pattern, endless
from generator.extract.profile_lines import PLACES, LineRule
from generator.extract.profile_nodes import Nodes
from generator.extract.shapes import phrase_key
from generator.model import Finding, Role

# libyaml reads the same ten times as fast; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

GENERIC = "generic"
"""Name of the profile that every page has."""

_MAX_WORDS = 60
"""Most words of a line that a rule may take, where it says nothing of it."""

_LONGEST = 500
"""Most words of a line that a rule may be made to take."""

_SENTENCES = (
    "Sáng nay, tại Hà Nội, hai bên ký thỏa thuận hợp tác về giáo dục và khoa học.",
    "The two sides signed an agreement on education and science in Hanoi this morning.",
)
"""No rule may take these for anything but a story."""

_LINE_KEYS = ["name", "role", "pattern", "where", "max_words"]

_ROLES = [role.value for role in Role]

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
"""A host that a profile may name."""

_HOME = re.compile(r"https?://\S+")
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_CLASS = re.compile(r"[a-z]+")


@dataclass(slots=True)
class Values:
    """What a profile says, checked; the attributes are those of `Profile`."""

    name: str
    names: dict[str, str] = field(default_factory=dict)
    home: str = ""
    timezone: str = ""
    domains: tuple[str, ...] = ()
    site_names: frozenset[str] = frozenset()
    fingerprints: tuple[tuple[str, re.Pattern[str]], ...] = ()
    url_dates: tuple[tuple[str, re.Pattern[str]], ...] = ()
    lines: tuple[LineRule, ...] = ()
    phrases: dict[str, frozenset[str]] = field(default_factory=dict)
    lexicon: dict[str, tuple[re.Pattern[str], ...]] = field(default_factory=dict)
    story: tuple[Selector, ...] = ()
    selected: tuple[tuple[str, Role, Selector], ...] = ()
    classes: dict[str, Role] = field(default_factory=dict)


def read(
    name: str, text: str, *, tested: bool, kinds: Mapping[str, Sequence[str]]
) -> tuple[Values, tuple[Finding, ...]]:
    """Read a profile.

    Args:
        name: The file's stem.
        text: Its YAML.
        tested: Whether patterns are tested for time without end.
        kinds: The kinds of `phrases` and of `lexicon` that there are; empty for any.

    Returns:
        What it says, as far as it can be understood, and what is wrong with it, in order of line.
    """
    reader = _Reader(name, tested=tested, kinds=kinds)
    values = Values(name)
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark else 0
        return values, (finding("profile-unreadable", file=reader.file, line=line, reason=reason),)
    if root is not None:
        _fill(values, reader, root)
    return values, tuple(sorted(reader.findings, key=lambda found: found.line))


def _fill(values: Values, reader: _Reader, root: yaml.Node) -> None:
    for key, node in reader.pairs(root, reader.file, list(_READ)):
        setattr(values, key, _READ[key](reader, node, key))


class _Reader(Nodes):
    """Reads the nodes of one profile and collects what is wrong with them."""

    def __init__(self, name: str, *, tested: bool, kinds: Mapping[str, Sequence[str]]) -> None:
        super().__init__(f"profiles/{name}.yml")
        self.kinds = kinds
        self._name = name
        self._tested = tested

    def rule(self, name: str) -> str:
        """The name of a rule: an outlet's bears the name of its profile."""
        return name if self._name == GENERIC else f"{self._name}/{name}"

    def pattern(self, node: yaml.Node, flags: int = 0) -> re.Pattern[str] | None:
        """A pattern; None if it is none, or one that must not be tried."""
        text = self.text(node, "pattern")
        try:
            pattern = compile_pattern(text, flags)
        except (re.error, OverflowError, RecursionError) as error:
            self.wrong("profile-pattern-wrong", node, pattern=text, reason=error)
            return None
        if not text:
            return None
        if self._tested and endless(pattern):
            self.wrong("profile-pattern-slow", node, pattern=text)
            return None
        return pattern

    def named(self, key: str, node: yaml.Node) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Rules that are a pattern each."""
        for name, inner in self.pairs(node, key):
            if (pattern := self.pattern(inner, re.MULTILINE)) is None:
                continue
            if key == "url_dates" and not {"year", "yy"} & set(pattern.groupindex):
                vi, en = "mẫu có nhóm `year` hoặc `yy`", "a pattern with a group `year` or `yy`"
                self.value_wrong(inner, name, vi=vi, en=en)
            elif any(pattern.search(sentence) for sentence in ("", *_SENTENCES)):
                self.wrong("profile-pattern-wide", inner, pattern=inner.value)
            else:
                yield self.rule(name), pattern

    def line(self, node: yaml.Node) -> LineRule | None:
        """The shape of a line; None if it makes no sense."""
        nodes = dict(self.pairs(node, "lines", _LINE_KEYS))
        for missing in ("name", "role", "pattern"):
            if missing not in nodes:
                self.value_wrong(node, missing, vi="có trong mỗi mục", en="in every entry")
                return None
        name = self.text(nodes["name"], "name")
        role = self._role(nodes["role"])
        pattern = self.pattern(nodes["pattern"])
        where = self.one_of(nodes["where"], "where", PLACES) if "where" in nodes else PLACES[0]
        words: int | None = _MAX_WORDS
        if "max_words" in nodes:
            words = self.number(nodes["max_words"], "max_words", most=_LONGEST)
        if pattern and any(pattern.fullmatch(sentence) for sentence in _SENTENCES):
            self.wrong("profile-pattern-wide", nodes["pattern"], pattern=pattern.pattern)
            return None
        if not (name and role and pattern and where and words):
            return None
        return LineRule(
            name=self.rule(name), role=role, pattern=pattern, where=where, max_words=words
        )

    def selector(self, node: yaml.Node) -> Selector | None:
        """A selector; None if it is none that we know."""
        text = self.text(node, "selector")
        try:
            selector = Selector.parse(text)
        except ValueError:
            self.wrong("profile-selector-wrong", node, selector=text)
            return None
        if not all(selector.chains):
            self.wrong("profile-selector-wrong", node, selector=text)
            return None
        return selector

    def selected(self, node: yaml.Node) -> Iterator[tuple[str, Role, Selector]]:
        """Rules that are a selector each, by role."""
        for name, inner in self.pairs(node, "selected", _ROLES):
            for rule, css in self.pairs(inner, name):
                if selector := self.selector(css):
                    yield self.rule(rule), Role(name), selector

    def classes(self, node: yaml.Node) -> Iterator[tuple[str, Role]]:
        """Words of classes and ids with the role of what is inside."""
        for name, inner in self.pairs(node, "classes", _ROLES):
            for word in self.text(inner, name).split():
                if _CLASS.fullmatch(word):
                    yield word, Role(name)
                else:
                    self.value_wrong(inner, name, vi="chữ thường a-z", en="lower-case a-z")

    def _role(self, node: yaml.Node) -> Role | None:
        text = self.one_of(node, "role", _ROLES)
        return Role(text) if text else None


def _keys(reader: _Reader, node: yaml.Node, key: str) -> frozenset[str]:
    return frozenset(phrase_key(text) for text in reader.texts(node, key))


# How the value of each key of a profile is read.
_READ: dict[str, Callable[[_Reader, yaml.Node, str], object]] = {
    "names": lambda reader, node, key: dict(reader.all_texts(node, key, ("vi", "en"))),
    "home": lambda reader, node, key: reader.formed(node, key, _HOME, "https://…"),
    "timezone": lambda reader, node, key: reader.formed(node, key, _OFFSET, "'+07:00'"),
    "domains": lambda reader, node, key: tuple(
        reader.formed(item, key, HOST, "bao.vn") for item in reader.items(node, key)
    ),
    "site_names": _keys,
    "fingerprints": lambda reader, node, key: tuple(reader.named(key, node)),
    "url_dates": lambda reader, node, key: tuple(reader.named(key, node)),
    "lines": lambda reader, node, key: tuple(
        filter(None, map(reader.line, reader.items(node, key)))
    ),
    "phrases": lambda reader, node, key: {
        kind: _keys(reader, inner, kind)
        for kind, inner in reader.pairs(node, key, reader.kinds.get(key))
    },
    "lexicon": lambda reader, node, key: {
        kind: tuple(filter(None, map(reader.pattern, reader.items(inner, kind))))
        for kind, inner in reader.pairs(node, key, reader.kinds.get(key))
    },
    "story": lambda reader, node, key: tuple(
        filter(None, map(reader.selector, reader.items(node, key)))
    ),
    "selected": lambda reader, node, _: tuple(reader.selected(node)),
    "classes": lambda reader, node, _: dict(reader.classes(node)),
}
