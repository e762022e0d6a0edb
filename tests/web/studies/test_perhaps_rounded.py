"""Counts that all are multiples of 5 or 10, while nobody said that they are rounded."""

import pytest

from tests.web.studies.factories import designed, upload
from tests.web.studies.test_flow import choose, words
from tests.web.world import logged_in
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db
TENS = (("Nederland", 1070, 560), ("Europa", 290, 130), ("buiten Europa", 440, 160))
FIVES = (*TENS[:2], ("buiten Europa", 445, 165))
EXACT = (*TENS[:2], ("buiten Europa", 443, 160))
SMALL = (*TENS, ("elders", 37, 4))  # a group that is hidden, whatever its counts are
FEW = TENS[:2]


def notes(client, rows, **fields):
    """The notes of the result of this table, with what they say on the screen."""
    study = designed(logged_in(client, "researcher"))
    lines = ["herkomst;totaal;uitgenodigd", *(f"{a};{n};{k}" for a, n, k in rows)]
    read = upload(client, study, "\n".join(lines).encode(), holds="aantallen")
    page = choose(
        client,
        study,
        read,
        **{"holds": "aantallen", "count": "1", "outcome": "2", "rounded_to": "", **fields},
    )
    shown = Run.objects.get(study=study).released["nl"]["result"]["notes"]
    found = [each["fields"] for each in shown if each["code"] == "perhaps-rounded"]
    return found, words(page)


@pytest.mark.parametrize(("rows", "to"), [(TENS, 10), (FIVES, 5), (SMALL, 10)])
def test_the_result_asks_whether_they_are_rounded(client, rows, to):
    found, page = notes(client, rows)

    assert found == [{"to": to}]
    assert f"De aantallen hier zijn veelvouden van {to}. Rondde de bron af?" in page


@pytest.mark.parametrize("rows", [EXACT, FEW], ids=["exact", "few"])
def test_of_counts_that_do_not_look_so_nothing_is_said(client, rows):
    found, page = notes(client, rows)

    assert found == []
    assert "Rondde de bron af?" not in page


def test_nor_of_counts_that_are_said_to_be_rounded(client):
    found, _page = notes(client, TENS, rounded_to="10")

    assert found == []


@pytest.mark.parametrize("hidden", [("elders", 40, 5), ("elders", 40, 4), ("elders", 9, 3)])
def test_what_is_hidden_does_not_change_it(client, hidden):
    found, _page = notes(client, (*TENS, hidden))

    assert found == [{"to": 10}]
