"""Verbs for editors: `new`, `translate`, `restore`."""

from __future__ import annotations

import secrets

import click

from generator import content
from generator.cli.common import App
from generator.model import LANGS, Article, Date


class DateType(click.ParamType[Date | None]):
    """An ISO 8601 date of any precision, or `unknown`."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Date | None:
        """Read the date; a wrong one is a usage error that shows the right form."""
        if isinstance(value, Date) or value in {None, "unknown"}:
            return value if isinstance(value, Date) else None
        try:
            return Date.parse(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a date; write 2024-05-01, 2024-05 or unknown", param, ctx)


@click.command("new")
@click.argument("title")
@click.option("--date", type=DateType(), default="unknown", help="When it was published.")
@click.option("--lang", type=click.Choice(LANGS), default="vi", show_default=True)
@click.pass_obj
def new_verb(app: App, title: str, date: Date | None, lang: str) -> None:
    """Make the folder and the file of a new article, as a draft."""
    path = content.new(
        title, date=date, lang=lang, content=app.settings.content, token=secrets.token_hex(16)
    )
    click.echo(path)
    click.echo(
        f"Write the text in {path}, fill in the facts at its head, and change\n"
        "`status: draft` to `status: published`. `archive check` says what is still missing;\n"
        "`archive serve` shows the page.",
        err=True,
    )


@click.command("translate")
@click.argument("article_id", metavar="ID")
@click.option("--to", "lang", type=click.Choice(LANGS), required=True)
@click.pass_obj
def translate_verb(app: App, article_id: str, lang: str) -> None:
    """Make the file for a translation of an article."""
    path = content.translate(_original(app, article_id), to=lang, content=app.settings.content)
    click.echo(path)
    click.echo(
        f"Translate `title` and write the text in {path}.\n"
        "While it has no text it is a draft and stays out of the site.",
        err=True,
    )


@click.command("restore")
@click.argument("article_id", metavar="ID")
@click.option("--line", "n", type=click.IntRange(min=1), required=True, help="As `explain` says.")
@click.pass_obj
def restore_verb(app: App, article_id: str, n: int) -> None:
    """Put a line that cleaning removed back into the article's text."""
    original = _original(app, article_id)
    folder = app.settings.content
    click.echo(content.restore(folder, original.folder, n=n, lang=original.lang))
    click.echo("The line is back, as a paragraph of its own; the file is yours now.", err=True)


def _original(app: App, article_id: str) -> Article:
    """The original with that id.

    Raises:
        click.UsageError: There is none.
    """
    contents = content.read(app.settings.content)
    for article in contents.articles:
        if article.id == article_id and not article.translation:
            return article
    raise click.UsageError(
        f"there is no article with the id {article_id}; `archive status` lists them all"
    )


VERBS = (new_verb, translate_verb, restore_verb)
