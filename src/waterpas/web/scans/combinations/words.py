"""Combinations in words: what is still open, and the stored values."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waterpas.web.scans.combinations import kinds
from waterpas.web.scans.combinations.models import Combination, Known
from waterpas.web.scans.combinations.rules import Open
from waterpas.web.scans.combinations.selectors import SAYS, still_open
from waterpas.web.ui.languages import language_of_page

Text = str | Promise

STILL_OPEN: Mapping[Open, Text] = {
    Open.CARRIED: gettext_lazy("Overgenomen van vooraf, nog niet opnieuw bekeken."),
    Open.UNKNOWN: gettext_lazy("Wat er voor hen gebeurt, weten we nog niet."),
    Open.NO_CHANGE: gettext_lazy("Nog niet bekend wat er verandert."),
}


def open_of(combination: Combination) -> str:
    """What is still open about a combination, in one line; empty: nothing."""
    return " ".join(str(STILL_OPEN[one]) for one in still_open(combination))


def summary(found: Sequence[Combination]) -> list[str]:
    """What the combinations of a scan say together, by their names."""
    if not found:
        return [_("Er is nog geen combinatie bekeken. Dat is een gat, geen keuze.")]
    said = [_("Bekeken: %(combinations)s.") % {"combinations": "; ".join(map(str, found))}]
    waiting = [str(one) for one in found if still_open(one)]
    if waiting:
        said.append(
            _("Nog iets open bij: %(combinations)s.") % {"combinations": "; ".join(waiting)}
        )
    return said


def labels() -> dict[str, str]:
    """The names of the fields that the history shows."""
    # Only called for plain fields: a relation backwards has no such name.
    return {name: str(Combination._meta.get_field(name).verbose_name) for name in SAYS}  # type: ignore[union-attr]


def shown(name: str, value: object) -> str:
    """A stored value in words."""
    if name == "kinds":
        return kinds.named(value if isinstance(value, list) else [], "", language_of_page())
    if name == "known":
        return str(dict(Known.choices).get(str(value), ""))
    return str(value or "")
