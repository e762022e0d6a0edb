"""The made-up panels of Voorbeeldstad: what was planted is found, and nothing else."""

import waterpas
from waterpas.web.config.example.methods import deciders as panels


def measured():
    counts = waterpas.tally(
        panels.grants(), by=["soort", "commissie"], outcome="toegekend", count="aanvragen"
    )
    counts = waterpas.with_throwaway_keys(counts, column="commissie")
    return waterpas.deciders(counts, across="soort", reference="vereniging", decider="commissie")


def test_the_spread_that_was_planted_is_found():
    result = measured()

    assert result.answers[0].code == "difference"
    assert result.figure("spread").interval.holds(panels.SPREAD)
    assert result.figure("rate-low").interval.holds(0.4)
    assert result.figure("rate-high").interval.holds(0.77)


def test_the_difference_that_was_planted_per_panel_is_found():
    result = measured()
    about = {"soort": "groep zonder vereniging"}

    assert result.answers[1].code == "slope-difference"
    assert result.figure("slope-spread", about).interval.holds(panels.SLOPE)
    assert (
        result.figure("slope-low", about).value
        < -0.2
        < 0
        < result.figure("slope-high", about).value
    )


def test_without_them_nothing_is_found(monkeypatch):
    monkeypatch.setattr(panels, "SPREAD", 0.0)
    monkeypatch.setattr(panels, "SLOPE", 0.0)

    assert [answer.code for answer in measured().answers] == ["not-shown", "slope-not-shown"]


def test_every_panel_has_enough_applications():
    assert len(panels.PANELS) >= 10
    assert all(sum(each) >= 20 for each in panels.HANDLED)
