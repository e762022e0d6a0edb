"""No option is accepted and ignored: what contradicts or says nothing is refused."""

from functools import partial

import pytest

from tests.command import waterpas

SAID = {
    "nl": ("gaan niet samen. Kies één van beide.", "staat geen tekst. Vul die in"),
    "en": ("do not go together. Choose one of the two.", "has no text after it. Fill it in"),
}


@pytest.fixture
def audit(capsys, monkeypatch, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("g,u\n" + "a,ja\na,nee\nb,ja\nb,nee\n" * 20)
    words = ("--outcome", "u", "--across", "g", "--quiet")
    return partial(waterpas, capsys, monkeypatch, "audit", path, *words)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("pair", [("--full-count", "--sample"), ("--once", "--repeated")])
def test_two_flags_that_contradict_each_other_are_refused_in_either_order(audit, pair, lang):
    for words in (pair, pair[::-1]):
        outcome = audit(*words, "--lang", lang)

        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"{pair[0]} ")
        assert f"{pair[1]} {SAID[lang][0]}" in outcome.err
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("flag", ["--full-count", "--sample", "--once", "--repeated"])
def test_one_of_them_is_taken(audit, flag):
    assert audit(flag).code == 0


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    "option",
    ["--because", "--organisation", "--unit", "--sheet", "--layout", "--count", "--person"],
)
def test_an_option_with_nothing_after_it_is_refused(audit, option, lang):
    for nothing in ("", "  "):
        outcome = audit("--reference", "a", option, nothing, "--lang", lang)

        assert (outcome.code, outcome.out) == (2, "")
        assert option in outcome.err
        assert SAID[lang][1] in outcome.err
