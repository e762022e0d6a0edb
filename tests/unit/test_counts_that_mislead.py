"""Tables whose counts can be read wrongly: refused by name, or read right and noted."""

import pytest

from waterpas.errors import CountError, InputError, TotalsInData
from waterpas.tallies.build import tally


def written(tmp_path, text):
    path = tmp_path / "tabel.csv"
    path.write_text(text, encoding="utf-8")
    return path


def cells(found):
    return {
        key[0]: (c.n.value, c.cases and c.cases.value, c.unknown) for key, c in found.cells.items()
    }


def notes(found):
    return {note.code: dict(note.fields) for note in found.notes}


@pytest.mark.parametrize("outcome", ["uit=ja", "uit", None])
def test_an_empty_count_is_not_zero_people(tmp_path, outcome):
    table = "g;uit;n\nNL;ja;100\nNL;nee;200\nMA;ja;\nMA;nee;100\n"
    if outcome == "uit":
        table = table.replace("ja", "5").replace("nee", "6")

    with pytest.raises(CountError, match="rij 4, is de kolom 'n' leeg"):
        tally(written(tmp_path, table), by="g", outcome=outcome, count="n")


def test_an_empty_number_of_cases_is_an_unknown_outcome(tmp_path):
    found = tally(written(tmp_path, "g;x;n\nNL;10;200\nTR;;50\n"), by="g", outcome="x", count="n")

    assert cells(found) == {"NL": (200, 10, 0), "TR": (0, 0, 50)}


WORDS = ("NA", "NULL", "NaN", "nan", "null", "#N/A", "#N/B")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("person", [None, "wie"])
def test_a_word_of_a_program_for_nothing_is_no_known_outcome(tmp_path, word, person):
    table = f"g,uit,wie\nNL,1,a\nNL,0,b\nTR,{word},c\nTR,1,d\nTR,0,e\n"

    found = tally(written(tmp_path, table), by="g", outcome="uit=1", person=person)

    assert cells(found) == {"NL": (2, 1, 0), "TR": (2, 1, 1)}


def test_such_a_word_as_a_group_stays_a_group_with_a_note(tmp_path):
    found = tally(written(tmp_path, "land,uit\nNA,ja\nNL,nee\n"), by="land", outcome="uit")

    assert found.levels("land") == ("NA", "NL")
    assert notes(found)["looks-missing"] == {"column": "land", "rows": 1, "level": "NA"}


def test_groups_that_differ_in_capitals_only_are_named(tmp_path):
    found = tally(written(tmp_path, "g,uit\nNL,ja\nnl,nee\nTR,ja\n"), by="g", outcome="uit")

    assert notes(found)["spelled-apart"] == {"column": "g", "levels": "NL, nl"}


@pytest.mark.parametrize(("one", "other"), [("1,234", "10,500"), ("12.000", "100.000")])
def test_counts_that_can_be_thousands_or_fractions_are_refused(tmp_path, one, other):
    table = f"g;n\na;{one}\nb;{other}\n"

    with pytest.raises(InputError, match=f"rij 2, kolom n staat '{one}': dat kan een duizendtal"):
        tally(written(tmp_path, table), by="g", count="n")


@pytest.mark.parametrize(
    ("other", "value"),
    [("1.234.567", 1234567), ("12", 12), ("2.000,00", 2000), ("1 000 000", 10**6)],
)
def test_one_count_can_say_how_the_others_are_written(tmp_path, other, value):
    found = tally(written(tmp_path, f"g;n\na;1.234\nb;{other}\n"), by="g", count="n")

    assert cells(found) == {"a": (1234, None, 0), "b": (value, None, 0)}


def test_counts_that_are_not_rounded_as_said_are_noted(tmp_path):
    path = written(tmp_path, "g;x;n\nNL;10;200\nTR;7;50\n")

    assert notes(tally(path, by="g", outcome="x", count="n", rounded_to=5))["not-rounded"] == {
        "rows": 1
    }
    path = written(tmp_path, "g;x;n\nNL;10;200\nTR;5;50\n")
    assert "not-rounded" not in notes(tally(path, by="g", outcome="x", count="n", rounded_to=5))


NESTED = (
    "g,x,n\nTotaal,180,2800\nNL,100,2000\nBuitenland,80,800\nEuropa,30,500\nBuiten Europa,50,300\n"
)


