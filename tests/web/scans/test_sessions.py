"""A session for a scan: what is agreed, what is stored, the screens and the end."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.scans.factories import answer, form, scan
from tests.web.scans.together import agreed, comment, session
from tests.web.world import NOON, logged_in, person, position
from waterpas.web.audit_trail.models import Event
from waterpas.web.scans import services, sessions
from waterpas.web.scans.models import Answer, Session
from waterpas.web.scans.services_sessions import NothingChosen, NotInSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(client):
    return logged_in(client, "policy-adviser")


def at(held: Session, name: str = "session", *args) -> str:
    return reverse(f"scans:{name}", args=[held.scan_id, held.pk, *args])


def ids(items) -> list[str]:
    return [one.id for one in items]


def begin(client, made, **more):
    return client.post(reverse("scans:session_begin", args=[made.pk]), agreed(**more))


class TestBeginning:
    def test_says_what_is_agreed_beforehand(self, client, by):
        page = client.get(reverse("scans:session_begin", args=[scan().pk])).text

        assert "Niemand hoeft te vertellen over eigen ervaringen." in page
        assert "Niemand hoeft te spreken namens een groep." in page
        assert "Iedereen mag een vraag overslaan, en mag weggaan." in page
        assert "4 tot 7 werkt het best." in page

    def test_names_the_function_of_the_confidential_adviser(self, client, by):
        somebody = person("confidential-adviser", name="F. el Idrissi")
        position("Vertrouwenspersoon", somebody)

        page = client.get(reverse("scans:session_begin", args=[scan().pk])).text

        assert "<strong>Vertrouwenspersoon</strong>" in page
        assert "el Idrissi" not in page

    @pytest.mark.parametrize("gone", ["nobody", "left"])
    def test_says_how_to_find_one_when_there_is_none(self, client, by, gone):
        if gone == "left":
            somebody = person("confidential-adviser")
            position("Vertrouwenspersoon", somebody)
            type(somebody).objects.filter(pk=somebody.pk).update(is_active=False)

        page = client.get(reverse("scans:session_begin", args=[scan().pk])).text

        assert "Vraag Personeel en Organisatie wie de vertrouwenspersoon" in page
        assert "<strong>Vertrouwenspersoon</strong>" not in page

    def test_is_about_what_is_open_unless_somebody_chooses(self, client, by):
        made = scan()
        answer(made, "W01")

        chosen = client.get(reverse("scans:session_begin", args=[made.pk])).context["form"]

        assert "W01" not in chosen["criteria"].value()
        assert {"W02", "N09"} <= set(chosen["criteria"].value())

    def test_keeps_number_and_day_and_no_names(self, client, by):
        response = begin(client, scan())
        held = Session.objects.get()

        assert response.url == at(held)
        assert (held.number, held.held_on.isoformat(), held.criteria) == (
            5,
            "2027-03-21",
            ["W01", "N03"],
        )
        assert Event.objects.filter(type="session.begun").count() == 1

    def test_warns_before_the_name_of_a_note_taker_is_saved(self, client, by):
        made = scan()

        warned = begin(client, made, notes_by="mevrouw Jansen")

        assert warned.status_code == 422
        assert "“mevrouw Jansen” lijkt op een naam" in warned.text
        assert begin(client, made, notes_by="mevrouw Jansen", checked="on").status_code == 302

    @pytest.mark.parametrize(
        "wrong",
        [{"number": "0"}, {"criteria": []}, {"criteria": ["W10"]}, {"notes_by": ""}],
        ids=str,
    )
    def test_refuses_what_cannot_be(self, client, by, wrong):
        assert begin(client, scan(), **wrong).status_code == 422

    @pytest.mark.parametrize("criteria", [[], ["W10"], ["W01", "X99"]])
    def test_is_refused_below_the_form_too(self, criteria):
        with pytest.raises(NothingChosen):
            session(criteria=criteria)


class TestTheScreens:
    def test_hold_every_criterion_of_today_and_no_other(self, client, by):
        held = session()

        page = client.get(at(held))

        assert ids(page.context["screens"]) == ["W01", "W06", "N02", "N03"]
        assert 'id="W02"' not in page.text
        assert page.text.count("Vragen die helpen") == 4

    def test_can_be_read_by_who_may_not_answer(self, client):
        logged_in(client, "manager")

        page = client.get(at(session())).text

        assert "Vragen die helpen" in page
        assert "Bewaren en verder" not in page

    def test_allow_our_own_script_and_nothing_else(self, client, by):
        held = session()

        policy = client.get(at(held)).headers["Content-Security-Policy"]

        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        other = client.get(reverse("scans:detail", args=[held.scan_id]))
        assert "script-src" not in other.headers["Content-Security-Policy"]

    def test_say_who_saved_last_and_when(self, client, by):
        held = session()
        client.post(at(held, "session_answer", "W01"), form())

        assert f"Laatst bewaard door {by.name}" in client.get(at(held)).text
        alone = client.get(reverse("scans:answer", args=[held.scan_id, "W01"])).text
        assert f"Laatst bewaard door {by.name}" in alone

    def test_name_open_remarks(self, client, by):
        held = session()
        comment(held.scan)

        assert "1 open opmerking" in client.get(at(held)).text

    def test_a_criterion_that_no_longer_applies_is_left_out(self, client, by):
        held = session(criteria=["W01", "W09"])
        type(held.scan).objects.update(with_conditions="no")

        assert ids(client.get(at(held)).context["screens"]) == ["W01"]

    def test_belong_to_their_own_scan(self, client, by):
        held = session()
        path = reverse("scans:session", args=[scan().pk, held.pk])

        assert client.get(path).status_code == 404


class TestAnswering:
    def test_leads_to_the_next_screen_and_from_the_last_to_the_end(self, client, by):
        held = session()

        first = client.post(at(held, "session_answer", "W01"), form())
        last = client.post(at(held, "session_answer", "N03"), form(value="no"))

        assert first.url == f"{at(held)}#W06"
        assert last.url == f"{at(held)}#einde"

    def test_an_answer_with_a_fault_keeps_what_was_typed(self, client, by):
        response = client.post(at(session(), "session_answer", "W01"), form(reason=""))

        assert response.status_code == 422
        assert response.text.count("Daar was nog geen tijd voor.") == 1
        assert 'id="W01_reason_error"' in response.text

    def test_two_people_see_each_others_change(self, client, by):
        held = session()
        answer(held.scan, "W01", reason="Van een collega.")

        response = client.post(at(held, "session_answer", "W01"), form(reason="Van de sessie."))

        assert response.status_code == 409
        assert "Iemand anders heeft dit intussen veranderd" in response.text
        assert "Van een collega." in response.text
        assert "Van de sessie." in response.text
        assert Answer.objects.get().reason == "Van een collega."

    def test_a_script_hears_where_it_leads_and_stays(self, client, by):
        held = session()

        response = client.post(
            at(held, "session_answer", "W01"), form(), headers={"X-Waterpas-Stays": "1"}
        )

        assert (response.status_code, response.headers["X-Waterpas-Where"]) == (
            204,
            f"{at(held)}#W06",
        )

    def test_is_over_when_the_scan_went_on_to_the_next_stage(self, client, by):
        held = session()
        type(held.scan).objects.update(stage="achteraf")

        sent = form(reason="Dit typte ik al.")
        response = client.post(at(held, "session_answer", "W01"), sent)

        assert "De toets is intussen een stap verder." in response.text
        assert "Dit typte ik al." in response.text
        assert not Answer.objects.exists()
        assert "Bewaren en verder" not in client.get(at(held)).text

    @pytest.mark.parametrize("criterion", ["W02", "W10", "X"])
    def test_is_only_about_the_criteria_of_the_session(self, client, by, criterion):
        assert client.get(at(session(), "session_answer", criterion)).status_code == 404


class TestParking:
    def park(self, client, held, criterion="W01", parked="yes"):
        return client.post(at(held, "session_park", criterion), {"parked": parked})

    def test_leads_on_so_that_nobody_gets_stuck(self, client, by):
        held = session()

        assert self.park(client, held).url == f"{at(held)}#W06"
        assert self.park(client, held, parked="no").url == f"{at(held)}#W01"
        assert Event.objects.filter(type__startswith="session.").count() == 3

    def test_twice_is_once(self, client, by):
        held = session()
        self.park(client, held)
        self.park(client, held)

        held.refresh_from_db()
        assert held.parked == ["W01"]
        assert Event.objects.filter(type="session.parked").count() == 1

    def test_is_over_when_the_criterion_is_answered(self, client, by):
        held = session()
        self.park(client, held)

        client.post(at(held, "session_answer", "W01"), form())

        held.refresh_from_db()
        assert held.parked == []

    def test_is_only_about_the_criteria_of_the_session(self):
        with pytest.raises(NotInSession):
            services.park_criterion(
                session=session(), criterion="W02", parked=True, by=person(), now=NOON
            )


class TestTheEnd:
    def test_says_what_was_answered_parked_and_not_reached(self, client, by):
        now = timezone.now()
        held = session(now=now, held_on=timezone.localdate(now))
        answer(held.scan, "W01", now=now)
        services.park_criterion(session=held, criterion="W06", parked=True, by=by, now=now)

        outcome = sessions.outcome(sessions.sessions().get())

        assert (ids(outcome.answered), ids(outcome.parked), ids(outcome.untouched)) == (
            ["W01"],
            ["W06"],
            ["N02", "N03"],
        )
        assert "Dank u wel" in client.get(at(held)).text

    def test_counts_nothing_of_another_day(self):
        made = scan()
        answer(made, "W01", now=NOON - timedelta(hours=1))
        held = session(made)
        answer(made, "W06", now=NOON + timedelta(days=1))
        answer(made, "N03", value="no", now=NOON + timedelta(hours=1))

        assert ids(sessions.outcome(held).answered) == ["N03"]


def test_the_page_of_the_scan_names_its_sessions(client, by):
    held = session()

    page = client.get(reverse("scans:detail", args=[held.scan_id])).text

    assert "Sessie van 21 maart 2027" in page
    assert "5 mensen · 4 criteria" in page


def test_logging_out_asks_the_browser_to_throw_its_copies_away(client, by):
    response = client.post(reverse("people:log_out"))

    assert response.headers["Clear-Site-Data"] == '"cache"'
