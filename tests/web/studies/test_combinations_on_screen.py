"""Combinations from the question to the page: the first is the worst off, and no table leaks."""

import json
import re

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas import intersections, tally
from waterpas.results import Question
from waterpas.web.config.example.methods import intersections as example
from waterpas.web.studies.models import Run

pytestmark = pytest.mark.django_db
KEYS = [(a, b, c) for a in ("NL", "elders") for b in ("vrouw", "man") for c in ("jong", "oud")]


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(**there):
    """Eight combinations of a hundred people; `there` says of which counts differ."""
    lines = ["herkomst;geslacht;leeftijd;aanvragen;toegekend"]
    for key in KEYS:
        n, cases = there.get("_".join(key), (100, 60))
        lines.append(";".join(map(str, (*key, n, cases))))
    return "\n".join(lines).encode()


def measured(client, me, content, **fields):
    study = designed(me, kind="intersections", effect="benefit")
    page = upload(client, study, content, holds="aantallen")
    data = {
        "carried": token_of(page),
        "holds": "aantallen",
        "sheet": "",
        "count": "3",
        "outcome": "4",
        "across": "0",
        "reference": "everybody-else",
        "because": "",
        "level": "0.95",
        "ask_columns": ["1", "2"],
        "ask_depth": "3",
        **fields,
    }
    return study, client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def test_the_worst_off_combination_is_the_first_sentence(client, me):
    study, page = measured(client, me, table(elders_vrouw_oud=(100, 25)))

    said = words(page)
    assert "van de 26 combinaties" in said
    assert re.search(r"250 van elke 1.000 \w+ met herkomst elders, geslacht vrouw, leeftijd", said)
    study.refresh_from_db()
    assert study.settings == {"columns": ["geslacht", "leeftijd"], "depth": "3"}
    assert study.by == ["geslacht", "leeftijd"]


def test_two_characteristics_at_a_time_unless_somebody_says_otherwise(client, me):
    _study, page = measured(client, me, table(elders_vrouw_oud=(100, 25)), ask_depth="")

    assert "van de 18 combinaties" in words(page)


def test_a_table_with_a_small_group_is_not_searched_and_that_is_said(client, me):
    _study, page = measured(client, me, table(elders_vrouw_oud=(12, 3)))

    said = words(page)
    assert "Hierin is niet gezocht: herkomst × geslacht × leeftijd" in said
    released = json.dumps(Run.objects.get().released)
    assert not re.search(r'"value": 12[,}]', released)
    assert "leeftijd oud, herkomst" not in said


def test_one_group_as_the_measure_becomes_everybody_else_and_the_page_says_so(client, me):
    _study, page = measured(client, me, table(elders_vrouw_oud=(100, 25)), reference="0:0")

    assert "Bij combinaties kan dat niet" in words(page)


def test_the_columns_must_be_said(client, me):
    _study, page = measured(client, me, table(), ask_columns=[])

    assert page.status_code == 422
    assert "Met welke andere kenmerken samen?" in page.text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_file_of_a_result_can_be_had(client, me, lang):
    client.cookies.load({"django_language": lang})
    study, _page = measured(client, me, table(elders_vrouw_oud=(100, 25)))
    run = Run.objects.get()

    for name in ("json", "csv", "svg"):
        found = client.get(reverse(f"studies:{name}", args=[study.pk, run.pk]))
        assert found.status_code == 200
        assert "elders" in found.text


# The example municipality.


def searched(rows):
    counted = tally(
        rows,
        by=["herkomst", "geslacht", "leeftijd"],
        outcome="toegekend",
        count="aanvragen",
        question=Question(effect="benefit"),
    )
    return intersections(
        counted, across="herkomst", columns=("geslacht", "leeftijd"), depth=3, also_small=False
    )


def test_the_example_finds_what_was_planted_first():
    result = searched(example.help_at_home())
    first, *others = [dict(a.of) for a in result.answers if a.code in {"less", "more"}]

    assert tuple(first.values()) == example.PLANTED
    assert all(set(each.values()) < set(example.PLANTED) for each in others)
    assert [note.code for note in result.notes if note.code in {"closed", "strata-closed"}] == []
    assert result.figure("vpc").value < 0.05


def test_without_what_was_planted_the_example_finds_nothing(monkeypatch):
    monkeypatch.setattr(example, "GRANTED_THERE", example.GRANTED)

    assert searched(example.help_at_home()).answers[0].code == "none-found"
