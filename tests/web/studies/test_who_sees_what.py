"""Members see the counts, colleagues the result without small groups, the council less."""

import pytest
from django.urls import reverse

from tests.web.studies.factories import counted, designed, measured
from tests.web.world import NOON, logged_in, person
from waterpas.web.releases import services as releases
from waterpas.web.releases.models import Release
from waterpas.web.studies import services
from waterpas.web.studies.models import Study, StudyMember

pytestmark = pytest.mark.django_db
ROWS = (("Nederland", 800, 80), ("buiten Europa", 400, 80), ("Europa", 37, 3))


def at(name, *args):
    return reverse(f"studies:{name}", args=args)


class TestMembers:
    def test_a_member_sees_every_cell_with_a_warning(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)
        text = client.get(at("tally", run.study_id)).text

        assert "Dit zijn persoonsgegevens." in text
        assert "<td>37</td>" in text
        assert "21 maart 2028" in text or "20 maart 2028" in text

    def test_another_researcher_sees_the_result_and_not_the_counts(self, client):
        run = measured(person("researcher"), ROWS)
        logged_in(client, "researcher")

        response = client.get(at("tally", run.study_id))
        assert response.status_code == 403
        assert "voor wie aan het onderzoek werkt" in response.text
        shown = client.get(at("result", run.study_id)).text
        assert "2,0" in shown
        assert "37" not in shown.split("Alle cijfers")[1].split("</table>")[0]

    @pytest.mark.parametrize(
        "name", ["change", "withdraw", "table", "typed", "read", "ground", "point", "again"]
    )
    def test_who_is_no_member_changes_nothing(self, client, name):
        study = designed(person("researcher"))
        logged_in(client, "coordinator")

        assert client.get(at(name, study.pk)).status_code == 403
        assert client.post(at(name, study.pk)).status_code == 403

    def test_a_member_adds_another_who_then_sees_the_counts(self, client):
        me, other = logged_in(client, "researcher"), person("researcher", name="S. Nieuw")
        run = measured(me, ROWS)
        client.post(at("members", run.study_id), {"person": other.pk})

        assert list(run.study.members.order_by("pk")) == [me, other]
        client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
        assert client.get(at("tally", run.study_id)).status_code == 200

    def test_who_may_not_do_studies_cannot_be_added(self, client):
        study = designed(logged_in(client, "researcher"))
        response = client.post(at("members", study.pk), {"person": person("manager").pk})

        assert response.status_code == 422
        assert StudyMember.objects.count() == 1

    def test_a_coordinator_can_add_somebody_when_the_members_are_gone(self, client):
        study, me = designed(person("researcher")), logged_in(client, "coordinator")
        client.post(at("members", study.pk), {"person": me.pk})

        assert study.members.filter(pk=me.pk).exists()

    def test_the_last_member_stays(self, client):
        me = logged_in(client, "researcher")
        study = designed(me)
        response = client.post(at("member_remove", study.pk, me.pk), follow=True)

        assert "Er moet iemand overblijven" in response.text

    def test_who_goes_is_led_to_the_page_of_the_study(self, client):
        me, other = logged_in(client, "researcher"), person("researcher")
        study = designed(me)
        services.add_member(study=study, person=other, by=me, now=NOON)
        response = client.post(at("member_remove", study.pk, me.pk), follow=True)

        assert response.status_code == 200
        assert list(study.members.all()) == [other]


class TestDestroying:
    def test_the_result_stays_and_choosing_again_does_not(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)
        client.post(at("tally_destroy", run.study_id))

        assert "keer zo vaak" in client.get(at("result", run.study_id)).text
        assert "Er is geen telling" in client.get(at("again", run.study_id)).text
        assert "is vernietigd" in client.get(at("tally", run.study_id)).text

    def test_a_tally_that_never_was_says_so(self, client):
        study = designed(logged_in(client, "researcher"))

        assert "nog geen telling" in client.get(at("tally", study.pk)).text


