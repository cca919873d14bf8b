from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import web


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://VOV.vn/tin-1.vov", "vov.vn"),
        ("http://www.mofa.gov.vn:8080/?a=b#c", "www.mofa.gov.vn"),
        ("HTTPS://ten@vov.vn/", "vov.vn"),
        ("http://[::1]/", "::1"),
        ("http://[x/", ""),
        ("https:///tin", ""),
        ("//vov.vn/", ""),
        ("vov.vn", ""),
        ("ftp://vov.vn/", ""),
        ("javascript:alert(1)//https://vov.vn/", ""),
        ("java\tscript:x", ""),
        (" https://vov.vn/", ""),
        ("https://vov.vn/a b", ""),
        ('https://vov.vn/"onclick=x', ""),
        ("https://vov.vn\\@example.org/", ""),
        ("https://vov.vn/\x00", ""),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_has_a_host(url: str, expected: str) -> None:
    assert expected == web.host(url)


@given(st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert "" == web.host(text)
    assert "vov.vn" == web.host(f"https://vov.vn/{text}") or not text.isalnum()
