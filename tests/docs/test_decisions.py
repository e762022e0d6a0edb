"""Decisions (docs/besluiten): numbered without gaps, one shape, one page."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "besluiten"
DECISIONS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
HEADINGS = ["Status", "Aanleiding", "Besluit", "Gevolgen"]
LONGEST = 60

each_decision = pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)


def test_numbers_are_consecutive_and_start_at_one() -> None:
    numbers = [path.name.split("-")[0] for path in DECISIONS]

    assert numbers
    assert numbers == [f"{number:04d}" for number in range(1, len(DECISIONS) + 1)]


def test_the_list_names_every_decision_with_its_title_in_order() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    titles = [path.read_text(encoding="utf-8").splitlines()[0][2:] for path in DECISIONS]
    expected = [(title, path.name) for title, path in zip(titles, DECISIONS, strict=True)]

    assert re.findall(r"^- \[(.+)\]\((.+)\)$", index, flags=re.MULTILINE) == expected


@each_decision
def test_file_name_is_a_number_and_lower_case_words(decision: Path) -> None:
    assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", decision.name)


@each_decision
def test_title_starts_with_the_number_of_the_file(decision: Path) -> None:
    title = decision.read_text(encoding="utf-8").splitlines()[0]

    assert re.match(rf"# {decision.name[:4]} \S", title)


@each_decision
def test_has_the_four_headings_in_order_and_something_under_each(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]

    assert parts[::2] == HEADINGS
    assert all(body.strip() for body in parts[1::2])


@each_decision
def test_fits_on_one_page(decision: Path) -> None:
    lines = decision.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= LONGEST
