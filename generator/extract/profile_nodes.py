"""Nodes of YAML, read as what a profile wants them to be; the rest are findings with a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from generator.errors import finding
from generator.model import Bilingual, Finding


class Nodes:
    """Reads the nodes of one file.

    Attributes:
        file: As findings name it.
        findings: What is wrong, in the order in which it was met.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def wrong(self, code: str, node: yaml.Node, **facts: object) -> None:
        """Note what is wrong with a node."""
        line = node.start_mark.line + 1
        self.findings.append(finding(code, file=self.file, line=line, **facts))

    def value_wrong(self, node: yaml.Node, key: str, *, vi: str, en: str) -> None:
        """Note that a value must be something else."""
        value = node.value if isinstance(node, yaml.ScalarNode) else "…"
        form = Bilingual(vi=vi, en=en)
        self.wrong("profile-value-wrong", node, key=key, value=value, form=form)

    def pairs(
        self, node: yaml.Node, key: str, known: Sequence[str] | None = None
    ) -> Iterator[tuple[str, yaml.Node]]:
        """The entries of a mapping; keys that are not `known`, or come twice, are findings."""
        if not isinstance(node, yaml.MappingNode):
            self.value_wrong(node, key, vi="các dòng `tên: giá trị`", en="lines `name: value`")
            return
        seen: set[str] = set()
        for name, value in node.value:
            text = str(name.value)
            if known is not None and text not in known:
                names = ", ".join(known)
                self.wrong("profile-key-unknown", name, key=text, known=names)
            elif text in seen:
                self.value_wrong(name, text, vi="ghi một lần", en="given once")
            else:
                seen.add(text)
                yield text, value

    def items(self, node: yaml.Node, key: str) -> Iterator[yaml.Node]:
        """The items of a list."""
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        else:
            self.value_wrong(node, key, vi="một danh sách", en="a list")

    def text(self, node: yaml.Node, key: str) -> str:
        """A text that is not empty; empty if it is none."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            return str(node.value)
        self.value_wrong(node, key, vi="chữ", en="text")
        return ""

    def texts(self, node: yaml.Node, key: str) -> Iterator[str]:
        """The texts of a list."""
        return filter(None, (self.text(item, key) for item in self.items(node, key)))

    def all_texts(
        self, node: yaml.Node, key: str, known: Sequence[str]
    ) -> Iterator[tuple[str, str]]:
        """The texts of a mapping by their names."""
        for name, inner in self.pairs(node, key, known):
            yield name, self.text(inner, name)

    def formed(self, node: yaml.Node, key: str, form: re.Pattern[str], example: str) -> str:
        """A text of some form; empty if it is none."""
        text = self.text(node, key)
        if text and not form.fullmatch(text):
            self.value_wrong(node, key, vi=f"như {example}", en=f"like {example}")
            return ""
        return text

    def one_of(self, node: yaml.Node, key: str, known: Sequence[str]) -> str:
        """One of some words; empty if it is none."""
        text = self.text(node, key)
        if text and text not in known:
            names = ", ".join(known)
            self.value_wrong(node, key, vi=f"một trong: {names}", en=f"one of: {names}")
            return ""
        return text

    def number(self, node: yaml.Node, key: str, *, most: int) -> int | None:
        """A number from 1 to `most`; None if it is none."""
        text = self.text(node, key)
        if text.isdecimal() and 0 < int(text) <= most:
            return int(text)
        self.value_wrong(node, key, vi="một số", en="a number")
        return None
