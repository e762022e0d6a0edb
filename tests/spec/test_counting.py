"""What a tally counts, drawn as small tables. Every table is counted by every engine."""

import pytest

from tests.spec.engines import ENGINES, parse, source
from waterpas.tallies.build import tally


@pytest.fixture(params=ENGINES)
def engine(request):
    return request.param


@pytest.fixture
def count(engine, tmp_path):
    """Count a drawn table with this engine."""
    return lambda table, **ask: tally(source(engine, parse(table), tmp_path), **ask)


def drawn(tally):
    """The cells as lines of text: levels, cases out of people, and unknown outcomes."""
    return [
        f"{' + '.join(key)}: {_cases(cell)}{_unknown(cell)}" for key, cell in tally.cells.items()
    ]


def _people(count):
    if count.is_exact:
        return str(count.value)
    return f"{'?' if count.value is None else count.value} [{count.low}-{count.high}]"


def _cases(cell):
    if cell.steps:
        return " > ".join(map(_people, cell.steps))
    return _people(cell.n) if cell.cases is None else f"{_people(cell.cases)} of {_people(cell.n)}"


def _unknown(cell):
    return f", {cell.unknown} unknown" if cell.unknown else ""


def test_each_row_is_a_person_and_ja_is_the_outcome(count):
    found = count(
        """
        wijk  | gekozen
        Noord | ja
        Noord | nee
        Noord | nee
        Zuid  | ja
        """,
        by="wijk",
        outcome="gekozen",
    )
    assert drawn(found) == ["Noord: 1 of 3", "Zuid: 1 of 1"]
    assert found.outcome == "gekozen"


def test_a_missing_outcome_is_not_among_the_people_but_is_counted(count):
    found = count(
        """
        wijk  | gekozen
        Noord | ja
        Noord |
        Noord | nee
        Zuid  | onbekend
        """,
        by="wijk",
        outcome="gekozen",
    )
    assert drawn(found) == ["Noord: 1 of 2, 1 unknown", "Zuid: 0 of 0, 1 unknown"]


def test_one_value_is_held_against_all_other_known_values(count):
    found = count(
        """
        wijk  | besluit
        Noord | afgewezen
        Noord | toegekend
        Noord | ingetrokken
        Zuid  | Afgewezen
        """,
        by="wijk",
        outcome="besluit=afgewezen",
    )
    assert drawn(found) == ["Noord: 1 of 3", "Zuid: 1 of 1"]


def test_a_missing_group_is_the_level_onbekend_and_a_note_says_how_many(count):
    found = count(
        """
        wijk     | gekozen
        Noord    | ja
                 | nee
        Onbekend | nee
        unknown  | ja
        """,
        by="wijk",
        outcome="gekozen",
    )
    assert drawn(found) == ["Noord: 1 of 1", "onbekend: 1 of 3"]
    note = next(note for note in found.notes if note.code == "missing-level")
    assert note.fields == {"column": "wijk", "rows": 3, "level": "onbekend"}


def test_answers_that_are_not_missing_stay_levels_of_their_own(count):
    found = count(
        """
        geslacht | gekozen
        n.v.t.   | ja
        weigert  | nee
        """,
        by="geslacht",
        outcome="gekozen",
    )
    assert drawn(found) == ["n.v.t.: 1 of 1", "weigert: 0 of 1"]


def test_numbers_as_levels_look_the_same_in_every_source(count):
    found = count(
        """
        schaal | gekozen
        9      | ja
        10     | nee
               | ja
        10     | ja
        """,
        by="schaal",
        outcome="gekozen",
    )
    assert drawn(found) == ["9: 1 of 1", "10: 1 of 2", "onbekend: 1 of 1"]


def test_one_and_zero_are_yes_and_no(count):
    found = count(
        """
        wijk  | gekozen
        Noord | 1
        Noord | 0
        Zuid  |
        Zuid  | 1
        """,
        by="wijk",
        outcome="gekozen",
    )
    assert drawn(found) == ["Noord: 1 of 2", "Zuid: 1 of 1, 1 unknown"]


def test_levels_over_two_columns_are_combined(count):
    found = count(
        """
        wijk  | jaar | gekozen
        Noord | 2024 | ja
        Zuid  | 2024 | nee
        Noord | 2025 | nee
        Noord | 2024 | nee
        """,
        by=["wijk", "jaar"],
        outcome="gekozen",
    )
    assert drawn(found) == ["Noord + 2024: 1 of 2", "Noord + 2025: 0 of 1", "Zuid + 2024: 0 of 1"]


def test_a_row_can_stand_for_many_people_with_that_value(count):
    found = count(
        """
        Gender | Admit    | Freq
        Male   | Admitted | 1198
        Male   | Rejected | 1493
        Female | Admitted | 557
        Female | Rejected | 1278
        """,
        by="Gender",
        outcome="Admit=Admitted",
        count="Freq",
    )
    assert drawn(found) == ["Female: 557 of 1835", "Male: 1198 of 2691"]


def test_a_row_can_hold_the_cases_out_of_the_people(count):
    found = count(
        """
        wijk  | mensen | gekozen
        Noord | 200    | 20
        Zuid  | 100    |
        Zuid  | 50     | 5
        """,
        by="wijk",
        outcome="gekozen",
        count="mensen",
    )
    assert drawn(found) == ["Noord: 20 of 200", "Zuid: 5 of 50, 100 unknown"]


