"""Our page becomes any builder's template, and nothing of it gets lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.chrome import ChromeError, of_article, of_list, template
from bench.laying import Story

STORY = Story(
    place="2021/12/13/mot/",
    lang="vi",
    title="Bài <một>",
    description="Tóm tắt.",
    day="2021-12-13",
    tags=("Hà Nội",),
    related='<ul class="stories"></ul>',
    body="Lời.",
)
PAGE = (
    '<title>Bài &lt;một&gt;</title><meta content="Tóm tắt."><a href="/2021/12/13/mot/">'
    '<article class="article"><h1>Bài &lt;một&gt;</h1><div class="prose"><p>Lời.</p></div>'
    '<section class="named"><li>Hà Nội</li></section><ul class="stories"><li>Khác</li></ul>'
    "<pre>{{Bài &lt;một&gt;}}</pre></article></body>"
)
SLOTS = {
    name: f"<{name}>" for name in ("title", "description", "place", "content", "tags", "related")
}


def test_facts_of_an_article_become_slots_and_all_else_stays() -> None:
    expected = (
        '<title><title></title><meta content="<description>"><a href="/<place>">'
        '<article class="article"><h1><title></h1><div class="prose"><content></div>'
        "<tags><related>"
        '<pre>{{ "{{" }}<title>}}</pre></article></body>'
    )

    assert expected == template(of_article(PAGE, STORY), SLOTS)


def test_a_list_stands_in_the_place_of_the_article() -> None:
    expected = PAGE[: PAGE.index("<article")] + "<list></body>"

    assert expected == template(of_list(PAGE, STORY), {"list": "<list>"})


def test_a_page_without_one_of_the_facts_is_no_template() -> None:
    with pytest.raises(ChromeError, match="there is no title on the page"):
        of_article(PAGE, replace(STORY, title="Bài khác"))
    with pytest.raises(ChromeError, match="there is no tags on the page"):
        of_article(PAGE.replace("named", "other"), STORY)
    with pytest.raises(ChromeError, match="there is no article on the page"):
        of_list("<body></body>", STORY)
