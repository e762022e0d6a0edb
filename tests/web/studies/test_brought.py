"""From a result to a finding: what it says comes along, and no figure stands in an address."""

import re

import pytest
from django.urls import reverse

from tests.web.studies.factories import designed, measured
from tests.web.world import NOON, logged_in, person
from waterpas.web.config.example.methods import area, duration
from waterpas.web.findings.from_link import LONGEST
from waterpas.web.findings.models import Finding
from waterpas.web.references.urns import resolve
from waterpas.web.studies import services
from waterpas.web.studies.counting import count_list
from waterpas.web.studies.models import Run
from waterpas.web.studies.rules import Choice
from waterpas.web.studies.selectors import urn_of_run

pytestmark = pytest.mark.django_db


def link_of(page: str) -> str:
    return re.search(r'href="(/bevindingen/nieuw/[^"]*)"', page)[1]


def test_the_link_names_the_result_and_nothing_else(client, duo):
    logged_in(client, "researcher")
    run = Run.objects.filter(study=duo).get()

    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    assert link == f"/bevindingen/nieuw/?study=urn%3Awaterpas%3Arun%3A{run.pk}"


def test_the_form_begins_with_the_answer_in_words(client, duo):
    logged_in(client, "researcher")
    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    page = client.get(link).text

    assert "niet alles uit de link" not in page.lower()
    assert "DUO koos 36,7 van elke 1.000 studenten" in page
    assert "6,2 keer zo vaak" in page


def test_the_title_names_both_sides_of_the_comparison(client, duo):
    """A rate of one group alone says nothing: it stands above the finding in every list."""
    logged_in(client, "researcher")
    link = link_of(client.get(reverse("studies:result", args=[duo.pk])).text)

    title = client.get(link).context["form"].initial["title"]

    assert title == (
        "DUO koos studenten met herkomst buiten Europa 6,2 keer zo vaak uit voor controle als "
        "studenten met herkomst Nederland"
    )


def test_the_finding_rests_on_that_result(client, duo):
    logged_in(client, "researcher")
    run = Run.objects.filter(study=duo).get()
    name = f"urn:waterpas:run:{run.pk}"
    typed = {"title": "x", "for_whom": "studenten", "points": ["P08"], "kind": "figure"}

    client.post(reverse("findings:add"), typed | {"text": "6,2 keer", "urn": name, "source": "DUO"})

    assert Finding.objects.get().evidence.get().urn == name


def test_a_result_that_is_not_there_brings_nothing(client, duo):
    logged_in(client, "researcher")

    page = client.get("/bevindingen/nieuw/?study=urn:waterpas:run:999").text

    assert "DUO koos" not in page


GROUPS = (
    ("Nederland", 1000, 300),
    ("Turkije", 300, 45),
    ("Duitsland", 200, 100),
    ("Polen", 100, 30),
    ("Marokko", 400, 80),
    ("Antillen", 40, 5),
)


def brings(**fields):
    run = measured(person("researcher"), GROUPS, did_before="gaf", did_after="subsidie", **fields)
    return resolve(urn_of_run(run)).brings


def test_of_a_favourable_outcome_it_is_about_who_gets_it_less_often():
    """Duitsland is better off, Polen as well off, and of Antillen nothing is shown."""
    found = brings(effect="benefit")

    assert found["for_whom"] == "herkomst: Turkije, Marokko"
    assert "herkomst Turkije 0,50 keer zo vaak" in found["title"]
    assert "Turkije" in found["text"]


def test_of_a_harmful_outcome_it_is_about_whom_it_happens_to_more_often():
    found = brings(effect="harm")

    assert found["for_whom"] == "herkomst: Duitsland"
    assert "herkomst Duitsland 1,67 keer zo vaak" in found["title"]


def test_of_an_outcome_that_is_neither_nobody_is_called_worse_off():
    assert brings(effect="neither")["for_whom"] == ""


