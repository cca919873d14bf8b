"""Records ready to be written, of what was suggested.

Only what texts say is in them. When a post began or ended they do not say: the dates of articles
are shown to the editor and are in no record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.model import Bilingual, DatedRole, Entity, EntityKind
from generator.suggest.held import Held
from generator.suggest.known import body_key
from generator.suggest.organisations import Organisation
from generator.suggest.people import Person


def person_record(person: Person, organisations: Mapping[str, str]) -> Entity:
    """The record of a person.

    Args:
        person: As suggested.
        organisations: Name of an organisation that is recorded at the same time → its id.
    """
    return Entity(
        id=person.id,
        kind=EntityKind.PERSON,
        name=person.name,
        given=person.given,
        roles=_roles(person.posts, {body_key(name): id_ for name, id_ in organisations.items()}),
    )


def organisation_record(organisation: Organisation) -> Entity:
    """The record of an organisation."""
    return Entity(
        id=organisation.id,
        kind=EntityKind.ORGANISATION,
        name=organisation.name,
        abbreviations=organisation.abbreviations,
    )


def _roles(posts: tuple[Held, ...], organisations: Mapping[str, str]) -> tuple[DatedRole, ...]:
    """Posts as roles; one that an article words in both languages is one role.

    That is sure only where the articles with the English wording give one Vietnamese post alone.
    """
    own = [post for post in posts if post.lang == "vi"]
    english = [post for post in posts if post.lang != "vi"]
    pairs: defaultdict[int, list[Held]] = defaultdict(list)
    alone: list[Held] = []
    for post in english:
        shared = [n for n, one in enumerate(own) if set(one.articles) & set(post.articles)]
        if len(shared) == 1:
            pairs[shared[0]].append(post)
        elif not shared:
            alone.append(post)
    return tuple(
        DatedRole(
            title=Bilingual(
                **{post.lang: post.title, **({"en": _best(pairs[n])} if n in pairs else {})}
            ),
            organisation=post.record or organisations.get(body_key(post.organisation), ""),
        )
        for n, post in enumerate((*own, *alone))
    )


def _best(wordings: list[Held]) -> str:
    """The commonest wording, of equals the longest."""
    return min(wordings, key=lambda post: (-post.count, -len(post.title), post.title)).title
