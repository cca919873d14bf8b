"""Verbs for keepers: `check`, `status`, `verify`."""

from __future__ import annotations

import json
import sys

import click

from generator import assemble, check, content
from generator.assemble import translations
from generator.captures.fixity import verify
from generator.cli.common import EXIT_BROKEN, App, end
from generator.errors import printed
from generator.model import LANGS, Article


@click.command("check")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--lang", type=click.Choice(LANGS), default=None, help="Language of findings.")
@click.pass_obj
def check_verb(app: App, form: str, lang: str | None) -> None:
    """Find every problem of the content without building the site."""
    contents = content.read(app.settings.content)
    archive, assembled = assemble.archive(contents)
    unread = content.removal_problems(app.settings.content, contents.articles)
    findings = check.findings(contents, archive, (*assembled, *unread))
    shown = lang or app.lang
    formats = {
        "text": lambda: printed.as_text(findings, shown),
        "json": lambda: printed.as_json(findings),
        "github": lambda: printed.as_github(findings, shown),
    }
    text = formats[form]()
    if text:
        click.echo(text)
    counts = f"{len(contents.articles)} texts, {len(contents.entities)} records"
    click.echo(f"check: {counts}, {len(findings)} findings", err=True)
    end(findings)


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON an article.")
@click.pass_obj
def status_verb(app: App, *, as_json: bool) -> None:
    """List all articles with the state of each language."""
    by_id: dict[str, dict[str, Article]] = {}
    for article in content.read(app.settings.content).articles:
        by_id.setdefault(article.id, {})[article.lang] = article
    for article_id, texts in sorted(by_id.items()):
        original = min(texts.values(), key=lambda text: text.translation is not None)
        row = {
            "id": article_id,
            "title": original.title,
            **{lang: translations.state(texts, lang) for lang in LANGS},
        }
        click.echo(
            json.dumps(row, ensure_ascii=False)
            if as_json
            else "  ".join(
                [f"{row['id']:22}", *(f"{lang}: {row[lang]:17}" for lang in LANGS), row["title"]]
            )
        )


@click.command("verify")
@click.pass_obj
def verify_verb(app: App) -> None:
    """Check that the bytes of every capture are those that the articles were made from."""
    originals = [a for a in content.read(app.settings.content).articles if a.source.raw]
    expected = {a.source.raw: a.source.sha256 for a in originals}
    expected |= {other.raw: other.sha256 for a in originals for other in a.source.captures}
    findings = verify(app.settings.raw, expected)
    app.report(findings)
    click.echo(f"verify: {len(expected)} captures, {len(findings)} findings", err=True)
    sys.exit(EXIT_BROKEN if findings else 0)


VERBS = (check_verb, status_verb, verify_verb)
