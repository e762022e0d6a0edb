"""Each table that cannot be used gets one sentence: what is wrong, where, and how to mend it."""

import pytest

from tests.spec.engines import parse, source
from waterpas.errors import (
    CallError,
    CountError,
    InputError,
    NotNested,
    TotalsInData,
    WaterpasError,
)
from waterpas.tallies.build import tally

KINDS = ("csv ;", "xlsx", "ods", "parquet", "pandas", "polars", "arrow", "duckdb", "list")


@pytest.fixture(params=KINDS)
def refused(request, tmp_path, monkeypatch):
    """Count a drawn table with every engine: give the sentence, and see that nothing is left."""
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))

    def sentence(table, kind=InputError, **ask):
        with pytest.raises(kind) as caught:
            tally(source(request.param, parse(table), tmp_path), **ask)
        assert not list(temporary.iterdir())
        text = str(caught.value)
        assert "\n" not in text
        for name in ("tabel.csv", "tabel.xlsx", "tabel.ods", "tabel.parquet", "list"):
            text = text.replace(name, "BRON")
        for name in ("pandas", "polars", "pyarrow", "duckdb"):
            text = text.replace(f"DataFrame ({name})", "BRON")
        return text

    sentence.first_row = 2 if request.param in {"csv ;", "xlsx", "ods"} else 1
    return sentence


PEOPLE = """
    wijk  | besluit | aantal
    Noord | ja      | 10
    Zuid  | nee     | 20
    """


def test_a_column_that_is_not_there_names_the_nearest(refused):
    assert refused(PEOPLE, by="wijken", outcome="besluit") == (
        "De kolom 'wijken' staat niet in BRON. Bedoelt u een van deze: wijk?"
    )
    assert "'besluiten'" in refused(PEOPLE, by="wijk", outcome="besluiten")
    assert "'Aantal'" in refused(PEOPLE, by="wijk", count="Aantal")
    assert "wijk, besluit, aantal" in refused(PEOPLE, by="leeftijd")


def test_an_outcome_with_one_value_is_no_outcome(refused):
    table = """
        wijk  | besluit
        Noord | ja
        Zuid  | ja
        """
    assert refused(table, by="wijk", outcome="besluit") == (
        "De uitkomst 'besluit' van BRON moet precies twee waarden hebben, waarvan één 'ja' is; er "
        "zijn er 1: ja. Kies welke waarde telt, bijvoorbeeld 'besluit=ja'."
    )
    table = table.replace("ja", "afgewezen")
    assert refused(table, by="wijk", outcome="besluit=afgewezen") == (
        "De uitkomst 'besluit' van BRON heeft maar één waarde: 'afgewezen'. Zo is er niets te "
        "vergelijken. Voeg ook de rijen met een andere uitkomst toe."
    )


def test_an_outcome_with_five_values_must_say_which_counts(refused):
    table = """
        wijk  | besluit
        Noord | a
        Noord | b
        Zuid  | c
        Zuid  | d
        Zuid  | ja
        """
    assert refused(table, by="wijk", outcome="besluit") == (
        "De uitkomst 'besluit' van BRON moet precies twee waarden hebben, waarvan één 'ja' is; er "
        "zijn er 5: a, b, c, d, ja. Kies welke waarde telt, bijvoorbeeld 'besluit=a'."
    )


def test_two_values_without_a_yes_must_say_which_counts(refused):
    table = PEOPLE.replace("ja ", "man").replace("nee", "vrouw")
    assert "er zijn er 2: man, vrouw" in refused(table, by="wijk", outcome="besluit")


def test_a_value_that_does_not_occur_is_a_mistake(refused):
    assert refused(PEOPLE, by="wijk", outcome="besluit=Jaa") == (
        "De waarde 'Jaa' komt niet voor in de kolom 'besluit' van BRON. Wel: ja, nee."
    )


def test_an_outcome_that_is_nowhere_known(refused):
    table = """
        wijk  | besluit  | aantal
        Noord | onbekend | 1
        Zuid  |          | 1
        """
    assert refused(table, by="wijk", outcome="besluit") == (
        "De uitkomst 'besluit' van BRON is in geen enkele rij bekend."
    )


