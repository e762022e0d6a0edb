"""The guard over a whole file: what begins far below the first rows is seen as well."""

import csv
import random
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import Workbook

from tests.web.studies.people import BSNS, COLUMNS
from waterpas.tallies.build import open_source
from waterpas.web.studies.guard import Inspection
from waterpas.web.studies.guard_scan import inspect_all
from waterpas.web.studies.guard_values import passes_eleven_test
from waterpas.web.ui.carried import Carried, in_memory

ROWS, BLANK, BELOW = 6_000, 2_001, 3_000
DICE = random.Random(7)
NAMES = ["Aa", "Bo", "Cé", "Dee", "Eva", "Fem", "Guus", "Hal", "Ivo", "Jo"]


def seen(content: bytes, name="t.csv", *, people=True, counts=False) -> Inspection:
    with in_memory(Carried(name, content)) as path, open_source(path) as table:
        return inspect_all(table, rows_are_people=people, has_counts=counts)


def written(header: list[str], rows) -> bytes:
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def people(header: str, cell, *, rows=ROWS) -> bytes:
    """A register of people with one more column; `cell` gives its value per row."""
    table = (
        [f"Z{at}", "Noord" if at % 3 else "Zuid", 18 + at % 60, "ja" if at % 7 else "nee", cell(at)]
        for at in range(rows)
    )
    return written(["zaak", "wijk", "leeftijd", "besluit", header], table)


def bsn(at: int) -> str:
    """The one after another that passes the eleven-test."""
    start = 10_000_000 + at * 7
    while True:
        for last in range(10):
            if passes_eleven_test(f"{start}{last}"):
                return f"{start}{last}"
        start += 1


def stops(found: Inspection) -> dict[str, str]:
    return {concern.column: str(concern.kind) for concern in found.stopped}


def skips(found: Inspection) -> dict[str, str]:
    return {concern.column: str(concern.kind) for concern in found.never_read}


GROUPS = {
    "migration": ["wel migratieachtergrond", "geen migratieachtergrond"],
    "codes": ["NLD", "MAR", "TUR"],
    "countries": ["Nederland", "Turkije", "Kenia", "Duitsland"],
    "religion": ["Moslim", "geen", "Katholiek"],
    "race": ["African-American", "Caucasian", "Hispanic", "Other"],
}


@pytest.mark.parametrize("values", GROUPS.values(), ids=GROUPS)
@pytest.mark.parametrize("begins", [0, BLANK])
def test_groups_of_people_stop_it_also_below_empty_cells(values, begins):
    found = seen(people("groep", lambda at: values[at % len(values)] if at >= begins else ""))

    assert list(stops(found)) == ["groep"]
    assert found.stopped[0].example_cells[0].startswith("E")
    assert int(found.stopped[0].example_cells[0][1:]) >= begins + 2


