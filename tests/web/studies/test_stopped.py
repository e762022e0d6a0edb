"""A table that we may not read: thrown away at once, one line in the log, and the lawful ways."""

from pathlib import Path

import pytest
from django.urls import reverse

from tests.web.studies.canary import Canary
from tests.web.studies.factories import (
    CANARY,
    designed,
    duo_workbook,
    rows_csv,
    token_of,
    upload,
    workbook,
)
from tests.web.world import logged_in
from waterpas.web.audit_trail.models import Event
from waterpas.web.config.example.data import permits_csv, recruitment_csv
from waterpas.web.studies import transit
from waterpas.web.studies.models import Run, Study, StudyTally

pytestmark = pytest.mark.django_db
BSN = "123456782"


@pytest.fixture(autouse=True)
def data(tmp_path, settings):
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def study(client):
    return designed(logged_in(client, "researcher"), row="application")


def waiting(data: Path) -> list[Path]:
    return list((data / "transit").iterdir())


def late(canary: str, *, begins=3_000, rows=5_000) -> bytes:
    """Of each row a number, a reason and a neighbourhood; below, a group and a BSN too."""
    lines = ["nr;wijk;groep;kenmerk;besluit"]
    for at in range(rows):
        group = ("NLD", "MAR", "TUR")[at % 3] if at >= begins else ""
        bsn = (BSN, "111222333", "010464554")[at % 3] if at >= begins else ""
        lines.append(f"{canary} {at};Noord;{group};{bsn};{'ja' if at % 2 else 'nee'}")
    return "\n".join(lines).encode()


def test_what_begins_below_the_first_rows_stops_it_and_nothing_is_kept(client, study, data):
    canary, lines = Canary(), Event.objects.count()
    response = upload(client, study, late(canary.text))

    assert "Kolom 'groep'" in response.text
    assert "Zo kan het wel" in response.text
    for value in (BSN, "MAR", "TUR", canary.text):
        assert value not in response.text
    assert waiting(data) == []
    assert canary.left_in(data) == []
    assert not StudyTally.objects.exists()
    line = Event.objects.latest("pk")
    assert Event.objects.count() == lines + 1
    assert (line.type, line.fields, line.subject_id) == (
        "table.refused",
        ["origin"],
        str(study.pk),
    )


def test_without_the_groups_it_is_read_without_the_numbers(client, study):
    content = late(CANARY).replace(b"NLD", b"").replace(b"MAR", b"").replace(b"TUR", b"")
    response = upload(client, study, content)

    assert "Wat wij lazen" in response.text
    assert "Kolom 'kenmerk'" in response.text
    assert "burgerservicenummers" in response.text
    assert BSN not in response.text
    assert "5000 rijen" in response.text


@pytest.mark.parametrize("holds", ["rijen", "aantallen"])
@pytest.mark.parametrize("row", ["person", "application", "decision", "job", "other"])
def test_whatever_a_row_is_called_a_register_of_people_is_stopped(client, row, holds):
    study = designed(logged_in(client, "researcher"), row=row)
    lines = ["race;age;decile;recid"]
    lines += [
        f"{'African-American' if at % 5 < 3 else 'Caucasian'};{20 + at % 40};{at % 10};{at % 2}"
        for at in range(5_000)
    ]

    said = upload(client, study, "\n".join(lines).encode(), holds=holds).text
    assert "Deze tabel lezen wij niet zomaar" in said
    assert ("en kies 'aantallen per groep'" in said) == (holds == "rijen")
    assert ("Maar de rijen lijken op een lijst van mensen" in said) == (holds == "aantallen")


def test_a_table_of_counts_is_read_and_so_is_the_workbook_of_duo(client, study):
    counts = b"herkomst;mensen;afgewezen\nNLD;800;80\nMAR;90;12\nTUR;110;14\n"

    assert "Wat wij lazen" in upload(client, study, counts, holds="aantallen").text
    assert "Wij herkennen deze tabel" in upload(client, study, duo_workbook(), "d.xlsx").text
    book = workbook(("Blad", [["herkomst", "n"], ["NLD", 10], ["MAR", 30]]))
    assert "Wat wij lazen" in upload(client, study, book, "t.xlsx", holds="aantallen").text


@pytest.mark.parametrize("made", [permits_csv, recruitment_csv])
def test_the_tables_of_the_example_municipality_are_read(client, study, made):
    assert "Wat wij lazen" in upload(client, study, made().encode(), holds="aantallen").text


class TestThrownAwayAtOnce:
    def test_with_another_table(self, client, study, data):
        first = upload(client, study, b"wijk;besluit\n" + b"Noord;ja\nZuid;nee\n" * 20)
        assert len(waiting(data)) == 1
        response = client.post(
            reverse("studies:drop", args=[study.pk]), {"carried": token_of(first)}, follow=True
        )

        assert waiting(data) == []
        assert "weggegooid" in response.text
        assert 'type="file"' in response.text

    def test_when_the_study_stops_and_only_of_that_study(self, client, study, data):
        other = designed(study.members.get())
        table = b"wijk;besluit\n" + b"Noord;ja\nZuid;nee\n" * 20
        upload(client, study, table)
        kept = token_of(upload(client, other, table))
        client.post(reverse("studies:withdraw", args=[study.pk]), {"because": "Niet meer nodig."})

        assert len(waiting(data)) == 1
        assert transit.take(kept)

    def test_when_it_cannot_be_pointed_at(self, client, study, data):
        content = b"stap;bsn;NL\n" + b"Gekozen;111222333;12\nOver;123456782;9\n" * 3
        token = transit.put("t.csv", content, owner=study.pk).token
        lines = Event.objects.count()
        response = client.post(reverse("studies:point", args=[study.pk]), {"carried": token})

        assert "Deze tabel laten wij niet zien" in response.text
        assert waiting(data) == []
        assert Event.objects.count() == lines + 1

    def test_after_an_error_on_any_page(self, client, study, data):
        token = transit.put("t.csv", b"a;b\n1;2\n", owner=study.pk).token
        address = reverse("studies:layout", args=[study.pk, "cbs-duo-2014"])

        assert client.post(address, {"carried": token}).status_code == 422
        assert waiting(data) == []

    @pytest.mark.parametrize("holds", ["rijen", "aantallen"])
    def test_the_page_says_how_long_it_is_kept(self, client, study, holds):
        content = b"wijk;n;besluit\n" + b"Noord;3;ja\nZuid;4;nee\n" * 20
        response = upload(client, study, content, holds=holds)

        assert "hoogstens twee uur" in response.text
        assert response.text.count('formaction="') >= 1


def test_who_gets_no_further_has_written_nothing(client, study):
    before = Study.objects.values().get()
    upload(client, study, rows_csv())

    assert Study.objects.values().get() == before
    assert not Run.objects.exists()
