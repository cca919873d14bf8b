"""Train the model that tells story from furniture, and write its weights into the package.

    .venv-bench/bin/python -m bench.train --data ../benchmarks

Trained on the pages of WCXB that are not held back, and on nothing else. Every page is seen three
times: as it is; as if it were in a language of which the program knows no word (`_foreign`), with
sentence-case headlines, so that nothing hangs on English; and, for bare text, cut down to the
story with a few lines around it (`_trimmed`), which is what most scrapes of text are.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier, Pool
from numpy.typing import NDArray

from bench import sets
from bench.flatten import flatten
from bench.gold import align
from bench.metric import compare, tokens
from generator import extract
from generator.extract import blocks, blocks_head, classifier, judgement, recognition
from generator.extract.forest import Forest, Model, Table
from generator.extract.page import look
from generator.extract.paths import class_words
from generator.extract.signs import COLUMN
from generator.model import Capture
from generator.settings import package_texts
from generator.vietnamese import nfc

SEED = 20_261_122
_FOLDS = 3
_TREES = 200
_DEPTH = 6
_TRUSTED = 0.75
"""Pages whose own blocks cannot give the gold text so well (F1) are not learned from."""

_NEWS = 2.0
"""How much more a page of news counts: news is what archives hold."""

_FEW_WORDS = 5
_KEPT_SHORT = 0.4
"""Share of the short lines of furniture that is learned from; they count for the others."""

_LEAST_TIMES = {"words": 12, "names": 6}
_LEAST_WORTH = 0.7
_WITH_TAIL = 0.6
"""Share of trimmed pages with something below the story."""

_SHORTENED = 0.5
"""Share of trimmed pages whose story is cut to its first lines, at least and at most so many."""

_SHORTEST, _LONGEST = 4, 16
_WORDS_OF_LINE = 14
_SHORT_LINE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A page to learn from.

    Attributes:
        page: As the classifier sees it.
        gold: For each line whether it is story.
        counts: Tokens of each line.
        fold: Which part of the data it belongs to.
        weight: How much it counts.
    """

    page: Any
    gold: NDArray[np.bool_]
    counts: NDArray[np.intp]
    fold: int
    weight: float


def read(page: sets.Page, *, html: bool, profiles: Sequence[extract.Profile]) -> Example | None:
    """Make an example of a page; None if its blocks do not hold its gold text."""
    raw = page.html()
    text = nfc(raw if html else flatten(raw))
    capture = Capture(
        raw=page.id, sha256="0" * 64, format="html" if html else "text", encoding="", text=text
    )
    found = blocks.read(capture)
    texts = [block.text for block in found]
    gold = align(texts, page.gold)
    ideal = " ".join(text for text, is_gold in zip(texts, gold, strict=True) if is_gold)
    if compare(page.gold, ideal).f1 < _TRUSTED:
        return None
    head = blocks_head.read(capture)
    profile, _ = recognition.recognise(found, head, profiles)
    news = '"NewsArticle"' in raw or "ReportageNewsArticle" in raw
    published = "article:published_time" in raw
    return Example(
        page=look(found, profile=profile, head=head, html=html),
        gold=np.array(gold, dtype=bool),
        counts=np.array([len(tokens(text)) for text in texts]),
        fold=sum(page.id.encode()) % _FOLDS,
        weight=_NEWS if news else (1 + _NEWS) / 2 if published else 1.0,
    )


def lexicons(examples: Iterable[Example]) -> tuple[dict[str, float], dict[str, float]]:
    """What words of short lines, and words of the names of elements, are worth.

    Returns:
        Natural logarithms of how much more pages have them in the story than in the furniture.
    """
    words: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    names: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for example in examples:
        in_words: tuple[set[str], set[str]] = (set(), set())
        in_names: tuple[set[str], set[str]] = (set(), set())
        for line, is_gold in zip(example.page.lines, example.gold.tolist(), strict=True):
            if line.words <= _SHORT_LINE:
                found = (word.casefold() for word in tokens(line.text)[:_WORDS_OF_LINE])
                in_words[is_gold].update(found)
            for step in line.block.path:
                in_names[is_gold].update(class_words(step))
        for is_gold in (False, True):
            words[is_gold].update(in_words[is_gold])
            names[is_gold].update(in_names[is_gold])
    return (
        _worth(words, _LEAST_TIMES["words"], _LEAST_WORTH),
        _worth(names, _LEAST_TIMES["names"], 0.01),
    )


