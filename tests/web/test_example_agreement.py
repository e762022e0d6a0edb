"""The made-up applications of Voorbeeldstad that were judged twice: what was planted is found."""

import waterpas
from waterpas.web.config.example.methods import agreement as twice


def measured():
    columns = [twice.COLUMN, "oordeel 1", "oordeel 2"]
    counts = waterpas.tally(twice.judged(), by=columns, count="aanvragen")
    return waterpas.agreement(counts, raters=columns[1:], across=twice.COLUMN, reference=twice.HERE)


def alike(way):
    """How often two judgements are alike: both the application's own, or by lot."""
    _files, _yes, own = twice.PLANTED[way]
    half = (1 - own) / 2
    return (own + half) ** 2 + half**2


def test_what_was_planted_is_found():
    result = measured()
    about = {twice.COLUMN: twice.WITH_HELP}

    assert [each.code for each in result.answers] == ["alike", "beyond-chance", "group-less"]
    assert result.figure("agreed", about).interval.holds(alike(twice.WITH_HELP))
    assert result.figure("reference-agreed", about).interval.holds(alike(twice.HERE))


def test_without_it_nothing_is_found(monkeypatch):
    like = {way: (files, 0.55, 0.8) for way, (files, _, _) in twice.PLANTED.items()}
    monkeypatch.setattr(twice, "PLANTED", like)

    assert measured().answers[-1].code == "group-not-shown"


def test_everything_of_it_may_be_shown():
    released = waterpas.release(measured(), audience="internal").result

    assert not [each.name for each in released.figures if each.suppressed]
