"""Raw to content: every capture by itself, in as many processes as wanted, then written in order.

The corridor's conductor: `captures` read, the pure `extract` decides, `content` writes. It goes
twice over the captures::

    raw/ ─▶ parcels ─▶ work, in workers ─▶ store      any order, a bounded number at a time
                                            store ─▶ pages ─▶ content/     in order of name

Between the two stands the store, a file of `.archive`: what did not change since the last run is
taken from it, and a run that was cut off goes on where it was.
"""

from generator.convert.conducting import choose, run
from generator.convert.examining import examine
from generator.convert.limits import LIMITS, Limits
from generator.convert.parcels import Plan, Progress
from generator.convert.work import Own, profiles

__all__ = ["LIMITS", "Limits", "Own", "Plan", "Progress", "choose", "examine", "profiles", "run"]
