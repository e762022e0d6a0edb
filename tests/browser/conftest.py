"""A real Chromium (Debian's) on the real platform. Without Chromium these tests are skipped."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

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


@pytest.fixture
def site(live_server):
    """The address of the platform with the example studies in it."""
    from waterpas.web.studies.examples import EXAMPLES
    from waterpas.web.studies.services import store_example

    for example in EXAMPLES:
        store_example(example=example, by="test", now=NOON)
    return live_server.url


@pytest.fixture
def open_page(chromium, site):
    """Opens a path in a fresh browser; no answer may be an error, nothing may be refused."""
    contexts, faults = [], []

    def open_(path="/onderzoek/duo-2014/", *, lang="nl", size=WIDE, javascript=True, **options):
        context = chromium.new_context(
            viewport=size, locale=LOCALES[lang], java_script_enabled=javascript, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("response", lambda answer: note(answer))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.goto(site + path)
        return page

    def note(answer):
        if answer.status >= 400:
            faults.append(f"{answer.status} {answer.url}")

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
