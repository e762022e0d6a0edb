"""The counts of the DUO checks: from a workbook as of Statistics Netherlands, and as shipped.

That the workbook holds what was published is proved in test_layout_duo_as_published.py.
"""

from dataclasses import replace

import pytest
import yaml

from tests.duo_workbook import duo_workbook
from waterpas.codebooks import herkomst
from waterpas.errors import InputError, NotNested
from waterpas.explain.sentences import sentence
from waterpas.measure.groups import compare_groups
from waterpas.results import Count
from waterpas.tallies import examples
from waterpas.tallies.build import tally
from waterpas.tallies.layouts import load_layout
from waterpas.tallies.layouts.layout import HERE
from waterpas.tallies.tally import Tally

# population, high risk, selected, unduly: as published.
PUBLISHED = {
    2014: {
        "NL": (178_200, 25_280, 1_050, 130),
        "Europa": (15_630, 2_120, 120, 50),
        "buiten Europa": (54_820, 15_400, 2_010, 1_060),
    },
    2019: {
        "NL": (27_890, 8_460, 260, 70),
        "Europa": (2_770, 790, 30, 10),
        "buiten Europa": (19_580, 5_600, 640, 250),
    },
}
YEARS = (2014, 2019)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    return duo_workbook(tmp_path_factory.mktemp("duo"))


@pytest.mark.parametrize("year", YEARS)
def test_the_layout_finds_the_published_counts(workbook, year):
    found = tally(workbook, by="herkomst", layout=f"cbs-duo-{year}")
    assert {
        key[0]: tuple(count.value for count in cell.steps) for key, cell in found.cells.items()
    } == PUBLISHED[year]


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_that_ship_are_those_of_the_workbook(workbook, year):
    ours = examples.load(f"duo-{year}")
    theirs = tally(workbook, by="herkomst", layout=f"cbs-duo-{year}")
    assert ours.cells == theirs.cells
    assert list(ours.cells) == list(theirs.cells)
    assert ours.steps == theirs.steps
    assert ours.question == theirs.question
    assert ours.rounded_to == theirs.rounded_to
    assert ours.notes == theirs.notes


def test_selected_within_high_risk_is_refused_with_the_counts(workbook):
    layout = yaml.safe_load((HERE / "cbs-duo-2014.yaml").read_text(encoding="utf-8"))
    assert layout["steps"][2]["id"] == "selected"
    layout["steps"][2]["of"] = "high-risk"
    with pytest.raises(NotNested) as caught:
        tally(workbook, by="herkomst", layout=layout)
    assert str(caught.value) == (
        "De stap 'selected' is geen deel van 'high-risk': in duo_cub_cbs.xlsx zijn er mensen in "
        "'selected' die niet in 'high-risk' zijn (NL: 520, Europa: 40, buiten Europa: 220). Zeg "
        "van welke stap 'selected' wel een deel is; dan staat 'high-risk' naast de keten."
    )


def test_within_the_six_risk_categories_the_ratio_is_about_3_63(workbook):
    """Mantel-Haenszel, written out: the risk profile does not explain the difference."""
    found = tally(workbook, by=["herkomst", "risicocategorie"], layout="cbs-duo-2014")
    above = below = 0.0
    for category in found.levels("risicocategorie"):
        n1, x1, _ = (count.value for count in found.cells[("buiten Europa", category)].steps)
        n0, x0, _ = (count.value for count in found.cells[("NL", category)].steps)
        above += x1 * n0 / (n1 + n0)
        below += x0 * n1 / (n1 + n0)
    assert above / below == pytest.approx(3.63, abs=0.005)


def test_the_categories_add_up_to_the_population_within_the_rounding(workbook):
    whole = tally(workbook, by="herkomst", layout="cbs-duo-2014")
    parts = tally(workbook, by=["herkomst", "risicocategorie"], layout="cbs-duo-2014")
    for key, cell in parts.roll_up(to=["herkomst"]).cells.items():
        for part, step in ((0, 0), (1, 2), (2, 3)):
            one, other = cell.steps[part], whole.cells[key].steps[step]
            assert one.low <= other.high
            assert other.low <= one.high


@pytest.mark.parametrize("year", YEARS)
def test_the_example_holds_the_published_counts(year):
    found = examples.load(f"duo-{year}")
    assert {
        key[0]: tuple(count.value for count in cell.steps) for key, cell in found.cells.items()
    } == PUBLISHED[year]
    assert found.sources[0].name == f"duo-{year}.csv"
    assert found.rounded_to == 10


def test_a_sum_of_two_rounded_counts_is_twice_as_uncertain():
    cell = examples.load("duo-2014").cells[("NL",)]
    assert cell.steps[1] == Count(25_280, 25_270, 25_290)
    assert cell.steps[2] == Count(1_050, 1_045, 1_055)


def test_the_example_says_who_decided_and_what():
    found = examples.load("duo-2014")
    assert found.question.organisation["nl"] == "DUO"
    assert (found.question.row, found.question.effect) == ("person", "harm")
    assert (found.question.full_count, found.question.once) == (True, True)
    selected = next(step for step in found.steps if step.id == "selected")
    assert selected.question.did == {
        "nl": ("koos", "uit voor controle"),
        "en": ("selected", "for a check"),
    }
    assert [step.id for step in found.steps if step.hit_rate] == ["unduly"]
    assert [step.id for step in found.steps if not step.nested] == ["high-risk"]


def test_the_source_and_both_licences_are_named():
    for name in examples.names():
        published = examples.load(name).notes[0]
        assert published.code == "published"
        assert published.fields["name"] == "CBS-maatwerk"
        assert published.fields["date"] == "mei 2024"
        for word in ("CBS", "EUPL-1.2", "MIT"):
            assert word in published.fields["licence"]


def test_the_groups_are_those_of_the_codebook():
    for name in ("cbs-duo-2014", "cbs-duo-2019"):
        labels = load_layout(name).question.labels["herkomst"]
        assert labels == dict(herkomst.LEVELS)
    assert {level for _, level in herkomst.CROSSED} == set(herkomst.LEVELS)


def test_an_example_that_is_not_there_names_those_that_are():
    with pytest.raises(InputError) as caught:
        examples.load("duo-2015")
    assert str(caught.value) == "Het voorbeeld 'duo-2015' is er niet. Wel: duo-2014, duo-2019."


def test_an_example_reads_back_from_json_and_parquet(tmp_path):
    found = examples.load("duo-2014")
    assert Tally.from_json(found.to_json()) == found
    found.to_parquet(tmp_path / "duo.parquet")
    assert Tally.from_parquet(tmp_path / "duo.parquet") == found


@pytest.mark.parametrize("year", [2014, 2019])
def test_the_layout_is_called_by_its_title_and_without_one_by_its_id(year):
    layout = load_layout(f"cbs-duo-{year}")

    assert layout.called("nl") == f"Controle op de uitwonendenbeurs, {year}"
    assert layout.called("en") == f"Checks on the grant for living away from home, {year}"
    assert replace(layout, title={}).called("nl") == f"cbs-duo-{year}"


def test_the_name_of_a_category_is_in_one_language(workbook):
    by = ["herkomst", "risicocategorie"]
    found = tally(workbook, by=by, layout="cbs-duo-2014", outcome="selected")
    result = compare_groups(found, across="herkomst", reference="NL", by=["risicocategorie"])
    assert "risk category 1 (high)" in sentence(result, "en")
    assert "risicocategorie 1 (hoog)" in sentence(result)
