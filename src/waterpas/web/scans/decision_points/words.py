"""A point of decision in sentences. There is one for every answer, also for not knowing."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waterpas.web.scans.decision_points import rules
from waterpas.web.scans.decision_points.models import DecisionPoint
from waterpas.web.scans.decision_points.selectors import SAYS, says_now

Text = str | Promise

SENTENCES: Mapping[str, Mapping[str, Text]] = {
    "ground": {
        "rule": gettext_lazy("Er is een vaste regel: %(rule)s"),
        "room": gettext_lazy("Er is een regel die ruimte laat: %(rule)s"),
        "own": gettext_lazy("Er is geen vaste regel: het is een eigen inschatting."),
        "unknown": gettext_lazy("Of er een vaste regel is, weten we nog niet."),
    },
    "reason": {
        "yes": gettext_lazy("De reden wordt opgeschreven."),
        "no": gettext_lazy("De reden wordt niet opgeschreven."),
        "unknown": gettext_lazy("Of de reden wordt opgeschreven, weten we nog niet."),
    },
    "second_look": {
        "yes": gettext_lazy("Een tweede persoon kijkt mee."),
        "no": gettext_lazy("Niemand kijkt mee: iemand beslist alleen."),
        "unknown": gettext_lazy("Of iemand meekijkt, weten we nog niet."),
    },
    "sampled": {
        "yes": gettext_lazy("Achteraf bekijkt iemand een steekproef."),
        "no": gettext_lazy("Niemand bekijkt achteraf een steekproef."),
        "unknown": gettext_lazy("Of er achteraf een steekproef is, weten we nog niet."),
    },
    "told": {
        "with-reason": gettext_lazy("Wie het raakt, hoort het besluit met de reden."),
        "without-reason": gettext_lazy("Wie het raakt, hoort het besluit, maar niet de reden."),
        "no": gettext_lazy("Wie het raakt, hoort het besluit niet."),
        "unknown": gettext_lazy("Of wie het raakt het besluit hoort, weten we nog niet."),
    },
}


def sentence(point: DecisionPoint, name: str) -> str:
    """What a point says about one limit."""
    value = getattr(point, name)
    if name == "sampled" and value == "yes" and point.how_often:
        return _("Achteraf bekijkt iemand een steekproef: %(how)s") % {"how": point.how_often}
    return str(SENTENCES[name][value]) % {"rule": point.rule}


def missing(point: DecisionPoint) -> str:
    """What is missing at a point, in one line; empty: nothing."""
    says = says_now(point)
    found = [sentence(point, name) for name in rules.lacks(says)]
    if rules.is_unlimited(says):
        found.insert(0, _("Niets begrenst hier het eigen oordeel."))
    return " ".join(found)


def in_short(point: DecisionPoint) -> str:
    """What is missing or not known at a point, for a list: what says all is not said in parts."""
    says = says_now(point)
    lacks = rules.lacks(says)
    found = [sentence(point, name) for name in lacks]
    if rules.is_unlimited(says):
        told = [sentence(point, name) for name in lacks if name not in rules.LIMITING]
        found = [_("Niets begrenst hier het eigen oordeel."), *told]
    return " ".join([*found, *(sentence(point, name) for name in rules.unknowns(says))])


def labels() -> dict[str, str]:
    """The names of the fields that the history shows."""
    names = (*SAYS, "place")
    # Only called for plain fields: a relation backwards has no such name.
    return {name: str(DecisionPoint._meta.get_field(name).verbose_name) for name in names}  # type: ignore[union-attr]


def shown(name: str, value: object) -> str:
    """A stored value in words."""
    field = DecisionPoint._meta.get_field(name)
    choices = dict(getattr(field, "choices", None) or ())
    return str(choices.get(value, value or ""))
