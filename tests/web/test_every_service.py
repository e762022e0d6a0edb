"""Every function that writes is called once: one audit line, in the same transaction."""

import inspect
from importlib import import_module
from pkgutil import walk_packages

import pytest
from django.apps import apps
from django.db import transaction

import tests.web.scans.together_calls  # noqa: F401 - adds its calls to the list
import waterpas.web
from tests.web import writing_maps, writing_scans, writing_studies
from tests.web.scans import writing_documents
from tests.web.writing import World
from waterpas.web.audit_trail.models import Event

CALLS = writing_scans.CALLS | writing_maps.CALLS | writing_studies.CALLS
# Writes the audit line itself.
NOT_OURS = {"audit_trail.record"}
# Puts on record that something was not done.
ONLY_A_LINE = {"studies.refuse_table"}

assert writing_documents  # adds the calls of the services about documents


def services() -> dict[str, object]:
    """Every public function of every `services` module, by 'app.name'; also of an app in an app."""
    found = {}
    for module in walk_packages(waterpas.web.__path__, f"{waterpas.web.__name__}."):
        if not module.name.endswith(".services"):
            continue
        app = module.name.removeprefix(f"{waterpas.web.__name__}.").removesuffix(".services")
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if not name.startswith("_") and function.__module__.startswith(module.name):
                found[f"{app}.{name}"] = function
    return {name: function for name, function in found.items() if name not in NOT_OURS}


SERVICES = services()


def everything() -> dict[str, list[tuple]]:
    """All rows of all our tables, but for the log itself."""
    return {
        model._meta.label: sorted(map(str, model.objects.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("waterpas.web.") and model is not Event
    }


def test_every_service_that_writes_is_in_the_list_and_no_other():
    assert set(CALLS) == set(SERVICES)


@pytest.mark.django_db
@pytest.mark.parametrize("name", CALLS)
def test_writes_one_audit_line(name):
    call = CALLS[name](World())
    before, lines = everything(), Event.objects.count()

    call()

    assert (everything() == before) is (name in ONLY_A_LINE)
    assert Event.objects.count() == lines + 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", CALLS)
def test_leaves_no_line_after_a_rollback(name):
    call = CALLS[name](World())
    before, lines = everything(), Event.objects.count()

    with transaction.atomic():
        call()
        transaction.set_rollback(True)

    assert (everything(), Event.objects.count()) == (before, lines)


@pytest.mark.django_db
@pytest.mark.parametrize("name", CALLS)
def test_changes_nothing_when_the_line_cannot_be_written(name, monkeypatch):
    call = CALLS[name](World())
    before = everything()

    def refuse(*_, **__):
        raise ConnectionError("the log cannot be written")

    monkeypatch.setattr(Event.objects, "create", refuse)
    with pytest.raises(ConnectionError):
        call()

    assert everything() == before


@pytest.mark.django_db
def test_a_service_that_forgets_the_line_would_be_seen():
    """Positive control: a change without a line differs in what these tests compare."""
    world = World()
    before, lines = everything(), Event.objects.count()

    world.position.title = "stil veranderd"
    world.position.save()

    assert everything() != before
    assert Event.objects.count() == lines
