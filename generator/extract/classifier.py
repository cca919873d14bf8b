"""The classifier: each block of a page gets a role, and the name of the rule that gave it.

Rules run in order. Each looks at the whole page and at what has been decided, and decides about
lines that are still open; nothing decided is ever changed. The order is from what is certain by
itself (a profile's element, the shape of an alt line) to what is only left over (the story).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extract import (
    rules_form,
    rules_head,
    rules_html,
    rules_lines,
    rules_pictures,
    rules_related,
    rules_stories,
)
from generator.extract.page import Decided, Decision, Page
from generator.model import Labelled

Rule = Callable[[Page, Decided], Iterator[Decision]]

RULES: tuple[Rule, ...] = (
    rules_html.selected,
    rules_stories.other_stories,
    rules_pictures.teaser_pictures,
    rules_lines.phrases,
    rules_pictures.signed_credits,  # before a shape takes them for captions
    rules_lines.shaped_lines,
    rules_head.headline,
    rules_html.parts,
    rules_pictures.images,
    rules_pictures.slug_alts,
    rules_head.repeated_headline,
    rules_pictures.repeated_captions,
    rules_pictures.captions_below,
    rules_related.related_lists,
    rules_related.unheaded_lists,
    rules_lines.widget_runs,
    rules_related.linked_titles,
    rules_html.below,  # what it removes no longer is the end of the story
    rules_lines.edge_lines,
    rules_lines.date_lines,
    rules_lines.dateline_lines,
    rules_head.sections,
    rules_lines.name_lines,
    rules_html.above,
    rules_html.below,
    rules_form.repeated_paragraphs,
    rules_head.deck,
    rules_form.forms,
)


def label(page: Page) -> tuple[Labelled, ...]:
    """Decide about every line of a page.

    Returns:
        One decision a block, in reading order.
    """
    decided: dict[int, Decision] = {}
    for rule in RULES:
        for decision in tuple(rule(page, decided)):
            decided.setdefault(decision.i, decision)
    return tuple(
        Labelled(block=line.block, role=decided[i].role, rule=decided[i].rule)
        for i, line in enumerate(page.lines)
    )
