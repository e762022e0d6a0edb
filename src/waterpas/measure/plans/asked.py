"""What is planned: the design with its numbers, each checked, and the defaults of what is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from waterpas.errors import CallError, arguments
from waterpas.measure.plans import checks
from waterpas.measure.plans.unplanned import UNPLANNED
from waterpas.texts import mark

Among = Literal["found", "not-found"]
NEEDED: Final = object()  # there is no default: whoever plans must say it

# What each design asks besides people or difference, with what it is when nobody says it.
# Where a choice makes it harder to see, the careful one: a rate of 0.5, a question about the scale
# beside that about the gap, and a risk profile with some variables.
DESIGNS: Mapping[str, Mapping[str, object]] = {
    "audit": {"share": 0.1, "rate": 0.5, "groups": 2},
    "chain": {"share": 0.1, "steps": NEEDED, "groups": 2},
    "adjusted": {
        "share": 0.1,
        "rate": 0.5,
        "group_parts": NEEDED,
        "reference_parts": NEEDED,
        "groups": 2,
    },
    "intersections": {"share": 0.05, "rate": 0.5, "levels": NEEDED, "depth": 2},
    "deciders": {"rate": 0.5, "deciders": NEEDED},
    "pay": {"share": 0.1, "spread": NEEDED, "questions": 2, "groups": 2},
    "risk_profile": {
        "share": 0.1,
        "rate": 0.5,
        "found": 0.2,
        "among": "found",
        "levels": (3, 3, 3, 3, 3),
        "groups": 2,
    },
    "change": {
        "share": 0.1,
        "rate": 0.5,
        "gap": 0.0,
        "before": 1,
        "after": 1,
        "elsewhere": 0.0,
        "groups": 2,
    },
    "duration": {"share": 0.1, "days": 56.0, "decided": 1.0, "groups": 2},
}
# A difference in these is no share of people: it has no end.
WITHOUT_END = ("pay", "duration")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A plan. `people` or `difference` is what is looked for, and then None."""

    design: str
    people: float | None
    difference: float | None
    power: float
    level: float
    share: float = 0.5
    rate: float = 0.5
    groups: int = 2
    steps: tuple[float, ...] = ()
    group_parts: tuple[float, ...] = ()
    reference_parts: tuple[float, ...] = ()
    levels: tuple[int, ...] = ()
    depth: int = 2
    deciders: int = 0
    spread: float = 0.0
    questions: int = 1
    found: float = 0.5
    among: Among = "found"
    gap: float = 0.0
    before: int = 1
    after: int = 1
    elsewhere: float = 0.0
    days: float = 0.0
    decided: float = 1.0

    def said(self) -> dict[str, object]:
        """What was said or left at its default, for the result."""
        names = ["design", "people", "difference", "power", *DESIGNS[self.design]]
        found = {name: getattr(self, name) for name in names}
        return {name: value for name, value in found.items() if value is not None}


def asked_of(
    design: str,
    *,
    people: float | None,
    difference: float | None,
    power: float,
    level: float,
    given: Mapping[str, object],
) -> Asked:
    """The plan, checked; CallError: what is wrong, and what to say instead."""
    if design in UNPLANNED:
        raise CallError(UNPLANNED[design])
    if design not in DESIGNS:
        raise CallError(
            mark("De opzet '%(design)s' is er niet. Kies uit: %(designs)s."),
            design=design,
            designs=", ".join(DESIGNS),
        )
    checks.check_power(power)
    checks.check_level(level)
    settings = _settings(design, given)
    if (people is None) == (difference is None) and (people is None or design != "change"):
        raise CallError(
            mark(
                "Geef %(people)s (hoeveel mensen u hebt) of %(difference)s (het verschil dat u "
                "wilt zien), niet allebei: het andere rekent Waterpas uit."
            ),
            people=arguments(["people"]),
            difference=arguments(["difference"]),
        )
    checked: dict[str, Any] = {
        name: checks.CHECKS[name](name, value) for name, value in settings.items()
    }
    if people is not None:
        checked["people"] = checks.people("people", people)
    if difference is not None:
        checked["difference"] = _difference(difference, design)
    known: dict[str, Any] = {"people": None, "difference": None} | checked
    found = Asked(design=design, power=float(power), level=float(level), **known)
    _refuse_what_cannot_go_together(found)
    return found


def _settings(design: str, given: Mapping[str, object]) -> dict[str, object]:
    """Every setting of the design; those of another design are refused, not ignored."""
    wanted = DESIGNS[design]
    said = {name: value for name, value in given.items() if value is not None}
    if strange := [name for name in said if name not in wanted]:
        raise CallError(
            mark("Bij de opzet '%(design)s' hoort geen %(names)s. Laat dat weg."),
            design=design,
            names=arguments(strange),
        )
    found = {**wanted, **said}
    if missing := [name for name, value in found.items() if value is NEEDED]:
        raise CallError(
            mark("Bij de opzet '%(design)s' ontbreekt %(names)s."),
            design=design,
            names=arguments(missing),
        )
    return found


def _difference(value: object, design: str) -> float:
    if design in WITHOUT_END:
        return checks.above_zero("difference", value)
    return checks.share("difference", value)


def _refuse_what_cannot_go_together(plan: Asked) -> None:
    if len(plan.group_parts) != len(plan.reference_parts):
        raise CallError(
            mark(
                "De groep is verdeeld over %(one)s soorten mensen en de anderen over %(other)s. "
                "Geef voor allebei evenveel delen."
            ),
            one=len(plan.group_parts),
            other=len(plan.reference_parts),
        )
    if plan.design == "intersections" and plan.depth > len(plan.levels):
        raise CallError(
            mark("Met %(columns)s kenmerken heeft een combinatie er hoogstens %(columns)s."),
            columns=len(plan.levels),
        )
    if not 0 <= plan.rate + plan.gap <= 1:
        raise CallError(
            mark(
                "Hoe vaak het bij de anderen gebeurt en hoeveel vaker bij de groep, is samen "
                "%(sum)s. Dat moet tussen 0%% en 100%% liggen."
            ),
            sum=_percent(plan.rate + plan.gap),
        )
    if plan.design == "deciders" and plan.rate in {0, 1}:
        raise CallError(
            mark(
                "Krijgt iedereen of niemand de uitkomst, dan kunnen beslissers niet verschillen. "
                "Kies een aandeel daartussen."
            )
        )
    _refuse_groups_that_do_not_fit(plan)
    _refuse_difference_that_cannot_be(plan)


def _refuse_groups_that_do_not_fit(plan: Asked) -> None:
    if plan.groups > 2 and (plan.groups - 1) * plan.share >= 1:
        raise CallError(
            mark(
                "Met %(groups)s groepen kan de kleinste niet %(share)s van iedereen zijn: dan "
                "blijft er niemand over om mee te vergelijken. Kies een kleinere groep."
            ),
            groups=plan.groups,
            share=_percent(plan.share),
        )


def _refuse_difference_that_cannot_be(plan: Asked) -> None:
    difference = plan.difference
    if difference is None or plan.design in {*WITHOUT_END, "deciders"}:
        return
    for rate in plan.steps or (plan.rate + plan.gap,):
        if difference > max(rate, 1 - rate) + 1e-12:
            raise CallError(
                mark(
                    "Bij een aandeel van %(rate)s kan een verschil van %(difference)s niet: het "
                    "komt dan onder 0%% of boven 100%%. Kies een kleiner verschil."
                ),
                rate=_percent(rate),
                difference=_percent(difference),
            )


def _percent(share: float) -> str:
    return f"{round(100 * share, 2):g}%"
