"""Layouts: a table of counts with groups in columns and steps in rows."""

import copy
import io

import pytest
import yaml
from openpyxl import Workbook

from tests.spec.engines import ods
from waterpas.errors import CallError, CountError, InputError, NotNested, TotalsInData
from waterpas.results import Count, LeftOut, Note, Question
from waterpas.tallies.build import tally
from waterpas.tallies.layouts import load_layout, shipped

LAYOUT = """
version: 1
id: voorbeeld
sheet: Tabel 1
header_row: 3
label_column: Stap
column: herkomst
column_label: {nl: herkomst volgens CBS, en: origin according to CBS}
groups:
  - {header: Nederland (aantal), level: NL, label: {nl: Nederland, en: the Netherlands}}
  - {header: buiten Europa (aantal), level: buiten, label: {nl: buiten Europa, en: outside Europe}}
steps:
  - {id: bekend, label: {nl: Bekend, en: Known}, rows: [Totaal]}
  - id: risico
    label: {nl: Hoog risico, en: High risk}
    of: bekend
    rows: [Klasse 1, Klasse 2]
    did: {nl: [gaf, een hoog risico], en: [gave, a high risk]}
  - {id: gekozen, label: {nl: Gekozen, en: Selected}, of: bekend, rows: ["Gekozen: ja"]}
  - {id: raak, label: {nl: Raak, en: Found}, of: gekozen, rows: [Onterecht], hit_rate: true}
crosses:
  - {step: gekozen, outside: risico, rows: ["Klasse 3 & gekozen: ja"]}
strata:
  column: klasse
  levels:
    - level: "1"
      label: {nl: klasse 1, en: class 1}
      steps: {bekend: [Klasse 1], gekozen: ["Klasse 1 & gekozen: ja"]}
    - level: "2"
      label: {nl: klasse 2, en: class 2}
      steps: {bekend: [Klasse 2], gekozen: ["Klasse 2 & gekozen: ja"]}
rounded_to: 10
hidden: {geheim: 5}
question:
  organisation: {nl: De dienst, en: The agency}
  unit: {nl: aanvragers, en: applicants}
  row: person
  effect: harm
  full_count: true
  once: true
source: {name: CBS, date: mei 2024, licence: CC BY 4.0}
"""
ROWS = [
    ["Tabel 1", None, None, None],
    [None, None, None, None],
    ["Nr", "Stap", "Nederland\n\n(aantal)", "buiten  Europa\n(aantal)"],
    [1, "Totaal", 2000, 700],
    [2, "Klasse 1", 300, 200],
    [3, "Klasse  2", 100, 90],
    [4, "Gekozen: ja", 40, "50"],
    [5, "Onterecht", "geheim", "x"],
    [6, "Klasse 1 & gekozen: ja", 20, 20],
    [7, "Klasse 2 & gekozen: ja", 0, 10],
    [8, "Klasse 3 & gekozen: ja", 20, 20],
    [None, None, None, None],
    ["Bron: CBS", None, None, None],
]


@pytest.fixture
def layout():
    return yaml.safe_load(LAYOUT)


@pytest.fixture
def rows():
    return copy.deepcopy(ROWS)


@pytest.fixture
def count(tmp_path, layout, rows):
    """Count the rows with the layout; a test may change both before."""

    def counted(**ask):
        path = saved(tmp_path, rows)
        return tally(path, **{"by": "herkomst", "layout": layout, **ask})

    return counted


