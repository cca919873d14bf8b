from __future__ import annotations

from bench.flatten import flatten


def test_a_block_element_is_a_line() -> None:
    assert flatten("<div>One <b>two</b><p>three</p>four</div>") == "One two\nthree\nfour"


def test_a_line_break_ends_a_line_and_cells_are_lines() -> None:
    page = "<p>a<br>b</p><table><tr><td>c</td><td>d</td></tr></table>"

    assert flatten(page) == "a\nb\nc\nd"


def test_what_is_no_text_is_dropped() -> None:
    page = (
        "<head><title>t</title></head><body>a<script>b</script><style>c</style>"
        "<noscript>d</noscript><svg><text>e</text></svg><template>f</template>"
        "<iframe>g</iframe><select><option>h</option></select><!-- i -->j</body>"
    )

    assert flatten(page) == "aj"


def test_spaces_are_one_and_line_ends_of_the_source_are_spaces() -> None:
    assert flatten("<p>one\n  two&nbsp;three</p>") == "one two three"


def test_a_page_without_text_is_empty() -> None:
    assert flatten("") == ""
    assert flatten("<p> </p>") == ""
