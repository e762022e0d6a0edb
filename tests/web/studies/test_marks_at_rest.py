"""Who has the database but not the key cannot try counts until a mark fits."""

from hashlib import sha256
from importlib import import_module

import pytest
from cryptography.fernet import Fernet
from django.apps import apps

from tests.web.studies.factories import HIDING, MERGED, counted, designed, measured
from tests.web.world import NOON, person
from waterpas.web.releases.models import Release
from waterpas.web.studies import services
from waterpas.web.studies.counting import count_typed
from waterpas.web.studies.models import Run, StudyTally
from waterpas.web.studies.rules import fingerprint, people_of
from waterpas.web.studies.selectors import already_read, is_open
from waterpas.web.studies.vault import keyed

pytestmark = pytest.mark.django_db
MIGRATION = "waterpas.web.studies.migrations.0002_keyed_marks_and_tables_beside"
MODELS = (StudyTally, Run, Release)


@pytest.fixture
def run():
    by = person("researcher")
    run = measured(by, HIDING)
    services.release_study(run=run, audience="council", by=by, now=NOON)
    return run


def at_rest():
    """All that is stored and not sealed."""
    return " ".join(str(value) for model in MODELS for value in model.objects.values_list())


def tries(study):
    """Every mark that somebody makes who knows all but the hidden group, and tries that."""
    for n in range(30, 45):
        yield people_of(
            source_sha256="", part="", about="de gemeente", unit="aanvragers", people=[1400 + n]
        ).removeprefix("people:")
        for cases in range(10):
            rows = [*HIDING[:3], ("Antillen", n, cases)]
            counts = count_typed("herkomst", rows, study.design)
            yield counts.sources[0].sha256
            yield fingerprint(counts.to_json())


def test_no_mark_at_rest_can_be_found_by_trying(run):
    stored = at_rest()

    assert not [mark for mark in tries(run.study) if mark in stored]


def test_the_same_marks_without_the_key_would_be_found(run):
    """The positive control: what was stored before."""
    counts = count_typed("herkomst", list(HIDING), run.study.design)
    plain = [counts.sources[0].sha256, fingerprint(counts.to_json())]

    assert set(plain) <= set(tries(run.study))
    assert keyed(plain[0]) in at_rest()


def test_the_same_file_and_the_same_people_are_still_recognised(run):
    counts = count_typed("herkomst", list(HIDING), run.study.design)
    stored, _choice = counted(run.study, person("researcher"), HIDING)

    assert already_read(run.study, counts.sources[0].sha256) == run.tally == stored
    assert not is_open(measured(person("researcher"), MERGED))


def test_after_another_key_came_first_the_same_people_are_recognised(run, settings):
    settings.TALLY_KEYS = [Fernet.generate_key().decode(), *settings.TALLY_KEYS]
    other = designed(person("researcher"), organisation="De Gemeente")
    stored, _choice = counted(other, person("researcher"), HIDING)

    assert set(run.tally.people.split()) < set(stored.people.split())


def test_what_was_stored_before_is_marked_with_the_key(run):
    plain = {"source_sha256": sha256(b"x").hexdigest(), "tally_sha256": "ab"}
    StudyTally.objects.update(people="source:1 people:2", **plain)
    Run.objects.update(tally_sha256="ab")
    Release.objects.update(people="source:1 people:2")
    import_module(MIGRATION).key_the_marks(apps, None)
    tally, result, release = (model.objects.get() for model in MODELS)

    assert tally.source_sha256 == keyed(plain["source_sha256"])
    assert tally.tally_sha256 == result.tally_sha256 == keyed("ab")
    assert (
        tally.people == release.people == f"source:{keyed('source:1')} people:{keyed('people:2')}"
    )


def test_what_was_measured_before_is_compared_as_well(run):
    second = measured(person("researcher"), MERGED, organisation="de dienst")
    Run.objects.update(beside=[])
    import_module(MIGRATION).find_tables_beside(apps, None)
    second.refresh_from_db()

    assert second.beside == [run.pk]