def saved(folder, rows, *, title="Tabel 1"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(folder / "cbs.xlsx")
    return folder / "cbs.xlsx"


def test_counts_are_found_by_their_row_and_column(count):
    found = count()
    assert found.by == ("herkomst",)
    assert list(found.cells) == [("NL",), ("buiten",)]
    assert found.cells[("NL",)].steps == (
        Count(2000, 1995, 2005),
        Count(400, 390, 410),
        Count(40, 35, 45),
        Count(None, 0, 4),
    )
    assert found.cells[("buiten",)].steps[2:] == (Count(50, 45, 55), Count(None, 0, 9))
    assert found.cells[("NL",)].n == Count(2000, 1995, 2005)
    assert found.rounded_to == 10


def test_steps_say_what_they_are_a_part_of_and_which_stand_beside(count):
    steps = count().steps
    assert [(step.id, step.of, step.nested, step.hit_rate) for step in steps] == [
        ("bekend", None, True, False),
        ("risico", "bekend", False, False),
        ("gekozen", "bekend", True, False),
        ("raak", "gekozen", True, True),
    ]
    assert steps[1].label == {"nl": "Hoog risico", "en": "High risk"}
    assert steps[1].question.did["nl"] == ("gaf", "een hoog risico")
    assert steps[2].question is None


def test_the_question_the_source_and_the_rows_travel_along(count):
    found = count()
    assert found.question.organisation == {"nl": "De dienst", "en": "The agency"}
    assert found.question.labels == {
        "herkomst": {
            "": {"nl": "herkomst volgens CBS", "en": "origin according to CBS"},
            "NL": {"nl": "Nederland", "en": "the Netherlands"},
            "buiten": {"nl": "buiten Europa", "en": "outside Europe"},
        }
    }
    source = found.sources[0]
    assert (source.name, source.rows, source.used) == ("cbs.xlsx", 8, 5)
    assert source.left_out == (LeftOut("not-in-layout", 3),)
    assert found.notes == (
        Note("published", {"name": "CBS", "date": "mei 2024", "licence": "CC BY 4.0"}),
        Note("hidden-counts", {"rows": 2}),
    )


def test_another_rounding_than_the_layout_says_is_refused(count):
    with pytest.raises(CallError, match="afgerond op 10, niet op 100"):
        count(rounded_to=100)
    assert count(rounded_to=10).rounded_to == 10


def test_what_is_asked_goes_before_what_the_layout_says(count):
    found = count(question=Question(effect="benefit", unit={}))
    assert found.question.effect == "benefit"
    assert found.question.unit == {"nl": "aanvragers", "en": "applicants"}


def test_rows_within_the_levels_of_a_second_column(count):
    found = count(by=["herkomst", "klasse"])
    assert {key: [each.value for each in cell.steps] for key, cell in found.cells.items()} == {
        ("NL", "1"): [300, 20],
        ("NL", "2"): [100, 0],
        ("buiten", "1"): [200, 20],
        ("buiten", "2"): [90, 10],
    }
    assert [step.id for step in found.steps] == ["bekend", "gekozen"]
    turned = count(by=["klasse", "herkomst"])
    assert set(turned.cells) == {key[::-1] for key in found.cells}


def test_the_same_table_as_ods_and_csv(tmp_path, count, layout, rows):
    truth = count()
    del layout["sheet"]
    assert tally(ods(rows, tmp_path / "cbs.ods"), by="herkomst", layout=layout).cells == truth.cells
    lines = (";".join('"' + str("" if v is None else v) + '"' for v in row) for row in rows)
    (tmp_path / "cbs.csv").write_text("\n".join(lines), encoding="windows-1252")
    found = tally(tmp_path / "cbs.csv", by="herkomst", layout=layout)
    assert found.cells == truth.cells


def test_a_layout_is_a_name_a_file_a_mapping_or_itself(tmp_path, layout, rows):
    (tmp_path / "eigen.yaml").write_text(LAYOUT)
    path = saved(tmp_path, rows)
    truth = tally(path, by="herkomst", layout=layout)
    for given in (tmp_path / "eigen.yaml", str(tmp_path / "eigen.yaml"), load_layout(layout)):
        assert tally(path, by="herkomst", layout=given) == truth


def test_by_may_be_left_to_the_layout(count):
    assert count(by=[]).by == ("herkomst",)
    with pytest.raises(CallError) as caught:
        count(by="wijk")
    assert str(caught.value) == (
        "De indeling voorbeeld telt naar herkomst + klasse, niet naar wijk."
    )


def test_a_step_within_another_that_a_cross_table_contradicts_is_refused(count, layout):
    layout["steps"][2]["of"] = "risico"
    with pytest.raises(NotNested) as caught:
        count()
    assert str(caught.value) == (
        "De stap 'gekozen' is geen deel van 'risico': in cbs.xlsx zijn er mensen in 'gekozen' die "
        "niet in 'risico' zijn (NL: 20, buiten: 20). Zeg van welke stap 'gekozen' wel een deel is; "
        "dan staat 'risico' naast de keten."
    )


def test_a_cross_table_that_may_be_empty_within_the_rounding_contradicts_nothing(
    count, layout, rows
):
    layout["steps"][2]["of"] = "risico"
    rows[10][2:] = [0, 0]
    assert count().steps[2].of == "risico"
    rows[10][2:] = ["x", 0]
    assert count().steps[2].nested


def test_more_people_in_a_step_than_in_the_one_before_is_refused(count, rows):
    rows[7][2] = 60
    with pytest.raises(NotNested) as caught:
        count()
    assert "'raak' telt bij 'NL' meer mensen (60) dan de stap 'gekozen' (40)" in str(caught.value)
    rows[7][2] = 50
    assert count()


def test_a_row_that_is_not_there_names_the_nearest(count, layout):
    layout["steps"][2]["rows"] = ["Gekozen ja"]
    with pytest.raises(InputError) as caught:
        count()
    assert str(caught.value).startswith(
        "De rij 'Gekozen ja' staat niet in kolom 'Stap' van blad 'Tabel 1' van cbs.xlsx. Bedoelt u "
        "een van deze: Gekozen: ja"
    )


def test_a_row_that_is_there_twice_names_both(count, rows):
    rows[4][1] = "Totaal"
    with pytest.raises(InputError) as caught:
        count()
    assert str(caught.value) == (
        "De rij 'Totaal' staat meer dan één keer in kolom 'Stap' van blad 'Tabel 1' van cbs.xlsx: "
        "rij 4, 5. Geef elke rij een eigen naam."
    )


def test_a_column_that_is_not_there_names_the_nearest(count, layout):
    layout["groups"][0]["header"] = "Nederland"
    with pytest.raises(InputError) as caught:
        count()
    assert str(caught.value) == (
        "De kolom 'Nederland' staat niet in rij 3 van blad 'Tabel 1' van cbs.xlsx. Bedoelt u een "
        "van deze: Nederland (aantal)?"
    )


def test_a_column_that_is_there_twice(count, rows):
    rows[2][0] = "Stap"
    with pytest.raises(InputError, match="'Stap' staat meer dan één keer in rij 3"):
        count()


def test_a_sheet_or_a_header_row_that_is_not_there(count, layout):
    layout["header_row"] = 40
    with pytest.raises(InputError, match="heeft geen rij 40"):
        count()
    layout["sheet"] = "Tabel 9"
    with pytest.raises(CallError, match="Het blad 'Tabel 9' staat niet"):
        count()


def test_another_sheet_than_that_of_the_layout_is_refused(count):
    with pytest.raises(CallError, match="Laat het blad 'Tabel 9' weg"):
        count(sheet="Tabel 9")


@pytest.mark.parametrize("value", ["veel", -10, 2.5, None, True])
def test_a_cell_that_is_no_count_is_named(count, rows, value):
    rows[6][3] = value
    with pytest.raises(CountError) as caught:
        count()
    shown = {None: "", True: "True"}.get(value, value)
    assert str(caught.value) == (
        "Op blad 'Tabel 1' van cbs.xlsx staat in cel D7 (rij 7, kolom 'buiten Europa (aantal)') "
        f"geen aantal maar '{shown}'. Vul een heel getal in, of zet bij 'hidden' in de indeling "
        "wat een verborgen aantal is."
    )


def test_a_group_that_is_the_sum_of_the_others_is_refused_unless_told(count, layout, rows):
    for row, value in zip(rows[2:], ("Alle", 2700, 500, 190, 90, "x", 40, 10, 40), strict=False):
        row.append(value)
    label = {"nl": "Alle", "en": "All"}
    layout["groups"].append({"header": "Alle", "level": "iedereen", "label": label})
    with pytest.raises(TotalsInData, match="'iedereen' de som"):
        count()
    assert len(count(totals="drop").cells) == 2
    assert count(totals="keep").notes[-1].code == "totals-kept"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: d.pop("source"), "bij de indeling zelf (niet ingesprongen) ontbreekt: source"),
        (lambda d: d["steps"][0].pop("rows"), "bij 'steps.0' ontbreekt: rows"),
        (lambda d: d.update(colour="red"), "iets dat niet bestaat: colour"),
        (
            lambda d: d["steps"][1].update(off="bekend"),
            "bij 'steps.1' staat iets dat niet bestaat: off",
        ),
        (lambda d: d.update(version=2), "bij 'version' kan '2' niet"),
        (lambda d: d.update(header_row="4"), "bij 'header_row' kan '4' niet"),
        (lambda d: d["groups"][0].update(level=False), "bij 'groups.0.level' kan 'False' niet"),
        (lambda d: d["steps"].__delitem__(slice(1, None)), "bij 'steps' kan '"),
        (lambda d: d["crosses"][0].update(step="weg"), "noemt de stap 'weg'"),
        (lambda d: d["strata"]["levels"][0]["steps"].update(weg=["x"]), "noemt de stap 'weg'"),
        (lambda d: d["groups"][1].update(level="NL"), "staat 'NL' twee keer"),
    ],
)
def test_a_layout_that_is_wrong_names_the_place(count, layout, change, words):
    change(layout)
    with pytest.raises(InputError) as caught:
        count()
    assert words in str(caught.value)
    assert "In de indeling voorbeeld" in str(caught.value) or "De indeling" in str(caught.value)


