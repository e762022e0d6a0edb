"""Several outcomes, steps of a layout, hit rates and flat files: what an analyst asks for."""

import csv
import io
import json
import re
from functools import partial
from importlib.resources import files

import jsonschema
import pytest

from tests.command import waterpas
from tests.duo_workbook import duo_workbook
from tests.tallies import tally_of
from waterpas import compare_groups, compare_outcomes, picture, sentence, tally
from waterpas.errors import CallError, InputError

SCHEMA = json.loads(files("waterpas").joinpath("schemas/result-v1.schema.json").read_text())
ROWS = "gekozen,fout,groep\n" + "ja,nee,A\nja,ja,A\nnee,nee,A\nja,ja,B\nnee,nee,B\nja,nee,B\n" * 20


@pytest.fixture
def call(capsys, monkeypatch):
    return partial(waterpas, capsys, monkeypatch)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text(ROWS)
    return path


@pytest.fixture(scope="module")
def duo(tmp_path_factory):
    return duo_workbook(tmp_path_factory.mktemp("duo"))


def read(text):
    return list(csv.DictReader(io.StringIO("\n".join(text.splitlines()[1:]))))


class TestSeveralOutcomes:
    @pytest.fixture
    def audit(self, call, table):
        outcomes = ("--outcome", "gekozen", "--outcome", "fout")
        return partial(call, "audit", table, *outcomes, "--across", "groep", "--quiet")

    def test_they_are_one_family(self, audit):
        plain = json.loads(audit("--reference", "A", "--format", "json").out)

        jsonschema.Draft202012Validator(SCHEMA).validate(plain)
        assert plain["family"] == 2
        assert [each["outcome"] for each in plain["comparisons"]] == ["gekozen", "fout"]
        for each in plain["comparisons"]:
            assert {"code": "family", "fields": {"count": 2}}.items() <= next(
                note.items() for note in each["notes"] if note["code"] == "family"
            )

    def test_the_family_makes_p_larger_than_alone(self):
        counts = [
            tally_of({("a",): (30, 100), ("b",): (cases, 100)}, by=("g",)) for cases in (18, 29)
        ]
        one = compare_groups(counts[0], across="g", reference="b")
        two = [counts[0], counts[1].__class__(**{**_fields(counts[1]), "outcome": "anders"})]

        first, second = compare_outcomes(two, across="g", reference="b")

        assert first.groups[0].p == one.groups[0].p
        assert first.groups[0].p_adjusted > one.groups[0].p_adjusted
        assert first.family == second.family == 2

    def test_csv_says_which_outcome(self, audit):
        rows = read(audit("--reference", "A", "--format", "csv").out)

        assert [row["outcome"] for row in rows] == ["gekozen"] * 2 + ["fout"] * 2

    @pytest.mark.parametrize(("lang", "title"), [("nl", "Alle cijfers"), ("en", "All figures")])
    def test_one_page_has_a_part_per_outcome(self, audit, lang, title):
        page = audit("--reference", "A", "--format", "html", "--lang", lang).out
        headings = re.findall(r"<h(\d)[^>]*>([^<]*)</h\1>", page)
        names = re.findall(r' id="([^"]*)"', page)

        assert [name for level, name in headings if level == "2"] == ["gekozen", "fout"]
        assert headings.count(("3", title)) == 2
        assert [level for level, _ in headings].count("1") == 1
        assert len(names) == len(set(names))
        assert set(re.findall(r'href="#([^"]*)"|labelledby="([^"]*)"', page)) == {
            ("wp-part-1", ""),
            ("wp-part-2", ""),
            ("", "wp-part-1-table"),
            ("", "wp-part-2-table"),
        }
        assert page.count("<html") == page.count('wp-stamp">') == 1

    def test_one_outcome_twice_is_refused(self, call, table):
        words = ("--outcome", "fout", "--outcome", "fout", "--across", "groep", "--quiet")
        assert call("audit", table, *words).code == 2


def _fields(value):
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_an_outcome_that_everybody_has_is_not_compared(call, tmp_path):
    path = tmp_path / "een.csv"
    path.write_text("g,uit\na,ja\nb,ja\n")

    outcome = call("audit", path, "--outcome", "uit=ja", "--across", "g", "--quiet")

    assert outcome.code == 2
    assert "heeft maar één waarde" in outcome.err