def test_text_in_a_count_names_the_first_cell(refused):
    table = """
        wijk  | Freq
        Noord | 10
        Zuid  | veel
        Oost  | weinig
        """
    row = refused.first_row + 1
    assert refused(table, kind=CountError, by="wijk", count="Freq") == (
        f"In BRON, rij {row}, kolom Freq staat 'veel'. Dat is geen aantal. Vul een heel getal in, "
        "of een x als het aantal verborgen is."
    )


def test_a_negative_count_names_the_cell(refused):
    table = """
        wijk  | Freq
        Noord | -3
        Zuid  | 4
        """
    assert refused(table, kind=CountError, by="wijk", count="Freq") == (
        f"In BRON, rij {refused.first_row}, kolom Freq staat -3. Een aantal mensen kan niet "
        "kleiner zijn dan 0. Verbeter het getal."
    )


def test_a_fractional_count_names_the_cell(refused):
    table = """
        wijk  | Freq
        Noord | 3
        Zuid  | 4.5
        """
    assert refused(table, kind=CountError, by="wijk", count="Freq") == (
        f"In BRON, rij {refused.first_row + 1}, kolom Freq staat 4.5. Een aantal mensen is een "
        "heel getal. Verbeter het getal."
    )


def test_more_cases_than_people_names_the_row(refused):
    table = """
        wijk  | mensen | gekozen
        Noord | 30     | 3
        Zuid  | 4      | 5
        """
    assert refused(table, kind=CountError, by="wijk", outcome="gekozen", count="mensen") == (
        f"In BRON, rij {refused.first_row + 1}, is gekozen (5) groter dan mensen (4). Verbeter de "
        "aantallen."
    )


def test_a_count_and_an_outcome_that_were_swapped_are_not_called_wrong_counts(refused):
    table = """
        wijk  | mensen | gekozen
        Noord | 30     | 3
        Zuid  | 4      | 4
        """
    assert refused(table, kind=CountError, by="wijk", outcome="mensen", count="gekozen") == (
        "In elke rij van BRON is mensen minstens zo groot als gekozen. Koos u deze twee kolommen "
        "andersom? Kies als aantal de kolom met iedereen, en als uitkomst de kolom met een deel "
        "daarvan."
    )


def test_cases_above_people_within_the_rounding_are_possible(tmp_path):
    rows = [
        {"wijk": "Noord", "mensen": 10, "gekozen": 20},
        {"wijk": "Z", "mensen": 9, "gekozen": 1},
    ]
    found = tally(rows, by="wijk", outcome="gekozen", count="mensen", rounded_to=10)
    assert found.cells[("Noord",)].cases.low == 15
    with pytest.raises(CountError):
        tally(rows, by="wijk", outcome="gekozen", count="mensen", rounded_to=5)


def test_text_in_an_amount_names_the_first_cell(refused):
    table = """
        wijk  | loon
        Noord | 3000
        Zuid  | veel
        """
    row = refused.first_row + 1
    assert refused(table, by="wijk", amount="loon") == (
        f"In BRON, rij {row}, kolom loon staat 'veel'. Dat is geen bedrag of getal. Verbeter de "
        "cel of maak haar leeg."
    )


def test_an_amount_that_is_nowhere_filled_in(refused):
    table = """
        wijk  | loon
        Noord | onbekend
        Zuid  | onbekend
        """
    assert refused(table, by="wijk", amount="loon") == (
        "De kolom 'loon' van BRON bevat geen enkel bedrag of getal."
    )


def test_totals_between_the_rows_are_named_by_their_word(refused):
    table = """
        wijk   | mensen | gekozen
        Noord  | 30     | 3
        Zuid   | 40     | 5
        Totaal | 70     | 8
        """
    assert refused(table, kind=TotalsInData, by="wijk", outcome="gekozen", count="mensen") == (
        "In de kolom 'wijk' van BRON lijkt 'Totaal' de som van andere groepen. Dan telt "
        "iedereen dubbel. Kies: totalen weglaten (totals='drop') of meetellen (totals='keep')."
    )


def test_totals_without_the_word_are_named_by_their_sum(refused):
    table = """
        wijk     | mensen | gekozen
        Noord    | 300    | 30
        Zuid     | 400    | 50
        Stad     | 710    | 80
        """
    ask = {"by": "wijk", "outcome": "gekozen", "count": "mensen", "rounded_to": 10}
    assert "lijkt 'Stad' de som" in refused(table, kind=TotalsInData, **ask)


