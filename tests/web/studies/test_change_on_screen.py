"""Did it work, and for whom: asked of a table on the platform, and answered on the same page."""

import json

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db
CLOSING = {
    ("NL", "2023"): (400, 2000), ("NL", "2024"): (400, 2000), ("elders", "2023"): (120, 400),
    ("elders", "2024"): (84, 400),
}  # fmt: skip


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def measured(client, me, cells=CLOSING, **fields):
    study = designed(me, kind="change", did_before="gaf", did_after="een boete", effect="harm")
    lines = ["groep;jaar;mensen;beboet"]
    lines += [f"{g};{y};{n};{cases}" for (g, y), (cases, n) in cells.items()]
    page = upload(client, study, "\n".join(lines).encode(), holds="aantallen")
    data = {
        "carried": token_of(page),
        "holds": "aantallen",
        "sheet": "",
        "count": "2",
        "outcome": "3",
        "across": "0",
        "reference": "0:1",
        "because": "",
        "level": "0.95",
        "ask_period": "1",
        "ask_since": "1:1",
        **fields,
    }
    return study, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_the_answer_is_a_sentence_with_a_picture_and_its_table(client, me):
    study, page = measured(client, me)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert "Sinds 2024 is het verschil" in said
    assert "100 per 1.000 vaker" in said
    assert "minder dan acht periodes" in said
    assert page.text.count("<circle") >= 2
    assert "verandering van het verschil" in said
    study.refresh_from_db()
    assert study.settings == {"period": "jaar", "since": "2024"}


def test_a_period_of_another_column_is_refused(client, me):
    _study, page = measured(client, me, ask_since="0:0")

    assert page.status_code == 422
    assert "Kies een waarde van de kolom die u daarboven koos." in page.text


def offered_since(client, me, rows):
    """What the question for the first period offers: the column, and its values."""
    study = designed(me, kind="change", did_before="gaf", did_after="een boete", effect="harm")
    page = upload(client, study, "\n".join(rows).encode(), holds="aantallen")
    choices = page.context["form"].fields["ask_since"].choices
    return {
        name: [said for _key, said in values]
        for name, values in choices
        if isinstance(values, list | tuple)
    }


def test_only_periods_are_offered_as_the_first_period(client, me):
    rows = ["groep;jaar;mensen;beboet", "NL;2023;300;100", "NL;2024;300;12"]
    rows += ["elders;2023;120;40", "elders;2024;120;30", "elders;;100;30"]

    assert offered_since(client, me, rows) == {"jaar": ["2023", "2024"]}


def test_where_no_column_has_periods_every_value_is_offered(client, me):
    rows = ["groep;tijd;mensen;beboet", "NL;vroeger;300;100", "NL;later;300;12"]
    rows += ["elders;vroeger;120;40", "elders;later;120;30"]

    assert {"groep", "tijd"} <= set(offered_since(client, me, rows))


def test_a_column_without_periods_is_refused_in_one_sentence(client, me):
    cells = {(g, {"2023": "vroeger", "2024": "later"}[y]): cell for (g, y), cell in CLOSING.items()}
    _study, page = measured(client, me, cells)

    assert "geen periode die wij op volgorde kunnen zetten" in words(page)
    assert not Run.objects.exists()


def test_everybody_together_is_refused_in_one_sentence(client, me):
    _study, page = measured(client, me, reference="everybody")

    assert "daar zit de groep zelf in" in words(page)


def test_a_small_group_is_hidden_and_the_others_stay(client, me):
    few = {**CLOSING, ("klein", "2023"): (4, 40), ("klein", "2024"): (3, 40)}
    _study, page = measured(client, me, few, reference="0:2")

    said = words(page)
    assert "Over groep klein tonen wij dit niet" in said
    assert "Sinds 2024 is het verschil tussen" in said
    assert '"value": 40,' not in json.dumps(Run.objects.get().released)
