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


@given(st.text("htps:/@[]%\\ \t\nabcA1.:#?&"))
def test_a_host_stands_in_its_address_whatever_that_is(text: str) -> None:
    for url in (text, f"https://{text}"):
        assert web.host(url) in url.lower()
