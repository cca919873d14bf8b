from __future__ import annotations

import base64
import dataclasses
import gzip
import json
import random
import struct
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import archives
from generator import assemble
from generator.model import Archive, Contents
from generator.press import search
from generator.press.search import keys, packing, postings, shards, slots, tokens, words
from generator.press.search import stamps as stamping
from tests.assemble.make import article, entity, joined
from tests.search import samples

GZIP = b"\x1f\x8b"


def files(archive: Archive, lang: str = "vi") -> dict[str, bytes]:
    made = dict(search.build(archive, (lang,)))
    return {path.removeprefix(f"{lang}/"): data for path, data in made.items()}


def contents(data: bytes) -> bytes:
    raw = gzip.decompress(data) if data.startswith(GZIP) else data
    assert packing.MAGIC == raw[:4]
    assert packing.stamp(raw[8:]) == struct.unpack("<I", raw[4:8])[0]
    return raw[8:]


def test_the_same_archive_gives_the_same_bytes_in_any_order() -> None:
    made = archives.generate(60, 100)
    shuffled = list(made.articles)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a seeded order, not a secret
    expected = files(assemble.archive(made)[0])

    assert expected == files(
        assemble.archive(Contents(articles=tuple(shuffled), entities=made.entities))[0]
    )


def test_every_file_says_what_it_is_and_carries_its_stamp() -> None:
    for path, data in files(samples.archive()).items():
        assert contents(data), path


def test_files_carry_no_time() -> None:
    packed = [data for data in files(samples.archive()).values() if data.startswith(GZIP)]

    assert {b"\0\0\0\0"} == {data[4:8] for data in packed}


def test_the_manifest_has_the_stamp_of_every_shard() -> None:
    made = files(samples.archive())
    manifest = json.loads(contents(made["manifest.bin"]))
    stamps = packing_stamps(manifest["stamps"])

    for number, stamp in enumerate(stamps):
        path = f"k/{number:x}.bin"
        assert bool(stamp) == (path in made)
        if stamp:
            assert packing.short(packing.stamp(contents(made[path]))) == stamp


def test_the_manifest_has_the_stamp_of_every_facet() -> None:
    made = files(samples.archive())
    manifest = json.loads(contents(made["manifest.bin"]))
    expected = {
        path[2:].removesuffix(".bin"): packing.stamp(contents(data))
        for path, data in made.items()
        if path.startswith("f/")
    }

    assert {"kind", "language", "outlet", "person", "topic"} <= set(expected)
    assert expected == manifest["facets"]


def test_both_editions_number_the_same_articles_alike() -> None:
    manifests = [
        json.loads(contents(files(samples.archive(), lang)["manifest.bin"]))
        for lang in ("vi", "en")
    ]
    calendars = [[made[name] for name in ("origin", "days", "months")] for made in manifests]

    assert calendars[0][1]
    assert calendars[0] == calendars[1]


def packing_stamps(text: str) -> list[int]:
    return [int(stamp) for stamp in np.frombuffer(base64.b64decode(text), "<u2")]


def test_one_changed_text_changes_its_own_shards_only() -> None:
    made = archives.generate(300, 100)
    archive = assemble.archive(made)[0]
    before = files(archive)
    id_, entry = next((id_, one) for id_, one in archive.entries.items() if "vi" in one.texts)
    text = dataclasses.replace(entry.texts["vi"], body=entry.texts["vi"].body + "\n\nmớitoanh.")
    changed = dataclasses.replace(entry, texts={**entry.texts, "vi": text}, original=text)
    after = files(dataclasses.replace(archive, entries={**archive.entries, id_: changed}))
    width = json.loads(contents(before["manifest.bin"]))["shards"]
    key = keys.number(*keys.lanes("moitoanh")) >> (keys.BITS - width)
    differing = {path for path in before | after if before.get(path) != after.get(path)}

    assert {f"k/{key:x}.bin"} == {path for path in differing if path.startswith("k/")}
    assert 1 == sum(path.startswith("a/") for path in differing)
    assert {"a", "k", "manifest.bin", "v"} == {path.split("/")[0] for path in differing}


