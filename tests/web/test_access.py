"""Every route without log-in and as every role; the outcome equals a table kept by hand."""

from pathlib import Path

import pytest
import yaml
from django.db import transaction
from django.test import Client

from tests.web.routes import Route, address, named_routes
from tests.web.town import filled
from tests.web.world import NOON, person
from waterpas.web.people.roles import ROLES
from waterpas.web.studies import exports
from waterpas.web.studies.plans import shown

TABLE = yaml.safe_load((Path(__file__).parent / "access.yaml").read_text(encoding="utf-8"))
ROUTES = named_routes()
GROUPS = TABLE["groups"]


def allowed(route: Route) -> set[str] | None:
    """The roles that may; None where everybody may, logged in or not."""
    words = TABLE["routes"][route.name].split()
    if words == ["open"]:
        return None
    return {role for word in words for role in GROUPS.get(word, [word])}


def outcome(client: Client, route: Route) -> str:
    """What happens: 'in', 'refused', or 'log in'. Nothing of it stays."""
    with transaction.atomic():
        path = address(route)
        answer = client.get(path)
        if answer.status_code == 405:
            answer = client.post(path)
        transaction.set_rollback(True)
    if answer.status_code == 401 or answer.get("Location", "").startswith("/aanmelden/?"):
        return "log in"
    return "refused" if answer.status_code == 403 else "in"


def test_the_table_names_every_route_and_no_other():
    assert sorted(TABLE["routes"]) == [route.name for route in ROUTES]


def test_the_table_names_roles_that_exist():
    known = {*ROLES, *GROUPS, "open"}

    assert {word for words in TABLE["routes"].values() for word in words.split()} <= known
    assert {role for group in GROUPS.values() for role in group} <= set(ROLES)


@pytest.fixture
def undrawn(monkeypatch):
    """Who may have a PDF is asked here, not what is in it: drawing takes longer than the rest."""
    for module in (exports, shown):
        monkeypatch.setattr(module, "pdf_of_page", lambda page: b"%PDF-")


@pytest.mark.django_db
@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("role", [*ROLES, "no role", "nobody"])
def test_every_route_lets_in_exactly_who_the_table_says(client, role, settings):
    settings.EXAMPLE = True
    filled(NOON)
    if role != "nobody":
        somebody = person(*([role] if role in ROLES else []))
        client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")

    wrong = {}
    for route in ROUTES:
        may = allowed(route)
        expected = "in" if may is None or role in may else "refused"
        if expected == "refused" and role == "nobody":
            expected = "log in"
        found = outcome(client, route)
        if found != expected:
            wrong[route.name] = f"{found}, expected {expected}"
        if role != "nobody":
            client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")

    assert wrong == {}


def test_a_route_that_lets_in_too_many_is_found():
    """Positive control: the comparison sees a difference in both directions."""
    route = next(route for route in ROUTES if allowed(route) is not None)

    assert allowed(route) < set(ROLES) | {"nobody"}
    assert "nobody" not in allowed(route)
