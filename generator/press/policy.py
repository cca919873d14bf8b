"""The pages' Content-Security-Policy, and what one must say at least.

It stands in every page, so that it holds wherever the site is served from, by hosts that let
nobody set headers too. Browsers hold a page to it from where it stands on.

Source:
    W3C, "Content Security Policy Level 3".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

NOTHING = frozenset({"'none'"})
ITSELF = NOTHING | {"'self'"}

REQUIRED: Mapping[str, frozenset[str]] = {
    "default-src": frozenset({"'self'"}),
    "object-src": NOTHING,
    "base-uri": ITSELF,
    "form-action": ITSELF,
}
"""Directive → all that it may name. These must be there: the first is what the others of its kind
fall back to, the rest do not fall back to it, or bring programs of their own."""

DATA = "data:"
_PICTURES = "img-src"
"""May have `data:` too: Material's style sheet draws its icons so. Nothing runs in a picture."""


def weaknesses(policy: str) -> Iterator[str]:
    """Find what a policy leaves open.

    Args:
        policy: As in `content` of the `meta` element.

    Yields:
        Each in a few words; nothing for a policy that lets pages load, run and send to what is
        the site's own at most.
    """
    directives: dict[str, frozenset[str]] = {}
    for part in policy.lower().split(";"):
        name, *sources = part.split() or [""]
        directives.setdefault(name, frozenset(sources))  # as browsers do: the first one counts
    directives.pop("", None)
    for name in REQUIRED:
        if name not in directives:
            yield f"a policy without {name}"
    for name, named in directives.items():
        allowed = REQUIRED.get(name, ITSELF) | ({DATA} if name == _PICTURES else frozenset())
        for source in sorted(named - allowed):
            yield f"a policy with {source[:80]} in {name[:80]}"
