"""A column that follows from who decides does not take the spread away in silence."""

import pytest

from tests.statistics.deciders.tables import code, counted, measured, notes
from waterpas.explain.results import sentence
from waterpas.texts import LANGUAGES


def table(kind, *, deciders=20):
    """Deciders far apart; `kind` gives the kinds of cases of one decider and their people."""
    return counted(
        [
            {"herkomst": group, "beslisser": f"b{at}", "soort": level, "n": n, "ja": n * at // 25}
            for at in range(deciders)
            for group in ("Nederland", "Buiten Europa")
            for level, n in kind(at)
        ],
        given=["soort"],
    )


@pytest.mark.parametrize(
    "kind",
    [lambda at: [(f"kamer {at}", 60)],
     lambda at: [(f"kamer {at}", 97), ("kamer 0", 3)],
     lambda at: [(f"kamer {at // 2}", 60)]],
    ids=["copy", "nearly a copy", "pairs"],
)  # fmt: skip
def test_with_a_copy_of_who_decides_there_is_no_figure(kind):
    counts = table(kind)
    without = measured(counts, given=[])

    result = measured(counts, given=["soort"])

    assert code(without) == "difference"
    assert code(result) == "cannot-follows"
    assert not result.figures
    assert notes(result)["follows-decider"] == {"column": "soort"}


def test_with_a_team_of_many_it_is_said_what_does_not_count():
    result = measured(table(lambda at: [(f"team {at % 2}", 60)]), given=["soort"])

    assert code(result) == "difference"
    assert notes(result)["follows-decider"] == {"column": "soort"}


@pytest.mark.parametrize(
    "kind",
    [lambda at: [("eerste", 30), ("herhaling", 30)],
     lambda at: [("eerste", 97), ("herhaling", 3)],
     lambda at: [("eerste", 60)] if at % 2 else [("eerste", 30), ("herhaling", 30)]],
    ids=["both", "nearly one kind for all", "half of the deciders"],
)  # fmt: skip
def test_a_kind_of_case_that_deciders_share_is_no_copy(kind):
    result = measured(table(kind), given=["soort"])

    assert code(result) == "difference"
    assert "follows-decider" not in notes(result)


def test_teams_of_five_are_the_smallest_that_can_be_compared():
    found = [
        code(measured(table(lambda at, k=k: [(f"team {at % k}", 60)]), given=["soort"]))
        for k in (4, 5)
    ]

    assert found == ["difference", "cannot-follows"]


def test_two_columns_that_are_a_copy_together_are_found():
    rows = [
        {"herkomst": group, "beslisser": f"b{at}", "team": at // 4, "kamer": at % 4, "n": 60,
         "ja": 3 * at}
        for at in range(16)
        for group in ("Nederland", "Buiten Europa")
    ]  # fmt: skip

    result = measured(counted(rows, given=["team", "kamer"]), given=["team", "kamer"])

    assert code(result) == "cannot-follows"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_words(lang):
    said = sentence(measured(table(lambda at: [(f"kamer {at}", 60)]), given=["soort"]), lang)

    assert said.startswith("Dit kan zo niet." if lang == "nl" else "This cannot be done")
    assert ("Laat die kolom weg." if lang == "nl" else "Leave that column out.") in said
