from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.errors import FindingError, SettingsError
from generator.extract import Profile, parse_profiles
from generator.extract.paths import Selector, class_words
from generator.extract.patterns import endless
from generator.extract.profiles import GENERIC
from generator.model import Extraction, Role

Extract = Callable[..., Extraction]
OUTLETS = {
    *("mofa", "baochinhphu", "vietnamplus", "nhandan", "vov", "congluan", "sputnik", "vnexpress"),
    *("tuoitre", "thanhnien", "dantri", "vietnamnet", "qdnd", "baoquocte", "tienphong"),
}
STORY = (
    "Hội nghị khai mạc ở thủ đô\n\nCác tỉnh thành cử người về dự đông đủ, theo ban tổ chức.\n\n"
    "Hội nghị kéo dài một ngày và khép lại bằng một cuộc tọa đàm mở.\n\n"
)


def test_the_generic_profile_comes_first_and_outlets_have_names(
    profiles: tuple[Profile, ...],
) -> None:
    first, *outlets = profiles

    assert GENERIC == first.name
    assert OUTLETS <= {profile.name for profile in outlets}
    assert all(p.names.vi and p.names.en and p.home.startswith("https://") for p in outlets)


def test_outlet_is_asked_before_the_generic_profile(profiles: tuple[Profile, ...]) -> None:
    sputnik = next(profile for profile in profiles if profile.name == "sputnik")

    assert sputnik.lines[0].name.startswith("sputnik/")
    assert set(profiles[0].phrases["widget"]) <= set(sputnik.phrases["widget"])


@pytest.mark.parametrize(
    ("text", "line", "code", "said"),
    [
        ("names: {vi: A, en: B}\ncolour: red", 2, "profile-key-unknown", "colour"),
        ("names: {vi: A, fr: B}", 1, "profile-key-unknown", "fr"),
        ("lines:\n- {name: a, role: nonsense, pattern: x}", 2, "profile-value-wrong", "nonsense"),
        ("lines:\n- {name: a, role: body, pattern: '('}", 2, "profile-pattern-wrong", "("),
        (
            "lines:\n- {name: a, role: body, pattern: x, where: there}",
            2,
            "profile-value-wrong",
            "there",
        ),
        (
            "lines:\n- {name: a, role: body, pattern: x, max_words: many}",
            2,
            "profile-value-wrong",
            "many",
        ),
        ("lines:\n- {name: a, role: widget, pattern: '.*'}", 2, "profile-pattern-wide", ".*"),
        ("lines:\n- {role: widget, pattern: x}", 2, "profile-value-wrong", "name"),
        (
            "lines:\n- {name: a, role: ad, pattern: '(?:\\w+ ?)*:'}",
            2,
            "profile-pattern-slow",
            "\\w+ ?",
        ),
        ("story:\n- div.a\n- 'div > p'", 3, "profile-selector-wrong", "div > p"),
        ("story: ['']", 1, "profile-value-wrong", "selector"),
        ("selected: {teser: {a: div.b}}", 1, "profile-key-unknown", "teser"),
        ("phrases:\n  widgets: [x]", 2, "profile-key-unknown", "widgets"),
        ("lexicon:\n  datelines: [x]", 2, "profile-key-unknown", "datelines"),
        ("url_dates: {id: 'a(?P<day>b)'}", 1, "profile-value-wrong", "id"),
        ("fingerprints: {a: 'x*'}", 1, "profile-pattern-wide", "x*"),
        ("domains: ['https://bao.vn']", 1, "profile-value-wrong", "https://bao.vn"),
        ("home: bao.vn", 1, "profile-value-wrong", "bao.vn"),
        ("timezone: Hanoi", 1, "profile-value-wrong", "Hanoi"),
        ("classes: {ad: box-1}", 1, "profile-value-wrong", "box-1"),
        ("timezone: '+07:00'\ntimezone: '+07:00'", 2, "profile-value-wrong", "timezone"),
        ("domains: bao.vn", 1, "profile-value-wrong", "bao.vn"),
        ("domains: ]", 1, "profile-unreadable", ""),
        ("just words", 1, "profile-value-wrong", "just words"),
    ],
)
def test_profile_that_makes_no_sense_is_refused_with_file_line_and_remedy(
    text: str, line: int, code: str, said: str
) -> None:
    generic = "phrases: {widget: [a]}\nlexicon: {dateline: [a]}"

    with pytest.raises(FindingError) as refused:
        parse_profiles({GENERIC: generic, "broken": text}, own=["broken"])

    found = refused.value.findings[0]
    assert ("profiles/broken.yml", line, code) == (found.file, found.line, found.code)
    assert said in found.what.en
    assert said in found.what.vi
    assert found.remedy.vi
    assert found.remedy.en


