"""Promises for every model and every page of the platform, also those that come later."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.urls import get_resolver, path


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("waterpas.web.")]


def unclassed(model) -> set[str]:
    """Fields that Privacy does not call personal or plain, calls both, or that are not there."""
    fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}
    privacy = getattr(model, "Privacy", None)
    personal = set(getattr(privacy, "personal", ()))
    plain = set(getattr(privacy, "plain", ()))
    return fields ^ (personal | plain) | personal & plain


def test_every_field_is_called_personal_or_plain():
    assert {m._meta.label: unclassed(m) for m in our_models() if unclassed(m)} == {}


def test_a_field_without_a_class_is_found():
    def model(**privacy):
        fields = [SimpleNamespace(name="id"), SimpleNamespace(name="owner")]
        return SimpleNamespace(
            _meta=SimpleNamespace(fields=fields, many_to_many=[]),
            Privacy=SimpleNamespace(**privacy),
        )

    assert unclassed(model(personal={"owner": "pseudonym"}, plain={"id"})) == set()
    assert unclassed(model(personal={}, plain={"id"})) == {"owner"}
    assert unclassed(model(personal={"owner": "pseudonym"}, plain={"id", "owner"})) == {"owner"}
    assert unclassed(model(personal={"gone": "x", "owner": "y"}, plain={"id"})) == {"gone"}


def routes(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern.url_patterns)
        else:
            yield pattern


def unguarded(patterns) -> list[str]:
    """Routes whose view names no permission, and does not say why it is open either."""
    return [
        str(route.pattern)
        for route in routes(patterns)
        if not getattr(route.callback, "required_permission", None)
        and not getattr(route.callback, "open_because", "").strip()
    ]


def test_every_route_asks_a_permission_or_says_why_it_is_open():
    assert unguarded(get_resolver().url_patterns) == []


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        ({}, ["x/"]),
        ({"open_because": " "}, ["x/"]),
        ({"open_because": "de uitleg is voor iedereen"}, []),
        ({"required_permission": "study.view"}, []),
    ],
)
def test_a_route_without_a_guard_is_found(mark, found):
    def view(request): ...

    vars(view).update(mark)

    assert unguarded([path("x/", view)]) == found
