"""The data beside the text of the source itself: all of it, in our own words.

The text is not in the repository; where it is absent these tests say so and skip.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from waterpas.handbook import Item, Statement, load, register

TEXT = Path(__file__).parents[3] / "shared" / "knowledge" / "handbook-summary.txt"
TOO_LONG = 12  # a run of this many words of the source is no longer our own wording


@pytest.fixture(scope="module")
def source() -> str:
    """The text, from its title to the colophon's last line that is a statement."""
    if not TEXT.is_file():
        pytest.skip("../shared/knowledge/handbook-summary.txt is not there")
    text = TEXT.read_text(encoding="utf-8")
    return text[text.index("# Voor gemeenten") :]


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


def words_of(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", re.sub(r"<[^>]+>", "", text).lower())


def runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + TOO_LONG]) for n in range(len(words) - TOO_LONG + 1)}


def copied(texts: Iterable[str], source_text: str) -> list[str]:
    """The texts that hold a run of too many words of the source."""
    known = runs(words_of(source_text))
    return [text for text in texts if runs(words_of(text)) & known]


def our_words(item: Item) -> list[str]:
    parts = (item.question, item.evidence, item.condition, item.footnote, *item.checks, *item.dates)
    return [item.title.nl, item.nl, *(part.nl for part in parts if part)]


def misquoted(quotes: Iterable[str], text: str) -> list[str]:
    """Quotations that are not letter for letter in the source."""
    flat = plain(text.replace("<sup>1</sup>", ""))
    return [
        quote
        for quote in quotes
        if not all(part in flat for part in quote.replace(" [sic]", "").split(" ... "))
    ]


def bullets(text: str, after: str, until: str) -> int:
    start = text.index(after) + len(after)
    return len(re.findall(r"^\s*- ", text[start : text.index(until, start)], flags=re.MULTILINE))


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


@pytest.mark.parametrize(
    ("kind", "role", "after", "until"),
    [
        ("pattern", "employer", "### Als werkgever", "### Als beleidsmaker"),
        ("pattern", "policy-maker", "### Als beleidsmaker", "## Als dienstverlener"),
        ("pattern", "service-provider", "## Als dienstverlener", "## Stappenplan"),
        ("council-value", "", "Basiswaarden zoals:", "## Stap 5"),
        ("leader-task", "", "### Takenpakket voor leidinggevenden", "## Stap 6"),
        ("process-question", "", "naar de huidige situatie:", "Vervolgens kunnen"),
        ("taskforce-condition", "", "Aandachtspunten voor deze", "Een andere manier"),
        ("training-kind", "", "### Voorbeelden van trainingen", "Naast aparte"),
    ],
)
def test_the_source_has_as_many_bullets_as_we_have_items(
    source: str, kind: str, role: str, after: str, until: str
) -> None:
    items = [item for item in load() if item.kind == kind and role in ("", *item.role)]

    assert len(items) == bullets(source, after, until) > 0


def test_the_source_has_as_many_criteria_as_we_have(source: str) -> None:
    directions = [item.direction for item in load() if item.kind == "criterion"]

    assert source.count("✓ ...") == directions.count("do") == 12
    assert source.count("✗ ...") == directions.count("do-not") == 9


def test_every_quotation_is_letter_for_letter(source: str) -> None:
    quotes = [item.quote.text for item in load() if item.quote]

    assert len(quotes) == 21
    assert misquoted(quotes, source) == []


def test_a_quotation_with_one_word_changed_is_found(source: str) -> None:
    quotes = [item.quote.text for item in load() if item.quote]
    changed = quotes[0].replace("waarschijnlijk", "zeker")

    assert misquoted([changed, *quotes[1:]], source) == [changed]


def test_every_text_is_in_our_own_words(source: str) -> None:
    about = [statement.about for statement in register().statements]

    assert copied([text for item in load() for text in our_words(item)] + about, source) == []


def test_a_text_copied_from_the_source_is_found_between_our_own(source: str) -> None:
    start = source.index("Anticipeer op weerstand")
    twelve = " ".join(source[start:].split()[:TOO_LONG])
    ours = [text for item in load() for text in our_words(item)]
    planted = f"In onze woorden: {twelve.upper()}, en verder."

    assert copied([*ours, planted], source) == [planted]


def test_a_run_counts_from_twelve_words_on() -> None:
    letters = "a b c d e f g h i j k l m"
    eleven, twelve = letters[:21], letters[:23]

    assert copied([f"x {eleven} x", f"x {twelve}, x"], letters) == [f"x {twelve}, x"]


def test_locating_words_are_few() -> None:
    assert [one.id for one in register().statements if len(one.locate.split()) > 8] == []
