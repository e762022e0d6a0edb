"""A question that needs a method: from the question in plain words to a result on the same page."""

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from django.urls import reverse

from tests.schemas import MEASURED
from tests.web.studies.factories import FORM, designed, token_of, upload
from tests.web.studies.test_flow import words
from tests.web.world import logged_in
from waterpas.explain.methods import METHODS, Ask, method_of
from waterpas.web.studies.asked import asked_of
from waterpas.web.studies.forms.asks import asks_with
from waterpas.web.studies.models import Run, Study

pytestmark = pytest.mark.django_db
# The admissions of Berkeley, 1973 (Bickel and others, 1975), with other names; and few people.
BERKELEY = {
    ("man", "A"): (512, 825), ("vrouw", "A"): (89, 108), ("man", "B"): (353, 560),
    ("vrouw", "B"): (17, 25), ("man", "C"): (120, 325), ("vrouw", "C"): (202, 593),
    ("man", "D"): (138, 417), ("vrouw", "D"): (131, 375), ("man", "E"): (53, 191),
    ("vrouw", "E"): (94, 393), ("man", "F"): (22, 373), ("vrouw", "F"): (24, 341),
}  # fmt: skip
# Twice as many: then no part of the table is small (of 25 women in B only 8 were not admitted).
TWICE = {key: (2 * cases, 2 * n) for key, (cases, n) in BERKELEY.items()}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def table(cells, *, extra=()):
    lines = ["groep;afdeling;mensen;toegelaten"]
    lines += [f"{g};{d};{n};{cases}" for (g, d), (cases, n) in cells.items()]
    return "\n".join([*lines, *extra]).encode()


def read(client, study, content):
    return upload(client, study, content, holds="aantallen")


def choose(client, study, response, **fields):
    data = {
        "carried": token_of(response),
        "holds": "aantallen",
        "sheet": "",
        "count": "2",
        "outcome": "3",
        "across": "0",
        "reference": "0:0",
        "because": "",
        "level": "0.95",
        "ask_given": ["1"],
        **fields,
    }
    return client.post(reverse("studies:read", args=[study.pk]), data, follow=True)


def measured(client, me, cells=BERKELEY, **fields):
    study = designed(me, kind="adjusted", did_before="liet", did_after="toe", effect="benefit")
    return study, choose(client, study, read(client, study, table(cells)), **fields)


def test_each_question_can_be_chosen_for_a_new_study(client, me):
    page = client.get(reverse("studies:add")).text

    for name in METHODS:
        assert method_of(name).question in page
        assert f'value="{name}"' in page
    client.post(reverse("studies:add"), {**FORM, "kind": "adjusted"})
    assert Study.objects.get().kind == "adjusted"


def test_first_stands_that_groups_are_compared_on_one_outcome(client, me):
    page = client.get(reverse("studies:add"))

    kinds = [key for key, _ in page.context["form"].fields["kind"].choices]
    assert kinds == ["", "audit", "chain", *METHODS]
    client.post(reverse("studies:add"), FORM)
    assert Study.objects.get().kind == "audit"


def test_at_which_step_is_a_question_of_its_own_and_the_same_kind_of_study(client, me):
    page = client.get(reverse("studies:add") + "?kind=chain").text
    client.post(reverse("studies:add"), {**FORM, "kind": "chain"})

    assert "Bij welke stap ontstaat het verschil?" in page
    assert re.findall(r'<option value="([^"]+)" selected', page) == ["chain"]
    assert Study.objects.get().kind == "audit"


def test_a_kind_that_is_not_there_is_refused(client, me):
    assert client.post(reverse("studies:add"), {**FORM, "kind": "x"}).status_code == 422


def test_a_link_chooses_the_question(client, me):
    page = client.get(reverse("studies:add") + "?kind=adjusted").text

    assert re.findall(r'<option value="([^"]+)" selected', page) == ["adjusted"]


def test_like_cases_are_compared_and_the_answer_is_a_sentence(client, me):
    study, page = measured(client, me, TWICE)

    assert page.redirect_chain[-1][0] == reverse("studies:result", args=[study.pk])
    said = words(page)
    assert "Het verschil blijft" not in said
    assert "Vergelijken wij gelijke gevallen (gelijk in afdeling)" in said
    assert "+18,4 per 1.000" in said
    assert "niet overal in afdeling even groot" in said
    study.refresh_from_db()
    assert study.settings == {"given": ["afdeling"]}
    assert (study.by, study.across) == (["afdeling"], "groep")
    assert Run.objects.get().parameters["settings"] == {"given": ["afdeling"]}


def test_of_a_table_with_a_small_part_only_the_main_figures_are_shown_in_tens(client, me):
    _study, page = measured(client, me)

    said = words(page)
    assert "+20 per 1.000" in said
    assert "+18,4" not in said
    assert "In de tabel zit een klein deel." in said
    assert "samengaat met de verdeling" not in said
    released = Run.objects.get().released["nl"]["result"]
    assert {
        each["value"] for f in released["figures"] for p in f["people"] for each in [p["n"]]
    } == {4530}
    assert all(p["cases"] is None for f in released["figures"] for p in f["people"])
    assert released["cells"] is None
    assert released["sources"][0]["sha256"] is None


def test_what_must_be_alike_is_asked_when_it_was_not_said(client, me):
    _study, page = measured(client, me, ask_given=[])

    assert page.status_code == 422
    assert "Wat moet gelijk zijn?" in page.text


