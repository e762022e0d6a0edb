"""docs/handboek-dekking.md: every statement of the source, its items, and their screen."""

from pathlib import Path

import pytest

from waterpas.handbook import load, register
from waterpas.handbook.coverage import PAGE, SCREENS, coverage_page, is_current, main, screen_gaps

ROOT = Path(__file__).parents[2]


def row(page: str, statement: str) -> str:
    [found] = [line for line in page.splitlines() if line.startswith(f"| {statement} |")]
    return found


def test_the_page_in_the_repository_is_current() -> None:
    assert is_current(ROOT / PAGE)


def test_every_statement_and_every_addition_has_one_row() -> None:
    page = coverage_page(load())

    for statement in register().statements:
        assert row(page, statement.id)
    for item in load():
        if item.origin == "van-ons":
            assert row(page, item.id)


def test_an_item_without_a_screen_says_not_yet_and_with_one_names_it() -> None:
    assert row(coverage_page(load(), {}), "s07-w04").endswith("| W04 | nog niet |")

    page = coverage_page(load(), {"W04": "Beleidstoets"})
    assert row(page, "s07-w04").endswith("| W04 | Beleidstoets |")
    assert "- 1 onderdelen op een scherm" in page


def test_the_words_to_find_the_place_stand_on_the_page() -> None:
    page = coverage_page(load())

    for statement in register().statements:
        assert row(page, statement.id).startswith(f"| {statement.id} | {statement.locate} | ")


def test_every_item_has_a_screen_as_soon_as_one_has() -> None:
    assert screen_gaps(load(), SCREENS) == []


def test_an_item_without_a_screen_and_an_unknown_id_are_found() -> None:
    first, second = load()[:2]

    assert screen_gaps([first, second], {}) == []
    assert screen_gaps([first, second], {first.id: "Start", second.id: "Start"}) == []
    assert screen_gaps([first, second], {first.id: "Start"}) == [f"{second.id}: on no screen"]
    assert screen_gaps([first], {first.id: "Start", "W99": "Start"}) == ["W99: no item has this id"]


def test_a_statement_that_only_some_screens_show_says_so() -> None:
    page = coverage_page(load(), {"RO01": "Start"})

    assert row(page, "int-05").endswith("| RO01, RO02, RO03 | Start, nog niet |")


def test_a_statement_without_an_item_stays_visible() -> None:
    page = coverage_page([item for item in load() if item.id != "W04"])

    assert row(page, "s07-w04").endswith("| nog niet | nog niet |")
    assert f"{len(register().statements)} uitspraken in de bron, waarvan 205 in" in page


def test_check_fails_on_an_old_page_and_writing_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    assert main(["--check"], page) == 1
    assert "out of date" in capsys.readouterr().err

    assert main([], page) == 0
    assert main(["--check"], page) == 0

    page.write_text(page.read_text(encoding="utf-8") + "x", encoding="utf-8")
    assert main(["--check"], page) == 1


def test_an_unknown_option_is_a_wrong_call(tmp_path: Path) -> None:
    assert main(["--chek"], tmp_path / "page.md") == 2
    assert not (tmp_path / "page.md").exists()
