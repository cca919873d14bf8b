"""What the rules of the classifier see: a page's blocks with what their form says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.extract import shapes
from generator.extract.blocks_head import Head
from generator.extract.profiles import Profile
from generator.model import Block, BlockKind, Role

_TEXT_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


_LINKED = 0.8
"""From this share of its text on, a line is a link."""

_HALF = 0.5
"""A line more than half of which is links is no paragraph."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule says of one block.

    Attributes:
        i: Position of the block in the page.
        role: What it is for.
        rule: Name of the rule.
    """

    i: int
    role: Role
    rule: str


Decided = Mapping[int, Decision]
"""Position → the first decision made about it; rules never change one."""


def headline(decided: Decided) -> int:
    """Position of the line that was decided to be the headline; -1 if none was."""
    return next((d.i for d in decided.values() if d.role is Role.HEADLINE), -1)


@dataclass(frozen=True, slots=True)
class Line:
    """A block with what its form says, worked out once.

    Attributes:
        block: The block.
        key: Equal for two printings of one line.
        words: How many words it has.
        prose: It reads like a paragraph of a story.
        title: It could be a title.
    """

    block: Block
    key: str
    words: int
    prose: bool
    title: bool

    @property
    def text(self) -> str:
        """Its text."""
        return self.block.text

    @property
    def linked(self) -> bool:
        """Whether it is one link, or nearly: then it leads to another page."""
        return self.block.link_density >= _LINKED


@dataclass(frozen=True, slots=True)
class Page:
    """A page before its lines are told apart.

    Attributes:
        lines: In reading order.
        profile: What is known of the outlet.
        head: What the page says of itself to machines.
        html: Whether blocks have paths.
        spaced: Whether blank lines part all paragraphs, so that one says nothing.
        dense: Whether a text has no blank line at all, so that none says nothing.
        out: Lines that the model takes for furniture; none before it has judged.
        reasons: For each line what spoke most for the model's judgement; empty before.
        boxes: For each line what the outermost element around it is for that is boilerplate by
            name, the story's own excepted; empty before, and for bare text.
    """

    lines: tuple[Line, ...]
    profile: Profile
    head: Head
    html: bool
    spaced: bool
    dense: bool
    out: frozenset[int] = frozenset()
    reasons: tuple[str, ...] = ()
    boxes: tuple[Role | None, ...] = ()

    def open(self, decided: Decided, start: int = 0) -> Iterator[tuple[int, Line]]:
        """The lines from `start` on that no rule has decided about."""
        for i in range(start, len(self.lines)):
            if i not in decided:
                yield i, self.lines[i]

    def prose(self, decided: Decided) -> list[int]:
        """Where paragraphs of a story are that no rule has decided about."""
        return [
            i
            for i, line in enumerate(self.lines)
            if line.prose and i not in decided and i not in self.out
        ]

    def head_end(self, decided: Decided) -> int:
        """Position of the story's second paragraph: facts of the head stand before it.

        In a text the story begins below its headline, and what is above may be a banner's.
        """
        heads = (d.i for d in decided.values() if d.role is Role.HEADLINE)
        head = -1 if self.html else next(heads, -1)
        prose = [i for i in self.prose(decided) if i > head]
        return prose[1] if len(prose) > 1 else len(self.lines)

    def tail_start(self, decided: Decided) -> int:
        """Position of the story's last paragraph, or -1: facts of the tail stand after it."""
        return max(self.prose(decided), default=-1)

    def near(self, i: int, step: int) -> Line | None:
        """The next line in a direction, or None at the end."""
        return self.lines[i + step] if 0 <= i + step < len(self.lines) else None


def look(blocks: tuple[Block, ...], *, profile: Profile, head: Head, html: bool) -> Page:
    """Work out what the form of each block says."""
    lines = tuple(_line(block) for block in blocks)
    inner = [line.block for line in lines[:-1]]
    return Page(
        lines=lines,
        profile=profile,
        head=head,
        html=html,
        spaced=html or all(block.gap_after for block in inner),
        dense=not html and not any(block.gap_after for block in inner),
    )


def _line(block: Block) -> Line:
    text = block.text
    running = block.kind in _TEXT_KINDS
    words, prose, title = shapes.form(text)
    return Line(
        block=block,
        key=shapes.line_key(text),
        words=words,
        prose=running and block.link_density < _HALF and prose,
        title=block.kind is BlockKind.HEADING or (running and title),
    )