def test_a_required_question_says_itself_what_to_choose(client, me):
    _study, page = measured(client, me, ask_given=[])
    assert page.context["form"].errors["ask_given"] == ["Kies minstens één kolom."]

    study = designed(me, kind="deciders")
    page = choose(client, study, read(client, study, table(BERKELEY)), ask_decider="")
    assert page.context["form"].errors["ask_decider"] == ["Kies een kolom."]


@pytest.mark.parametrize("kind", ["adjusted", "deciders"])
def test_the_groups_cannot_be_what_a_question_is_about(client, me, kind):
    study = designed(me, kind=kind)
    asked = {"ask_given": ["0", "1"], "ask_made_by_process": ["0"], "ask_decider": "0"}
    page = choose(client, study, read(client, study, table(BERKELEY)), **asked)

    assert page.status_code == 422
    errors = page.context["form"].errors
    assert set(errors) == {name for name in asked if name in page.context["form"].fields}
    for said in errors.values():
        assert said[0].endswith("Kies een andere.")


def test_an_option_of_a_question_is_no_column(me):
    """'2' is a number of things, and the place of the column with the outcome as well."""
    how_many = Ask(name="depth", kind="choice", label="?", help="", options=(("2", "twee"),))
    column = Ask(name="given", kind="columns", label="?", help="")
    method = replace(method_of("adjusted"), asks=(how_many, column))

    chosen = {"ask_depth": "2", "ask_given": ["1", "2"]}
    assert asks_with(method, chosen, "2") == ["ask_given"]
    assert asks_with(method, chosen, "") == []


def test_the_reason_stands_with_whom_is_compared(client, me):
    study = designed(me, kind="adjusted")
    form = read(client, study, table(BERKELEY)).context["form"]

    names = [field.name for field in form.first()]
    assert names == ["outcome", "reference", "because", "ask_given"]


@pytest.mark.parametrize(("kind", "has"), [("adjusted", False), ("deciders", True)])
def test_whom_a_method_cannot_compare_with_is_not_offered(client, me, kind, has):
    study = designed(me, kind=kind)
    page = read(client, study, table(BERKELEY))

    assert ('value="everybody"' in page.text) is has
    assert 'value="everybody-else"' in page.text
    assert 'value="largest"' in page.text


def test_the_computations_of_a_study_can_be_told_apart(client, me):
    study, _page = measured(client, me)
    page = client.get(reverse("studies:study", args=[study.pk]))
    assert "Wat moet gelijk zijn? afdeling" in words(page)
    assert "zekerheid" not in words(page)

    again = {"across": "0", "reference": "everybody-else", "level": "0.9", "ask_given": ["1"]}
    client.post(reverse("studies:again", args=[study.pk]), {**again, "because": "zo"}, follow=True)
    said = words(client.get(reverse("studies:study", args=[study.pk])))
    assert "vergeleken met iedereen die niet in de groep zit" in said
    assert "Grenzen met 90% zekerheid." in said


def test_a_comparison_tells_within_what_it_was_made(client, me):
    run = Run(parameters={"across": "groep", "by": ["wijk"], "level": 0.95})

    assert asked_of(run, "nl").lines == (("Vergeleken binnen:", "wijk"),)
    assert asked_of(run, "nl").level == ""


def test_the_outcome_cannot_be_what_must_be_alike(client, me):
    study = designed(me, kind="adjusted")
    rows = b"groep;soort;ja\n" + b"\n".join(
        f"{g};{s};{j}".encode() for g in "ab" for s in "xy" for j in ("ja", "nee") for _ in range(9)
    )
    page = upload(client, study, rows)
    page = choose(client, study, page, holds="rijen", count="", outcome="2:0", ask_given=["2"])

    assert page.status_code == 422
    assert "Dit is de kolom met de uitkomst. Kies een andere." in page.text


def test_a_group_of_few_people_is_hidden_and_the_page_says_so(client, me):
    few = {**BERKELEY, ("anders", "A"): (3, 8)}
    _study, page = measured(client, me, few)

    said = words(page)
    assert "Over groep anders tonen wij dit niet" in said
    released = json.dumps(Run.objects.get().released)
    assert '"value": 8' not in released
    assert '"sha256": "' not in released


def test_the_page_that_asks_for_a_table_says_which_one(client, me):
    study = designed(me, kind="adjusted")

    assert "Welke tabel u nodig hebt:" in client.get(reverse("studies:table", args=[study.pk])).text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_file_of_a_result_can_be_had(client, me, lang):
    client.cookies.load({"django_language": lang})
    study, _page = measured(client, me)
    run = Run.objects.get()

    found = client.get(reverse("studies:json", args=[study.pk, run.pk])).json()
    jsonschema.Draft202012Validator(MEASURED).validate(found)
    assert found["sentence"]
    csv = client.get(reverse("studies:csv", args=[study.pk, run.pk])).text
    assert "difference-like-with-like" in csv
    svg = client.get(reverse("studies:svg", args=[study.pk, run.pk])).text
    assert svg.count("<text") > 3


def test_the_same_counts_can_be_asked_again(client, me):
    study, _page = measured(client, me)
    page = client.post(
        reverse("studies:again", args=[study.pk]),
        {"across": "0", "reference": "0:1", "level": "0.95", "ask_given": ["1"]},
        follow=True,
    )

    assert page.status_code == 200
    assert study.runs.count() == 2


def test_counts_cannot_be_typed_for_a_question_that_needs_more_columns(client, me):
    study = designed(me, kind="adjusted")

    assert (
        reverse("studies:typed", args=[study.pk])
        not in client.get(reverse("studies:table", args=[study.pk])).text
    )
    page = client.get(reverse("studies:typed", args=[study.pk]))
    assert page.url == reverse("studies:table", args=[study.pk])