class TestAgain:
    def test_another_reference_on_the_same_counts_is_a_run_of_its_own(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)
        data = {"across": "0", "reference": "everybody-else", "level": "0.95", "because": ""}
        response = client.post(at("again", run.study_id), data, follow=True)

        assert response.status_code == 200
        assert run.study.runs.count() == 2
        earlier = client.get(at("run", run.study_id, run.pk)).text
        assert "Dit is een eerdere berekening." in earlier

    def test_what_cannot_be_chosen_is_asked_again(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)

        assert client.post(at("again", run.study_id), {"across": "9"}).status_code == 422


class TestDesignPages:
    def test_two_people_at_once_nothing_typed_is_lost(self, client):
        me = logged_in(client, "researcher")
        study = designed(me)
        data = {
            "question": "Wie krijgt er geld?",
            "purpose": "service",
            "organisation": "de gemeente",
            "effect": "harm",
            "row": "person",
            "route": "cbs-table",
            "privacy_officer": "asked",
            "works_council": "asked",
            "version": "1",
        }
        Study.objects.filter(pk=study.pk).update(question="Anders gevraagd?", version=2)
        response = client.post(at("change", study.pk), data)

        assert response.status_code == 409
        assert "Wie krijgt er geld?" in response.text
        assert "Nu staat er: Anders gevraagd?" in response.text
        assert 'name="version" value="2"' in response.text
        client.post(at("change", study.pk), {**data, "version": "2"})
        study.refresh_from_db()
        assert study.question == "Wie krijgt er geld?"

    def test_the_form_holds_what_is_there(self, client):
        study = designed(logged_in(client, "researcher"))

        assert 'value="Wie krijgt een sportsubsidie?"' in client.get(at("change", study.pk)).text

    def test_withdrawn_with_a_reason_it_can_be_read_and_not_changed(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)
        client.post(at("withdraw", run.study_id), {"because": "De bron klopte niet."})

        assert "De bron klopte niet." in client.get(at("study", run.study_id)).text
        assert "De bron klopte niet." in client.get(at("result", run.study_id)).text
        response = client.get(at("table", run.study_id), follow=True)
        assert "Het verandert niet meer" in response.text

    def test_without_a_result_the_address_of_the_result_leads_to_the_study(self, client):
        study = designed(logged_in(client, "researcher"))

        assert client.get(at("result", study.pk)).url == at("study", study.pk)

    def test_everybody_who_may_read_sees_the_list(self, client):
        designed(person("researcher"))
        logged_in(client, "manager")
        text = client.get(at("list")).text

        assert "Sportsubsidie" in text
        assert "Nieuw onderzoek" not in text