@pytest.mark.parametrize("first", ["", "onbekend", "code-{at}"])
@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column[0])
def test_what_is_never_read_is_seen_from_row_3001_on(column, first):
    if column == BSNS:
        made = bsn
    else:

        def made(at):
            name = NAMES[at % 10] + NAMES[at // 10 % 10].lower() + NAMES[at // 100 % 10].lower()
            return column[at % 3].replace("de Vries", name).replace("el Amrani", name)

    def cell(at):
        return made(at) if at >= BELOW else first.format(at=at % 2)

    found = seen(people("kolom", cell))

    assert list({**skips(found), **stops(found)}) == ["kolom"]
    assert int(found.never_read[0].example_cells[0].removeprefix("E")) >= BELOW + 2
    assert not any(value in repr(found) for value in column)


def test_a_single_address_far_below_is_enough():
    found = seen(people("toelichting", lambda at: "a@b.nl" if at == 5_500 else f"tekst {at}"))

    assert skips(found) == {"toelichting": "email"}


@pytest.mark.parametrize("header", ["kenmerk", "k1", "var2"])
def test_dates_of_birth_that_begin_below_are_seen(header):
    def cell(at):
        return date(1935, 1, 1) + timedelta(days=5 * (at - BELOW)) if at >= BELOW else ""

    assert skips(seen(people(header, cell))) == {header: "date-of-birth"}


def test_bsns_between_case_numbers_are_seen():
    dice = random.Random(3)

    def cell(at):
        return bsn(at) if at >= BELOW and at % 2 else dice.randrange(10**8, 10**9)

    assert skips(seen(people("kolom", cell))) == {"kolom": "bsn"}


@pytest.mark.parametrize("made", ["workbook", "parquet"])
def test_a_workbook_and_a_column_store_are_seen_too(made, tmp_path):
    rows = [("nr", "kolom", "groep")]
    rows += [
        (at, int(bsn(at)) if at > BELOW else None, ["NLD", "MAR"][at % 2]) for at in range(4_000)
    ]
    if made == "workbook":
        book, buffer = Workbook(), BytesIO()
        for row in rows:
            book.active.append(row)
        book.save(buffer)
        found = seen(buffer.getvalue(), "t.xlsx")
    else:
        pd = pytest.importorskip("pandas")
        pytest.importorskip("pyarrow")
        pd.DataFrame(rows[1:], columns=rows[0]).to_parquet(tmp_path / "t.parquet")
        found = seen((tmp_path / "t.parquet").read_bytes(), "t.parquet")

    assert (skips(found), stops(found)) == ({"kolom": "bsn"}, {"groep": "origin"})


class TestWhatIsLawful:
    """The positive control: none of these is stopped, and no column of them is left out."""

    def passes(self, content: bytes, **how) -> bool:
        found = seen(content, **how)
        return (found.never_read, found.stopped) == ((), ())

    @pytest.mark.parametrize("how", [{"counts": True}, {}])
    def test_a_table_of_counts_of_a_few_rows(self, how):
        rows = [["Nederland", 800, 80], ["Marokko", 90, 12], ["Turkije", 110, "x"]]
        content = written(["herkomst", "aantal", "afgewezen"], rows)

        assert self.passes(content, people=False, **how)

    def test_one_of_many_rows_with_years_ages_and_areas(self):
        rows = [
            [year, f"Wijk {area}", age, group, DICE.randrange(500), DICE.randrange(50)]
            for year in range(2015, 2025)
            for area in range(12)
            for age in range(20, 60, 5)
            for group in GROUPS["countries"]
        ]
        header = ["jaar", "wijk", "leeftijd", "herkomst", "aantal", "afgewezen"]

        assert len(rows) > 3_000
        assert self.passes(written(header, rows), people=False, counts=True)

    def test_case_numbers_of_nine_digits_of_which_one_in_eleven_passes(self):
        numbers = [DICE.randrange(10**8, 10**9) for _ in range(ROWS)]

        assert sum(passes_eleven_test(str(number)) for number in numbers) > 400
        assert self.passes(people("zaaknummer", numbers.__getitem__))
        assert self.passes(people("zaaknummer", lambda at: 202400000 + at))

    @pytest.mark.parametrize("header", ["datum besluit", "ingangsdatum", "datum"])
    def test_dates_of_decision(self, header):
        def days(at):
            return date(2021, 1, 1) + timedelta(days=at % 1_200)

        assert self.passes(people(header, days))

    def test_years_of_birth_and_ages_in_classes(self):
        assert self.passes(people("geboortejaar", lambda at: 1930 + at % 75))
        assert self.passes(
            people("leeftijdsklasse", lambda at: f"{10 * (at % 9)}-{10 * (at % 9) + 9}")
        )

    def test_languages_of_contact_neighbourhoods_and_reasons(self):
        assert self.passes(people("taal van contact", lambda at: ["Nederlands", "Turks"][at % 2]))
        assert self.passes(people("buurt", lambda at: f"Indische buurt {at % 40}"))
        assert self.passes(people("reden", lambda at: f"niet compleet, dossier {at}"))


class TestWhoSaysThatRowsAreNotPeople:
    """An application is about a person; only rows that stand for groups are a table of counts."""

    @pytest.mark.parametrize("how", [{"people": False}, {"people": False, "counts": True}])
    def test_a_register_with_numbers_and_origin_is_stopped_all_the_same(self, how):
        shares = ["Nederland"] * 6 + ["Turkije"] * 2 + ["Kenia"]
        content = people("herkomst", lambda at: DICE.choice(shares))

        assert stops(seen(content, **how)) == {"herkomst": "origin"}

    def test_a_small_one_too(self):
        content = people("herkomst", lambda at: "Turkije" if at % 4 else "Nederland", rows=60)

        assert stops(seen(content, people=False, counts=True)) == {"herkomst": "origin"}


def test_what_it_takes_into_memory_does_not_grow_with_the_file(monkeypatch):
    taken = []
    monkeypatch.setattr(
        "waterpas.web.studies.guard_scan.judge",
        lambda _header, columns, **_: taken.extend(len(column.texts) for column in columns),
    )
    seen(people("kolom", bsn, rows=60_000))

    assert max(taken) < 3_000
