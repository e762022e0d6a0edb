"""What is wrong with a layout is named all at once, each with its line."""

import json
from pathlib import Path

import pytest
import yaml

from waterpas.errors import InputError
from waterpas.tallies.layouts import load_layout
from waterpas.tallies.layouts.check import SCHEMA

FILE = """version: 1
id: voorbeeld
column: groep
colour: red
groups:
  - {header: NL, level: NL, label: {nl: Nederland, en: the Netherlands}}
  - header: BE
    level: BE
steps:
  - {id: a, label: {nl: A, en: A}, rows: [a]}
  - id: b
    label: {nl: B}
"""
DOC = Path(__file__).parents[2] / "docs" / "methoden" / "indeling.md"


@pytest.fixture
def refused(tmp_path):
    path = tmp_path / "mijn.yaml"
    path.write_text(FILE)
    with pytest.raises(InputError) as caught:
        load_layout(path)
    return caught.value


def test_every_fault_is_named_with_its_line(refused):
    said = refused.text("nl")

    for part in (
        "De indeling mijn.yaml klopt niet.",
        "regel 1, bij de indeling zelf (niet ingesprongen) ontbreekt: header_row, "
        "label_column, source",
        "staat iets dat niet bestaat: colour (wel: version, id, title",
        "regel 7, bij 'groups.1' ontbreekt: label",
        "regel 11, bij 'steps.1' ontbreekt: rows",
        "regel 12, bij 'steps.1.label' ontbreekt: en",
    ):
        assert part in said
    assert "\n" not in said


def test_in_english_no_word_is_left_in_dutch(refused):
    said = refused.text("en")

    assert "line 7, at 'groups.1' this is missing: label" in said
    assert "the layout itself (not indented)" in said
    assert not {"regel", "bij", "ontbreekt", "staat"} & set(said.split())


def test_a_mapping_has_places_and_no_lines():
    with pytest.raises(InputError) as caught:
        load_layout(yaml.safe_load(FILE))

    assert "bij 'groups.1' ontbreekt: label" in str(caught.value)
    assert "regel" not in str(caught.value)


def test_the_manual_names_every_field_that_is_required():
    schema = json.loads(SCHEMA.read_text())
    words = DOC.read_text().partition("Verplicht zijn:")[2].partition("De rest mag weg")[0]
    fields = set(schema["required"]) | set(schema["properties"]["source"]["required"])
    for kind in ("groups", "steps", "crosses"):
        fields |= set(schema["properties"][kind]["items"]["required"])

    assert {field for field in fields if f"`{field}`" not in words} == set()