def test_rounded_and_hidden_counts_travel_as_intervals(count):
    found = count(
        """
        wijk  | mensen | gekozen
        Noord | 200    | 0
        Zuid  | 100    | x
        Oost  | 50     | 10
        Oost  | 20     | <5
        """,
        by="wijk",
        outcome="gekozen",
        count="mensen",
        rounded_to=10,
    )
    assert drawn(found) == [
        "Noord: 0 [0-5] of 200 [195-205]",
        "Oost: ? [5-19] of 70 [60-80]",
        "Zuid: ? [0-9] of 100 [95-105]",
    ]
    assert found.rounded_to == 10
    assert [note.fields for note in found.notes if note.code == "hidden-counts"] == [{"rows": 2}]


def test_the_codes_of_statline_are_hidden_counts(count):
    found = count(
        """
        buurt | inwoners
        A     | 40
        B     | -99997
        C     | -99999999
        D     | -99995
        """,
        by="buurt",
        count="inwoners",
    )
    assert drawn(found) == ["A: 40", "B: ? [0-9]", "C: ? [0-9]", "D: ? [0-9]"]


def test_steps_of_yes_and_no_make_each_row_a_person(count):
    found = count(
        """
        groep | gesolliciteerd | uitgenodigd | aangenomen
        A     | ja             | ja          | ja
        A     | ja             | ja          | nee
        A     | ja             | nee         |
        B     | ja             | nee         | nee
        B     | ja             |             |
        """,
        by="groep",
        steps=["gesolliciteerd", "uitgenodigd", "aangenomen"],
    )
    assert drawn(found) == ["A: 3 > 2 > 1", "B: 1 > 0 > 0, 1 unknown"]
    assert [note.fields for note in found.notes if note.code == "step-unknown"] == [{"people": 1}]


def test_steps_with_numbers_make_each_row_a_group(count):
    found = count(
        """
        groep | bekend | risico | gekozen | onterecht
        A     | 1000   | 300    | 50      | 5
        B     | 500    | 100    | 60      | 0
        """,
        by="groep",
        steps=["bekend", "risico", "gekozen:bekend", "onterecht"],
    )
    assert drawn(found) == ["A: 1000 > 300 > 50 > 5", "B: 500 > 100 > 60 > 0"]
    assert [(step.id, step.of, step.nested) for step in found.steps] == [
        ("bekend", None, True),
        ("risico", "bekend", False),
        ("gekozen", "bekend", True),
        ("onterecht", "gekozen", True),
    ]


def test_rows_that_are_totals_are_dropped_or_kept_when_somebody_says_so(count):
    table = """
        wijk   | mensen | gekozen
        Noord  | 200    | 20
        Zuid   | 100    | 5
        Totaal | 300    | 25
        """
    ask = {"by": "wijk", "outcome": "gekozen", "count": "mensen"}
    dropped = count(table, **ask, totals="drop")
    assert drawn(dropped) == ["Noord: 20 of 200", "Zuid: 5 of 100"]
    assert [(each.reason, each.rows) for each in dropped.sources[0].left_out] == [("totals", 1)]
    kept = count(table, **ask, totals="keep")
    assert drawn(kept) == ["Noord: 20 of 200", "Totaal: 25 of 300", "Zuid: 5 of 100"]
    assert kept.notes[-1].fields == {"column": "wijk", "levels": "Totaal"}


def test_a_person_in_several_rows_is_counted_once_among_the_persons(count):
    found = count(
        """
        groep | klant | gekozen
        A     | 7     | ja
        A     | 7     | ja
        A     | 7     | nee
        A     | 8     | nee
        A     |       | ja
        B     | 7     | ja
        B     | 9     |
        """,
        by="groep",
        outcome="gekozen",
        person="klant",
    )
    repeats = {key: cell.repeats for key, cell in found.cells.items()}
    a, b = repeats[("A",)], repeats[("B",)]
    # A: person 7 (2 of 3 rows), person 8 (0 of 1), and a row without a person (1 of 1).
    assert (a.persons, a.cases_squared, a.cases_by_rows, a.rows_squared) == (3, 5, 7, 11)
    assert (b.persons, b.cases_squared, b.cases_by_rows, b.rows_squared) == (1, 1, 1, 1)
    assert [note.fields for note in found.notes if note.code == "person-missing"] == [
        {"column": "klant", "rows": 1}
    ]


def test_a_person_may_have_one_or_zero_as_outcome(count):
    found = count(
        """
        groep | klant | gekozen
        A     | p     | 1
        A     | p     | 1
        A     | q     | 0
              | q     |
        """,
        by="groep",
        outcome="gekozen=1",
        person="klant",
    )
    kept = found.cells[("A",)].repeats
    assert (kept.persons, kept.cases_squared, kept.cases_by_rows, kept.rows_squared) == (2, 4, 4, 5)
    assert found.cells[("onbekend",)].repeats.persons == 0


def test_amounts_are_kept_as_count_mean_and_squares(count):
    found = count(
        """
        functie | loon
        A       | 2500.5
        A       | 3500.5
        B       | 4000.25
        B       |
        """,
        by="functie",
        amount="loon",
    )
    kept = {
        key: (cell.amount.count, found.origin + cell.amount.mean, cell.amount.m2)
        for key, cell in found.cells.items()
    }
    assert kept == {("A",): (2, 3000.5, 500000.0), ("B",): (1, 4000.25, 0.0)}
    assert [(each.reason, each.rows) for each in found.sources[0].left_out] == [
        ("amount-missing", 1)
    ]
    assert (found.sources[0].rows, found.sources[0].used) == (4, 3)
