"""Our own words, literal quotations and whole lists, proved without the text of the source.

The fingerprints of the source stand in handbook_source_proofs.json (tools/handbook_proofs.py).
"""

import re
from collections.abc import Iterator, Mapping

import pytest

from tools.handbook_proofs import (
    TOO_LONG,
    bullets,
    copied,
    criteria,
    fingerprint,
    main,
    read_proofs,
    run_hashes,
)
from waterpas.handbook import Item, load, register

PROOFS = read_proofs()
KNOWN = set(PROOFS["runs"])
# Names and titles: nobody can say these in words of their own.
NAMES = (
    "College voor de Rechten van de Mens",
    "Handreiking Meldingen van seksueel grensoverschrijdend gedrag op de werkvloer",
    "Regeringscommissaris seksueel grensoverschrijdend gedrag en seksueel geweld",
    "Wat is objectief werven en selecteren? (KIS)",
)


def our_words(item: Item) -> Iterator[str]:
    """Everything we say in an item, in both languages; the quotation is not ours."""
    remarks = (item.question, item.prompts, item.evidence, *item.checks)
    parts = (item.condition, item.footnote, *item.dates, *remarks)
    for part in (item.title, item, *(part for part in parts if part)):
        yield part.text("nl")
        yield part.text("en")


def all_our_words() -> list[str]:
    about = [statement.about for statement in register().statements]
    return [text for item in load() for text in our_words(item)] + about


def quoted(items: Iterator[Item] | tuple[Item, ...]) -> dict[str, str]:
    """The part of each quotation that stands in the source."""
    found = {}
    for item in items:
        if item.quote:
            words = re.sub(r"^Het gaat om beleid dat( niet)? \.\.\. ", "", item.quote.text)
            found[item.id] = words.replace(" [sic]", "")
    return found


def misquoted(quotes: Mapping[str, str]) -> list[str]:
    """Ids of the criteria whose quotation is not letter for letter that of the source."""
    known = PROOFS["criteria"]
    return [one for one, words in quotes.items() if fingerprint(words) != known.get(one)]


def test_every_text_is_in_our_own_words() -> None:
    assert len(KNOWN) > 3000
    assert copied(all_our_words(), KNOWN, NAMES) == []


def test_a_text_copied_from_the_source_is_found_between_our_own() -> None:
    literal = quoted(load())["W07"].split()[:TOO_LONG]
    planted = f"In onze woorden: {' '.join(literal).upper()}, en verder."

    assert copied([*all_our_words(), planted], KNOWN, NAMES) == [planted]


def test_a_run_counts_from_seven_words_on() -> None:
    known = run_hashes("a b c d e f g h i j")

    assert copied(["x a b c d e f x", "x A b c, d e f g x"], known) == ["x A b c, d e f g x"]


def test_a_name_is_no_copy_but_the_words_beside_it_are() -> None:
    known = run_hashes("op de dag van de Vrede van nu af aan is het feest voor ons")
    names = ("dag van de Vrede van nu af aan",)

    assert copied(["Dag: dag van de Vrede van nu af aan."], known) != []
    assert copied(["Dag: dag van de Vrede van nu af aan."], known, names) == []
    assert copied(["De Vrede van nu af aan is het feest."], known, names) != []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_needed(name: str) -> None:
    others = tuple(one for one in NAMES if one != name)

    assert copied(all_our_words(), KNOWN, others) != []


def test_locating_words_are_too_few_to_be_a_copy() -> None:
    assert [s.id for s in register().statements if len(s.locate.split()) >= TOO_LONG] == []


def test_every_quotation_is_letter_for_letter() -> None:
    quotes = quoted(load())

    assert quotes.keys() == PROOFS["criteria"].keys()
    assert len(quotes) == 21
    assert misquoted(quotes) == []


def test_a_quotation_with_one_letter_changed_is_found() -> None:
    quotes = quoted(load())
    quotes["N08"] = quotes["N08"].replace("ruime", "ruimte")

    assert misquoted(quotes) == ["N08"]


@pytest.mark.parametrize("name", PROOFS["lists"])
def test_the_source_has_as_many_bullets_as_we_have_items(name: str) -> None:
    kind, _, role = name.partition(" ")
    items = [item for item in load() if item.kind == kind and role in ("", *item.role)]

    assert len(items) == PROOFS["lists"][name] > 0


def test_the_proofs_read_bullets_and_criteria_as_they_stand() -> None:
    text = (
        "Kop:\n- een\n  - twee\nSlot\n- ✓ ...doet dit, etc.;\n- ✗ .... is dat. Meer;\n- ✗ ...x.\n"
    )

    assert bullets(text, "Kop:", "Slot") == 2
    assert criteria(text) == {"W01": "doet dit, etc.", "N01": "is dat", "N02": "x"}


def test_the_proofs_hold_no_word_of_the_source() -> None:
    hashes = [*PROOFS["criteria"].values(), *PROOFS["runs"]]

    assert [one for one in hashes if not re.fullmatch("[0-9a-f]+", one)] == []
    assert PROOFS["runs"] == sorted(KNOWN)  # in this order nobody can lay the runs side by side


def test_the_tool_asks_for_the_source() -> None:
    assert main([]) == 2
