from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from tests.web.conftest import NOON
from waterpas.version import __version__
from waterpas.web.audit_trail.models import Event
from waterpas.web.studies import services
from waterpas.web.studies.examples import EXAMPLES, tally_of
from waterpas.web.studies.models import Run, Study
from waterpas.web.studies.rules import Measured, fingerprint, is_current

pytestmark = pytest.mark.django_db
DUO = EXAMPLES[0]


def store(example=DUO):
    return services.store_example(example=example, by="test", now=NOON)


class TestStoreStudy:
    def test_keeps_the_question_the_counts_and_writes_one_audit_line(self):
        study = services.store_study(design=DUO, tally=tally_of(DUO), by="test", now=NOON)

        assert (study.stored_by, study.stored_at) == ("test", NOON)
        assert study.question("nl") == "Wie wordt gekozen voor controle?"
        event = Event.objects.get()
        assert (event.type, event.actor, event.at) == (Event.Type.STUDY_STORED, "test", NOON)
        assert event.subject_id == str(study.pk)

    def test_leaves_nothing_when_it_fails_halfway(self, monkeypatch):
        def fail(*_, **__):
            raise RuntimeError

        monkeypatch.setattr("waterpas.web.audit_trail.services.record", fail)
        with pytest.raises(RuntimeError):
            services.store_study(design=DUO, tally=tally_of(DUO), by="test", now=NOON)

        assert not Study.objects.exists()
        assert not Event.objects.exists()


class TestMeasureStudy:
    def test_puts_the_run_on_record_with_one_audit_line(self):
        study = services.store_study(design=DUO, tally=tally_of(DUO), by="test", now=NOON)
        Event.objects.all().delete()

        run = services.measure_study(study=study, by="test", now=NOON)

        assert run.family == 6
        assert run.version == __version__
        assert run.parameters["reference"] == "NL"
        assert run.parameters["minimum"] == 10
        assert run.tally_sha256 == fingerprint(study.tally)
        assert (run.computed_by, run.computed_at) == ("test", NOON)
        assert Event.objects.get().type == Event.Type.STUDY_MEASURED

    def test_leaves_nothing_when_it_fails_halfway(self, monkeypatch):
        study = services.store_study(design=DUO, tally=tally_of(DUO), by="test", now=NOON)
        monkeypatch.setattr("waterpas.web.studies.services.audit.record", lambda *_, **__: 1 / 0)

        with pytest.raises(ZeroDivisionError):
            services.measure_study(study=study, by="test", now=NOON)

        assert not Run.objects.exists()


class TestStoreExample:
    def test_stores_and_measures(self):
        study = store()

        assert study.runs.count() == 1
        assert list(Event.objects.values_list("type", flat=True)) == [
            Event.Type.STUDY_STORED,
            Event.Type.STUDY_MEASURED,
        ]

    def test_a_second_time_changes_nothing(self):
        store()
        before = [list(model.objects.values()) for model in (Study, Run, Event)]
        store()

        assert [list(model.objects.values()) for model in (Study, Run, Event)] == before

    def test_new_words_are_stored_without_measuring_again(self):
        store()
        changed = store(replace(DUO, question={"nl": "Wie?", "en": "Who?"}))

        assert changed.question("en") == "Who?"
        assert Study.objects.count() == 1
        assert changed.runs.count() == 1

    def test_a_new_version_measures_again(self, monkeypatch):
        store()
        monkeypatch.setattr("waterpas.web.studies.selectors.__version__", "9.9.9")
        study = store()

        assert [run.version for run in study.runs.all()] == ["9.9.9", __version__]


def test_a_run_is_current_only_with_the_same_counts_version_and_settings():
    wanted = Measured("a", "1", {"level": 0.95})

    assert is_current(Measured("a", "1", {"level": 0.95}), wanted=wanted)
    assert not is_current(None, wanted=wanted)
    assert not is_current(Measured("b", "1", {"level": 0.95}), wanted=wanted)
    assert not is_current(Measured("a", "2", {"level": 0.95}), wanted=wanted)
    assert not is_current(Measured("a", "1", {"level": 0.9}), wanted=wanted)


@pytest.mark.parametrize("change", [{"level": 1.0}, {"level": 0.0}, {"question_en": ""}])
def test_the_database_refuses_what_cannot_be(change):
    study = store()

    with pytest.raises(IntegrityError), transaction.atomic():
        Study.objects.filter(pk=study.pk).update(**change)


def test_a_study_with_runs_on_record_cannot_be_deleted():
    study = store()

    with pytest.raises(IntegrityError), transaction.atomic():
        study.delete()


def test_names_of_things_are_readable():
    study = store()

    assert str(study) == "Controle uitwonendenbeurs 2014"
    assert str(study.runs.get()) == f"{study.pk} {__version__}"
    assert str(Event.objects.first()) == f"study_stored studies.Study {study.pk}"
