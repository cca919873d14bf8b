from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence

import pytest

from generator.extract import Profile, article, learn, parse_profiles, write_profile
from generator.extract.learning import LEAST, Sample, Seen, belongs, observe
from generator.model import Capture, Extraction
from generator.settings import package_texts
from generator.vietnamese import nfc

PLACES = ("Bến Tre", "Lào Cai", "Quảng Trị", "Cà Mau", "Điện Biên", "Phú Yên")
THINGS = ("cầu treo", "chợ phiên", "trạm bơm", "thư viện", "bến phà", "trường học")
FORMULA = "Việt Nam luôn theo dõi sát diễn biến và sẽ thông tin kịp thời tới báo chí."
PROMOTION = "Tải ứng dụng Sông Quê"
BANNER = "Cùng Sông Quê trồng một triệu cây xanh trong năm nay, bạn nhé."


def title(n: int) -> str:
    return f"{PLACES[n].capitalize()} khánh thành {THINGS[n]} sau {n + 2} năm chờ đợi"


def story(n: int) -> list[str]:
    return [
        f"Sáng 1{n}/5, người dân {PLACES[n]} dự lễ khánh thành {THINGS[n]} mới ở đầu làng.",
        f"Công trình {THINGS[n]} có vốn đóng góp của {n + 40} hộ dân và hai doanh nghiệp.",
        FORMULA if n % 2 else f"Ở {PLACES[n]}, mùa mưa năm ngoái đã làm hỏng {THINGS[n]} cũ.",
        f"Theo ban quản lý, {THINGS[n]} này sẽ phục vụ {n + 3} xã trong vùng từ tháng sau.",
    ]


def page(n: int) -> str:
    """A page of an outlet that nobody knows, with boilerplate that nobody names."""
    first, *rest = (f"<p>{text}</p>" for text in story(n))
    others = "".join(f'<div class="mnop"><b>{title((n + k) % 6)}</b></div>' for k in (1, 2))
    return (
        "<html><head><meta property='og:site_name' content='Sông Quê'>"
        f"<link rel='canonical' href='https://songque.vn.example/tin/{n}.html'></head><body>"
        f"<div class='zz1'><h1>{title(n)}</h1><div class='qq'>Đăng 0{n + 1}/06/2021</div></div>"
        f"<div class='khung-bai'>{first}<div class='vwx'>{PROMOTION}</div>{rest[0]}"
        f"<div class='xyz-khung'>{others}</div>{rest[1]}{rest[2]}</div>"
        f"<div class='abc'><p>{BANNER}</p></div></body></html>"
    )


def text(n: int) -> str:
    body = "\n\n".join(story(n))
    return f"{title(n)}\n\n{body}\n\nSông Quê giữ bản tin này\n"


def capture(source: str, raw: str) -> Capture:
    form = "html" if raw.endswith(".html") else "text"
    digest = hashlib.sha256(source.encode()).hexdigest()
    return Capture(raw=raw, sha256=digest, format=form, encoding="utf-8", text=nfc(source))


def extractions(
    profiles: Sequence[Profile], make: Callable[[int], str] = page, suffix: str = "html"
) -> list[Extraction]:
    return [article(capture(make(n), f"sq/{n}.{suffix}"), profiles) for n in range(6)]


def seen(
    profiles: Sequence[Profile], make: Callable[[int], str] = page, suffix: str = "html"
) -> list[Seen]:
    return [observe(extraction) for extraction in extractions(profiles, make, suffix)]


def kept(extraction: Extraction) -> set[str]:
    return {label.block.text for label in extraction.lines if label.kept}


def with_proposal(proposal: str) -> tuple[Profile, ...]:
    texts = package_texts("extract/profiles", ".yml")
    return parse_profiles({**texts, "song-que": proposal}, own=["song-que"])


def proposed(profiles: Sequence[Profile]) -> str:
    pages = seen(profiles)
    return write_profile("songque.vn", learn(pages), pages=len(pages), lang="en")


def test_proposed_profile_removes_the_boilerplate_and_loses_no_line_of_a_story(
    profiles: tuple[Profile, ...],
) -> None:
    before = extractions(profiles)
    after = extractions(with_proposal(proposed(profiles)))

    furniture = {PROMOTION, BANNER}
    assert all(furniture & kept(extraction) for extraction in before)
    for n, extraction in enumerate(after):
        others = {title(k) for k in range(6)} - {title(n)}
        assert "song-que" == extraction.profile
        assert {title(n), *story(n)} <= kept(extraction)
        assert not (furniture | others) & kept(extraction)


