"""What the README and the manual show is run, on a workbook with the published counts."""

import re
import shlex
from functools import partial

import pytest

from tests.command import waterpas
from tests.duo_workbook import NAME, duo_workbook
from tools import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = (ROOT / "docs/opdrachtregel.md").read_text(encoding="utf-8")
NO_REASON = ("Niet gezegd is waarom", "It was not said why")


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    duo_workbook(tmp_path)
    monkeypatch.chdir(tmp_path)
    return partial(waterpas, capsys, monkeypatch)


def chain_call(page: str) -> list[str]:
    """The words of the first example of a chain on the workbook, without `waterpas`."""
    whole = page.replace("\\\n", " ")
    (line,) = re.findall(rf"^waterpas (chain {NAME} .*)$", whole, flags=re.MULTILINE)
    return shlex.split(line)


def block(start: str) -> str:
    """The first block of the README that begins so."""
    found = re.search(rf"^```{start}(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def flat(text: str) -> str:
    return " ".join(text.split())


QUOTED = flat(block("\n(?=DUO selected)"))


def test_the_command_gives_the_quoted_sentence(call):
    outcome = call(*chain_call(README))

    assert outcome.code == 0
    assert QUOTED.startswith("DUO selected 36.7 of every 1,000 students")
    assert QUOTED in flat(outcome.out)


def test_a_quote_with_another_figure_is_not_what_the_command_gives(call):
    assert QUOTED.replace("6.2 times", "6.3 times") not in flat(call(*chain_call(README)).out)


def test_the_python_gives_the_quoted_sentence(call, capsys):
    names: dict[str, object] = {}
    exec(block("python\n"), names)

    assert QUOTED in flat(capsys.readouterr().out)


@pytest.mark.parametrize("page", [README, MANUAL], ids=["README", "manual"])
def test_the_examples_say_why_the_reference_group_was_chosen(call, page):
    words = chain_call(page)
    out = call(*words).out
    at = words.index("--because")

    assert not any(each in out for each in NO_REASON)
    assert words[at + 1] in out
    assert any(each in call(*words[:at], *words[at + 2 :]).out for each in NO_REASON)