def test_more_people_in_a_step_than_in_the_one_before_names_both_counts(refused):
    table = """
        groep | bekend | gekozen | onterecht
        A     | 1000   | 50      | 5
        B     | 500    | 60      | 70
        """
    assert refused(table, kind=NotNested, by="groep", steps=["bekend", "gekozen", "onterecht"]) == (
        "De stap 'onterecht' telt bij 'B' meer mensen (70) dan de stap 'gekozen' (60), waar zij "
        "een deel van zou zijn. Verbeter de aantallen, of zeg van welke stap 'onterecht' wel een "
        "deel is."
    )


def test_people_in_a_step_without_the_one_before_are_named(refused):
    table = """
        groep | bekend | gekozen | onterecht
        A     | ja     | ja      | nee
        A     | ja     | nee     | ja
        """
    assert refused(table, kind=NotNested, by="groep", steps=["bekend", "gekozen", "onterecht"]) == (
        "Bij 'A' zijn er mensen in de stap 'onterecht' die niet in de stap 'gekozen' zijn (1). "
        "Verbeter de tabel, of zeg van welke stap 'onterecht' wel een deel is."
    )


def test_an_empty_step_names_the_row(refused):
    table = """
        groep | bekend | gekozen
        A     | 1000   | 50
        B     | 500    |
        """
    assert refused(table, by="groep", steps=["bekend", "gekozen"]) == (
        f"In BRON, rij {refused.first_row + 1}, is de kolom 'gekozen' leeg. Vul een aantal in, of "
        "een x als het aantal verborgen is."
    )


def test_steps_that_are_larger_within_the_rounding_are_possible():
    rows = [{"groep": "A", "bekend": 10, "gekozen": 20}]
    assert tally(rows, by="groep", steps=["bekend", "gekozen"], rounded_to=10)
    with pytest.raises(NotNested):
        tally(rows, by="groep", steps=["bekend", "gekozen"], rounded_to=5)


@pytest.mark.parametrize("engine", ["csv ;", "polars", "list", "parquet"])
def test_ten_thousand_levels_are_no_grouping(engine, tmp_path):
    rows = [{"naam": f"n{number}", "uitkomst": "ja"} for number in range(10_000)]
    with pytest.raises(InputError) as caught:
        tally(source(engine, rows, tmp_path), by="naam")
    assert "De kolom 'naam' van" in str(caught.value)
    assert "heeft meer dan 1000 verschillende waarden" in str(caught.value)


@pytest.mark.parametrize("engine", ["polars", "pandas", "arrow", "list", "duckdb"])
def test_no_rows_at_all(engine, tmp_path):
    rows = source(engine, [{"wijk": "Noord", "besluit": "ja"}], tmp_path)
    empty = {
        "list": lambda: [],
        "polars": lambda: rows.clear(),
        "pandas": lambda: rows.iloc[:0],
        "arrow": lambda: rows.slice(0, 0),
        "duckdb": lambda: rows.limit(0),
    }[engine]()
    with pytest.raises(InputError) as caught:
        tally(empty, by="wijk", outcome="besluit")
    assert str(caught.value).endswith(
        "heeft kolomnamen maar geen rijen. Voeg rijen toe of kies een ander blad."
    )


def test_two_columns_with_one_name_are_refused():
    import pandas

    frame = pandas.DataFrame([["Noord", "ja", 1]], columns=["wijk", "besluit", "wijk"])
    with pytest.raises(InputError) as caught:
        tally(frame, by="wijk")
    assert str(caught.value) == (
        "De kolomnaam 'wijk' komt twee keer voor in DataFrame (kolom 1 en 3). Geef elke kolom een "
        "eigen naam."
    )


def test_something_that_is_no_table():
    for thing in (42, {"wijk": ["Noord"]}, None, object()):
        with pytest.raises(InputError, match="Waterpas kan geen tabel maken van een"):
            tally(thing, by="wijk")
    with pytest.raises(InputError, match="moet elke rij een dict zijn"):
        tally([["Noord", "ja"]], by="wijk")


