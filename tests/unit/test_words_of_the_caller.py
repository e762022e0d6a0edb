"""A message names what the caller typed: an argument in Python, an option on the command line."""

from functools import partial

import pytest

import waterpas as library
from tests.command import waterpas
from tests.duo_workbook import duo_workbook
from waterpas.errors import CallError, CountError, InputError, TotalsInData

LANGUAGES = ("nl", "en")
TOTALS = "g,n,u\na,30,3\nb,40,5\nTotaal,70,8\n"


@pytest.fixture
def audit(capsys, monkeypatch, tmp_path):
    return partial(waterpas, capsys, monkeypatch, "audit")


@pytest.fixture
def duo(tmp_path):
    return duo_workbook(tmp_path)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_totals_between_the_groups(audit, tmp_path, lang):
    path = tmp_path / "t.csv"
    path.write_text(TOTALS)
    words = ("--outcome", "u", "--count", "n", "--across", "g", "--lang", lang)

    err = audit(path, *words).err

    assert "(--totals drop)" in err
    assert "(--totals keep)" in err
    with pytest.raises(TotalsInData) as refused:
        library.tally(path, by="g", outcome="u", count="n")
    assert "(totals='drop')" in refused.value.text(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_does_not_go_with_a_layout_is_named_and_nothing_else(audit, duo, lang):
    words = ("--layout", "cbs-duo-2014", "--outcome", "selected", "--across", "herkomst")

    outcome = audit(duo, *words, "--count", "n", "--lang", lang)

    assert outcome.code == 2
    assert outcome.err.endswith(": --count.\n")
    with pytest.raises(CallError) as refused:
        library.tally(duo, by="herkomst", layout="cbs-duo-2014", steps=["a"], hit_rates=["a"])
    assert refused.value.text(lang).endswith(": steps, hit_rates.")
    assert refused.value.text(lang, options=True).endswith(": --step, --hit-rate.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_column_of_the_strata_is_no_column_with_groups(audit, duo, lang):
    words = ("--layout", "cbs-duo-2014", "--outcome", "selected", "--across", "risicocategorie")

    outcome = audit(duo, *words, "--lang", lang)

    assert outcome.code == 2
    assert outcome.err.endswith("--across herkomst --by risicocategorie.\n")
    with pytest.raises(CallError) as refused:
        library.tally(duo, by="risicocategorie", layout="cbs-duo-2014")
    assert refused.value.text(lang).endswith('by=["herkomst", "risicocategorie"].')


@pytest.mark.parametrize(("lang", "said"), [("nl", "is een map"), ("en", "is a folder")])
def test_a_folder_is_no_table(audit, tmp_path, lang, said):
    outcome = audit(tmp_path, "--outcome", "u", "--across", "g", "--lang", lang)

    assert outcome.code == 2
    assert f"'{tmp_path.name}' {said}" in outcome.err
    with pytest.raises(InputError, match="is een map"):
        library.tally(tmp_path, by="g")


@pytest.mark.parametrize(("lang", "said"), [("nl", "te groot voor een"), ("en", "too large for a")])
@pytest.mark.parametrize("number", [10**15, 2**63, "1" * 5000, 1e16])
def test_a_number_that_is_too_large_is_called_so(number, lang, said):
    with pytest.raises(CountError) as refused:
        library.tally([{"g": "a", "n": number}, {"g": "b", "n": 1}], by="g", count="n")

    assert said in refused.value.text(lang)
