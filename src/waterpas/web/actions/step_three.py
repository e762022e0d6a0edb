"""What the records say about step 3: people, money and means for the actions."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waterpas.web.actions import selectors, words
from waterpas.web.actions.models import Money, Status
from waterpas.web.actions.rules import Gap, Group
from waterpas.web.actions.selectors import ActionNow
from waterpas.web.people.permissions import Permission
from waterpas.web.people.waiting import waits_for
from waterpas.web.references.checks import Saying, WaitsFor

CHANGING = (Permission.ACTION_CHANGE,)


def nothing_yet() -> Saying:
    """There is no action at all."""
    return Saying(
        3,
        _("Er zijn nog geen maatregelen. Zonder maatregel valt er niets te betalen."),
        is_gap=True,
        next_label=_("Maatregel toevoegen"),
        next_url=reverse("actions:add"),
        needs=CHANGING,
        minutes=15,
        is_empty=True,
        weight=20,
    )


def means(found: list[ActionNow]) -> Iterator[Saying]:
    """Whether means are decided, whether somebody owns each action, and what is promised."""
    bare = missing(found, Gap.NO_MONEY_DECISION)
    yield from _undecided(bare)
    if not bare:
        text = ngettext(
            "%(n)s maatregel. Geld en uren zijn gevraagd of geregeld.",
            "%(n)s maatregelen. Bij elk zijn geld en uren gevraagd of geregeld.",
            len(found),
        )
        yield Saying(3, text % {"n": len(found)})
    yield from _people(found)
    yield from _promises(found)


def _undecided(bare: list[ActionNow]) -> Iterator[Saying]:
    """What is filled in, what was asked: each is said as it is."""
    ready = [now for now in bare if now.means]
    asked = [now for now in bare if not now.means and now.money_known]
    empty = [now for now in bare if not now.means and not now.money_known]
    if empty:
        text = ngettext(
            "Bij %(n)s maatregel zijn geld en uren nog niet ingevuld.",
            "Bij %(n)s maatregelen zijn geld en uren nog niet ingevuld.",
            len(empty),
        )
        yield _asking(text, empty, 60)
    if ready:
        text = ngettext(
            "Bij %(n)s maatregel is ingevuld wat nodig is. Het is nog niet gevraagd.",
            "Bij %(n)s maatregelen is ingevuld wat nodig is. Het is nog niet gevraagd.",
            len(ready),
        )
        yield _asking(text, ready, 59)
    if asked:
        text = ngettext(
            "Bij %(n)s maatregel staat niet hoeveel geld of uren het zijn.",
            "Bij %(n)s maatregelen staat niet hoeveel geld of uren het zijn.",
            len(asked),
        )
        yield _asking(text, asked, 58)


def _asking(text: str, bare: list[ActionNow], weight: int) -> Saying:
    return Saying(
        3,
        text % {"n": len(bare)},
        is_gap=True,
        next_label=_("Middelen vragen"),
        next_url=reverse("actions:means"),
        waits_for=waits_for(now.action.owner for now in bare),
        needs=CHANGING,
        minutes=10,
        weight=weight,
    )


def _people(found: list[ActionNow]) -> Iterator[Saying]:
    bare = missing(found, Gap.NO_OWNER) + missing(found, Gap.OWNER_VACANT)
    if not bare:
        return
    text = ngettext(
        "%(n)s maatregel heeft geen eigenaar, of niemand heeft die functie.",
        "%(n)s maatregelen hebben geen eigenaar, of niemand heeft die functie.",
        len(bare),
    )
    yield Saying(
        3,
        text % {"n": len(bare)},
        is_gap=True,
        next_label=_("Eigenaar kiezen"),
        next_url=reverse("actions:list") + "#no-owner",
        waits_for=WaitsFor(coordinator=True),
        needs=CHANGING,
        minutes=5,
        weight=50,
    )


def _promises(found: list[ActionNow]) -> Iterator[Saying]:
    total = selectors.totals([now.action for now in found])
    if total.fte_asked:
        yield Saying(
            3,
            _("%(promised)s van de %(asked)s gevraagde fte is toegezegd.")
            % {
                "promised": words.number(total.fte_promised),
                "asked": words.number(total.fte_asked),
            },
        )
    going = [now for now in found if now.action.status in (Status.PLANNED, Status.INTRODUCED)]
    if refused := [now for now in going if now.action.money == Money.REFUSED]:
        yield _refused(refused)
    if asked := [now for now in found if now.group == Group.MONEY_ASKED]:
        yield _asked(asked)


def _refused(found: list[ActionNow]) -> Saying:
    text = ngettext(
        "Voor %(n)s maatregel is het geld geweigerd.",
        "Voor %(n)s maatregelen is het geld geweigerd.",
        len(found),
    )
    return Saying(
        3,
        text % {"n": len(found)},
        is_gap=True,
        next_label=_("Maatregelen bekijken"),
        next_url=reverse("actions:list") + f"#{Group.MONEY_REFUSED}",
        waits_for=waits_for(now.action.owner for now in found),
        needs=CHANGING,
        minutes=10,
        weight=30,
    )


def _asked(found: list[ActionNow]) -> Saying:
    text = ngettext(
        "Voor %(n)s maatregel is het geld gevraagd. Er is nog geen besluit.",
        "Voor %(n)s maatregelen is het geld gevraagd. Er is nog geen besluit.",
        len(found),
    )
    return Saying(
        3,
        text % {"n": len(found)},
        is_gap=True,
        next_label=_("Besluit opschrijven"),
        next_url=reverse("actions:list") + f"#{Group.MONEY_ASKED}",
        waits_for=waits_for(now.action.accountable or now.action.owner for now in found),
        needs=CHANGING,
        minutes=5,
        weight=20,
    )


def missing(found: list[ActionNow], gap: Gap) -> list[ActionNow]:
    """The actions that miss this."""
    return [now for now in found if gap in now.gaps]