ROWS = [{"wijk": "Noord", "besluit": "ja", "n": 3}, {"wijk": "Zuid", "besluit": "nee", "n": 4}]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        ({"by": []}, "minstens één kolom"),
        ({"by": ["wijk", "wijk"]}, "staat er twee keer"),
        ({"by": "wijk", "outcome": "wijk=Noord"}, "niet tegelijk groep en uitkomst"),
        ({"by": "wijk", "outcome": "n", "count": "n"}, "niet tegelijk aantal en uitkomst"),
        ({"by": "wijk", "amount": "n", "count": "n"}, "gaat niet samen met aantallen"),
        ({"by": "wijk", "rounded_to": 10}, "Afronding hoort bij een tabel met aantallen"),
        ({"by": "wijk", "count": "n", "rounded_to": 0}, "heel getal van 1 of meer"),
        ({"by": "wijk", "person": "n"}, "hoort bij een uitkomst"),
        ({"by": "wijk", "outcome": "besluit", "totals": "weg"}, "'drop' .* of 'keep'"),
        ({"by": "wijk", "outcome": "besluit", "steps": ["n", "besluit"]}, "Stappen gaan niet"),
        ({"by": "wijk", "steps": ["n"]}, "minstens twee stappen"),
        ({"by": "wijk", "steps": ["n", "n"]}, "staat er twee keer"),
        ({"by": "wijk", "steps": ["n", "besluit:x"]}, "maar die staat er niet voor"),
        ({"by": "wijk", "count": "n", "steps": ["n", "n:n"]}, "staat er twee keer"),
        ({"by": "wijk", "sheet": "Blad1"}, "Een blad hoort bij een werkmap"),
        ({"by": "wijk", "engine": "spark"}, "wordt geteld door duckdb, niet door 'spark'"),
        ({"by": "wijk", "layout": "cbs-duo-2014"}, "Een indeling hoort bij een bestand"),
    ],
)
def test_a_question_that_does_not_fit_is_refused(ask, words):
    with pytest.raises(CallError, match=words):
        tally(ROWS, **ask)


def test_counts_per_step_already_say_how_many():
    rows = [{"wijk": "Noord", "bekend": 100, "gekozen": 7, "n": 3}]
    with pytest.raises(CallError, match="zijn al aantallen"):
        tally(rows, by="wijk", steps=["bekend", "gekozen"], count="n")


def test_every_error_is_one_of_ours_and_a_value_error():
    with pytest.raises(WaterpasError) as caught:
        tally(ROWS, by="weg")
    assert isinstance(caught.value, ValueError)
    assert caught.value.fields["column"] == "weg"


def test_a_list_in_which_a_column_comes_later_is_whole():
    found = tally([{"wijk": "Noord"}, {"wijk": "Zuid", "besluit": "ja"}], by="besluit")
    assert found.levels("besluit") == ("ja", "onbekend")


@pytest.mark.parametrize(
    "counts",
    [
        {"A": 1, "B": 2, "C": 3},
        {"A": 500, "B": 500, "C": 0},
        {"A": 1050, "B": "x", "C": 1050},
        {"A": 300, "B": 700, "C": 1100},
        {"A": 300, "B": 300},
    ],
)
def test_groups_that_happen_to_add_up_are_not_taken_for_totals(counts):
    rows = [{"wijk": level, "n": number} for level, number in counts.items()]
    assert len(tally(rows, by="wijk", count="n").cells) == len(counts)


def test_a_sum_in_every_stratum_is_a_total_even_when_each_is_small():
    rows = [
        {"jaar": year, "wijk": level, "n": number}
        for year, counts in ((2024, (3, 4, 7)), (2025, (5, 6, 11)))
        for level, number in zip(("Noord", "Zuid", "Stad"), counts, strict=True)
    ]
    with pytest.raises(TotalsInData, match="'Stad'"):
        tally(rows, by=["jaar", "wijk"], count="n")


def test_people_in_rows_are_never_taken_for_totals_by_their_sum():
    rows = [
        {"wijk": level}
        for level, number in (("A", 30), ("B", 70), ("C", 100))
        for _ in range(number)
    ]
    assert len(tally(rows, by="wijk").cells) == 3
