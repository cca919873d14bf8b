from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.errors import SettingsError
from generator.extract import Profile, parse_profiles
from generator.extract.paths import Selector, class_words
from generator.extract.profiles import GENERIC
from generator.model import Extraction, Role

Extract = Callable[..., Extraction]
STORY = (
    "Hội nghị khai mạc ở thủ đô\n\nCác tỉnh thành cử người về dự đông đủ, theo ban tổ chức.\n\n"
    "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở.\n\n"
)


def test_the_generic_profile_comes_first_and_outlets_have_names(
    profiles: tuple[Profile, ...],
) -> None:
    first, *outlets = profiles

    assert GENERIC == first.name
    assert {"mofa", "sputnik", "congluan", "vov", "vietnamplus", "baochinhphu", "nhandan"} <= {
        profile.name for profile in outlets
    }
    assert all(p.names.vi and p.names.en and p.home.startswith("https://") for p in outlets)


def test_outlet_is_asked_before_the_generic_profile(profiles: tuple[Profile, ...]) -> None:
    sputnik = next(profile for profile in profiles if profile.name == "sputnik")

    assert sputnik.lines[0].name.startswith("sputnik/")
    assert set(profiles[0].phrases["widget"]) <= set(sputnik.phrases["widget"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("colour: red", "unknown keys: colour"),
        ("lines: [{name: a, role: nonsense, pattern: x}]", "nonsense"),
        ("lines: [{name: a, role: body, pattern: '('}]", "unterminated"),
        ("lines: [{name: a, role: body, pattern: x, where: there}]", "there"),
        ("story: ['div > p']", "descendants"),
        ("domains: [", "profile `broken`"),
        ("just words", "profile `broken`"),
    ],
)
def test_profile_that_makes_no_sense_is_refused_by_name(text: str, reason: str) -> None:
    with pytest.raises(SettingsError, match="broken") as refused:
        parse_profiles({GENERIC: "{}", "broken": text})

    assert reason in str(refused.value)


def test_profiles_without_the_generic_one_are_refused() -> None:
    with pytest.raises(SettingsError, match=GENERIC):
        parse_profiles({"vov": "{}"})


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.mofa.gov.vn/vi/x", "mofa"),
        ("https://mofa.gov.vn.example/vi/x", "mofa"),
        ("https://notmofa.gov.vn/x", ""),
        ("https://mofa.gov.vn.evil.com/x", ""),
        ("https://evil.example/mofa.gov.vn", ""),
        ("http://[mofa.gov.vn/x", ""),
    ],
)
def test_outlet_by_its_domain_with_or_without_the_reserved_suffix(
    url: str, outlet: str, extract_text: Extract
) -> None:
    found = extract_text(f"{STORY}{url}").fields["source.outlet"]

    assert outlet == found.value
    assert not outlet or found.basis.kind.value == "url"


@pytest.mark.parametrize(
    "text",
    [
        STORY + "Theo Sputnik Việt Nam, hội nghị thành công hơn mong đợi của mọi người.",
        STORY + "Ông trả lời VOV rằng hội nghị đã thành công hơn cả mong đợi.",
        "Video Tin trong nước\n\n" + STORY,
        STORY.replace("Các tỉnh", "Bài của (CLO) viết rằng các tỉnh"),
    ],
)
def test_outlet_that_is_only_mentioned_did_not_publish_it(text: str, extract_text: Extract) -> None:
    found = extract_text(text)

    assert "" == found.fields["source.outlet"].value
    assert "capture-outlet-unknown" in [x.code for x in found.findings]


def test_site_name_states_the_outlet(extract_html: Extract) -> None:
    found = extract_html(
        "<head><meta property='og:site_name' content='Báo điện tử VOV'></head><body><h1>Tít</h1>"
        "<p>Các tỉnh thành cử người về dự đông đủ, theo ban tổ chức.</p></body>"
    ).fields["source.outlet"]

    assert ("vov", "stated", "vov/site-name") == (
        found.value,
        found.basis.kind.value,
        found.basis.rule,
    )


@pytest.mark.parametrize(
    ("css", "path", "depth"),
    [
        ("div.a", ("body", "div.a.b#c", "p"), 2),
        ("div#c p", ("body", "div.a#c", "p"), 3),
        ("p.x, div.a", ("body", "div.a", "p"), 2),
        (".A", ("body", "div.a"), 2),
        ("div.a.z", ("body", "div.a"), 0),
        ("p div", ("body", "div", "p"), 0),
    ],
)
def test_selector_matches_tags_classes_ids_and_descendants(
    css: str, path: tuple[str, ...], depth: int
) -> None:
    assert depth == Selector.parse(css).depth(path)


def test_words_of_classes_are_told_apart() -> None:
    assert ("box", "tin", "lien", "quan", "boxtinlienquan") == class_words("div.box-tinLienQuan")


def test_every_role_of_a_class_word_is_one_that_rules_know(generic: Profile) -> None:
    assert not set(generic.classes.values()) & {Role.BODY, Role.HEADLINE, Role.DUPLICATE}
