"""What each kind of study asks when it is planned: at most three first, each with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from waterpas.web.studies.plans.numbers import (
    AFTER,
    AMONG,
    BEFORE,
    DAYS,
    DECIDED,
    DECIDERS,
    DEPTH,
    DIFFERENCE,
    ELSEWHERE,
    FOUND,
    GAP,
    GROUP_PARTS,
    GROUPS,
    LEVELS,
    PEOPLE,
    QUESTIONS,
    RATE,
    REFERENCE_PARTS,
    SEEN,
    SHARE,
    SPREAD,
    STEPS,
    VARIABLES,
    Asking,
)

SEE, NEED, LONG = "see", "need", "long"


@dataclass(frozen=True, slots=True)
class Planned:
    """A kind of study: what it asks."""

    about: Any
    people: Asking
    difference: Asking
    first: tuple[Asking, ...]
    more: tuple[Asking, ...]
    ways: tuple[str, ...] = (SEE, NEED)


PLANS: Mapping[str, Planned] = {
    "audit": Planned(
        _("Eén uitkomst, zoals een vergunning of een controle, vergeleken tussen groepen."),
        PEOPLE,
        DIFFERENCE,
        (SHARE, RATE),
        (GROUPS, SEEN),
    ),
    "chain": Planned(
        _("Een proces met stappen, zoals solliciteren. Bij elke stap blijven minder mensen over."),
        replace(PEOPLE, label=_("Hoeveel mensen beginnen eraan?")),
        DIFFERENCE,
        (SHARE, STEPS),
        (GROUPS, SEEN),
    ),
    "adjusted": Planned(
        _("Mensen in dezelfde situatie met elkaar vergeleken. Dat kost mensen."),
        PEOPLE,
        DIFFERENCE,
        (GROUP_PARTS, REFERENCE_PARTS),
        (SHARE, RATE, GROUPS, SEEN),
    ),
    "intersections": Planned(
        _("Zoeken in alle combinaties. Hoe meer combinaties, hoe strenger Waterpas is."),
        PEOPLE,
        DIFFERENCE,
        (
            replace(
                SHARE,
                label=_("Hoeveel procent van hen zit in de kleinste combinatie?"),
                help=_("Wij beginnen met 5: één op de twintig."),
                initial="5",
            ),
            LEVELS,
        ),
        (DEPTH, RATE, SEEN),
    ),
    "deciders": Planned(
        _("Hoe ver een strenge en een soepele beslisser uit elkaar liggen. Nooit over één mens."),
        replace(
            PEOPLE,
            label=_("Hoeveel zaken zijn er samen?"),
            help=_("Van alle beslissers bij elkaar. Ongeveer is genoeg, bijvoorbeeld 2.000."),
        ),
        DIFFERENCE,
        (DECIDERS, replace(RATE, label=_("Hoeveel procent krijgt ja, bij een gewone beslisser?"))),
        (SEEN,),
    ),
    "pay": Planned(
        _("Het gemiddelde loon van groepen naast elkaar."),
        PEOPLE,
        replace(
            DIFFERENCE,
            kind="euro",
            label=_("Welk verschil wilt u kunnen zien, in euro per maand?"),
            help=_(
                "Wij beginnen met €\u00a0200. Voor de helft hebt u vier keer zo veel mensen nodig."
            ),
            initial="200",
        ),
        (SHARE, SPREAD),
        (QUESTIONS, GROUPS, SEEN),
    ),
    "risk_profile": Planned(
        _("Daarvoor moet bekend zijn wat er te vinden was, zoals bij controle door het lot."),
        replace(
            PEOPLE,
            label=_("Van hoeveel mensen is bekend of er iets te vinden was?"),
            help=_("Bijvoorbeeld iedereen die door het lot is gecontroleerd. Ongeveer is genoeg."),
        ),
        DIFFERENCE,
        (SHARE, FOUND),
        (
            VARIABLES,
            replace(RATE, label=_("Bij hoeveel procent van de anderen vergist het zich?")),
            AMONG,
            GROUPS,
            SEEN,
        ),
    ),
    "change": Planned(
        _("Of een verschil kleiner wordt na een maatregel, en hoe lang dat duurt."),
        replace(
            PEOPLE,
            label=_("Hoeveel mensen zijn het per periode?"),
            help=_("Bijvoorbeeld per jaar, alle groepen bij elkaar. Ongeveer is genoeg."),
        ),
        replace(DIFFERENCE, label=_("Welke verandering wilt u kunnen zien, in procentpunten?")),
        (SHARE, BEFORE),
        (RATE, GAP, AFTER, ELSEWHERE, GROUPS, SEEN),
        (SEE, NEED, LONG),
    ),
    "duration": Planned(
        _("De dagen tot een besluit, vergeleken tussen groepen."),
        PEOPLE,
        replace(
            DIFFERENCE,
            kind="days",
            label=_("Welk verschil wilt u kunnen zien, in dagen?"),
            help=_("Wij beginnen met 7: een week langer of korter wachten."),
            initial="7",
        ),
        (SHARE, DAYS),
        (DECIDED, GROUPS, SEEN),
    ),
}


def asked_by(plan: Planned, way: str) -> tuple[tuple[Asking, ...], tuple[Asking, ...]]:
    """What is asked first, and what under "meer instellingen", when this is what is looked for."""
    if way == LONG:
        later = tuple(each for each in plan.more if each.name != "after")
        return (plan.people, plan.difference, plan.first[0]), (*plan.first[1:], *later)
    return (plan.people if way == SEE else plan.difference, *plan.first), plan.more
