from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from tests.web.studies.factories import DESIGN, counted, designed, measured
from tests.web.world import NOON, person
from waterpas.disclosure.kept import keep, kept
from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType
from waterpas.web.references.urns import resolve
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.studies import selectors, services
from waterpas.web.studies.counting import measured as measure
from waterpas.web.studies.models import Run, State, Study, StudyMember, StudyTally
from waterpas.web.studies.rules import Measured, changed, fingerprint, is_current, people_of
from waterpas.web.studies.services.measuring import TallyDestroyed

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return person("researcher")


class TestDesigning:
    def test_whoever_designs_works_on_it(self, by):
        study = designed(by)

        assert list(study.members.all()) == [by]
        assert study.design == DESIGN
        assert Event.objects.get().type == EventType.STUDY_DESIGNED

    def test_changing_says_which_fields_and_counts_the_version(self, by):
        study = designed(by)
        design = study.design.__class__(**{**vars_of(study), "unit": "clubs"})
        changed_one = services.change_study(
            study=study, design=design, item=None, version=1, by=by, now=NOON
        )

        assert (changed_one.unit, changed_one.version) == ("clubs", 2)
        assert Event.objects.last().fields == ["unit"]

    def test_two_people_at_once_the_second_sees_what_the_first_did(self, by):
        study = designed(by)
        first = study.design.__class__(**{**vars_of(study), "unit": "clubs"})
        services.change_study(study=study, design=first, item=None, version=1, by=by, now=NOON)
        second = study.design.__class__(**{**vars_of(study), "unit": "leden"})
        with pytest.raises(ChangedMeanwhile) as caught:
            services.change_study(study=study, design=second, item=None, version=1, by=by, now=NOON)

        assert caught.value.theirs == {"unit": "clubs"}

    def test_a_withdrawn_study_changes_no_more(self, by):
        study = services.withdraw_study(study=designed(by), because="stop", by=by, now=NOON)

        assert study.is_withdrawn
        with pytest.raises(services.StudyWithdrawn):
            services.state_ground(study=study, ground="x", decision="y", by=by, now=NOON)

    def test_somebody_always_stays(self, by):
        study, other = designed(by), person("researcher")
        services.add_member(study=study, person=other, by=by, now=NOON)
        services.remove_member(study=study, person=by, by=by, now=NOON)
        with pytest.raises(services.LastMember):
            services.remove_member(study=study, person=other, by=by, now=NOON)

        assert list(study.members.all()) == [other]


def vars_of(study) -> dict[str, object]:
    return {name: getattr(study.design, name) for name in study.design.__dataclass_fields__}


class TestTally:
    def test_is_sealed_and_has_a_day_of_destruction(self, by):
        study = designed(by)
        stored, _choice = counted(study, by)

        assert b"Nederland" not in bytes(stored.sealed)
        assert selectors.opened(stored).levels("herkomst") == ("buiten Europa", "Nederland")
        assert stored.destroy_on == (NOON + timedelta(days=365)).date()

    def test_what_is_compared_is_fixed_before_the_result(self, by):
        study = designed(by)
        counted(study, by)
        study.refresh_from_db()

        assert (study.state, study.family) == (State.COUNTED, 1)
        assert (study.reference_kind, study.reference_level) == ("level", "Nederland")
        assert not Run.objects.exists()

    def test_the_same_counts_are_stored_once(self, by):
        study = designed(by)

        assert counted(study, by)[0] == counted(study, by)[0]

    def test_destroyed_the_counts_are_gone_and_the_result_stays(self, by):
        run = measured(by)
        services.destroy_tally(tally=run.tally, by=by, now=NOON)
        gone = StudyTally.objects.get()

        assert bytes(gone.sealed) == b""
        assert selectors.live_tally(run.study) is None
        assert selectors.released_result(Run.objects.get(), "nl").result.groups
        with pytest.raises(TallyDestroyed):
            services.measure_study(study=run.study, tally=gone, choice=choice(), by=by, now=NOON)

    def test_whose_day_has_come_are_destroyed_by_the_server(self, by):
        run = measured(by)

        assert services.destroy_due_tallies(NOON + timedelta(days=364)) == 0
        assert services.destroy_due_tallies(NOON + timedelta(days=366)) == 1
        run.tally.refresh_from_db()
        assert run.tally.destroyed_by == "server"

    def test_there_is_a_command_for_that(self, by, capsys):
        measured(by)
        call_command("destroy_due_tallies")

        assert capsys.readouterr().out.strip() in {"0", "1"}

    def test_the_database_keeps_counts_or_who_destroyed_them(self, by):
        run = measured(by)
        with pytest.raises(IntegrityError), transaction.atomic():
            StudyTally.objects.filter(pk=run.tally_id).update(sealed=b"")


