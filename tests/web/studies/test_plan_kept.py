"""A plan that is kept: as a file, on paper, and found back from a result that shows nothing."""

import re
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from django.urls import reverse

from tests.schemas import MEASURED
from tests.web.studies.factories import HIDING, measured
from tests.web.studies.test_methods_on_screen import TWICE
from tests.web.studies.test_methods_on_screen import measured as with_method
from tests.web.studies.test_route import main, words
from tests.web.world import logged_in
from waterpas.documents.errors import WriterMissing
from waterpas.documents.pdf import pdf_of_page
from waterpas.web.studies.plans import shown
from waterpas.web.studies.plans.asked import PLANS
from waterpas.web.studies.selectors import last_run

pytestmark = pytest.mark.django_db
ALIKE = (("Nederland", 400, 120), ("buiten Europa", 80, 27))
ASKED = {"people": "700", "share": "12,5", "rate": "30"}


@pytest.fixture
def me(client):
    return logged_in(client, "researcher")


def saved(client, name, design="audit", lang="nl", **said):
    headers = {"Accept-Language": lang}
    return client.get(reverse(f"studies:{name}", args=[design]), said, headers=headers)


@pytest.mark.parametrize("design", PLANS)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_plan_is_a_file_with_what_was_asked_and_what_came_out(client, me, design, lang):
    answer = saved(client, "plan_json", design, lang, people="3000")
    found = answer.json()

    jsonschema.validate(found, MEASURED)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="plan-{design}.json"'
    assert found["asked"]["people"] == 3000
    assert found["sentence"]


def test_the_page_of_a_plan_leads_to_its_files_with_the_same_numbers(client, me):
    page = main(saved(client, "plan", **ASKED)).replace("&amp;", "&")
    links = re.findall(r'href="([^"]*/plan\.(?:pdf|json)\?[^"]*)"', page)

    assert len(links) == 2
    for link in links:
        assert parse_qs(urlsplit(link).query) == {name: [each] for name, each in ASKED.items()}
    assert client.get(links[1]).json()["asked"]["share"] == 0.125
    assert "/plan.pdf" not in main(saved(client, "plan"))


def test_on_paper_stands_what_was_filled_in(client, me, monkeypatch):
    pages = []

    def kept(page):
        pages.append(page)
        return pdf_of_page(page)

    monkeypatch.setattr(shown, "pdf_of_page", kept)
    answer = saved(client, "plan_pdf", **ASKED, power="<b>90</b>")
    assert answer.status_code == 422  # no number: the form says so
    answer = saved(client, "plan_pdf", **ASKED)

    assert answer.content.startswith(b"%PDF")
    (page,) = pages
    assert "Wat u invulde" in page
    assert "Bij hoeveel procent van de anderen gebeurt het? <strong>30</strong>" in page
    assert "12,5" in page


def test_where_no_pdf_can_be_made_it_says_so(client, me, monkeypatch):
    def missing(_page):
        raise WriterMissing("pdf")

    monkeypatch.setattr(shown, "pdf_of_page", missing)
    answer = saved(client, "plan_pdf", **ASKED)

    assert answer.status_code == 503
    assert "Terug naar het plan" in words(answer)


@pytest.mark.parametrize("name", ["plan_json", "plan_pdf"])
def test_without_numbers_there_is_no_file_but_the_form(client, me, name):
    assert "Reken uit" in words(saved(client, name))
    assert saved(client, name, people="veel").status_code == 422
    assert saved(client, name, "onbekend", people="700").status_code == 404


def onward(client, run):
    page = main(client.get(reverse("studies:run", args=[run.study_id, run.pk])))
    found = re.findall(r'href="(/onderzoek/plannen/[^"]*)"', page.replace("&amp;", "&"))
    return found[0] if found else ""


def test_from_a_difference_that_is_not_shown_the_plan_has_its_numbers(client, me):
    link = onward(client, measured(me, ALIKE))

    assert urlsplit(link).path == reverse("studies:plan", args=["audit"])
    assert parse_qs(urlsplit(link).query) == {"people": ["480"], "share": ["16,7"], "rate": ["30"]}
    assert "Met 480 mensen, van wie 80 in de kleine groep" in words(client.get(link))


def test_where_a_difference_is_shown_nothing_leads_to_a_plan(client, me):
    assert onward(client, measured(me)) == ""


def test_of_a_hidden_group_nothing_goes_along(client, me):
    run = measured(me, HIDING)
    link = onward(client, run)
    said = parse_qs(urlsplit(link).query)

    assert said["people"] == ["1400"]  # without the 37 of the hidden group
    assert said["groups"] == ["3"]
    assert client.get(link).status_code == 200


def test_with_the_reference_hidden_its_part_does_not_go_along(client, me):
    link = onward(client, measured(me, (("klein", 30, 4), *ALIKE)))

    assert "rate" not in parse_qs(urlsplit(link).query)
    assert client.get(link).status_code == 200


def test_from_a_method_the_plan_of_that_method_is_found(client, me):
    study, _page = with_method(client, me, TWICE)
    link = onward(client, last_run(study))
    said = parse_qs(urlsplit(link).query)

    assert urlsplit(link).path == reverse("studies:plan", args=["adjusted"])
    assert said == {"people": ["9052"], "share": ["40,5"]}
    assert client.get(link).status_code == 200


def test_of_counts_with_a_small_part_no_number_goes_along(client, me):
    study, _page = with_method(client, me)  # of 25 women in one part 8 were not admitted
    link = onward(client, last_run(study))

    assert urlsplit(link).path == reverse("studies:plan", args=["adjusted"])
    assert urlsplit(link).query == ""


def test_from_the_plan_of_a_process_with_steps_a_study_begins(client, me):
    page = main(saved(client, "plan", "chain", people="3000"))

    assert f"{reverse('studies:add')}?kind=chain" in page
