"""Drawing ahead: others draw cards while this process makes the pages.

They begin with the last card. This process takes the first one when the pages are made, draws what
is not there yet, and meets them somewhere in between. So nobody waits for anybody, nothing needs to
come back, and whatever is lost with a worker is drawn here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.pages.cards import Card
from generator.press.cards import Kept
from generator.press.hands import Crew, processes

PARCEL = 64
"""Cards that are handed out together: a tenth of a second."""

FEW = 300
"""Cards for which nobody is asked: it would take longer than drawing."""

_PATIENCE = 10
"""How many seconds those who still draw are waited for; a worker that is lost may never answer."""

log = logging.getLogger("generator.press.drawing")


@contextmanager
def others(crew: Crew) -> Iterator[Executor | None]:
    """Who draws besides this process, to be called before the archive is read.

    A process that is forked when the archive is in memory shares it; what this one touches from
    then on is there twice, and that is all of it.

    Args:
        crew: Who draws. Of processes of this machine, this one is one.
    """
    if crew.executor or crew.jobs == 1:
        yield crew.executor
        return
    with ExitStack() as held:
        executor = None
        try:
            executor = held.enter_context(processes(crew.jobs - 1))
        except OSError as error:
            log.info("no process could be started, all cards are drawn here: %r", error)
        yield executor


@contextmanager
def ahead(cards: Iterable[Card], folder: Path, executor: Executor | None) -> Iterator[None]:
    """Let others draw while something else is done here.

    Args:
        cards: In the order in which they will be asked for; not read if nobody else is there.
        folder: Where they are kept; workers see it under the same path.
        executor: Whose workers draw; nobody's if None.
    """
    missing = Kept(folder).missing(cards) if executor else []
    if executor is None or len(missing) < FEW:
        yield
        return
    under_way = list(_handed_out(missing[::-1], folder, executor))
    try:
        yield
    finally:
        wait([future for future in under_way if not future.cancel()], timeout=_PATIENCE)


def _handed_out(cards: Sequence[Card], folder: Path, executor: Executor) -> Iterator[Future[None]]:
    try:
        for start in range(0, len(cards), PARCEL):
            yield executor.submit(draw_all, cards[start : start + PARCEL], folder)
    except Exception as error:  # noqa: BLE001 - each kind of executor loses workers in its way
        log.info("nobody takes cards any more, which are drawn here: %r", error)


def draw_all(cards: Sequence[Card], folder: Path) -> None:
    """Draw those that are not in the folder yet."""
    kept = Kept(folder)
    for card in cards:
        kept.file(card)
