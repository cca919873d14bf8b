"""What all verbs share: the settings, printing findings, and turning errors into exit statuses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from generator.errors import BrokenArchiveError, FindingError, SettingsError, printed
from generator.model import Finding
from generator.settings import Settings, own_texts

EXIT_FINDINGS, EXIT_USAGE, EXIT_BROKEN = 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """What every verb is given.

    Attributes:
        settings: Of the archive that the command works on.
        lang: Language in which findings are printed.
    """

    settings: Settings
    lang: str

    def own_profiles(self) -> tuple[tuple[str, str], ...]:
        """The outlet profiles that the archive's editors wrote: pairs of name and YAML."""
        return own_texts(self.settings.profiles, ".yml")

    def report(self, findings: Iterable[Finding]) -> None:
        """Print findings for people, on stderr."""
        text = printed.as_text(tuple(findings), self.lang)
        if text:
            click.echo(text, err=True)


class Group(click.Group):
    """A group whose commands are imported when they are used, and end with our exit statuses.

    Args:
        verbs: Verb → the module of `generator.cli` that has it among its `VERBS`.
        more: What click's groups take.
    """

    def __init__(self, *, verbs: Mapping[str, str], **more: Any) -> None:
        super().__init__(**more)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All verbs, in alphabetical order."""
        return sorted(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a verb; None if there is none of that name."""
        if cmd_name not in self._verbs:
            return None
        module = import_module(f"generator.cli.{self._verbs[cmd_name]}")
        commands: tuple[click.Command, ...] = module.VERBS
        return next(command for command in commands if command.name == cmd_name)

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; an error of ours is a message and an exit status, not a traceback."""
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            click.echo(f"archive: {error}", err=True)
            sys.exit(EXIT_USAGE)
        except (FindingError, BrokenArchiveError) as error:
            lang = ctx.params.get("lang", "en")
            click.echo(printed.as_text(error.findings, lang), err=True)
            sys.exit(EXIT_BROKEN if isinstance(error, BrokenArchiveError) else EXIT_FINDINGS)


def end(findings: Iterable[Finding]) -> None:
    """Leave with the exit status that the findings ask for."""
    sys.exit(printed.exit_code(tuple(findings)))