class TestAStepOfALayout:
    @pytest.fixture
    def audit(self, call, duo):
        words = ("--layout", "cbs-duo-2014", "--across", "herkomst", "--quiet")
        return partial(call, "audit", duo, *words)

    def test_can_be_the_outcome(self, audit):
        words = ("--outcome", "selected", "--reference", "NL", "--format", "json")
        plain = json.loads(audit(*words).out)

        groups = {each["group"]["herkomst"]: each for each in plain["groups"]}
        assert groups["buiten Europa"]["ratio"] == pytest.approx(6.2227, abs=5e-5)
        assert plain["outcome"] == "selected"

    def test_in_python_too(self, duo):
        counts = tally(duo, by="herkomst", layout="cbs-duo-2014", outcome="selected")

        result = compare_groups(counts, across="herkomst", reference="NL")
        assert result.groups[-1].ratio.value == pytest.approx(6.2227, abs=5e-5)

    def test_a_step_that_is_not_there_and_a_hit_rate_are_refused(self, audit):
        outcome = audit("--outcome", "zzz")
        assert outcome.code == 2
        assert "Wel: high-risk, selected." in outcome.err
        outcome = audit("--outcome", "unduly")
        assert outcome.code == 2
        assert "trefkans" in outcome.err

    def test_another_rounding_is_refused(self, audit):
        outcome = audit("--outcome", "selected", "--rounded-to", "100")

        assert outcome.code == 2
        assert "afgerond op 10, niet op 100" in outcome.err


class TestHitRates:
    TABLE = "g,pop,sel,hit\nNL,1000,100,50\nTR,500,90,5\n"
    STEPS = ("--step", "pop", "--step", "sel", "--step", "hit", "--across", "g", "--quiet")

    @pytest.fixture
    def chain(self, call, tmp_path):
        path = tmp_path / "keten.csv"
        path.write_text(self.TABLE)
        return partial(call, "chain", path, *self.STEPS, "--reference", "NL")

    def test_a_step_is_one_when_it_is_said(self, chain):
        plain = json.loads(chain("--hit-rate", "hit", "--format", "json").out)

        assert [step["hit_rate"] for step in plain["steps"]] == [False, True]
        assert "hit-rate" in [note["code"] for note in plain["notes"]]

    def test_without_it_the_step_is_ordinary(self, chain):
        plain = json.loads(chain("--format", "json").out)

        assert [step["hit_rate"] for step in plain["steps"]] == [False, False]

    def test_the_flat_rows_carry_the_flags_and_the_warning(self, chain):
        rows = read(chain("--hit-rate", "hit", "--format", "csv").out)

        assert {(row["step"], row["hit_rate"], row["on_the_chain"]) for row in rows} == {
            ("sel", "False", "True"),
            ("hit", "True", "True"),
        }
        assert all(("vindt vaker" in row["warning"]) == (row["step"] == "hit") for row in rows)

    def test_in_python_too(self):
        rows = [{"g": "NL", "a": 100, "b": 10, "c": 5}, {"g": "TR", "a": 100, "b": 20, "c": 5}]

        found = tally(rows, by="g", steps=["a", "b", "c"], hit_rates=["c"])

        assert [step.hit_rate for step in found.steps] == [False, False, True]

    @pytest.mark.parametrize("step", ["zzz", "pop", "sel"])
    def test_what_is_no_step_after_a_selection_is_refused(self, chain, step):
        outcome = chain("--hit-rate", step)

        assert outcome.code == 2
        assert "trefkans" in outcome.err

    def test_the_text_shows_the_whole_chain_so_far(self, chain):
        out = chain().out

        assert "Tot en met deze stap" in out
        assert f"{(5 / 500) / (50 / 1000):.4f}".replace(".", ",") in out

    def test_notes_in_json_call_steps_by_their_name(self, call, duo):
        words = ("--layout", "cbs-duo-2014", "--across", "herkomst", "--format", "json", "--quiet")
        plain = json.loads(call("chain", duo, *words).out)

        (beside,) = [note["text"] for note in plain["notes"] if note["code"] == "beside"]
        assert "high-risk" not in beside


