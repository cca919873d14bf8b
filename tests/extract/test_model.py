"""The model that tells story from furniture: its trees, what it looks at, and what it yields to."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SettingsError
from generator.extract import Profile, forest, judgement, places, signs, surroundings
from generator.extract.forest import Forest
from generator.extract.outline import Outline
from tests.extract.conftest import Extract

_DEPTH = 3
_WIDTH = 4


def _forests() -> st.SearchStrategy[Forest]:
    value = st.floats(-9, 9, width=32)
    tree = st.tuples(
        st.lists(st.integers(0, _WIDTH - 1), min_size=_DEPTH, max_size=_DEPTH),
        st.lists(value, min_size=_DEPTH, max_size=_DEPTH),
        st.lists(value, min_size=2**_DEPTH, max_size=2**_DEPTH),
    )
    return st.builds(
        lambda trees, bias: Forest(
            columns=np.array([t[0] for t in trees], dtype=np.intp),
            borders=np.array([t[1] for t in trees], dtype=np.float32),
            leaves=np.array([t[2] for t in trees], dtype=np.float32),
            bias=bias,
        ),
        st.lists(tree, min_size=1, max_size=6),
        st.floats(-2, 2),
    )


def _walk(found: Forest, row: list[float]) -> float:
    """The same forest, one question after the other."""
    total = found.bias
    for columns, borders, leaves in zip(found.columns, found.borders, found.leaves, strict=True):
        number = sum(
            1 << level
            for level, (column, border) in enumerate(zip(columns, borders, strict=True))
            if np.float32(row[column]) > border
        )
        total += float(leaves[number])
    return total


@given(
    _forests(),
    st.lists(
        st.lists(st.floats(-9, 9, width=32), min_size=_WIDTH, max_size=_WIDTH),
        min_size=1,
        max_size=5,
    ),
)
def test_forest_gives_what_walking_its_trees_gives(found: Forest, rows: list[list[float]]) -> None:
    scores = found.scores(np.array(rows, dtype=np.float32))

    assert [_walk(found, row) for row in rows] == pytest.approx(scores.tolist(), abs=1e-3)


@given(_forests(), st.lists(st.floats(-9, 9, width=32), min_size=_WIDTH, max_size=_WIDTH))
def test_shares_of_the_families_add_up_to_the_score(found: Forest, row: list[float]) -> None:
    table = np.array([row], dtype=np.float32)
    shares = found.shares(np.arange(_WIDTH), _WIDTH)
    moved = shares[:, found.found(table)[0]].sum()
    mean = found.leaves.mean(axis=1).sum() + found.bias

    assert float(found.scores(table)[0]) == pytest.approx(float(mean + moved), abs=1e-3)


@pytest.mark.parametrize("text", ["", "{}", '{"first": {"trees": 3, "bias": 0}}', "[1, 2]"])
def test_weights_that_cannot_be_read_are_an_error_of_the_settings(text: str) -> None:
    with pytest.raises(SettingsError, match="weights"):
        forest.parse(text)


@pytest.mark.parametrize("form", ["html", "text"])
def test_weights_ask_only_for_columns_that_there_are(
    profiles: tuple[Profile, ...], form: str
) -> None:
    model = profiles[0].models[form]
    first = len(signs.COLUMNS) + len(surroundings.names())
    first += len(places.names()) if form == "html" else 0

    assert model.first.columns.max() < first
    assert model.second.columns.max() >= first  # the second look asks what the first thought


@given(st.lists(st.booleans(), min_size=1, max_size=12))
def test_distances_are_counted_to_the_next_flag_on_either_side(flags: list[bool]) -> None:
    since, until = surroundings.distances(np.array(flags))
    far = 999.0
    expected = [
        (
            min((float(i - j) for j in range(i) if flags[j]), default=far),
            min((float(j - i) for j in range(i + 1, len(flags)) if flags[j]), default=far),
        )
        for i in range(len(flags))
    ]

    assert expected == list(zip(since.tolist(), until.tolist(), strict=True))


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=12))
def test_stretch_has_the_greatest_sum_of_all(scores: list[int]) -> None:
    first, last = surroundings.stretch(np.array(scores, dtype=np.float64))
    best = max(sum(scores[i : j + 1]) for i in range(len(scores)) for j in range(i, len(scores)))

    assert max(best, 0) == sum(scores[first : last + 1])


def test_element_that_holds_the_story_is_no_boilerplate_whatever_its_name(generic: Profile) -> None:
    paths = (("body.has-sidebar", "p"), ("body.has-sidebar", "div.comments", "p"))
    tree = Outline(paths, [900.0, 90.0], generic.names_of_elements)

    assert [None, "comment"] == [tree.boxes[end] for end in tree.ends]


_MENU = "".join(f"<li><a href='/{n}'>Mục {n}</a></li>" for n in range(12))
_STORY = "".join(
    f"<p>Đoạn thứ {n} kể rằng sáng nay người dân hai bên bờ sông đã đi qua cầu mới, "
    "và hàng nông sản không còn phải chờ phà nữa.</p>"
    for n in range(6)
)
_PAGE = (
    "<html><body class='page'><div class='top'><ul>{menu}</ul></div><div class='khung'>"
    "<h1>Cầu mới nối hai bờ sông</h1><div class='than'>{story}</div>{below}</div>"
    "<div class='day'><ul>{menu}</ul></div></body></html>"
)


def test_menus_without_names_are_told_from_the_story(extract_html: Extract) -> None:
    found = extract_html(_PAGE.format(menu=_MENU, story=_STORY, below=""))

    assert ["Cầu mới nối hai bờ sông", *[f"Đoạn thứ {n}" for n in range(6)]] == [
        label.block.text[:23] if label.role == "headline" else label.block.text[:10]
        for label in found.lines
        if label.kept
    ]


def test_rule_says_what_spoke_against_a_line(extract_html: Extract) -> None:
    found = extract_html(_PAGE.format(menu=_MENU, story=_STORY, below=""))
    rules = {label.rule for label in found.lines if label.block.text.startswith("Mục")}

    assert rules <= {f"furniture-{family}" for family in judgement.FAMILIES}


def test_labels_do_not_depend_on_what_was_read_before(extract_html: Extract) -> None:
    page = _PAGE.format(menu=_MENU, story=_STORY, below="<p>Thu An</p>")
    first = extract_html(page)
    extract_html(_PAGE.format(menu="", story=_STORY * 2, below=_MENU))

    assert first.lines == extract_html(page).lines


def test_short_lines_of_a_text_that_was_cut_to_its_story_stay(extract_text: Extract) -> None:
    poem = "\n".join(f"Câu thơ thứ {n}" for n in range(12))
    prose = "Ông lái đò đọc bài thơ cho khách nghe sáng nay."
    found = extract_text(
        f"Bài thơ bên sông\n\n{prose}\n\n{poem}\n\nKhách vỗ tay hồi lâu rồi mới lên bờ."
    )

    assert all(label.kept for label in found.lines)


def test_weights_are_plain_numbers(profiles: tuple[Profile, ...]) -> None:
    model = profiles[0].models["html"]
    again = forest.parse(json.dumps(_plain(model)))
    table = np.random.default_rng(1).normal(size=(5, 400)).astype(np.float32)

    assert model.first.scores(table).tolist() == again.first.scores(table).tolist()
    assert model.second.scores(table).tolist() == again.second.scores(table).tolist()
    assert (model.words, model.names) == (again.words, again.names)


def _plain(model: forest.Model) -> dict[str, object]:
    def trees(found: Forest) -> dict[str, object]:
        rows = zip(
            found.columns.tolist(), found.borders.tolist(), found.leaves.tolist(), strict=True
        )
        return {
            "bias": found.bias,
            "trees": [{"columns": c, "borders": b, "leaves": v} for c, b, v in rows],
        }

    return {
        "first": trees(model.first),
        "second": trees(model.second),
        "words": model.words,
        "names": model.names,
    }
