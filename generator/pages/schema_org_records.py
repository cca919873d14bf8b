"""schema.org of authority records: people, organisations, places, topics, events, outlets.

For a page in the words of its language, and for the export in both, each text with its language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model import LANGS, Bilingual, DatedRole, Entity, EntityKind
from generator.pages import prose
from generator.pages.schema_org import TYPES, address, known, reference
from generator.pages.view import Item, View

Say = Callable[[Bilingual], object]
"""How a text in both languages is written: as a text, or as texts with their languages."""

PARENTS: Mapping[EntityKind, str] = {
    EntityKind.ORGANISATION: "parentOrganization",
    EntityKind.OUTLET: "parentOrganization",
    EntityKind.PLACE: "containedInPlace",
    EntityKind.EVENT: "superEvent",
}
"""Kind of record → property that says what it belongs to; the others have none."""


def record(view: View, entity: Entity) -> Item:
    """A record in the words of the view's language."""
    return _record(view, entity, lambda text: text.get(view.lang))


def in_both(view: View, entity: Entity) -> Item:
    """A record with its names in every language, each said with which (`@language`)."""
    return _record(view, entity, tagged)


def tagged(text: Bilingual) -> list[Item]:
    """A text in all the languages it is there in, as JSON-LD writes it."""
    values = {"vi": text.vi, "en": text.en}
    return [{"@value": values[lang], "@language": lang} for lang in LANGS if values[lang]]


def _record(view: View, entity: Entity, say: Say) -> Item:
    own = {entity.name.vi, entity.name.en} - {entity.name.get(view.lang)}
    others = [name for name in (*sorted(own), *entity.aliases, *entity.abbreviations) if name]
    pages = view.archive.urls[entity.id]
    made: Item = {
        "@type": TYPES[entity.kind],
        "@id": address(view, entity.id),
        "identifier": entity.id,
        "url": prose.web(entity.url),
        "mainEntityOfPage": [view.edition.address(url) for url in pages.values()],
        "name": say(entity.name),
        "alternateName": list(dict.fromkeys(others)),
        "description": say(entity.description),
        "sameAs": [url for url in map(prose.web, entity.same_as) if url],
        "givenName": entity.given,
        **_posts(view, entity, say),
        **_happened(view, entity),
    }
    parent = reference(view, entity.parent)
    if parent and entity.kind in PARENTS:
        made[PARENTS[entity.kind]] = parent
    return known(made)


def _happened(view: View, entity: Entity) -> Item:
    when = entity.when
    return {
        "startDate": str(when.start) if when else "",
        "endDate": str(when.end) if when else "",
        "location": reference(view, entity.place),
    }


def _posts(view: View, entity: Entity, say: Say) -> Item:
    """The posts of a person, each from when to when, as far as is known.

    Source:
        schema.org, "Role": a role stands between the thing and the value of the same property.
    """
    occupations: list[Item] = []
    memberships: list[Item] = []
    for role in entity.roles:
        organisation = reference(view, role.organisation)
        if organisation:
            memberships.append(
                _role("OrganizationRole", role, roleName=say(role.title), memberOf=organisation)
            )
        else:
            post = {"@type": "Occupation", "name": say(role.title)}
            occupations.append(_role("Role", role, hasOccupation=post))
    return {"hasOccupation": occupations, "memberOf": memberships}


def _role(type_: str, role: DatedRole, **said: object) -> Item:
    start, end = str(role.start or ""), str(role.end or "")
    return known({"@type": type_, **said, "startDate": start, "endDate": end})
