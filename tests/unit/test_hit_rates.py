"""A hit rate stands with the selection and its warning, in every output, and is never compared."""

import csv
import io
import json
from functools import partial

import pytest

from tests.command import waterpas
from tests.tallies import chain_of, duo_2014
from waterpas.disclosure import release
from waterpas.errors import CallError
from waterpas.explain.plain import plain_text
from waterpas.explain.table import tables
from waterpas.measure.chain import chain
from waterpas.tallies.steps import check_steps
from waterpas.tallies.tally import Step

TABLE = "g,pop,sel,hit\nNL,1000,100,50\nTR,500,90,85\n"
COMPARED = ("difference", "ratio", "p", "certainty", "cumulative_ratio", "step_ratio")
LOOKS_MORE = {"nl": "Wie vaker zoekt, vindt vaker", "en": "that looks more often finds more often"}


@pytest.fixture(scope="module")
def duo():
    return chain(duo_2014(), across="herkomst", reference="NL")


@pytest.fixture
def called(capsys, monkeypatch, tmp_path):
    path = tmp_path / "keten.csv"
    path.write_text(TABLE)
    steps = ("--step", "pop", "--step", "sel", "--step", "hit", "--hit-rate", "hit")
    words = (*steps, "--across", "g", "--reference", "NL", "--quiet")
    return partial(waterpas, capsys, monkeypatch, "chain", path, *words)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_text_gives_rates_beside_the_selection_and_the_warning_once(duo, lang):
    *_, table = tables(duo, lang)
    text = plain_text(duo, lang)

    assert len(table.heads) == 6
    assert [row[3] for row in table.rows] == (
        ["123,8", "416,7", "527,4"] if lang == "nl" else ["123.8", "416.7", "527.4"]
    )
    assert next(row[5] for row in table.rows) == ("5,9" if lang == "nl" else "5.9")
    assert LOOKS_MORE[lang] in table.warning
    assert text.count(table.warning) == 1
    assert "4,26" not in text.replace("4.26", "4,26")
    assert "26,5" not in text.replace("26.5", "26,5")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_csv_has_the_selection_and_the_warning_on_the_row_and_no_comparison(called, lang):
    out = called("--format", "csv", "--lang", lang).out
    rows = list(csv.DictReader(io.StringIO(out.partition("\n")[2])))
    hits = [row for row in rows if row["step"] == "hit"]

    assert [float(row["selection_rate"]) for row in hits] == pytest.approx([0.1, 0.18])
    assert all(LOOKS_MORE[lang] in row["warning"] for row in hits)
    filled = {name for row in hits for name in row if row[name] and name.startswith(COMPARED)}
    assert filled == set()


def test_the_json_has_them_too_and_the_ordinary_step_keeps_its_ratio(called):
    selected, hit = json.loads(called("--format", "json").out)["steps"]

    assert "vindt vaker" in hit["warning"]
    assert [group["selection_rate"] for group in hit["groups"]] == pytest.approx([0.1, 0.18])
    assert {group[name] for group in hit["groups"] for name in COMPARED} == {None}
    assert selected["groups"][1]["ratio"] == pytest.approx(1.8)
    assert "warning" not in selected


def test_the_page_has_no_ratio_for_it(called):
    out = called("--format", "html").out

    assert "Geen verhouding: wie vaker zoekt, vindt vaker." in out
    assert "1,9" not in out  # (85 / 90) / (50 / 100)


def test_a_hidden_selection_hides_the_hit_rate_with_it():
    steps = (Step("a", {}), Step("b", {}, of="a"), Step("c", {}, of="b", hit_rate=True))
    cells = {("x",): (1000, 9, 5), ("y",): (1000, 300, 100)}
    result = chain(chain_of(cells, by=("g",), steps=steps), across="g", reference="y")

    shown = release(result, audience="public").result
    row = next(
        r for r in json.loads(shown.to_json())["steps"][1]["groups"] if r["group"]["g"] == "x"
    )

    assert (row["rate"], row["selection_rate"], row["n"]) == (None, None, None)


def test_a_hit_rate_of_everybody_does_not_exist_in_a_layout_either():
    with pytest.raises(CallError, match="kan geen trefkans zijn"):
        check_steps([Step("a", {}), Step("b", {}, of="a", hit_rate=True)])
