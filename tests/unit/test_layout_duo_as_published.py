"""What is typed over in tests/duo_workbook.py is what Statistics Netherlands published."""

import pytest
import yaml

from tests.duo_workbook import NAME, duo_workbook
from waterpas.errors import NotNested
from waterpas.tallies import examples
from waterpas.tallies.build import tally
from waterpas.tallies.layouts.layout import HERE

YEARS = (2014, 2019)
BOTH = pytest.mark.parametrize(
    "by", [["herkomst"], ["herkomst", "risicocategorie"]], ids=["whole", "by-risk"]
)


@pytest.fixture(scope="module")
def published(shared_cases):
    return shared_cases / "duo_cub" / NAME


@pytest.fixture(scope="module")
def typed_over(tmp_path_factory):
    return duo_workbook(tmp_path_factory.mktemp("duo"))


@BOTH
@pytest.mark.parametrize("year", YEARS)
def test_the_layout_finds_the_same_counts_in_both(published, typed_over, year, by):
    theirs = tally(published, by=by, layout=f"cbs-duo-{year}")
    ours = tally(typed_over, by=by, layout=f"cbs-duo-{year}")
    assert ours.cells == theirs.cells
    assert ours.notes == theirs.notes


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_that_ship_are_those_of_the_published_workbook(published, year):
    theirs = tally(published, by="herkomst", layout=f"cbs-duo-{year}")
    assert examples.load(f"duo-{year}").cells == theirs.cells


def test_a_cell_that_is_typed_wrongly_is_seen(published, tmp_path, monkeypatch):
    from tests import duo_workbook as typed

    wrong = typed.ROWS_2014 | {"Risk category 3": (20_950, 15_110, 1_150, 4_690)}
    monkeypatch.setitem(typed.SHEETS, "Table 1", wrong)
    by = ["herkomst", "risicocategorie"]
    theirs = tally(published, by=by, layout="cbs-duo-2014")
    assert tally(duo_workbook(tmp_path), by=by, layout="cbs-duo-2014").cells != theirs.cells


def test_selected_within_high_risk_is_refused_in_both_alike(published, typed_over):
    layout = yaml.safe_load((HERE / "cbs-duo-2014.yaml").read_text(encoding="utf-8"))
    layout["steps"][2]["of"] = "high-risk"
    said = []
    for workbook in (published, typed_over):
        with pytest.raises(NotNested) as caught:
            tally(workbook, by="herkomst", layout=layout)
        said.append(str(caught.value))
    assert said[0] == said[1]
