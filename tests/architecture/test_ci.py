"""What counts as CI."""

import pytest

from tools.ci import in_ci


@pytest.mark.parametrize("value", ["1", "true", "TRUE", "yes"])
def test_it_is_when_ci_says_so(monkeypatch, value):
    monkeypatch.setenv("CI", value)
    assert in_ci()


@pytest.mark.parametrize("value", ["", "0", "false", "False", "no", "2"])
def test_it_is_not_when_ci_says_no(monkeypatch, value):
    monkeypatch.setenv("CI", value)
    assert not in_ci()


def test_it_is_not_without_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    assert not in_ci()
