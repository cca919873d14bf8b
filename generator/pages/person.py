"""The page of a person: posts on a time line, together with the stories of each year."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Entity
from generator.pages import career as careers
from generator.pages import stories
from generator.pages.connections import Connections
from generator.pages.view import Item, View


def facts(view: View, connections: Connections, record: Entity, ids: Sequence[str]) -> Item:
    """The posts of a person, the latest first, over the stories that name the person."""
    career = timeline(view, record, ids, newest=connections.newest)
    drawn = bool(career and career.get("columns"))
    return {"career": career, "chart": None if drawn else stories.chart(view, ids)}


def timeline(view: View, record: Entity, ids: Sequence[str], *, newest: int) -> Item | None:
    """Posts, years and stories on one line; None where no post is on record."""
    if not record.roles:
        return None
    years = stories.of_years(view, ids)
    line = careers.axis(record.roles, years, newest)
    posts = [careers.post(view, role, line) for role in reversed(record.roles)]
    return {
        **careers.folded(view, posts),
        **(careers.scale(line, record.roles, years) if line else {}),
    }