def _worth(counts: tuple[Counter[str], Counter[str]], times: int, least: float) -> dict[str, float]:
    against, for_it = counts
    found = {}
    for word in sorted({*against, *for_it}):
        if against[word] + for_it[word] >= times:
            worth = round(math.log((for_it[word] + 2) / (against[word] + 2)), 2)
            if abs(worth) >= least:
                found[word] = worth
    return found


@dataclass(frozen=True, slots=True)
class Seen:
    """An example in numbers, in one of its guises.

    Attributes:
        first: Columns of the first look.
        known: Lines that rules are certain of.
        boxes: The page's boxes.
        gold: For each line whether it is story.
        weights: How much each line counts.
        fold: Which part of the data it belongs to.
    """

    first: Table
    known: NDArray[np.bool_]
    boxes: Any
    gold: NDArray[np.bool_]
    weights: NDArray[np.float64]
    fold: int


def see(example: Example, model: Model, guise: str) -> Seen:
    """Measure an example in one of its guises: `as-is`, `foreign`, `trimmed`."""
    rng = np.random.default_rng([SEED, *example.counts[:8].tolist(), len(example.counts)])
    if guise == "trimmed":
        example = _trimmed(example, rng)
    decided, votes, title = classifier.evidence(example.page)
    change = None if guise == "as-is" else partial(_foreign, rng=rng)
    looked = judgement.first_look(model, example.page, decided, votes, title, change=change)
    count = len(example.gold)
    known = np.fromiter((i in decided for i in range(count)), dtype=bool, count=count)
    total = max(50, int(example.counts[example.gold].sum()))
    weights = np.minimum(1.0, (example.counts + 0.5) / total) * example.weight * ~known
    return Seen(looked[0], known, looked[1], example.gold, weights, example.fold)


def _foreign(rows: Table, rng: np.random.Generator) -> Table:
    """The rows as if the page were in another language: no known words, sentence case.

    Vietnamese has about 1.3 words (syllables) where English has one.
    """
    rows = rows.copy()
    rows[:, [COLUMN["words_sum"], COLUMN["words_least"]]] = 0
    cased = (
        (rows[:, COLUMN["prose"]] == 0)
        & (rows[:, COLUMN["capitals"]] > 0.4)  # noqa: PLR2004 - title case
        & (rows[:, COLUMN["words"]] > 3)  # noqa: PLR2004
    )
    rows[cased, COLUMN["capitals"]] = rng.beta(1.2, 5, int(cased.sum()))
    rows[:, COLUMN["words"]] = np.minimum(400, np.round(rows[:, COLUMN["words"]] * 1.3))
    return rows


def _trimmed(example: Example, rng: np.random.Generator) -> Example:
    """The story, or its beginning, with a few lines around it, as scrapes of text have it."""
    own = np.flatnonzero(example.gold)
    if not len(own):
        return example
    above = int(rng.integers(0, 6))
    below = int(rng.integers(0, 25)) if rng.random() < _WITH_TAIL else 0
    picked = np.arange(max(0, own[0] - above), min(len(example.gold), own[-1] + 1 + below))
    if rng.random() < _SHORTENED and len(own) > _SHORTEST:
        first_out = own[int(rng.integers(_SHORTEST, min(len(own), _LONGEST)))]
        picked = picked[(picked < first_out) | (picked > own[-1])]
    return replace(
        example,
        page=replace(example.page, lines=tuple(example.page.lines[i] for i in picked)),
        gold=example.gold[picked],
        counts=example.counts[picked],
    )


def grow(seen: Sequence[Seen], tables: Sequence[Table], trees: int) -> Forest:
    """Grow a forest on tables of seen pages."""
    rng = np.random.default_rng(SEED)
    picked = []
    for page in seen:
        small = ~page.gold & (page.first[:, COLUMN["words"]] <= _FEW_WORDS)
        keep = (page.weights > 0) & (~small | (rng.random(len(small)) < _KEPT_SHORT))
        picked.append((keep, np.where(small, page.weights / _KEPT_SHORT, page.weights)[keep]))
    learner = CatBoostClassifier(
        iterations=trees,
        depth=_DEPTH,
        learning_rate=0.08,
        l2_leaf_reg=6,
        random_seed=SEED % 1000,
        border_count=64,
        rsm=0.4,
        boosting_type="Plain",
        bootstrap_type="Bernoulli",
        subsample=0.8,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
    )
    learner.fit(
        Pool(
            np.vstack([table[keep] for table, (keep, _) in zip(tables, picked, strict=True)]),
            np.concatenate([p.gold[keep] for p, (keep, _) in zip(seen, picked, strict=True)]),
            weight=50 * np.concatenate([weights for _, weights in picked]),
        )
    )
    return _read_forest(learner)


