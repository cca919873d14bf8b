"""What a page's policy must say, and that the site's own says it."""

from __future__ import annotations

import html
import re

import pytest

from generator.press.policy import REQUIRED, weaknesses
from tests.conftest import REPOSITORY

LEAST = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"


def template(*, live: bool) -> str:
    """The policy that the templates print."""
    text = (REPOSITORY / "overrides/partials/archive/policy.html").read_text(encoding="utf-8")
    replacement = r"\1" if live else ""
    printed = re.sub(r"\{% if config\.extra\.live %\}(.*?)\{% endif %\}", replacement, text)
    found = re.search(r'content="([^"{}]*)"', printed)
    assert found is not None
    return html.unescape(found[1])


def test_the_site_s_own_policy_leaves_nothing_open() -> None:
    assert [] == list(weaknesses(template(live=False)))


def test_for_the_live_server_it_lets_a_page_s_script_run_and_nothing_else() -> None:
    assert ["a policy with 'unsafe-inline' in script-src"] == list(weaknesses(template(live=True)))


@pytest.mark.parametrize(
    "policy",
    [
        LEAST,
        f"{LEAST};",
        LEAST.replace("; ", ";\t").upper(),
        f"{LEAST}; img-src 'self' data:; worker-src 'self'; script-src 'none'; frame-src 'none'",
        f"{LEAST}; default-src *",  # the first one counts
        LEAST.replace("base-uri 'none'; form-action 'self'", "base-uri 'self'; form-action 'none'"),
    ],
)
def test_policy_may_say_less_than_the_site_itself_and_pictures_in_style_sheets(policy: str) -> None:
    assert [] == list(weaknesses(policy))


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", [f"a policy without {name}" for name in REQUIRED]),
        (LEAST.replace("object-src 'none'; ", ""), ["a policy without object-src"]),
        (LEAST.replace("base-uri 'none'; ", ""), ["a policy without base-uri"]),
        (
            LEAST.replace("object-src 'none'", "object-src 'self'"),
            ["a policy with 'self' in object-src"],
        ),
        (
            f"{LEAST}; script-src 'self' 'unsafe-eval'",
            ["a policy with 'unsafe-eval' in script-src"],
        ),
        (f"{LEAST}; style-src 'unsafe-inline'", ["a policy with 'unsafe-inline' in style-src"]),
        (
            f"{LEAST}; connect-src https://evil.example",
            ["a policy with https://evil.example in connect-src"],
        ),
        (f"{LEAST}; font-src data:", ["a policy with data: in font-src"]),
        (f"{LEAST}; worker-src blob:", ["a policy with blob: in worker-src"]),
        (f"{LEAST}; script-src 'sha256-AAAA'", ["a policy with 'sha256-aaaa' in script-src"]),
        (f"default-src *; {LEAST}", ["a policy with * in default-src"]),
    ],
)
def test_what_a_policy_leaves_open_is_named(policy: str, expected: list[str]) -> None:
    assert expected == list(weaknesses(policy))
