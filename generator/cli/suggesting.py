"""The verb for names and events that are not on record: `suggest`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache

import click

from generator import assemble, content, suggest
from generator.cli import suggestions
from generator.cli.common import App, end
from generator.cli.suggestions import Event, Section, Suggestion
from generator.errors import finding
from generator.model import (
    LANGS,
    Archive,
    Bilingual,
    Contents,
    Entity,
    EntityKind,
    Finding,
)
from generator.suggest import Context, Organisation, Person, events
from generator.suggest.known import Ids

KINDS = ("people", "posts", "organisations", "events")
_SHOWN = 20


_JSON = """\b
Each line of --json is an object with `kind` and `id`, and
  people, posts    name, given, as (post, named, byline, credit), agencies,
                   posts, like, first, last, articles, count, contexts
  a post           title, lang, organisation, record, abbreviation, former,
                   first, last, count, contexts
  organisations    name, abbreviations, first, last, articles, count, contexts
  a context        article, at (file:line), part, text
  events           name, when, place, event, articles, names, terms
Of kind `posts` the id is that of a record, and its posts are those that the
record has not. Dates are those of articles, and empty where none is known."""


@click.command("suggest", epilog=_JSON)
@click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Default: all kinds.")
@click.option("--min", "least", type=click.IntRange(min=1), default=1, help="Fewest times named.")
@click.option("--limit", type=click.IntRange(min=0), default=_SHOWN, help="Of a kind; 0 for all.")
@click.option("--lang", type=click.Choice(LANGS), default=None, help="Language of the text.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a suggestion, all of them.")
@click.option("--write", "ids", metavar="ID", multiple=True, help="Write the record of this one.")
@click.option("--write-all", is_flag=True, help="Write the records of all that are shown.")
@click.pass_obj
def suggest_verb(
    app: App,
    *,
    kind: Sequence[str],
    least: int,
    limit: int,
    lang: str | None,
    ids: Sequence[str],
    as_json: bool,
    write_all: bool,
) -> None:
    """List names that texts use and no record has, with posts, dates and places."""
    contents = content.read(app.settings.content)
    archive, _ = assemble.archive(contents)
    all_found = _sections(contents, archive, kind or KINDS, least)
    kept = None if as_json or not limit else limit
    sections = [
        Section(kind=one.kind, found=one.found[:kept], more=len(one.found[kept:]) if kept else 0)
        for one in all_found
    ]
    if ids or write_all:
        chosen = _chosen(sections if write_all else all_found, None if write_all else ids)
        end(tuple(_write(app, contents, chosen)))
    place = _places(app, contents)
    if as_json:
        for row in suggestions.as_rows(sections, place):
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo("\n".join(suggestions.as_text(sections, lang or app.lang, archive, place)))
    counts = ", ".join(f"{len(one.found)} {one.kind}" for one in all_found)
    click.echo(f"suggest: {counts}; --write ID makes a record", err=True)
    end(())


def _sections(
    contents: Contents, archive: Archive, kinds: Sequence[str], least: int
) -> list[Section]:
    """What was found of the kinds that were asked for, all of it."""
    seen = suggest.survey(assemble.gather(contents.articles))
    records = tuple(archive.entities.values())
    people = suggest.people(seen, records)
    # Ids are given out alike whatever is asked for, so that --write finds what was listed.
    taken = [person.id for person in people]
    bodies = suggest.organisations(seen, records, taken=taken)
    ids = Ids((*archive.entities, *taken, *(body.id for body in bodies)))
    found: dict[str, Sequence[Suggestion]] = {
        "people": [person for person in people if person.count >= least],
        "posts": suggest.unrecorded_posts(seen, records) if "posts" in kinds else (),
        "organisations": [body for body in bodies if body.count >= least],
        "events": _events(archive, ids) if "events" in kinds else (),
    }
    return [Section(kind=kind, found=found[kind]) for kind in KINDS if kind in kinds]


def _events(archive: Archive, ids: Ids) -> list[Event]:
    return [
        Event(
            id=one.event
            or ids.new(one.name or f"su-kien {one.when.start.day_only()}", otherwise="su-kien"),
            proposal=one,
        )
        for one in events.propose(archive)
    ]


def _chosen(sections: Sequence[Section], ids: Sequence[str] | None) -> list[Suggestion]:
    """The suggestions with these ids, or all; what is on record already is none to write.

    Raises:
        click.UsageError: Nothing that was suggested has that id.
    """
    new: dict[str, Suggestion] = {
        one.id: one
        for section in sections
        for one in section.found
        if section.kind != "posts" and _is_new(one)
    }
    if ids is None:
        return list(new.values())
    for id_ in ids:
        if id_ not in new:
            raise click.UsageError(
                f"no new record can be made with the id {id_}: it was not suggested, or is on\n"
                "record, or is an event that the articles give no name"
            )
    return [new[id_] for id_ in dict.fromkeys(ids)]


def _is_new(one: Suggestion) -> bool:
    """Whether a record can be made: an event needs a name, and none is made up."""
    return not isinstance(one, Event) or bool(one.proposal.name and not one.proposal.event)


def _write(app: App, contents: Contents, chosen: Sequence[Suggestion]) -> Iterator[Finding]:
    """Write records, never over a file; what is there already is a finding."""
    bodies = {one.name.get("vi"): one.id for one in chosen if isinstance(one, Organisation)}
    findings: list[Finding] = []
    for one in chosen:
        record = _record(one, bodies)
        path = f"{record.kind.value}/{record.id}.yml"
        if content.add_record(app.settings.content, record):
            click.echo(app.settings.content / path)
        else:
            findings.append(finding("file-exists", file=contents.shown(path)))
    app.report(findings)
    click.echo(
        "The records say what the articles say. Since when and until when a post was held they\n"
        "do not: add `from` and `to`, descriptions and names in the other language yourself.",
        err=True,
    )
    yield from findings


def _record(one: Suggestion, bodies: dict[str, str]) -> Entity:
    if isinstance(one, Person):
        return suggest.person_record(one, bodies)
    if isinstance(one, Organisation):
        return suggest.organisation_record(one)
    found = one.proposal
    return Entity(
        id=one.id,
        kind=EntityKind.EVENT,
        name=Bilingual(**{found.lang: found.name}),
        when=found.when,
        place=found.place,
        articles=found.articles,
    )


def _places(app: App, contents: Contents) -> suggestions.Place:
    """Tells where a context stands, with its line in the file."""
    starts = {article.path: article.lines[1] for article in contents.articles}

    @cache
    def head(file: str) -> list[str]:
        """The lines of a file above its text."""
        text = (app.settings.content / file).read_text(encoding="utf-8")
        return text.split("\n")[: starts[file] - 1]

    def place(context: Context) -> str:
        shown = contents.shown(context.file)
        if context.line:
            return f"{shown}:{starts[context.file] + context.line - 1}"
        first = context.text.strip("… ").split(" ")[0]
        name = f"{context.part}:"
        number = next(
            (
                number
                for number, line in enumerate(head(context.file), 1)
                if line.lstrip(" -").startswith(name) and first in line
            ),
            0,
        )
        return f"{shown}:{number}" if number else shown

    return place


VERBS = (suggest_verb,)