def _read_forest(learner: CatBoostClassifier) -> Forest:
    file = Path("model.json")
    learner.save_model(str(file), format="json")
    data = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()
    trees = [tree for tree in data["oblivious_trees"] if len(tree["splits"]) == _DEPTH]
    short = [tree for tree in data["oblivious_trees"] if len(tree["splits"]) != _DEPTH]
    if any(any(tree["leaf_values"]) for tree in short):
        raise ValueError("a tree of another depth")
    scale, (bias,) = data["scale_and_bias"]
    return Forest(
        columns=np.array(
            [[split["float_feature_index"] for split in tree["splits"]] for tree in trees]
        ),
        borders=np.array(
            [[split["border"] for split in tree["splits"]] for tree in trees], dtype=np.float32
        ),
        leaves=np.round(
            np.array([tree["leaf_values"] for tree in trees], dtype=np.float32) * scale, 4
        ),
        bias=round(bias, 4),
    )


def second(page: Seen, scores: Table) -> Table:
    """The table of the second look."""
    return np.hstack(
        [page.first, judgement.second_look(scores, page.first, page.known, page.boxes)]
    )


def train(examples: Sequence[Example], *, html: bool, say: Callable[[str], None]) -> Model:
    """Train both looks; what the first says of a page comes from trees that never saw it."""
    words, names = lexicons(examples)
    empty = Forest(np.zeros((0, _DEPTH), int), np.zeros((0, _DEPTH)), np.zeros((0, 64)), 0.0)
    model = Model(empty, empty, words, names if html else {})
    guises = ("as-is", "foreign") if html else ("as-is", "foreign", "trimmed")
    seen = [see(example, model, guise) for guise in guises for example in examples]
    trees = _TREES
    say(f"{len(examples)} pages, {sum(len(page.gold) for page in seen)} lines")
    tables: list[Table] = [np.zeros((0, 0), dtype=np.float32)] * len(seen)
    for fold in range(_FOLDS):
        others = [page for page in seen if page.fold != fold]
        forest = grow(others, [page.first for page in others], trees)
        for number, page in enumerate(seen):
            if page.fold == fold:
                tables[number] = second(page, forest.scores(page.first))
        say(f"fold {fold + 1} of {_FOLDS}")
    first = grow(seen, [page.first for page in seen], trees)
    say("first look")
    return replace(model, first=first, second=grow(seen, tables, trees))


def write(model: Model, file: Path) -> None:
    """Write weights, one tree a line, the same bytes for the same numbers."""
    forests = {name: _lines(getattr(model, name)) for name in ("first", "second")}
    parts = [
        *(
            f'"{name}": {{"bias": {forest.bias}, "trees": [\n{trees}\n]}}'
            for (name, trees), forest in zip(
                forests.items(), (model.first, model.second), strict=True
            )
        ),
        *(
            f'"{name}": ' + json.dumps(dict(sorted(worth.items())), ensure_ascii=False, indent=0)
            for name, worth in (("words", model.words), ("names", model.names))
        ),
    ]
    file.parent.mkdir(exist_ok=True)
    file.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _lines(forest: Forest) -> str:
    return ",\n".join(
        json.dumps(
            {
                "columns": columns.tolist(),
                "borders": [float(f"{border:.6g}") for border in borders.tolist()],
                "leaves": [round(leaf, 4) for leaf in leaves.tolist()],
            }
        )
        for columns, borders, leaves in zip(
            forest.columns, forest.borders, forest.leaves, strict=True
        )
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description="Train the model that tells story from furniture.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--forms", default="html,text")
    parser.add_argument("--output", type=Path, default=Path("generator/extract/weights"))
    args = parser.parse_args()
    profiles = extract.parse_profiles(package_texts("extract/profiles", ".yml"))
    pages = sets.load(args.data, "wcxb-train")
    for form in args.forms.split(","):
        task = partial(read, html=form == "html", profiles=profiles)
        with ProcessPoolExecutor() as pool:
            examples = [x for x in pool.map(task, pages, chunksize=16) if x and len(x.gold)]
        model = train(examples, html=form == "html", say=_say)
        write(model, args.output / f"{form}.json")


if __name__ == "__main__":
    main()
