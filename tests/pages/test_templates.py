"""The third wall: templates print nothing that they have not escaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.made import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "overrides").rglob("*.html"))
_PRINTED = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}", re.DOTALL)

# Rendered by the safe Markdown extension; escaped by generator/pages; our own macros and
# settings; MkDocs' own values; numbers that generator/pages computed.
RAW = re.compile(
    r"page\.content|page\.meta\.(title|description)|lists\.\w+\(.*\)|figures\.\w+\(.*\)"
    r"|story\(item\)|stories\(group\.links\)|record\(item\)|tongue\(\w+\)|super\(\)|lang\.t\(.*\)"
    r"|level|chosen|page\.meta\.lang|option\.\w+|loop\.index0|loop\.index % loop\.length"
    r"|mkdocs_version|100 - item\.share|item\.share|home \| url|config\.theme\.favicon \| url"
    r"|'assets/[\w./-]+' \| url|\(root ~ '\w+/'\) \| url"
    r"|\{.*\}\[key\]|\(vietnamese\(key\) .*",
    re.DOTALL,
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_value_is_escaped_or_known_to_be_safe(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = [
        printed
        for printed in _PRINTED.findall(text)
        if not re.search(r"\| e$", printed) and not RAW.fullmatch(printed)
    ]

    assert [] == bare


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_use_only_what_other_engines_know(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert [] == re.findall(r"\{%-?\s*do\b|\.items\(\)|\.split\(|\.format\(|\.replace\(", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_says_what_it_is_for(template: Path) -> None:
    assert template.read_text(encoding="utf-8").startswith("{#- ")
