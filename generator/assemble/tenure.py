"""Tenure: which posts a person held on a day, as far as the record's dates tell."""

from __future__ import annotations

from generator.model import Date, DatedRole, Entity


def held(record: Entity, day: Date | None) -> tuple[DatedRole, ...]:
    """The posts that somebody certainly held on a day, in the record's order.

    A post without an end is still held; one without a beginning was not certainly held on any
    day. Where a date is known to the month or year only, the days in doubt do not count.

    Args:
        record: Whose posts.
        day: Of any precision; nothing is certain about an unknown one.
    """
    if day is None:
        return ()
    return tuple(
        role
        for role in record.roles
        if role.start
        and _not_after(role.start, day)
        and (role.end is None or _not_after(day, role.end))
    )


def possible(record: Entity, day: Date | None) -> tuple[DatedRole, ...]:
    """The posts that somebody may have held on a day: all that its dates do not rule out."""
    if day is None:
        return record.roles
    return tuple(
        role
        for role in record.roles
        if not (role.start and day.is_before(role.start))
        and not (role.end and role.end.is_before(day))
    )


def _not_after(first: Date, second: Date) -> bool:
    """Whether a date certainly lies before another, or both are the same day."""
    same_day = bool(first.day) and first.day_only() == second.day_only()
    return same_day or first.is_before(second)
