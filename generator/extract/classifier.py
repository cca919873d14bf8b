"""The classifier: each block of a page gets a role, and the name of the rule that gave it.

    certain rules ─▶ votes ─▶ the model's judgement ─▶ rules that name what is in and what is out

First come rules that are certain by themselves: a profile's element, the shape of an alt line, a
known phrase. The model then judges what is still open, story or furniture; what other rules take
a line for (votes) is one of the things it looks at. The last rules say what the furniture is and
what form the story has. Nothing decided is ever changed, and every decision has a named reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.extract import (
    headlines,
    judgement,
    leaning,
    outline,
    rules_elements,
    rules_form,
    rules_head,
    rules_judged,
    rules_lines,
    rules_pictures,
    rules_related,
    rules_stories,
    titles,
)
from generator.extract.page import Decided, Decision, Page
from generator.model import BlockKind, Labelled, Role

Rule = Callable[[Page, Decided], Iterator[Decision]]

CERTAIN: tuple[Rule, ...] = (
    rules_elements.selected,
    rules_stories.other_stories,
    rules_pictures.teaser_pictures,
    rules_lines.phrases,
    rules_pictures.signed_credits,  # before a shape takes them for captions
    rules_lines.shaped_lines,
    rules_head.headline,
    rules_elements.figures,
    rules_pictures.slug_alts,
    rules_head.repeated_headline,
    rules_pictures.repeated_captions,
    rules_pictures.captions_below,
)

VOTES: tuple[Rule, ...] = (
    rules_related.related_lists,
    rules_related.unheaded_lists,
    rules_lines.widget_runs,
    rules_form.repeated_paragraphs,
)

VOTES_HTML: tuple[Rule, ...] = (rules_related.related_lists, rules_form.repeated_paragraphs)
"""Where elements have names, they tell what the other rules guess."""

NAMING: tuple[Rule, ...] = (
    rules_elements.hinted,
    rules_judged.boxed,
    rules_judged.last_headings,
    rules_pictures.images,
    rules_pictures.repeated_captions,
    rules_pictures.captions_below,
    rules_lines.edge_lines,
    rules_lines.date_lines,
    rules_lines.dateline_lines,
    rules_head.sections,
    rules_lines.name_lines,
    rules_judged.rest,
    rules_judged.below_marks,
    rules_head.deck,
    rules_form.forms,
)

_KEPT = 0.5
"""Log-odds that a line is story of which nothing is known."""

_DOUBT = 0.4
"""Log-odds for which a line stays: what is wrongly kept can be seen, and what is wrongly gone only
if somebody looks for it."""

_PICTURES = {BlockKind.IMAGE: Role.IMAGE, BlockKind.CAPTION: Role.CAPTION}


def label(page: Page) -> tuple[Labelled, ...]:
    """Decide about every line of a page.

    Returns:
        One decision a block, in reading order.
    """
    decided = _run(CERTAIN, page, {})
    votes = _votes(page, decided)
    judged = _judged(page, decided, votes)
    decided = headlines.moved(judged, decided)
    decided |= {i: vote for i, vote in votes.items() if i in judged.out and i not in decided}
    decided = _run(NAMING, judged, decided)
    return tuple(
        Labelled(block=line.block, role=decided[i].role, rule=decided[i].rule)
        for i, line in enumerate(page.lines)
    )


def judge(page: Page) -> tuple[Page, Decided]:
    """The page as the model judged it, and what rules are certain of."""
    decided = _run(CERTAIN, page, {})
    return _judged(page, decided, _votes(page, decided)), decided


def evidence(page: Page) -> tuple[Decided, Decided, str]:
    """What the model is given beside the page: certain decisions, votes, and the title."""
    decided = _run(CERTAIN, page, {})
    return _with_pictures(page, decided), _votes(page, decided), _title(page, decided)


def _votes(page: Page, decided: Decided) -> Decided:
    """What less certain rules say; the model looks at it."""
    rules = VOTES if leaning.is_bare(page) else VOTES_HTML
    return {i: d for i, d in _run(rules, page, decided).items() if i not in decided}


def _run(rules: Sequence[Rule], page: Page, start: Decided) -> dict[int, Decision]:
    decided = dict(start)
    for rule in rules:
        for decision in tuple(rule(page, decided)):
            decided.setdefault(decision.i, decision)
    return decided


def _judged(page: Page, decided: Decided, votes: Decided) -> Page:
    """The page with what is no story by the model and by what it cannot know."""
    held = _with_pictures(page, decided)
    found = _judgement(page, held, votes, _title(page, decided))
    leanings = leaning.lean(page, decided, votes, found.scores, found.boxes)
    out = {
        i
        for i, (score, leans) in enumerate(zip(found.scores, leanings, strict=True))
        if i not in held and score + leans + _DOUBT <= 0
    }
    return replace(page, out=frozenset(out), reasons=found.reasons, boxes=found.boxes)


def _judgement(page: Page, decided: Decided, votes: Decided, title: str) -> judgement.Judgement:
    """The model's; for a page that was cut to its story, all is story that no rule doubts."""
    model = page.profile.models.get("html" if page.html else "text")
    if model and page.lines and not leaning.is_cut(page, decided, votes):
        return judgement.judge(model, page, decided, votes, title)
    scores = tuple(-_KEPT if i in votes else _KEPT for i in range(len(page.lines)))
    boxes = outline.boxes(page) if page.html else ()
    return judgement.Judgement(scores, ("rules",) * len(scores), boxes)


def _with_pictures(page: Page, decided: Decided) -> Decided:
    """The decisions, and that pictures and captions are no text."""
    return dict(decided) | {
        i: Decision(i, _PICTURES[line.block.kind], "picture")
        for i, line in page.open(decided)
        if line.block.kind in _PICTURES
    }


def _title(page: Page, decided: Decided) -> str:
    """The title that the page states, else its headline; empty if it has neither."""
    stated = next((text for text, _ in titles.stated(page.head, page.profile) if text), "")
    head = next((d.i for d in decided.values() if d.role is Role.HEADLINE), None)
    return stated or ("" if head is None else page.lines[head].text)