def choice():
    from waterpas.web.studies.rules import Choice

    return Choice("herkomst", "level", "Nederland")


class TestMeasuring:
    def test_the_run_holds_what_was_shown_and_reads_back_the_same(self, by):
        run = measured(by)
        run.refresh_from_db()
        shown = measure(selectors.opened(run.tally), choice(), because="de grootste")

        assert selectors.released_result(run, "nl") == shown
        assert selectors.released_result(run, "en") == shown

    def test_small_cells_are_not_in_the_run(self, by):
        rows = (("Nederland", 800, 80), ("buiten Europa", 400, 80), ("Europa", 37, 3))
        run = measured(by, rows)
        small = next(
            each
            for each in run.released["nl"]["result"]["groups"]
            if each["group"]["herkomst"] == "Europa"
        )

        assert small["n"]["value"] is None
        assert small["suppressed"] == {"reason": "small-group"}
        assert "37" not in str(small)

    def test_a_result_that_is_kept_is_the_same_when_read(self, duo):
        import json

        shown = selectors.released_result(selectors.last_run(duo), "en")

        assert kept(json.loads(json.dumps(keep(shown)))) == shown
        assert "standard" in shown.result.reference.reason


@pytest.mark.parametrize(
    "change",
    [
        {"level": 1.0},
        {"level": 0.0},
        {"question": ""},
        {"purpose": "assessing-staff"},
        {"privacy_officer": "answered", "privacy_officer_words": ""},
        {"ground": "AVG"},
        {"state": "measured"},
        {"withdrawn_because": "x"},
    ],
)
def test_the_database_refuses_what_cannot_be(by, change):
    study = designed(by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Study.objects.filter(pk=study.pk).update(**change)


def test_somebody_is_a_member_once(by):
    study = designed(by)
    with pytest.raises(IntegrityError), transaction.atomic():
        StudyMember.objects.create(study=study, person=by, added_at=NOON, added_by="x")


def test_a_name_leads_to_the_study_and_then_to_its_result(by):
    study = designed(by)
    name = selectors.urn_of(study)
    assert resolve(name).url.endswith(f"/onderzoek/{study.pk}/")

    run = measured(by)
    assert resolve(selectors.urn_of(run.study)).url.endswith("/resultaat/")
    assert resolve("urn:waterpas:study:x") is None
    assert resolve("urn:waterpas:study:0") is None


def test_names_of_things_are_readable(by):
    run = measured(by)

    assert str(run.study) == "Sportsubsidie"
    assert str(run).startswith(f"{run.study_id} ")
    assert str(run.tally) == f"{run.study_id} aantallen, ingetypt"
    assert str(StudyMember.objects.get()) == f"{run.study_id} {by.pk}"


def test_a_run_is_current_only_with_the_same_counts_version_and_settings():
    wanted = Measured("a", "1", {"level": 0.95})

    assert is_current(Measured("a", "1", {"level": 0.95}), wanted=wanted)
    assert not is_current(None, wanted=wanted)
    assert not is_current(Measured("b", "1", {"level": 0.95}), wanted=wanted)
    assert not is_current(Measured("a", "2", {"level": 0.95}), wanted=wanted)
    assert not is_current(Measured("a", "1", {"level": 0.9}), wanted=wanted)


def test_people_are_marked_by_their_source_and_by_what_they_are():
    one = people_of(source_sha256="ab", part="Blad 1", about="DUO", unit="studenten", people=[3, 4])
    other = people_of(source_sha256="", part="", about="duo", unit="Studenten", people=[7, None])

    assert one.split()[1] == other
    assert len(one.split()) == 2


def test_what_changed_is_named():
    assert changed({"a": 1, "b": 2}, {"a": 1, "b": 3}) == ["b"]
    assert len(fingerprint("x")) == 64
