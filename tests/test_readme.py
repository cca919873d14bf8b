from tests.readme import README, tables, with_tables


def test_tables_of_the_readme_are_those_of_the_code() -> None:
    readme = README.read_text(encoding="utf-8")

    assert with_tables(readme) == readme, "run: python -m tests.readme"


def test_every_table_has_its_place_in_the_readme() -> None:
    readme = README.read_text(encoding="utf-8")

    missing = [name for name in tables() if f"<!-- table: {name} -->" not in readme]

    assert missing == []
