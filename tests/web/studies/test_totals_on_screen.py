"""Rows that are sums of others: asked in words, with a way out on every page."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, upload
from tests.web.studies.test_flow import choose
from tests.web.world import logged_in
from waterpas.web.studies.models import Run, StudyTally

pytestmark = pytest.mark.django_db
LINES = (("Nederland", 1000, 400), ("Turkije", 300, 60), ("Antillen", 40, 5), ("samen", 1340, 465))
TABLE = "herkomst;mensen;gekozen\n" + "".join(";".join(map(str, line)) + "\n" for line in LINES)
COUNTS = {"holds": "aantallen", "count": "1", "outcome": "2"}
SENTENCE = "In de kolom 'herkomst' lijkt 'samen' de som van andere groepen."


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def words(response) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.text)))


def typed(client, study, **more):
    data = {"column": "herkomst", **more}
    for at, (group, n, cases) in enumerate(LINES, start=1):
        data |= {f"group-{at}": group, f"n-{at}": n, f"cases-{at}": cases}
    return client.post(reverse("studies:typed", args=[study.pk]), data, follow=True)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("way", ["upload", "typed"])
def test_it_is_asked_without_code(client, me, way, language):
    client.cookies["taal"] = language
    study = designed(me)
    if way == "typed":
        response = typed(client, study)
    else:
        first = upload(client, study, TABLE.encode(), "t.csv", holds="aantallen")
        response = choose(client, study, first, **COUNTS)

    assert response.status_code == 422
    assert not re.search(r"totals=|--totals|\blist\b", words(response))
    assert 'name="totals"' in response.text
    assert (SENTENCE in words(response)) is (language == "nl")
    assert not StudyTally.objects.exists()


def test_the_choice_on_the_page_of_what_was_read_is_unfolded(client, me):
    study = designed(me)
    first = upload(client, study, TABLE.encode(), "t.csv", holds="aantallen")
    response = choose(client, study, first, **COUNTS)

    assert re.search(r"<details[^>]* open", response.text)
    assert "Kies wat er met deze rijen gebeurt." in response.text


@pytest.mark.parametrize("totals", ["drop", "keep"])
def test_typed_in_there_is_a_way_out(client, me, totals):
    response = typed(client, designed(me), totals=totals)

    assert Run.objects.count() == 1
    assert ("herkomst samen" in words(response)) is (totals == "keep")


def test_a_total_that_is_kept_is_not_shown_beside_the_hidden_group(client, me):
    """The whole way on the screen: 1.340 beside 1.000 and 300 would tell of 40."""
    response = typed(client, designed(me), totals="keep")

    assert "1.340" not in words(response)
    assert (
        "Niet getoond: herkomst samen. De reden: met de andere groepen zou u kunnen uitrekenen "
        "wat een verborgen groep verbergt."
    ) in words(response)
    assert "Niet getoond: herkomst Antillen. De reden: te weinig mensen" in words(response)
