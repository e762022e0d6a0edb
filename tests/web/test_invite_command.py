"""The way back for a coordinator who cannot get in, through the server."""

import pytest
from click.testing import CliRunner
from django.urls import reverse

from tests.web.world import person
from waterpas.cli import invite as command
from waterpas.web.audit_trail.models import Event
from waterpas.web.config import server


@pytest.fixture
def asked(db, monkeypatch):
    """The command, on the database of the test."""
    monkeypatch.setattr(server, "connect", lambda data: None)

    def ask(*words: str):
        return CliRunner().invoke(command.invite_command, words)

    return ask


def test_a_coordinator_gets_a_link_that_works_once(asked, client):
    lost = person("coordinator")
    lost.set_password("een oude lange zin")
    lost.save()

    path = asked(lost.email.upper()).output.split("wachtwoord: ")[1].split()[0]

    lost.refresh_from_db()
    assert not lost.has_usable_password()
    word = "een nieuwe lange zin"
    assert client.post(path, {"password": word}).status_code == 302
    lost.refresh_from_db()
    assert lost.check_password(word)
    assert client.post(path, {"password": "nog een lange zin"}).status_code == 410


def test_the_log_says_that_the_server_made_it(asked, client):
    lost = person("coordinator")
    asked(lost.email)

    line = Event.objects.get(subject_id=str(lost.pk), type="person.invited")
    assert line.actor == "server"
    client.force_login(person("coordinator"))
    assert "de server" in client.get(reverse("people:log")).text


@pytest.mark.parametrize("roles", [[], ["researcher"]])
def test_nobody_else_gets_a_link_this_way(asked, roles):
    other = person(*roles)
    other.set_password("een oude lange zin")
    other.save()

    result = asked(other.email)

    assert result.exit_code != 0
    assert "Er is geen coördinator" in str(result.exception)
    other.refresh_from_db()
    assert other.has_usable_password()
