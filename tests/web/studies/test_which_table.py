"""Which table a comparison of groups needs, and that it answers about one step."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, duo_workbook, rows_csv, upload
from tests.web.studies.test_flow import GROUND, words
from tests.web.world import logged_in

pytestmark = pytest.mark.django_db
STEPS = "met in elke rij een stap en in elke kolom een groep"
ONE = "Het resultaat gaat dan over één stap."
COUNTS = b"herkomst;totaal;uitgenodigd;aangenomen\nNL;400;120;40\nbuiten Europa;300;60;20\n"


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def test_the_upload_page_says_which_table_and_which_one_has_steps(client, me):
    page = words(client.get(reverse("studies:table", args=[designed(me).pk])))

    assert "Welke tabel u nodig hebt: Een kolom met de groepen" in page
    assert STEPS in page


def test_the_upload_page_of_another_question_says_its_own_table(client, me):
    page = words(client.get(reverse("studies:table", args=[designed(me, kind="adjusted").pk])))

    assert "Welke tabel u nodig hebt:" in page
    assert STEPS not in page


@pytest.mark.parametrize(("table", "holds"), [(rows_csv(), "rijen"), (COUNTS, "aantallen")])
def test_a_table_without_steps_is_said_to_answer_about_one(client, me, table, holds):
    page = words(upload(client, designed(me, **GROUND), table, holds=holds))

    assert ONE in page
    assert STEPS in page


def test_a_table_with_steps_is_not(client, me):
    page = words(upload(client, designed(me), duo_workbook(), "duo.xlsx", holds="aantallen"))

    assert "Waterpas weet waar in dit bestand de cijfers staan." in page
    assert ONE not in page


def test_nor_is_a_table_for_another_question(client, me):
    study = designed(me, kind="adjusted", **GROUND)

    assert ONE not in words(upload(client, study, rows_csv()))
