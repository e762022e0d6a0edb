"""Figures that would say something else than the counts do."""

import pytest

from tests.tallies import tally_of
from waterpas import EVERYBODY, EVERYBODY_ELSE, Reference, compare_groups, sentence, tally
from waterpas.errors import CallError
from waterpas.serialise import flat_rows
from waterpas.tallies.tally import Tally


def codes(result):
    return [note.code for note in result.notes]


def about(result, code):
    return [note.fields["group"] for note in result.notes if note.code == code]


def persons(*rows):
    return [{"g": group, "u": answer, "wie": who} for group, answer, who in rows]


class TestPersons:
    ROWS = persons(*(("ab"[i % 2], "ja" if i % 3 else "nee", i // 4) for i in range(80)))

    @pytest.mark.parametrize("reference", [EVERYBODY, EVERYBODY_ELSE])
    def test_who_can_be_in_two_groups_is_not_compared_with_everybody(self, reference):
        counts = tally(self.ROWS, by="g", outcome="u", person="wie")

        with pytest.raises(CallError, match="Kies één groep als referentie"):
            compare_groups(counts, across="g", reference=reference)

    def test_persons_in_two_groups_are_noted(self):
        counts = tally(self.ROWS, by="g", outcome="u", person="wie")

        assert "persons-shared" in codes(compare_groups(counts, across="g", reference="a"))

    def test_persons_in_one_group_are_not(self):
        rows = [{**row, "wie": (row["g"], row["wie"])[0] + str(row["wie"])} for row in self.ROWS]

        result = compare_groups(
            tally(rows, by="g", outcome="u", person="wie"), across="g", reference="a"
        )

        assert "persons-shared" not in codes(result)
        assert "repeats-allowed" in codes(result)

    def test_who_occurs_once_is_not_said_to_occur_more_often(self):
        rows = [{**row, "wie": at} for at, row in enumerate(self.ROWS)]

        result = compare_groups(
            tally(rows, by="g", outcome="u", person="wie"), across="g", reference="a"
        )

        assert not [code for code in codes(result) if code.startswith("repeats")]


EVEN = {(group, stratum): (50, 100) for group in ("NL", "TR") for stratum in "AB"}


class TestUnknownOutcomes:
    def test_are_compared_with_the_reference_of_the_same_stratum(self):
        counts = tally_of(EVEN, by=("g", "s"), unknown={("NL", "B"): 100, ("TR", "B"): 100})
        result = compare_groups(counts, across="g", reference="NL", by=("s",))
        assert about(result, "unknown-differs") == []

        counts = tally_of(EVEN, by=("g", "s"), unknown={("TR", "B"): 100})
        result = compare_groups(counts, across="g", reference="NL", by=("s",))
        assert about(result, "unknown-differs") == ["TR, B"]

    @pytest.mark.parametrize("reference", [EVERYBODY, EVERYBODY_ELSE])
    def test_are_compared_with_all_others_too(self, reference):
        cells = {("NL",): (50, 100), ("TR",): (50, 100), ("MA",): (50, 100)}
        counts = tally_of(cells, by=("g",), unknown={("TR",): 300})

        assert "TR" in about(
            compare_groups(counts, across="g", reference=reference), "unknown-differs"
        )


def test_a_difference_is_not_said_beside_a_ratio_that_may_be_one():
    found = []
    for cases in range(1, 40):
        counts = tally_of({("a",): (cases, 60), ("b",): (13, 60)}, by=("g",))
        result = compare_groups(counts, across="g", reference="b")
        group = result.groups[0]
        ratio, difference = group.ratio.interval, group.difference.interval
        if (ratio.low <= 1 <= ratio.high) != (difference.low <= 0 <= difference.high):
            found.append(sentence(result))
    assert found
    assert all("Het verschil ligt waarschijnlijk tussen" in each for each in found)
    assert not any("Het echte getal" in each or "kan nog" in each for each in found)


@pytest.mark.parametrize("column", ["p", "n", "cases", "rate", "difference", "step", "suppressed"])
def test_a_group_column_never_takes_the_place_of_a_figure(column):
    counts = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=(column,))

    rows = flat_rows(compare_groups(counts, across=column, reference="b"))

    assert [row.get(f"group_{column}", row[column]) for row in rows] == ["a", "b"]
    assert [row["n"] for row in rows] == [60, 50]


def test_a_reference_that_is_not_there_is_refused_in_every_form():
    counts = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",))

    with pytest.raises(CallError, match="'zzz' komt niet voor"):
        compare_groups(counts, across="g", reference=Reference("level", "zzz"))
    assert isinstance(counts, Tally)