def test_a_newer_article_leaves_the_numbers_of_all_others() -> None:
    made = archives.generate(300, 100)
    newer = article("a-2030-newer", title="Mới", body="mớitoanh", date="2030-01-01")
    before = files(assemble.archive(made)[0])
    after = files(assemble.archive(dataclasses.replace(made, articles=(*made.articles, newer)))[0])
    differing = [path for path in before if path[0] == "k" and before[path] != after[path]]

    assert len(differing) < 20


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    archive = samples.archive()
    first = search.write(archive, tmp_path)
    (tmp_path / "search/vi/k/stale.bin").write_bytes(b"old")

    assert first > 0
    assert 1 == search.write(archive, tmp_path)
    assert 0 == search.write(archive, tmp_path)


def test_an_empty_archive_has_an_index() -> None:
    made = files(joined())

    assert ["manifest.bin"] == list(made)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_drafts_and_removed_articles_are_in_no_file(lang: str) -> None:
    everything = b"".join(contents(data) for data in files(samples.archive(), lang).values())

    for word in ("nhápnháp", "biếnmất", "giấukín", "mậtmã"):
        assert word.encode() not in everything
        assert words.read(word)[0].key.encode() not in everything


@given(st.lists(st.integers(0, 2**35 - 1)))
def test_numbers_come_back(values: list[int]) -> None:
    data = packing.varints(np.array(values, np.int64))
    found, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value, shift = 0, 0

    assert values == found


_TEXT = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm", "sáu"]), max_size=12)


@given(st.lists(_TEXT, min_size=1, max_size=9))
def test_postings_are_what_the_texts_say(texts: list[list[str]]) -> None:
    archive = joined(
        *(
            article(f"a-{number:03}", title="T", body=" ".join(text) or "x", date=f"20{number:02}")
            for number, text in enumerate(texts)
        )
    )
    told = tokens.Tokens()
    for document in search_documents(archive):
        told.add(document, {})
    expected = {
        (kept(keys.pair(keys.lanes(fold(a)), keys.lanes(fold(b)))), number)
        for number, text in enumerate(texts)
        for a, b in pairwise(text)
    }
    found = {
        (key, number)
        for share in postings.postings(told, 8)
        for key, number, pair, field in zip(
            share.keys.tolist(),
            share.documents.tolist(),
            share.pairs.tolist(),
            share.fields.tolist(),
            strict=True,
        )
        if pair and field == tokens.BODY
    }

    assert expected == found


def kept(key: int) -> int:
    """A key without the bits that an index of 256 shards drops."""
    drop = keys.dropped(8)
    return key >> drop << drop | key & 1


def search_documents(archive: Archive) -> list[search.Document]:
    return list(search.documents(archive, "vi"))


def test_a_name_is_known_though_its_letters_are_part_of_a_word_of_the_text() -> None:
    told = article(body="Trung tâm NEU mở cửa. ASEAN họp.", organisations=("eu", "asean"))
    union = entity("eu", "EU", kind="organisations")
    asean = entity("asean", "ASEAN", kind="organisations")
    (document,) = search_documents(joined(told, union, asean))

    assert ("EU",) == document.about


def fold(word: str) -> str:
    return words.read(word)[0].key


@pytest.mark.parametrize("at_a_time", [200, 2_000, 10**9])
def test_shares_and_passes_give_the_same_shards(
    at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = assemble.archive(archives.generate(60, 100))[0]
    told = tokens.Tokens()
    for document in search_documents(archive):
        told.add(document, {})
    places = slots.places([document.slot for document in search_documents(archive)], 1990)
    expected = list(shards.shards(postings.postings(told, 8), places, 8))
    monkeypatch.setattr(postings, "AT_A_TIME", at_a_time)
    monkeypatch.setattr(postings, "IN_MEMORY", 5 * at_a_time)
    monkeypatch.setattr(postings, "_CHUNK", 1_000)

    assert expected == list(shards.shards(postings.postings(told, 8), places, 8))


def test_stamps_of_many_shards_stand_in_pages_that_the_manifest_knows() -> None:
    marks = np.arange(1 << 13, dtype=np.uint16)
    made = list(stamping.pages(marks))
    files = {path: data for path, data, _ in made}
    known = stamping.text(np.array([mark for *_, mark in made], np.uint16))
    manifest = {"shards": 13, "stamps": known}
    swapped = {**files, "s/0.bin": files["s/1.bin"]}

    assert 16 == len(files)
    assert marks.tolist() == stamping.read(manifest, files.__getitem__).tolist()
    with pytest.raises(ValueError, match="another index"):
        stamping.read(manifest, swapped.__getitem__)
