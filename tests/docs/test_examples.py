"""The examples in the methods pages are run, so that they stay true."""

import doctest
import re
from pathlib import Path

import pytest
import yaml

import waterpas
from waterpas.tallies.layouts import load_layout
from waterpas.web.config.example.methods.area import CHECKED, CHECKED_GROUP, SHARE, checks

METHODS = Path(__file__).parents[2] / "docs" / "methoden"


@pytest.mark.parametrize(("page", "least"), [("telling.md", 6), ("route.md", 4), ("power.md", 8)])
def test_the_python_examples_give_what_they_show(page, least):
    outcome = doctest.testfile(str(METHODS / page), module_relative=False)

    assert outcome.attempted >= least
    assert outcome.failed == 0


@pytest.mark.parametrize(
    ("page", "least"),
    [
        ("change.md", 14),
        ("area.md", 11),
        ("deciders.md", 12),
        ("barometer.md", 6),
        ("pay.md", 5),
        ("agreement.md", 12),
    ],
)
def test_the_worked_example_of_a_method_gives_what_it_shows(page, least):
    outcome = doctest.testfile(str(METHODS / page), module_relative=False)

    assert outcome.attempted >= least
    assert outcome.failed == 0


def test_the_made_up_town_on_the_page_about_neighbourhoods_is_the_one_of_the_example():
    rows = checks()
    counts = waterpas.tally(
        rows, by=["buurtcode", SHARE], outcome="gecontroleerd", count="aantal_inwoners"
    )
    found = waterpas.area(counts, across="buurtcode", share=SHARE, counted="everybody")

    assert (CHECKED_GROUP, CHECKED) == (0.09, 0.05)
    assert -0.09 < found.figure("gap-least").value < -0.08
    assert 0.23 < found.figure("gap-most").value < 0.24


@pytest.fixture
def layout():
    text = (METHODS / "indeling.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", text, flags=re.DOTALL)
    return yaml.safe_load(block)


def test_the_layout_that_is_explained_is_a_good_one(layout):
    assert load_layout(layout).rounded_to == 10


def test_the_layout_that_is_explained_reads_the_table_that_is_shown(layout, tmp_path):
    text = (METHODS / "indeling.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if re.match(r"\| (Category|Total|Risk|Selected|Outcome)", line)
    ]
    table = tmp_path / "tabel.csv"
    table.write_text("\n".join(["", "", "", *[";".join(row) for row in rows]]), encoding="utf-8")
    del layout["sheet"]

    counts = waterpas.tally(table, by="herkomst", layout=layout)

    assert [count.value for count in counts.cells[("buiten Europa",)].steps] == [54820, 2010, 1060]


def test_every_field_of_a_layout_is_explained():
    text = (METHODS / "indeling.md").read_text(encoding="utf-8")
    schema = yaml.safe_load(
        (Path(waterpas.__file__).parent / "tallies/layouts/layout-v1.schema.json").read_text()
    )
    fields = {*schema["properties"], *schema["properties"]["question"]["properties"]}

    assert fields - {"column_label"} - set(re.findall(r"\b[a-z_]+\b", text)) == set()
