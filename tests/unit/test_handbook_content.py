"""What the handbook data must hold: everything in the source, in both languages."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from waterpas.handbook import KINDS, Item, load, register

ITEMS = {item.id: item for item in load()}
LONGEST_DUTCH_SENTENCE = 22  # words; plain Dutch at level B1


def of_kind(kind: str) -> list[str]:
    return [item.id for item in ITEMS.values() if item.kind == kind]


def words(item: Item) -> Iterator[tuple[str, str]]:
    """Everything that people read of an item, except the quotation: Dutch and English."""
    yield item.title.nl, item.title.en
    yield item.nl, item.en
    for part in (item.question, item.prompts, item.evidence, item.condition, item.footnote):
        if part:
            yield part.nl, part.en
    for part in (*item.checks, *item.dates):
        yield part.nl, part.en


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("step", 10),
        ("criterion", 21),
        ("role", 3),
        ("pattern", 11),
        ("policy-delivery", 2),
        ("council-value", 5),
        ("leader-task", 7),
        ("process-question", 4),
        ("research-kind", 4),
        ("accountability-form", 3),
        ("taskforce-condition", 5),
        ("training-condition", 3),
        ("training-kind", 7),
    ],
)
def test_holds_as_many_items_of_each_kind_as_the_source(kind: str, number: int) -> None:
    assert len(of_kind(kind)) == number


def test_ids_are_unique_and_every_kind_is_used() -> None:
    assert len(ITEMS) == len(load())
    assert {item.kind for item in load()} == set(KINDS)


def test_the_ten_steps_are_numbered_one_to_ten_and_each_has_points_of_attention() -> None:
    points = {item.part_of for item in ITEMS.values()}

    assert [ITEMS[one].step for one in of_kind("step")] == list(range(1, 11))
    assert set(of_kind("step")) <= points


def test_the_patterns_stand_in_the_three_roles() -> None:
    roles = Counter(ITEMS[one].role for one in of_kind("pattern"))

    assert roles == {("employer",): 2, ("policy-maker",): 5, ("service-provider",): 4}


def test_the_calendar_has_keti_koti_and_the_day_against_racism() -> None:
    dates = {(day.month, day.day): day.nl for item in ITEMS.values() for day in item.dates}

    assert dates == {
        (7, 1): "Keti Koti",
        (3, 21): "Internationale Dag tegen Discriminatie en Racisme",
    }


def test_step_six_has_its_four_questions_and_a_preventive_route_and_step_seven_one_too() -> None:
    assert {ITEMS[one].part_of for one in of_kind("process-question")} == {"RT01"}
    assert [(one, ITEMS[one].step) for one in of_kind("route")] == [
        ("RT01", 6),
        ("RT02", 6),
        ("RT03", 7),
    ]
    assert "preventief" in ITEMS["RT02"].title.nl.lower()


@pytest.mark.parametrize(
    ("item", "dutch", "english"),
    [
        ("S02-03", "kleurenblindheid", "colour-blindness"),
        ("G02", "'ingebakken'", "'baked in'"),
        ("P02", "kan het racisme in stand", "can be kept"),
        ("P09", "dienstverlening", "service"),
        ("S02-08", "zoals", "such as"),
        ("S03-02", "kans groot", "chance is great"),
        ("S04-07", "geen open debat", "not hold an open debate"),
        ("S04-12", "tijd en faciliteiten", "time and facilities"),
        ("S04-13", "emotionele steun", "emotional support"),
        ("S04-14", "dwing niemand", "force nobody"),
        ("S05-04", "competentie", "competence"),
        ("S05-06", "intervisie", "peer review"),
        ("L06-03", "gehandhaafd", "enforced"),
        ("L06-05", "kans om te leren", "chance to learn"),
        ("S06-02", "competenties", "competencies"),
        ("S06-06", "niet als een gewone", "not treat racism as an ordinary"),
        ("A02-02", "moeten", "must"),
        ("A02-02", "verschillende afdelingen", "different departments"),
        ("A02-02", "het belangrijkste", "most important"),
        ("N06", "en daardoor in de praktijk vooral", "and so in practice mostly"),
        ("N07", "en daardoor in de praktijk vooral", "and so in practice mostly"),
        ("A03-01", "salaris", "pay"),
        ("S09-01", "valkuil", "pitfall"),
        ("TK01-01", "vrijwillig", "voluntarily"),
        ("S10-02", "kwaliteitskompas", "kwaliteitskompas"),
        ("S10-06", "intersectionele", "intersectional"),
    ],
)
def test_a_condition_of_the_source_stands_in_its_item(item: str, dutch: str, english: str) -> None:
    assert dutch in ITEMS[item].nl.lower()
    assert english in ITEMS[item].en.lower()


def test_every_text_is_filled_in_both_languages_and_they_differ() -> None:
    same = {
        (item.id, dutch)
        for item in ITEMS.values()
        for dutch, english in words(item)
        if not dutch.strip() or not english.strip() or dutch == english
    }

    assert same == {("RF03", "KIS-Monitor 2022"), ("L01-01", "Keti Koti")}


def informal(text: str) -> bool:
    return bool(re.search(r"\b(je|jij|jou|jouw|jullie|jezelf)\b", text, flags=re.IGNORECASE))


def test_every_dutch_text_says_u() -> None:
    about = [(one.id, one.about) for one in register().statements]
    texts = [(item.id, dutch) for item in ITEMS.values() for dutch, _ in words(item)]

    assert [(one, text) for one, text in texts + about if informal(text)] == []


def test_an_informal_word_is_found_and_a_part_of_a_word_is_not() -> None:
    assert [
        text for text in ("Jullie", "Kun je dit?", "jezelf", "u", "objectief") if informal(text)
    ] == [
        "Jullie",
        "Kun je dit?",
        "jezelf",
    ]


def test_dutch_sentences_are_short() -> None:
    long = [
        (item.id, sentence)
        for item in ITEMS.values()
        for dutch, _ in words(item)
        for sentence in re.split(r"(?<=[.?!:])\s+", dutch)
        if len(sentence.split()) > LONGEST_DUTCH_SENTENCE
    ]

    assert long == []


def test_research_that_we_did_not_read_is_reported_as_the_handbooks() -> None:
    reported = {one.id for one in register().statements if one.reports_research}
    leaning = [item for item in ITEMS.values() if reported & set(item.source.statements)]

    assert {"P07-02", "RF05", "P05-01", "RF03"} <= {item.id for item in leaning}
    for item in leaning:
        assert item.reported_research, item.id
    for item in ITEMS.values():
        said = "volgens de handreiking" in item.nl.lower()
        assert said == item.reported_research, item.id
        assert ("according to the handbook" in item.en.lower()) == item.reported_research, item.id


def test_what_we_added_says_so_and_names_no_statement_of_the_handbook() -> None:
    added = [item for item in ITEMS.values() if item.origin == "van-ons"]

    assert {item.id for item in added} == {*of_kind("addition"), *of_kind("change")}
    for item in added:
        assert item.source.document == "waterpas"
        assert item.source.statements == ()
        assert item.nl.startswith("Van ons: ")
        assert item.en.startswith("Ours: ")


def test_every_item_of_the_handbook_has_its_place_in_the_source() -> None:
    known = {statement.id for statement in register().statements}
    from_handbook = [item for item in ITEMS.values() if item.origin == "handreiking"]

    assert len(from_handbook) > 190
    for item in from_handbook:
        assert item.source.statements, item.id
        assert set(item.source.statements) <= known, item.id
        assert item.source.place.nl, item.id
        assert item.source.place.en, item.id


def test_the_step_of_an_item_is_the_step_of_its_place() -> None:
    steps = {statement.id: statement.section.step for statement in register().statements}
    wrong = [
        item.id
        for item in ITEMS.values()
        if item.step and item.source.statements
        if item.step not in {steps[one] for one in item.source.statements}
    ]

    assert wrong == []


def test_every_statement_of_the_source_is_taken_over_by_an_item() -> None:
    covered = {one for item in ITEMS.values() for one in item.source.statements}

    assert [one.id for one in register().statements if one.id not in covered] == []


def test_references_between_items_arrive() -> None:
    loose = [
        (item.id, name)
        for item in ITEMS.values()
        for name in (
            *item.see,
            *item.changes,
            *([item.part_of] if item.part_of else []),
            *(pair.item for pair in item.pairs),
            *(one for check in item.checks for one in check.refers_to),
        )
        if name not in ITEMS
    ]

    assert loose == []


def test_loading_brings_in_nothing_heavy() -> None:
    code = (
        "import sys, waterpas.handbook as handbook; handbook.load();"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())

    assert "yaml" in loaded
    assert loaded.isdisjoint({"numpy", "scipy", "duckdb", "narwhals", "django", "jsonschema"})
