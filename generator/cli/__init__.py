"""The command line: verbs, progress, exit status; the only place that prints.

Data goes to stdout, talk to stderr. Exit status: 0 clean · 1 findings of severity error ·
2 usage or settings · 3 the archive is broken (fixity, records, permalinks).
"""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.cli.common import App, Group
from generator.model import LANGS
from generator.settings import load

VERBS = {
    "convert": "converting",
    "explain": "converting",
    "build": "building",
    "stage": "building",
    "finish": "building",
    "serve": "building",
    "export": "building",
    "new": "editing",
    "translate": "editing",
    "restore": "editing",
    "check": "keeping",
    "status": "keeping",
    "verify": "keeping",
    "learn": "learning",
    "suggest": "suggesting",
}
"""Verb → the module that has it, imported when the verb is asked for: MkDocs and the extractor
take longer to import than most runs take."""


@click.group(cls=Group, verbs=VERBS, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the archive's mkdocs.yml (default: this folder).",
)
@click.option(
    "--lang",
    type=click.Choice(LANGS),
    envvar="ARCHIVE_LANG",
    default="en",
    help="Language of findings (or set ARCHIVE_LANG).",
)
@click.version_option(__version__, prog_name="archive")
@click.pass_context
def main(context: click.Context, root: Path, lang: str) -> None:
    """Turn scraped news pages into a public, bilingual, searchable archive."""
    context.obj = App(settings=load(root), lang=lang)