def test_a_step_that_is_a_part_of_a_later_one_is_refused(count, layout):
    layout["steps"][1]["of"] = "raak"
    with pytest.raises(CallError, match="'risico' is een deel van 'raak', maar die staat er niet"):
        count()


def test_strata_with_different_steps_are_refused(count, layout):
    layout["strata"]["levels"][1]["steps"]["raak"] = ["Onterecht"]
    with pytest.raises(InputError, match="hebben niet alle 'klasse' dezelfde stappen"):
        count(by=["herkomst", "klasse"])


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [1", 1), ("a: 1\nb: 'x", 2), ("- 1\n", 1), ("a: &x 1\nb: *x\n", "\\*"), ("", 1)],
)
def test_a_file_that_is_no_yaml_names_the_line(tmp_path, text, line):
    (tmp_path / "eigen.yaml").write_text(text)
    with pytest.raises(InputError, match=rf"eigen.yaml is geen goede YAML \(regel {line}\)"):
        load_layout(tmp_path / "eigen.yaml")


def test_a_layout_that_is_not_there_names_what_ships(tmp_path):
    with pytest.raises(InputError) as caught:
        load_layout("cbs-duo-2013")
    assert "De indeling 'cbs-duo-2013' is er niet" in str(caught.value)
    assert "cbs-duo-2014" in str(caught.value)
    with pytest.raises(InputError, match="is er niet"):
        load_layout(tmp_path / "weg.yaml")


