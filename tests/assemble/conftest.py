"""How properties of this room are tried: without a clock, for slow machines prove nothing."""

from hypothesis import settings

settings.register_profile("assemble", deadline=None)
settings.load_profile("assemble")
