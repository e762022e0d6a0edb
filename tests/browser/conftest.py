"""A real Chromium (Debian's) on the real platform. Without Chromium these tests are skipped."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer
from playwright.sync_api import sync_playwright

from tests.web.own_data import own_data

__all__ = ["own_data"]

# Playwright's loop runs in the thread of the tests; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HERE = Path(__file__).parent
NOON = datetime(2027, 3, 21, 12, tzinfo=UTC)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def a_borrowed_connection_stays_open():
    """The server borrows the database in memory from the thread of the tests.

    Chromium leaves sockets open until the last test; a server thread that wakes up then may not
    close what it borrowed.
    """
    close = ThreadedWSGIServer._close_connections

    def close_own(server):
        if not server.connections_override:
            close(server)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ThreadedWSGIServer, "_close_connections", close_own)
        yield


@pytest.fixture(scope="session")
def chromium():
    """One browser for all tests."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def press(element) -> None:
    """Click what leads to another page, and wait until that page is there.

    A click alone comes back before the next page does; what is asked then may be asked of neither.
    """
    with element.page.expect_navigation():
        element.click()


@pytest.fixture
def site(live_server):
    """The address of the platform with the example studies in it."""
    from tests.web.town import with_studies

    with_studies(NOON)
    return live_server.url


@pytest.fixture
def researcher(site):
    """Somebody who does studies."""
    from tests.web.world import person

    return person("researcher")


def session_of(person, url: str) -> dict[str, str]:
    """The cookie of somebody who is logged in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


def address_of(path: str) -> str:
    """A path; or, for the name of an example study, the path of its result."""
    from django.urls import reverse

    from waterpas.web.studies.models import Study

    if path.startswith("/"):
        return path
    return reverse("studies:result", args=[Study.objects.get(slug=path).pk])


@pytest.fixture
def open_page(chromium, site, researcher):
    """Opens a path as a researcher, in a fresh browser; no answer may be an error."""
    contexts, faults = [], []

    def open_(path="duo-2014", *, lang="nl", size=WIDE, javascript=True, **options):
        context = chromium.new_context(
            viewport=size, locale=LOCALES[lang], java_script_enabled=javascript, **options
        )
        contexts.append(context)
        context.add_cookies([session_of(researcher, site)])
        page = context.new_page()
        page.on("response", lambda answer: note(answer))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.goto(site + address_of(path))
        return page

    def note(answer):
        if answer.status >= 400:
            faults.append(f"{answer.status} {answer.url}")

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
