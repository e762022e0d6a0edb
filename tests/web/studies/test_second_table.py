"""Two tables about the same people: colleagues see the first, members see both."""

import re

import pytest
from django.urls import reverse

from tests.web.studies.factories import counted, designed, rows_csv, token_of, upload
from tests.web.studies.test_flow import GROUND, choose
from tests.web.world import NOON, logged_in, person
from waterpas.web.findings.models import Finding
from waterpas.web.references.urns import resolve
from waterpas.web.studies import services
from waterpas.web.studies.models import Run
from waterpas.web.studies.selectors import is_open, urn_of_run

pytestmark = pytest.mark.django_db
PAGES = ("run", "csv", "json", "svg", "pdf")


def at(name, *args):
    return reverse(f"studies:{name}", args=args)


@pytest.fixture
def two(client):
    """A study with a run by group and, over the same file, one by neighbourhood."""
    study = designed(logged_in(client, "researcher"), **GROUND)
    for across in ("0", "1"):
        choose(client, study, upload(client, study, rows_csv()), across=across)
    last, first = Run.objects.all()
    return first, last


class TestColleagues:
    def test_see_the_first_and_not_the_second(self, client, two):
        first, second = two
        logged_in(client, "coordinator")

        assert is_open(first)
        assert not is_open(second)
        for name in PAGES:
            assert client.get(at(name, first.study_id, first.pk)).status_code != 403
            response = client.get(at(name, second.study_id, second.pk))
            assert response.status_code == 403
            assert "verraden wat elk van beide verbergt" in response.text

    def test_the_small_group_cannot_be_worked_out_of_what_they_see(self, client, two):
        first, _ = two
        logged_in(client, "manager")
        seen = client.get(at("result", first.study_id)).text + client.get(at("list")).text
        seen += client.get(at("study", first.study_id)).text
        table = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", seen))

        assert "herkomst" in table
        assert not re.search(r"\b(?:300|304|4) (?:rijen|mensen|aanvragers)\b", table)
        assert "Noord" not in table
        assert "Er is al een andere tabel over dezelfde mensen." in table

    def test_who_releases_finds_it_and_reads_that_it_cannot_be_opened(self, client, two):
        _, second = two
        logged_in(client, "coordinator")
        page = client.get(at("study", second.study_id))

        assert f'href="{at("run", second.study_id, second.pk)}"' in page.text
        assert f'href="{at("open", second.study_id, second.pk)}"' not in page.text
        assert "Openzetten voor collega's kan daarom niet." in page.text

    def test_do_not_release_what_they_do_not_see(self, client, two):
        _, second = two
        logged_in(client, "coordinator")
        address = at("release", second.study_id, second.pk)

        assert client.post(address, {"audience": "council"}).status_code == 403

    def test_a_finding_gets_no_figure_of_it(self, two):
        first, second = two

        assert resolve(urn_of_run(first)).brings
        assert resolve(urn_of_run(second)).brings == {
            "text": "Dit resultaat is alleen voor wie aan het onderzoek werkt."
        }

    def test_nor_in_another_study_over_the_same_file(self, client, two):
        other = designed(logged_in(client, "researcher"), **GROUND)
        choose(client, other, upload(client, other, rows_csv()), across="1")
        run = Run.objects.get(study=other)
        logged_in(client, "manager")

        assert client.get(at("run", other.pk, run.pk)).status_code == 403
        response = client.get(at("result", other.pk), follow=True)
        assert "Wat alleen ziet wie aan dit onderzoek werkt" in response.text
        assert at("run", other.pk, run.pk) not in response.text
        assert "Er is nog geen tabel." not in response.text


class TestMembers:
    def test_the_finding_of_a_closed_table_keeps_its_link(self, client, two):
        logged_in(client, "researcher")
        name = urn_of_run(two[1])
        page = client.get(reverse("findings:add"), {"study": name})
        form = page.context["form"]
        typed = {key: form.initial[key] for key in ("kind", "text", "urn", "source")}
        client.post(
            reverse("findings:add"),
            typed | {"title": "Afgewezen", "for_whom": "aanvragers", "points": ["P08"]},
        )
        evidence = Finding.objects.get().evidence.get()

        assert evidence.urn == name
        assert not re.search(r"\d", evidence.text)

    def test_see_both_and_why_colleagues_do_not(self, client, two):
        first, second = two
        client.force_login(
            first.study.members.get(), backend="django.contrib.auth.backends.ModelBackend"
        )

        assert (
            "Alleen voor wie aan dit onderzoek werkt."
            in client.get(at("run", second.study_id, second.pk)).text
        )
        assert "Alleen voor wie" not in client.get(at("run", first.study_id, first.pk)).text

    def test_are_not_led_to_a_finding_that_may_not_hold_the_figures(self, client, two):
        client.force_login(
            two[0].study.members.get(), backend="django.contrib.auth.backends.ModelBackend"
        )

        pages = [client.get(at("run", run.study_id, run.pk)).text for run in two]

        assert ['href="/bevindingen/nieuw/' in page for page in pages] == [True, False]

    def test_nobody_else_sees_the_rows_and_levels_of_an_upload(self, client):
        study = designed(logged_in(client, "researcher"), **GROUND)
        token = token_of(upload(client, study, rows_csv()))
        logged_in(client, "researcher")
        response = client.post(at("read", study.pk), {"carried": token})

        assert response.status_code == 403
        assert "300" not in response.text


def test_the_same_table_with_another_reference_is_for_colleagues_too():
    by = person("researcher")
    study = designed(by)
    stored, choice = counted(study, by)
    runs = [
        services.measure_study(study=study, tally=stored, choice=each, by=by, now=NOON)
        for each in (choice, choice.__class__("herkomst", "everybody-else"))
    ]

    assert [is_open(run) for run in runs] == [True, True]


def test_a_table_about_other_people_is_for_colleagues_too():
    by = person("researcher")
    runs = []
    for n in (400, 500):
        study = designed(by)
        stored, choice = counted(study, by, (("Nederland", 800, 80), ("buiten Europa", n, 80)))
        runs.append(
            services.measure_study(study=study, tally=stored, choice=choice, by=by, now=NOON)
        )

    assert [is_open(run) for run in runs] == [True, True]