def test_a_layout_says_everything_itself(count):
    for ask in ({"count": "n"}, {"steps": ["a", "b"]}, {"person": "p"}, {"hit_rates": ["a"]}):
        with pytest.raises(CallError, match="staan aantallen en stappen al in de indeling"):
            count(**ask)


def test_the_layouts_that_ship_are_good_and_named_after_their_file():
    assert shipped() == (
        "cbs-controle",
        "cbs-dienst",
        "cbs-duo-2014",
        "cbs-duo-2019",
        "cbs-personeel",
        "cbs-werving",
    )
    for name in shipped():
        layout = load_layout(name)
        assert layout.id == name
        assert layout.rounded_to == 10
        assert set(layout.source) == {"name", "date", "licence"}


def test_a_parquet_file_has_no_layout(tmp_path):
    import polars

    polars.DataFrame({"a": [1]}).write_parquet(tmp_path / "t.parquet")
    with pytest.raises(CallError, match="Een indeling hoort bij een bestand"):
        tally(tmp_path / "t.parquet", by=[], layout="cbs-duo-2014")


def test_a_workbook_of_another_table_names_what_is_missing(tmp_path):
    book = Workbook()
    buffer = io.BytesIO()
    book.save(buffer)
    (tmp_path / "t.xlsx").write_bytes(buffer.getvalue())
    with pytest.raises(CallError, match="Het blad 'Table 1' staat niet"):
        tally(tmp_path / "t.xlsx", by="herkomst", layout="cbs-duo-2014")


def test_counts_of_a_text_file_that_can_be_fractions_are_refused(tmp_path):
    layout = {
        "version": 1,
        "id": "tekst",
        "header_row": 1,
        "label_column": "Stap",
        "column": "groep",
        "groups": [
            {"header": level, "level": level, "label": {"nl": level, "en": level}}
            for level in ("A", "B")
        ],
        "steps": [
            {"id": "bekend", "label": {"nl": "Bekend", "en": "Known"}, "rows": ["Bekend"]},
            {
                "id": "raak",
                "label": {"nl": "Raak", "en": "Found"},
                "of": "bekend",
                "rows": ["Raak"],
            },
        ],
        "source": {"name": "test", "date": "2026-01-01", "licence": "CC0"},
    }
    path = tmp_path / "tabel.csv"
    path.write_text("Stap;A;B\nBekend;12.000;24.000\nRaak;1.200;2.400\n")
    with pytest.raises(CountError, match=r"rij 2, kolom A staat '12\.000': dat kan een duizendtal"):
        tally(path, by="groep", layout=layout)
    path.write_text("Stap;A;B\nBekend;12.000;24.000\nRaak;900;2.400\n")
    assert tally(path, by="groep", layout=layout).cells[("A",)].n.value == 12_000