class TestSubtotals:
    def test_one_beside_a_total_is_named_too(self, tmp_path):
        with pytest.raises(TotalsInData, match="'Totaal, Buitenland' de som van andere groepen"):
            tally(written(tmp_path, NESTED), by="g", outcome="x", count="n")

    def test_dropping_leaves_each_person_once(self, tmp_path):
        found = tally(written(tmp_path, NESTED), by="g", outcome="x", count="n", totals="drop")

        assert set(found.levels("g")) == {"NL", "Europa", "Buiten Europa"}
        assert found.total.n.value == 2800

    def test_one_without_a_total_and_below_its_parts_is_found(self, tmp_path):
        table = "g,x,n\nNL,100,2000\nEuropa,30,500\nBuiten Europa,50,300\nBuitenland,80,800\n"

        with pytest.raises(TotalsInData, match="'Buitenland'"):
            tally(written(tmp_path, table), by="g", outcome="x", count="n")

    def test_subtotals_of_subtotals_are_found(self, tmp_path):
        table = (
            "g,x,n\nNL,1001,20003\nBuitenland,801,8012\nEuropa,301,5007\n"
            "Buiten Europa,500,3005\nMarokko,203,1004\nTurkije,297,2001\n"
        )

        with pytest.raises(TotalsInData, match="'Buitenland, Buiten Europa'"):
            tally(written(tmp_path, table), by="g", outcome="x", count="n")

    def test_small_counts_that_add_up_by_chance_are_no_totals(self, tmp_path):
        table = "g,x,n\na,1,12\nb,2,5\nc,1,7\nd,3,12\n"

        found = tally(written(tmp_path, table), by="g", outcome="x", count="n")

        assert len(found.cells) == 4

    def test_groups_that_are_no_sums_stay(self, tmp_path):
        table = "g,x,n\nNL,100,2001\nEuropa,30,500\nBuiten Europa,50,300\nElders,80,810\n"

        assert len(tally(written(tmp_path, table), by="g", outcome="x", count="n").cells) == 4


class TestTotalsThatAreKept:
    @pytest.fixture
    def kept(self, tmp_path):
        return tally(written(tmp_path, NESTED), by="g", outcome="x", count="n", totals="keep")

    def test_they_are_in_no_sum(self, kept):
        assert kept.total.n.value == 2800

    def test_the_largest_group_is_no_total(self, kept):
        from waterpas.measure.against import largest

        assert largest(kept, across="g").level == "NL"

    def test_everybody_counts_each_person_once(self, kept):
        from waterpas import EVERYBODY, compare_groups

        groups = {
            each.group["g"]: each
            for each in compare_groups(kept, across="g", reference=EVERYBODY).groups
        }

        assert groups["everybody"].n.value == 2800
        assert groups["Europa"].reference_n.value == 2300
        assert groups["Totaal"].difference is None

    def test_everybody_else_is_each_other_person_once(self, kept):
        from waterpas import EVERYBODY_ELSE, compare_groups

        result = compare_groups(kept, across="g", reference=EVERYBODY_ELSE)

        assert {each.group["g"]: each.reference_n for each in result.groups}["NL"].value == 800

    def test_they_survive_being_written_and_read(self, kept):
        from waterpas import Tally

        assert Tally.from_json(kept.to_json()) == kept
        assert kept.totals == (("g", "Totaal"), ("g", "Buitenland"))

    def test_a_column_with_totals_rolls_up_to_each_person_once(self, tmp_path):
        table = "g;jaar;x;n\nNL;2014;10;100\nTR;2014;20;100\nNL;2015;12;100\nTR;2015;22;100\n"
        table += "NL;totaal;22;200\nTR;totaal;42;200\n"
        path = written(tmp_path, table)

        found = tally(path, by=["g", "jaar"], outcome="x", count="n", totals="keep")

        assert found.roll_up(to=["g"]).total.n.value == 400


def test_unknown_is_not_the_reference_when_nobody_chose(tmp_path):
    from waterpas.measure.against import largest

    path = written(tmp_path, "g,x,n\nonbekend,100,5000\nNL,100,2000\na,30,500\n")

    assert largest(tally(path, by="g", outcome="x", count="n"), across="g").level == "NL"


def test_a_thousand_groups_are_searched_for_sums_within_a_few_seconds():
    import random
    import time

    chance = random.Random(1)
    rows = [
        {"g": f"g{at}", "s": stratum, "n": chance.randrange(50, 90_000)}
        for at in range(900)
        for stratum in "ab"
    ]
    start = time.perf_counter()

    assert len(tally(rows, by=["g", "s"], count="n").cells) == 1800
    assert time.perf_counter() - start < 10
