"""What can change where a pattern is found or a criterion is not met."""

from collections.abc import Iterable

import pytest

from waterpas.handbook import HandbookError, Item, ItemUnknown, Words, changes_for, load

ITEMS = {item.id: item for item in load()}
PATTERNS = [item.id for item in load() if item.kind == "pattern"]
CRITERIA = [item.id for item in load() if item.kind == "criterion"]
LONGEST = 8  # words
# Verbs in the imperative; a new change may need one more.
DUTCH = """
Behandel Bekijk Beperk Bouw Breng Controleer Geef Haal Handhaaf Houd Kies Kijk Laat Leg
Let Maak Onderzoek Pas Schrijf Spreek Stel Test Verander Vergelijk Voorkom Vraag Werk Zet
Zoek Zorg
"""
ENGLISH = """
Adapt Ask Build Call Change Check Choose Compare Do Enforce Examine Favour Find Have Lay
Limit Look Make Prevent Put Review Set Take Test Work Write
"""


def used() -> dict[str, Item]:
    return {one: ITEMS[one] for item in load() for one in item.changes}


def no_title_of_an_action(titles: Iterable[Words]) -> list[str]:
    """Titles that do not tell somebody shortly what to do, in either language."""
    return [
        text
        for title in titles
        for text, verbs in ((title.nl, DUTCH), (title.en, ENGLISH))
        if text.split()[0] not in verbs.split() or len(text.split()) > LONGEST or text[-1] in ".?!"
    ]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_has_at_least_one_change(pattern: str) -> None:
    assert changes_for(pattern)


def test_changes_come_in_the_order_of_the_item_and_all_exist() -> None:
    for item in load():
        assert tuple(one.id for one in changes_for(item.id)) == item.changes


def test_only_patterns_and_criteria_have_changes_and_none_is_its_own() -> None:
    having = [item for item in load() if item.changes]

    assert {item.kind for item in having} == {"pattern", "criterion"}
    assert [item.id for item in having if item.id in item.changes] == []
    assert len(CRITERIA) == 21


@pytest.mark.parametrize(
    ("item", "change"),
    [
        ("P01", "S06-02"),
        ("P02", "L06"),
        ("P02", "S06-03"),
        ("P02", "S06-10"),
        ("P07", "P07-02"),
        ("P07", "W08"),
        ("N08", "W08"),
    ],
)
def test_what_the_handbook_itself_offers_is_among_them(item: str, change: str) -> None:
    found = {one.id: one.origin for one in changes_for(item)}

    assert found[change] == "handreiking"


def test_what_the_handbook_does_not_offer_is_marked_as_ours() -> None:
    ours = [item for item in used().values() if item.origin == "van-ons"]

    assert {item.kind for item in ours} == {"change"}
    assert {item.id for item in ours} == {item.id for item in load() if item.kind == "change"}
    for item in ours:
        assert item.nl.startswith("Van ons: ")
        assert item.en.startswith("Ours: ")


def test_every_change_has_a_title_that_an_action_can_have() -> None:
    assert no_title_of_an_action(item.title for item in used().values()) == []


def test_a_title_that_is_no_task_or_too_long_is_found() -> None:
    titles = [
        Words("Een duidelijke reden", "Ask for a reason"),
        Words("Maak regels en nog veel meer dan dat hier", "Make rules"),
        Words("Maak regels.", "Make rules"),
        Words("Maak regels", "Rules"),
    ]

    assert no_title_of_an_action(titles) == [
        "Een duidelijke reden",
        "Maak regels en nog veel meer dan dat hier",
        "Maak regels.",
        "Rules",
    ]


def test_an_unknown_id_is_named_in_one_sentence() -> None:
    with pytest.raises(ItemUnknown) as caught:
        changes_for("P99")

    assert isinstance(caught.value, HandbookError)
    assert caught.value.item == "P99"
    assert caught.value.text("nl").startswith("Onderdeel P99 bestaat niet")
    assert caught.value.text("en").startswith("Item P99 does not exist")
