"""The data beside the text of the source itself: every statement in its place, nothing forgotten.

The text is not in the repository; where it is absent these tests say so and skip. What can be
proved without it stands in test_handbook_own_words.py.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tools.handbook_proofs import PROOFS, main, read_source
from waterpas.handbook import Statement, register

TEXT = Path(__file__).parents[3] / "shared" / "knowledge" / "handbook-summary.txt"


@pytest.fixture(scope="module")
def source() -> str:
    """The text, from its title to the colophon's last line that is a statement."""
    if not TEXT.is_file():
        pytest.skip("../shared/knowledge/handbook-summary.txt is not there")
    return read_source(TEXT)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def misplaced(statements: Iterable[Statement], text: str) -> list[str]:
    """Statements whose locating words do not occur after those of the one before."""
    flat, place, found = plain(text), 0, []
    for statement in statements:
        here = flat.find(statement.locate, place)
        if here < 0:
            found.append(statement.id)
        else:
            place = here + 1
    return found


def lines_without_a_statement(statements: Sequence[Statement], text: str) -> list[str]:
    """Lines with content, up to the colophon, in which no locating words occur."""
    lines = [plain(line).strip() for line in text[: text.index("## Colofon")].splitlines()]
    content = [line for line in lines if line and not is_heading(line)]
    return [line for line in content if not any(one.locate in line for one in statements)]


def is_heading(line: str) -> bool:
    """A heading, or a line that only announces a list. The ten steps' headings count as content."""
    if re.match(r"#+ Stap \d", line):
        return False
    return line.startswith("#") or line == "Aandachtspunten voor deze taskforce of commissie:"


def test_every_statement_occurs_in_the_source_in_the_order_of_the_register(source: str) -> None:
    assert misplaced(register().statements, source) == []


def test_a_statement_out_of_place_is_found(source: str) -> None:
    first, second, *rest = register().statements

    assert misplaced([second, first, *rest], source) == [first.id]


def test_every_line_of_the_source_has_a_statement(source: str) -> None:
    assert lines_without_a_statement(register().statements, source) == []


def test_a_line_that_the_register_forgot_is_found(source: str) -> None:
    statements = [one for one in register().statements if not one.id.startswith("s05-t6")]
    [line] = lines_without_a_statement(statements, source)

    assert line.startswith("- Stel duidelijke regels op")


def test_the_fingerprints_are_those_of_this_text(source: str, tmp_path: Path) -> None:
    fresh = tmp_path / "proofs.json"

    assert main([str(TEXT)], fresh) == 0
    assert fresh.read_bytes() == PROOFS.read_bytes()


def test_a_changed_source_asks_for_new_fingerprints(source: str, tmp_path: Path) -> None:
    changed, fresh = tmp_path / "changed.txt", tmp_path / "proofs.json"
    changed.write_text(source.replace("Anticipeer op weerstand", "Let op weerstand"))

    assert main([str(changed)], fresh) == 0
    assert fresh.read_bytes() != PROOFS.read_bytes()
