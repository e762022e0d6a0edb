"""The 21 criteria: their question and what a yes to it says, their pairs, and what is ours."""

import re

import pytest

from waterpas.handbook import Item, load

ITEMS = {item.id: item for item in load()}
# A yes-or-no question opens with its verb; an open one with hoe, wie, wat, welke or waarom.
OPENS_WITH_A_VERB = (
    r"(Beperkt|Benadeelt|Gaat|Geeft|Heeft|Houdt|Is|Leidt|Let|Maakt|Past|Probeert|Trekt|Voorkomt|"
    r"Werkt|Wordt|Worden|Ziet) "
)


def of_kind(kind: str) -> list[str]:
    return [item.id for item in ITEMS.values() if item.kind == kind]


def asks_for_harm(item: Item) -> bool:
    """Whether a possible harm makes the answer yes, in both languages."""
    question = item.question
    return bool(
        question
        and question.nl.endswith(", of kan dat?")
        and question.en.endswith((", or may it?", ", or may they be?"))
    )


def test_the_criteria_are_w01_to_w12_and_n01_to_n09_and_say_their_direction() -> None:
    do = [one for one in of_kind("criterion") if ITEMS[one].direction == "do"]
    do_not = [one for one in of_kind("criterion") if ITEMS[one].direction == "do-not"]

    assert do == [f"W{number:02d}" for number in range(1, 13)]
    assert do_not == [f"N{number:02d}" for number in range(1, 10)]


def test_the_kinds_of_criteria_are_those_of_the_table() -> None:
    found: dict[str | None, list[str]] = {}
    for one in of_kind("criterion"):
        found.setdefault(ITEMS[one].criterion_kind, []).append(one)

    assert found == {
        "expected-effect": ["W01", "W02", "W06"],
        "design": ["W03", "W04", "W05", "W08"],
        "process": ["W07"],
        "conditional": ["W09", "W10"],
        "legal": ["W11", "W12"],
        "excluding": ["N01", "N02", "N03", "N04", "N08"],
        "effect": ["N05", "N06", "N07", "N09"],
    }


def test_every_criterion_has_a_question_evidence_and_a_quotation_of_its_own_statement() -> None:
    for one in of_kind("criterion"):
        item = ITEMS[one]

        assert item.question
        assert item.prompts
        assert item.evidence
        assert item.quote
        assert item.quote.statement == f"s07-{one.lower()}"
        assert item.quote.statement in item.source.statements


def test_every_question_is_one_yes_or_no_question_about_the_policy() -> None:
    for one in of_kind("criterion"):
        question = ITEMS[one].question

        assert question
        assert question.nl.count("?") == question.en.count("?") == 1, one
        assert question.nl.endswith("?"), one
        assert "beleid" in question.nl, one
        assert "policy" in question.en, one
        assert re.match(OPENS_WITH_A_VERB, question.nl), one
        assert re.match(r"(Does|Do|Is|Are|Will|Have|Has) ", question.en), one


def test_a_yes_means_that_the_policy_meets_a_do_and_breaches_a_do_not() -> None:
    meaning = {one: ITEMS[one].yes_means for one in of_kind("criterion")}

    assert {one for one, said in meaning.items() if said == "meets"} == {
        f"W{number:02d}" for number in range(1, 13)
    }
    assert {one for one, said in meaning.items() if said == "breaches"} == {
        f"N{number:02d}" for number in range(1, 10)
    }
    assert [item.id for item in ITEMS.values() if item.yes_means and item.kind != "criterion"] == []


def test_only_a_question_on_what_policy_should_not_do_asks_for_harm() -> None:
    asking = {one for one in of_kind("criterion") if asks_for_harm(ITEMS[one])}

    assert asking == {f"N{number:02d}" for number in range(1, 10)}


@pytest.mark.parametrize(("do", "do_not"), [("W04", "N03"), ("W08", "N08")])
def test_two_times_yes_is_the_contradiction_that_the_checks_name(do: str, do_not: str) -> None:
    for one in (do, do_not):
        assert ITEMS[one].checks[0].nl.startswith(f"Staan {do} en {do_not} allebei op 'ja'?")
        assert ITEMS[one].checks[0].en.startswith(f"Are {do} and {do_not} both answered 'yes'?")


def test_the_evidence_of_n05_names_the_national_measure_and_that_of_n03_is_ours() -> None:
    checks, victims = ITEMS["N05"].evidence, ITEMS["N03"].evidence

    assert checks
    assert "landelijke maatregel over aselecte steekproeven" in checks.nl
    assert "national measure on random samples" in checks.en
    assert victims
    assert victims.origin == "van-ons"


def test_no_text_for_readers_holds_an_internal_code() -> None:
    parts = (
        part for item in ITEMS.values() for part in (item.question, item.evidence, *item.checks)
    )
    texts = [text for part in parts if part for text in (part.nl, part.en)]

    assert len(texts) > 100
    assert [text for text in texts if "urn:" in text] == []


def test_pairs_are_symmetric_and_hold_the_contradictions_and_the_tension() -> None:
    pairs = {(item.id, pair.item, pair.relation) for item in ITEMS.values() for pair in item.pairs}

    assert {(other, one, relation) for one, other, relation in pairs} == pairs
    assert {pair for pair in pairs if pair[0] < pair[1]} == {
        ("N03", "W04", "contradiction"),
        ("N08", "W08", "contradiction"),
        ("N02", "W06", "tension"),
        ("N04", "W05", "related"),
        ("N04", "W03", "related"),
    }


def test_only_the_conditional_criteria_have_a_condition() -> None:
    assert [item.id for item in ITEMS.values() if item.condition] == ["W09", "W10"]


def test_n07_carries_the_two_conditions_of_the_footnote_in_both_languages() -> None:
    footnote = ITEMS["N07"].footnote

    assert footnote
    assert "niet strafbaar. En" in footnote.nl
    assert "niet in strijd met de mensenrechten" in footnote.nl
    assert "not punishable. And" in footnote.en
    assert "not contrary to human rights" in footnote.en
    assert "s07-fn1" in ITEMS["N07"].source.statements


def test_what_we_put_with_a_criterion_is_marked_as_ours() -> None:
    ours = [
        remark.origin
        for item in ITEMS.values()
        for remark in (item.question, item.prompts, item.evidence, *item.checks, *item.pairs)
        if remark
    ]

    assert len(ours) >= 63
    assert set(ours) == {"van-ons"}
    assert {item.added.origin for item in ITEMS.values()} == {"van-ons"}
