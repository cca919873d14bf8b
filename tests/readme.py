"""The README's tables, made from the code: `python -m tests.readme` writes them anew."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator import content
from generator.cli import VERBS, main
from generator.errors import FINDINGS

README = Path(__file__).parent.parent / "README.md"


def tables() -> dict[str, str]:
    """Name of a table in the README → its Markdown."""
    return {
        "fields": content.fields_table(),
        "records": content.records_table(),
        "verbs": _verbs(),
        "findings": _findings(),
    }


def with_tables(readme: str) -> str:
    """The README with every table as the code has it."""
    for name, table in tables().items():
        before, start, rest = readme.partition(f"<!-- table: {name} -->\n")
        end = rest.index("<!-- end -->")
        readme = f"{before}{start}{table}\n{rest[end:]}"
    return readme


def _verbs() -> str:
    rows = ["| verb | does |", "|---|---|"]
    for name in VERBS:
        command = main.get_command(click.Context(main), name)
        assert command is not None, name
        usage = " ".join(_usage(parameter) for parameter in command.params)
        usage = usage.replace("|", "\\|")
        rows.append(f"| `archive {f'{name} {usage}'.strip()}` | {command.help} |")
    return "\n".join(rows)


def _usage(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return parameter.make_metavar(click.Context(main))
    flag = max(parameter.opts, key=len)
    if getattr(parameter, "is_flag", False):
        return f"[{flag}]"
    form = parameter.metavar if isinstance(parameter, click.Option) and parameter.metavar else ""
    if isinstance(parameter.type, click.Choice):
        form = "|".join(parameter.type.choices)
    shown = f"{flag} {form or _form(parameter)}"
    return shown if parameter.required else f"[{shown}]"


def _form(parameter: click.Parameter) -> str:
    if isinstance(parameter.type, click.Path):
        return "DIR"
    return "N" if isinstance(parameter.type, click.types.IntParamType) else "DATE"


def _findings() -> str:
    rows = ["| code | severity | what | what to do |", "|---|---|---|---|"]
    rows += [
        f"| `{code}` | {kind.severity} | {_cell(kind.what_en)} | {_cell(kind.do_en)} |"
        for code, kind in FINDINGS.items()
    ]
    return "\n".join(rows)


def _cell(text: str) -> str:
    """A text of a finding with its facts by name: *path*, and `NAME: …` within code."""
    text = re.sub(r"`\{(\w+)\}`", r"*\1*", text)
    code = re.sub(r"`[^`]+`", lambda span: re.sub(r"\{(\w+)\}", _in_code, span[0]), text)
    return re.sub(r"\{(\w+)\}", r"*\1*", code).replace("|", "\\|")


def _in_code(fact: re.Match[str]) -> str:
    return fact[1].upper()


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
