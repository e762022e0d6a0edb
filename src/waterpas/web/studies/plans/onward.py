"""From a result that shows no difference to the plan of it, with its numbers filled in."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from waterpas.disclosure import Released
from waterpas.results import Certainty, Chain, Comparison, GroupResult, Measured
from waterpas.web.studies.plans.asked import PLANS
from waterpas.web.studies.rules import CHAIN

UNSURE = (Certainty.NOT_SHOWN, Certainty.TOO_FEW)
WORDS = ("not-shown", "too-few")  # how the codes of such answers of a method end
# Of these the people of a result are not those that a plan asks for: each period, say.
WITHOUT_NUMBERS = ("change", "risk_profile", "intersections", "deciders")
Numbers = Mapping[str, str]


def plan_of(released: Released, design: str) -> str:
    """The address of the plan for a result in which something was not shown; empty: none is.

    Only what stands on the page of the result goes along: of a hidden group nothing does.
    """
    result = released.result
    if isinstance(result, Chain):
        design = CHAIN
    if design not in PLANS or not _is_unsure(result):
        return ""
    numbers = {} if design in WITHOUT_NUMBERS else _numbers(result)
    query = f"?{urlencode(numbers)}" if numbers else ""
    return reverse("studies:plan", args=[design]) + query


def _is_unsure(result: Comparison | Chain | Measured) -> bool:
    if isinstance(result, Measured):
        return any(each.certainty in UNSURE or each.code.endswith(WORDS) for each in result.answers)
    if isinstance(result, Chain):
        return any(_is_unsure(step.comparison) for step in result.steps)
    return any(
        group.certainty in UNSURE or group.suppressed is not None
        for group in result.groups
        if not group.is_reference
    )


def _numbers(result: Comparison | Chain | Measured) -> Numbers:
    """People, the part of the smallest group, and what happens to the reference."""
    if isinstance(result, Measured):
        return _of_sizes(_sizes(result))
    if isinstance(result, Chain):
        first = result.steps[0].comparison
        rates = [_rate(step.comparison) for step in result.steps]
        found = _of_sizes(_people(first))
        return found | {"steps": " ".join(rates)} if found and all(rates) else found
    rate = _rate(result)
    found = _of_sizes(_people(result))
    return found | {"rate": rate} if found and rate else found


def _of_sizes(sizes: Mapping[str, int]) -> dict[str, str]:
    """With two groups or more: all people, and how small the smallest is."""
    if len(sizes) < 2:
        return {}
    people = sum(sizes.values())
    found = {"people": str(people), "share": _percent(min(sizes.values()) / people)}
    return found | ({"groups": str(len(sizes))} if len(sizes) > 2 else {})


def _people(comparison: Comparison) -> dict[str, int]:
    """Per group that is shown its people; with strata, those of all of them together."""
    found: dict[str, int] = {}
    for group in comparison.groups:
        name = group.group.get(comparison.across, "")
        if group.n.value and not _is_everybody(comparison, group):
            found[name] = found.get(name, 0) + group.n.value
    return found


def _is_everybody(comparison: Comparison, group: GroupResult) -> bool:
    return group.is_reference and comparison.reference.kind != "level"


def _rate(comparison: Comparison) -> str:
    """What part of the reference has the outcome; empty: it is hidden, or there are more."""
    rates = [group.rate.value for group in comparison.groups if group.is_reference and group.rate]
    return _percent(rates[0]) if len(rates) == 1 and 0 < rates[0] < 1 else ""


def _sizes(result: Measured) -> dict[str, int]:
    """Per group that a figure is shown of its people, the reference's too."""
    found: dict[str, int] = {}
    reference = result.reference.level if result.reference else None
    for figure in result.figures:
        if set(figure.of) == {result.across}:
            own = figure.of[result.across]
            sides = (reference,) if figure.name.startswith("reference-") else (own, reference)
            for side, people in zip(sides, figure.people, strict=False):
                if side and people.n.value:
                    found.setdefault(side, people.n.value)
    return found


def _percent(share: float) -> str:
    """As it is typed in the form: 12,5."""
    return f"{100 * share:.1f}".removesuffix(".0").replace(".", ",")