def test_where_nobody_is_worse_off_no_title_says_so():
    rows = (("Nederland", 1000, 300), ("Duitsland", 200, 100))
    run = measured(person("researcher"), rows, effect="benefit")
    found = resolve(urn_of_run(run)).brings

    assert (found["title"], found["for_whom"]) == ("", "")
    assert "Duitsland" in found["text"]


# Per group and part how many got it, and out of how many: x gets it less often, z more often.
ALIKE = {
    ("nl", "a"): (400, 1000), ("nl", "b"): (600, 1000), ("x", "a"): (200, 1000),
    ("x", "b"): (400, 1000), ("z", "a"): (600, 1000), ("z", "b"): (800, 1000),
}  # fmt: skip
SIMPSON = {
    ("nl", "a"): (800, 1000), ("nl", "b"): (20, 100), ("x", "a"): (80, 100), ("x", "b"): (200, 1000)
}  # fmt: skip


def of_a_method(cells, *, effect="benefit"):
    by = person("researcher")
    study = designed(by, kind="adjusted", did_before="gaf", did_after="subsidie", effect=effect)
    rows = [{"groep": g, "wijk": w, "n": n, "ja": ja} for (g, w), (ja, n) in cells.items()]
    settings = {"given": ("wijk",)}
    choice = Choice("groep", "level", "nl", "zo", by=("wijk",), kind="adjusted", settings=settings)
    counts = count_list(rows, study.design, choice, name="x", text="x", outcome="ja", count="n")
    stored = services.store_tally(
        study=study, tally=counts, choice=choice, part="", by=by, now=NOON
    )
    run = services.measure_study(study=study, tally=stored, choice=choice, by=by, now=NOON)
    return resolve(urn_of_run(run)).brings


@pytest.mark.parametrize(
    ("effect", "for_whom", "way"),
    [("benefit", "groep: x", "minder vaak"), ("harm", "groep: z", "vaker")],
)
def test_of_a_method_it_is_about_who_is_worse_off(effect, for_whom, way):
    found = of_a_method(ALIKE, effect=effect)

    assert found["for_whom"] == for_whom
    assert f"met {for_whom.replace(':', '')} {way} subsidie" in found["title"]
    assert "200 " in found["title"]
    assert not found["title"].endswith(".")
    assert found["text"].startswith("Bij gelijke gevallen")


def test_of_a_method_without_better_or_worse_the_first_answer_is_the_title():
    found = of_a_method(ALIKE, effect="neither")

    assert found["for_whom"] == ""
    assert found["text"].startswith(found["title"] + ".")
    assert found["title"]


@pytest.mark.parametrize("effect", ["benefit", "harm", "neither"])
def test_a_difference_that_is_gone_among_like_cases_is_no_title(effect):
    found = of_a_method(SIMPSON, effect=effect)

    assert "geen verschil meer aangetoond" in found["text"]
    assert (found["title"], found["for_whom"]) == ("", "")


def of_an_example(example):
    """What the result of an example brings to a finding, as the form takes it over."""
    by, designed_as = person("researcher"), example.DESIGNED
    study = designed(by, **designed_as.design)
    choice = Choice(**{**designed_as.choice, "because": "zo"})
    counts = count_list(
        designed_as.rows, study.design, choice, name="x", text="x", **designed_as.counted
    )
    stored = services.store_tally(
        study=study, tally=counts, choice=choice, part="", by=by, now=NOON
    )
    run = services.measure_study(study=study, tally=stored, choice=choice, by=by, now=NOON)
    return resolve(urn_of_run(run)).brings


def test_what_is_too_long_for_a_finding_comes_along_as_far_as_it_fits():
    found = of_an_example(duration)

    assert 1000 < len(found["text"]) <= LONGEST
    assert found["text"].startswith(found["title"])
    assert found["text"].endswith(".")


def test_of_neighbourhoods_the_answer_is_the_title_and_not_what_a_percentage_is():
    found = of_an_example(area)

    assert found["text"].startswith("Een percentage zegt welk deel van een buurt")
    assert found["title"] == (
        "Of dit bij inwoners met herkomst buiten Europa vaker gebeurt dan bij anderen, is zo niet "
        "te zeggen"
    )
