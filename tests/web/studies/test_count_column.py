"""A table of counts of which a cell is no count: never are rows counted in silence."""

import re
from html import unescape

import pytest

from tests.web.studies.factories import designed, upload, workbook
from tests.web.studies.test_flow import choose
from tests.web.world import logged_in
from waterpas.web.studies.models import StudyTally
from waterpas.web.studies.selectors import opened

pytestmark = pytest.mark.django_db
HEAD = ("herkomst", "wijk", "afgewezen", "aantal")
COUNTS = {"holds": "aantallen", "count": "3"}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def rows(cell):
    """240 rows of counts; in the seventeenth stands this cell."""
    for at in range(240):
        group, no = ("NL", "BE")[at % 2], ("ja", "nee")[at // 2 % 2]
        yield group, f"wijk {at // 4}", no, cell if at == 16 else 40 + at


def csv(cell):
    lines = [HEAD, *rows(cell)]
    return "\n".join(";".join(map(str, line)) for line in lines).encode()


def handed_in(client, study, cell, kind="csv"):
    content = csv(cell) if kind == "csv" else workbook(("Blad1", [HEAD, *rows(cell)]))
    return upload(client, study, content, f"t.{kind}", holds="aantallen")


def words(response) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.text)))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("cell", ["<5", "<10", "x", "."])
def test_a_hidden_count_is_pointed_out_and_counted_as_hidden(client, me, cell, kind):
    study = designed(me)
    first = handed_in(client, study, cell, kind)
    response = choose(client, study, first, **COUNTS)
    counts = opened(StudyTally.objects.get())

    assert "In 1 cel is het aantal verborgen: D18." in words(first)
    assert counts.cells["BE",].n.value == sum(40 + at for at in range(1, 240, 2))
    assert counts.cells["NL",].n.value is None
    assert "de bron verborg een aantal" in words(response)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("cell", ["-5", "5.5", "", "ongeveer 40"])
def test_what_is_no_count_stops_with_its_row_and_column(client, me, cell, kind):
    study = designed(me)
    typed = float(cell) if kind == "xlsx" and cell[-1:] == "5" else cell or None
    first = handed_in(client, study, typed if kind == "xlsx" else cell, kind)
    response = choose(client, study, first, **COUNTS)

    assert re.search(r"In cel D18 staat geen aantal|1 cel is leeg: D18", words(first))
    assert 'value="3" selected' in first.text
    assert response.status_code == 422
    assert re.search(r"rij 18, (?:is de )?kolom '?aantal", words(response))
    assert not StudyTally.objects.exists()


@pytest.mark.parametrize("cell", ["<5", 56])
def test_rows_are_not_counted_when_it_was_said_that_there_are_counts(client, me, cell):
    study = designed(me)
    response = choose(client, study, handed_in(client, study, cell), holds="aantallen", count="")

    assert response.status_code == 422
    assert "Kies de kolom met de aantallen. Rijen tellen wij hier niet" in words(response)
    assert not StudyTally.objects.exists()


def test_without_a_column_of_counts_the_page_says_so(client, me):
    study = designed(me)
    table = b"herkomst;afgewezen\n" + b"NL;ja\nNL;nee\nBE;ja\nBE;nee\n"
    first = upload(client, study, table, "t.csv", holds="aantallen")
    fields = {"holds": "aantallen", "count": "", "outcome": "1:0"}
    response = choose(client, study, first, **fields)

    assert "Wij vinden geen kolom met aantallen." in words(response)
    assert not StudyTally.objects.exists()


def test_a_column_with_many_hidden_counts_is_still_one_of_counts(client, me):
    table = "herkomst;mensen;gekozen\n" + "".join(
        f"g{at};{100 + at};{'x' if at % 3 else 20}\n" for at in range(12)
    )
    first = upload(client, designed(me), table.encode(), "t.csv", holds="aantallen")

    assert "In 8 cellen is het aantal verborgen; de eerste is C3." in words(first)
    assert 'value="2" selected' in first.text
