"""The studies that ship with the package."""

from dataclasses import replace

import pytest

from tests.web.world import NOON, person
from waterpas.version import __version__
from waterpas.web.audit_trail.models import Event
from waterpas.web.audit_trail.types import EventType
from waterpas.web.releases.models import Release
from waterpas.web.studies.example_studies import store_example
from waterpas.web.studies.examples import EXAMPLES
from waterpas.web.studies.models import Run, State, Study, StudyTally

pytestmark = pytest.mark.django_db
DUO = EXAMPLES[0]


@pytest.fixture
def store():
    by = person("coordinator")

    def store_(example=DUO):
        return store_example(example=example, by=by, now=NOON)

    return store_


def test_is_designed_counted_measured_and_public(store):
    study = store()

    assert study.state == State.MEASURED
    assert not study.members.exists()
    assert list(Event.objects.values_list("type", flat=True)) == [
        EventType.STUDY_DESIGNED,
        EventType.STUDY_COUNTED,
        EventType.STUDY_MEASURED,
        EventType.RESULT_RELEASED,
    ]
    assert Release.objects.get().audience == "public"
    assert StudyTally.objects.get().destroy_on is None


def test_both_years_can_be_public_beside_each_other(store):
    for example in EXAMPLES:
        store(example)

    assert Release.objects.count() == 2


def test_a_second_time_changes_nothing(store):
    models = (Study, StudyTally, Run, Release, Event)
    store()
    before = [list(model.objects.values()) for model in models]
    store()

    assert [list(model.objects.values()) for model in models] == before


def test_new_words_are_stored_without_measuring_again(store):
    store()
    changed = store(replace(DUO, question={"nl": "Wie?", "en": "Who?"}))

    assert changed.in_language("question", "en") == "Who?"
    assert Study.objects.count() == 1
    assert changed.runs.count() == 1


def test_a_new_version_measures_again(store, monkeypatch):
    store()
    monkeypatch.setattr("waterpas.web.studies.services.measuring.__version__", "9.9.9")
    study = store()

    assert [run.version for run in study.runs.all()] == ["9.9.9", __version__]