def test_standing_sentence_within_stories_is_a_question_and_no_rule(
    profiles: tuple[Profile, ...],
) -> None:
    found = [p for p in learn(seen(profiles)) if "theo dõi" in p.value]

    assert [True] == [p.review for p in found]


def test_fewer_than_three_pages_show_nothing(profiles: tuple[Profile, ...]) -> None:
    assert () == learn(seen(profiles)[: LEAST - 1])


def test_what_stands_on_two_pages_only_is_never_proposed(profiles: tuple[Profile, ...]) -> None:
    twice = "Bản tin này có hai kỳ"

    def make(n: int) -> str:
        return (
            page(n).replace("<div class='abc'>", f"<div class='hai'>{twice}</div><div>")
            if (n < LEAST - 1)
            else page(n)
        )

    assert [] == [p for p in learn(seen(profiles, make)) if twice in p.value or "hai" in p.value]


def test_proposal_does_not_depend_on_the_order_of_pages(profiles: tuple[Profile, ...]) -> None:
    pages = seen(profiles)
    shuffled = random.Random(7).sample(pages, len(pages))  # noqa: S311  an order, no secret

    assert learn(pages) == learn(shuffled)


def test_every_proposed_line_says_where_it_was_seen(profiles: tuple[Profile, ...]) -> None:
    text = proposed(profiles)
    entries = [line for line in text.splitlines() if line.lstrip(" #").startswith(("- ", "'"))]

    assert entries
    assert text.count("seen on ") == len(entries)
    assert "for example sq/0.html" in text


def test_proposal_in_vietnamese_is_the_same_but_for_its_comments(
    profiles: tuple[Profile, ...],
) -> None:
    pages = seen(profiles)

    def bare(lang: str) -> list[str]:
        written = write_profile("songque.vn", learn(pages), pages=6, lang=lang)
        return [line for line in written.splitlines() if not line.lstrip().startswith("#")]

    assert bare("vi") == bare("en")


def test_text_captures_give_the_line_below_their_stories(profiles: tuple[Profile, ...]) -> None:
    found = learn(seen(profiles, text, "txt"))

    assert [("phrases/widget", "Sông Quê giữ bản tin này", False)] == [
        (p.key, p.value, p.review) for p in found if not p.review
    ]


def test_sign_at_the_head_of_stories_becomes_a_fingerprint(profiles: tuple[Profile, ...]) -> None:
    def make(n: int) -> str:
        return text(n).replace("Sáng 1", "(SQO) - Sáng 1")

    values = {p.key: p.value for p in learn(seen(profiles, make, "txt"))}

    assert r"^\(SQO\)\s?[-–—] \S" == values["fingerprints"]
    assert "lexicon/dateline" in values


@pytest.mark.parametrize("evil", ["' ] } #: - x", "a: b\n- c", "\u2028 \x85 «", "%TAG ! &a *b"])
def test_whatever_a_page_says_the_proposal_can_be_read(
    evil: str, profiles: tuple[Profile, ...]
) -> None:
    def make(n: int) -> str:
        return page(n).replace(PROMOTION, evil).replace("Sông Quê", evil.replace("'", "’"))

    pages = seen(profiles, make)
    written = write_profile(evil, learn(pages), pages=len(pages), lang="en")

    assert "song-que" in {profile.name for profile in with_proposal(written)}


def test_outlet_is_chosen_by_its_profile_or_its_host(profiles: tuple[Profile, ...]) -> None:
    found = article(capture(page(1), "a.html"), profiles)

    assert belongs(found, "songque.vn")
    assert not belongs(found, "que.vn")
    assert belongs(found, "generic")


def test_sample_keeps_so_many_pages_and_the_same_whatever_their_order(
    profiles: tuple[Profile, ...],
) -> None:
    pages = seen(profiles)
    ahead, back = Sample(most=4), Sample(most=4)
    for one in [*pages, pages[0]]:
        ahead.add(one)
    for one in reversed(pages):
        back.add(one)

    assert 4 == len(ahead.pages())
    assert ahead.pages() == back.pages()