class TestReleasing:
    def test_a_coordinator_releases_what_is_on_the_screen_to_the_council(self, client):
        run = measured(person("researcher"), ROWS)
        logged_in(client, "coordinator")
        client.post(at("release", run.study_id, run.pk), {"audience": "council"})
        release = Release.objects.get()

        assert release.result["nl"]["audience"] == "council"
        run.refresh_from_db()
        assert release.result["nl"]["result"] == run.released["nl"]["result"]
        groups = release.result["nl"]["result"]["groups"]
        assert [g["n"]["value"] for g in groups if g["group"]["herkomst"] == "Europa"] == [None]

        logged_in(client, "council-reader")
        assert "Sportsubsidie" in client.get(at("released")).text
        text = client.get(at("released_result", release.pk)).text
        assert "keer zo vaak" in text
        assert "niet getoond" in text

    @pytest.mark.parametrize("name", ["list", "study", "result"])
    def test_the_council_sees_nothing_else(self, client, name):
        run = measured(person("researcher"), ROWS)
        logged_in(client, "council-reader")
        args = [] if name == "list" else [run.study_id]

        assert client.get(at(name, *args)).status_code == 403
        assert "Sportsubsidie" not in client.get(at("released")).text

    def test_withdrawn_the_council_no_longer_sees_it(self, client):
        run = measured(person("researcher"), ROWS)
        by = logged_in(client, "coordinator")
        release = services.release_study(run=run, audience="council", by=by, now=NOON)
        client.post(at("release_withdraw", release.pk), {"because": "Fout in de bron."})

        assert "Fout in de bron." in client.get(at("study", run.study_id)).text
        with pytest.raises(releases.AlreadyWithdrawn):
            releases.withdraw_release(release=release, because="x", by=by, now=NOON)
        client.post(at("release_withdraw", release.pk), {"because": "Nog eens."})
        release.refresh_from_db()
        assert release.withdrawn_because == "Fout in de bron."
        logged_in(client, "council-reader")
        assert client.get(at("released_result", release.pk)).status_code == 404

    def test_nobody_is_chosen_beforehand(self, client):
        """One Enter on the button does not bring a result out."""
        run = measured(person("researcher"), ROWS)
        logged_in(client, "coordinator")
        page = client.get(at("release", run.study_id, run.pk))
        response = client.post(at("release", run.study_id, run.pk), {"once": "1"})

        assert "checked" not in page.text
        assert response.status_code == 422
        assert "Kies wie dit resultaat mag zien." in response.text
        assert not Release.objects.exists()

    def test_a_second_table_over_the_same_people_stays_inside(self, client):
        by = logged_in(client, "coordinator")
        services.release_study(run=measured(by, ROWS), audience="council", by=by, now=NOON)
        rows = (("Nederland", 800, 80), ("buiten Europa", 437, 83))
        second = measured(by, rows)
        response = client.post(at("release", second.study_id, second.pk), {"audience": "public"})

        assert response.status_code == 422
        assert "Dit resultaat blijft binnen de gemeente." in response.text
        assert Release.objects.count() == 1

    def test_the_same_table_may_go_to_a_wider_circle(self):
        by = person("coordinator")
        run = measured(by, ROWS)
        services.release_study(run=run, audience="council", by=by, now=NOON)
        services.release_study(run=run, audience="public", by=by, now=NOON)

        assert Release.objects.count() == 2

    def test_other_columns_of_the_same_people_may_go_out_when_nothing_is_hidden(self):
        by = person("coordinator")
        run = measured(by)
        first = services.release_study(run=run, audience="council", by=by, now=NOON)
        release = releases.release_result(
            subject="urn:waterpas:study:0",
            audience="council",
            released=first.result | {"nl": {**first.result["nl"], "result": {"groups": []}}},
            people=first.people,
            columns=["wijk"],
            version="1",
            by=by,
            now=NOON,
        )

        assert release.pk

    def test_other_columns_stay_inside_when_one_of_the_two_hides_a_group(self):
        by = person("coordinator")
        first = services.release_study(run=measured(by, ROWS), audience="council", by=by, now=NOON)
        whole = {"nl": {**first.result["nl"], "result": {"groups": []}, "hidden": 0}}
        with pytest.raises(releases.SecondTable):
            releases.release_result(
                subject="urn:waterpas:study:0",
                audience="council",
                released=whole,
                people=first.people,
                columns=["wijk"],
                version="1",
                by=by,
                now=NOON,
            )

    def test_a_released_table_stands_in_the_way_also_when_it_was_withdrawn(self):
        by = person("coordinator")
        first = services.release_study(run=measured(by, ROWS), audience="council", by=by, now=NOON)
        releases.withdraw_release(release=first, because="x", by=by, now=NOON)
        rows = (("Nederland", 800, 80), ("buiten Europa", 437, 83))
        with pytest.raises(services.StandsBeside):
            services.release_study(run=measured(by, rows), audience="council", by=by, now=NOON)

    def test_nobody_but_who_may_release_does(self, client):
        run = measured(logged_in(client, "researcher"), ROWS)

        assert client.get(at("release", run.study_id, run.pk)).status_code == 403

    def test_a_study_that_is_counted_and_not_measured_has_no_result(self, client):
        me = logged_in(client, "researcher")
        study = designed(me)
        counted(study, me)

        assert client.get(at("study", study.pk)).status_code == 200