def test_csv_says_where_it_is_from_and_runs_no_formulas(call, tmp_path):
    path = tmp_path / "tabel.csv"
    path.write_text('g,x,n\nNL,100,2000\n"=HYPERLINK(""http://x"")",30,500\n@a,20,300\n-b,20,300\n')
    words = ("--outcome", "x", "--count", "n", "--across", "g", "--reference", "NL", "--quiet")

    rows = read(call("audit", path, *words, "--format", "csv").out)

    assert {row["g"] for row in rows} == {"NL", '\'=HYPERLINK("http://x")', "'@a", "'-b"}
    assert all(row["source"] == "tabel.csv" and len(row["sha256"]) == 64 for row in rows)
    assert all(row["reference"] == "NL" and "newcombe" in row["method"] for row in rows)
    assert all("not-why" in row["notes"] for row in rows)
    assert all(float(row["difference"]) <= 0.02 for row in rows)


@pytest.mark.parametrize("column", ["source", "outcome", "notes", "reference", "method"])
def test_a_group_column_with_the_name_of_another_column_keeps_its_levels(call, tmp_path, column):
    path = tmp_path / "tabel.csv"
    path.write_text(f"{column},x,n\nNL,100,2000\na,30,500\n")
    words = ("--outcome", "x", "--count", "n", "--across", column, "--reference", "NL", "--quiet")

    rows = read(call("audit", path, *words, "--format", "csv").out)

    assert {row[f"group_{column}"] for row in rows} == {"NL", "a"}


TWO = [{"a": "x", "u": "ja"}, {"a": "y", "u": "nee"}]


@pytest.mark.parametrize(
    "ask",
    [
        {"by": None},
        {"by": 0},
        {"by": []},
        {"by": ["a", None]},
        {"by": "a", "outcome": 5},
        {"by": "a", "outcome": "u", "person": "a"},
        {"by": "a", "outcome": "u", "person": "u"},
        {"by": "a", "count": "a"},
        {"by": "a", "hit_rates": ["u"]},
    ],
)
def test_what_does_not_go_together_is_one_clear_sentence(ask):
    with pytest.raises(CallError, match=r"^[^\n]+\.$"):
        tally(TWO, **ask)


def test_persons_who_occur_once_need_no_column(call, table):
    words = ("--outcome", "fout", "--across", "groep", "--person", "gekozen", "--once", "--quiet")

    outcome = call("audit", table, *words)

    assert outcome.code == 2
    assert "Kies één van beide" in outcome.err


def test_names_in_layers_are_refused():
    import pandas

    frame = pandas.DataFrame({("k", "a"): ["x", "y"], ("k", "u"): ["ja", "nee"]})
    with pytest.raises(InputError, match="MultiIndex"):
        tally(frame, by="a", outcome="u")


def test_one_column_of_strata_can_be_named_by_itself():
    counts = tally_of({("a", "p"): (10, 60), ("b", "p"): (10, 50)}, by=("g", "s2"))

    result = compare_groups(counts, across="g", reference="b", by="s2")

    assert result.by == ("s2",)
    with pytest.raises(CallError, match="staat er twee keer"):
        compare_groups(counts, across="g", reference="b", by="g")


@pytest.mark.parametrize("say", [sentence, picture])
def test_a_language_that_is_not_there_is_refused(say):
    counts = tally_of({("a",): (10, 60), ("b",): (10, 50)}, by=("g",))

    with pytest.raises(CallError, match="'fr' is er niet"):
        say(compare_groups(counts, across="g", reference="b"), lang="fr")


def test_text_in_merged_cells_below_a_table_is_left_out_with_a_note(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["g", "x", "n"], ["NL", 100, 2000], ["TR", 30, 500], [], ["Toelichting: bla"]):
        sheet.append(row)
    sheet.merge_cells("A5:C5")
    book.save(tmp_path / "tabel.xlsx")

    found = tally(tmp_path / "tabel.xlsx", by="g", outcome="x", count="n")

    assert found.levels("g") == ("NL", "TR")
    assert {"row": "5"} in [dict(note.fields) for note in found.notes]
    sheet.merge_cells("A3:B3")
    book.save(tmp_path / "tabel.xlsx")
    with pytest.raises(InputError, match="samengevoegd"):
        tally(tmp_path / "tabel.xlsx", by="g", outcome="x", count="n")