def test_all_that_is_wrong_is_said_at_once_in_order_of_line() -> None:
    text = "home: x\nstory: ['a > b']\nlines: [{name: a, role: ad, pattern: '('}]\nother: 1"

    with pytest.raises(FindingError) as refused:
        parse_profiles({GENERIC: "{}", "broken": text})

    assert [1, 2, 3, 4] == [found.line for found in refused.value.findings]


def test_a_scalar_is_the_text_that_was_typed() -> None:
    generic, _ = parse_profiles({GENERIC: "phrases: {widget: [no, 2021-12-13, ~]}", "a": ""})

    assert {"no", "2021-12-13", "~"} == generic.phrases["widget"]


def test_no_pattern_that_ships_runs_without_end(profiles: tuple[Profile, ...]) -> None:
    patterns = [
        pattern
        for profile in profiles
        for pattern in (
            *(rule.pattern for rule in profile.lines),
            *(named.pattern for named in (*profile.fingerprints, *profile.url_dates)),
            *(pattern for found in profile.lexicon.values() for pattern in found),
        )
    ]

    assert [] == sorted({pattern.pattern for pattern in patterns if endless(pattern)})


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


@pytest.mark.parametrize(
    ("line", "outlet", "rule"),
    [
        (
            "(Dân trí) - Hội nghị khai mạc sáng nay với sự có mặt của các tỉnh.",
            "dantri",
            "dateline",
        ),
        ("TTO - Hội nghị khai mạc sáng nay với sự có mặt của các tỉnh.", "tuoitre", "dateline"),
        ("TPO - Hội nghị khai mạc sáng nay với sự có mặt của các tỉnh.", "tienphong", "dateline"),
        ("TNO - Hội nghị khai mạc sáng nay với sự có mặt của các tỉnh.", "thanhnien", "dateline"),
        ("(TNO) Hội nghị khai mạc sáng nay.", "thanhnien", "dateline-brackets"),
        ("(QĐND) - Hội nghị khai mạc sáng nay.", "qdnd", "dateline-brackets"),
        ("QĐND Online – Hội nghị khai mạc sáng nay.", "qdnd", "dateline"),
        ("TG&VN - Hội nghị khai mạc sáng nay.", "baoquocte", "dateline"),
        ("TGVN. Hội nghị khai mạc sáng nay.", "baoquocte", "dateline"),
        ("Theo dõi Baoquocte.vn trên", "baoquocte", "follow"),
        ("(VietNamNet) - Hội nghị khai mạc sáng nay.", "vietnamnet", "dateline"),
        ("NDĐT - Hội nghị khai mạc sáng nay.", "nhandan", "dateline"),
        ("(VOV5) - Hội nghị khai mạc sáng nay.", "vov", "dateline-world"),
        ("(Chinhphu.vn) - Hội nghị khai mạc sáng nay.", "baochinhphu", "dateline"),
        ("Báo tiếng Việt nhiều người xem nhất", "vnexpress", "masthead"),
        ("© 2003-2024 Bản quyền thuộc về Báo Thanh Niên.", "thanhnien", "footer"),
    ],
)
def test_outlet_by_the_sign_of_its_stories(
    line: str, outlet: str, rule: str, extract_text: Extract
) -> None:
    found = extract_text(f"{STORY}{line}\n").fields["source.outlet"]

    assert (outlet, "inferred", f"{outlet}/{rule}") == (
        found.value,
        found.basis.kind.value,
        found.basis.rule,
    )


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("tuoitre.vn/a-20211213083015123.htm", "2021-12-13"),
        ("dantri.com.vn/the-gioi/a-20210829181940605.htm", "2021-08-29"),
        ("thanhnien.vn/a-185230516101530123.htm", "2023-05-16"),
        ("thanhnien.vn/a-1851505309.htm", ""),  # an older story, moved
        ("baochinhphu.vn/a-102230316155512345.htm", "2023-03-16"),
        ("mofa.gov.vn/vi/tt/ns210803192004/view", "2021-08-03"),
        ("mofa.gov.vn/vi/tt/nr040807104143", ""),  # a section
        ("dantri.com.vn/the-gioi/a-1375873208.htm", ""),
        ("vnexpress.net/a-3935001.html", ""),
        ("vietnamnet.vn/a-2012131.html", ""),
        ("baoquocte.vn/a-167948.html", ""),
        ("nhandan.vn/a-post201231.html", ""),
        ("tuoitre.vn/a-20211313083015123.htm", ""),  # no thirteenth month
        ("tuoitre.vn/a-20211213253015123.htm", ""),  # no such hour
    ],
)
def test_address_gives_a_date_only_where_its_shape_surely_holds_one(
    path: str, date: str, extract_text: Extract
) -> None:
    found = extract_text(f"{STORY}https://{path}").fields["date"]

    assert date == found.value


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
