"""A hit rate is a rate and nothing more: it is never compared."""

from dataclasses import replace

from waterpas.measure.notes import with_family
from waterpas.results import Allowed, Comparison, GroupResult

# Notes on a group that still say something where nothing is compared.
ABOUT_A_RATE = ("unknown-outcome", "small-numbers")
ABOUT_THE_GROUP = ("hidden-in-source", "nobody")


def rates_only(comparison: Comparison, *, family: int) -> Comparison:
    """The same groups with their rate, and without any figure that compares them.

    Who is looked at more often is found more often, so a ratio of hit rates points the wrong way.
    Nothing that is made of the result can show what is not in it.
    """
    return replace(
        comparison,
        groups=tuple(map(_rate_only, comparison.groups)),
        family=family,
        notes=with_family(comparison.notes, family),
    )


def _rate_only(group: GroupResult) -> GroupResult:
    why = group.suppressed
    hidden = group.rate is None
    return replace(
        group,
        difference=None,
        ratio=None,
        p=None,
        p_adjusted=None,
        certainty=None,
        detectable=None,
        reference_n=None,
        reference_cases=None,
        suppressed=why if why and why.reason in ABOUT_THE_GROUP else None,
        allowed=Allowed(rate=group.allowed.rate) if group.allowed and group.allowed.rate else None,
        notes=tuple(
            note
            for note in group.notes
            if note.code in ABOUT_A_RATE or (hidden and note.code == "hidden-interval")
        ),
    )
