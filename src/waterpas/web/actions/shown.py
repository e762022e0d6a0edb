"""What the page of one action shows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from waterpas.web.actions import rules, selectors, words
from waterpas.web.actions.models import Action, Status
from waterpas.web.actions.rules import Gap, Group
from waterpas.web.actions.selectors import ActionNow
from waterpas.web.findings.models import Finding
from waterpas.web.people.models import Position
from waterpas.web.people.permissions import Permission
from waterpas.web.references.urns import Reference, resolve, urn
from waterpas.web.ui.languages import language_of_page


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now: why, what the button says, where it leads, who may."""

    text: str
    label: str
    url: str
    permission: Permission = Permission.ACTION_CHANGE
    other_label: str = ""
    other_url: str = ""


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who has a part in it: which part, in which function."""

    part: str
    position: Position | None


@dataclass(frozen=True, slots=True)
class Answered:
    """A finding that it answers, with the address of its page when there is one."""

    finding: Finding
    url: str


def detail_of(now: ActionNow) -> dict[str, object]:
    """Everything on the page of an action that is not in the action itself."""
    action = now.action
    item = resolve(urn("item", action.item_id)) if action.item_id else None
    lang = language_of_page()
    routes = selectors.preventive_routes(now.steps) if now.is_preventive else []
    return {
        "next": next_step(now),
        "works_url": reverse("actions:works", args=[action.pk]),
        "introduce_url": reverse("actions:introduce", args=[action.pk]),
        "hands": _hands(action),
        "answered": [answered(finding) for finding in action.findings.all()],
        "points": [point.title.text(lang) for point in selectors.points_of(action)],
        "routes": [route.text(lang) for route in routes],
        "item_url": item.url if item else "",
        "evidence": resolve(action.effect_urn) if action.effect_urn else None,
        "look_before": rules.look_before(action.introduced_on) if action.introduced_on else None,
    }


def answered(finding: Finding) -> Answered:
    """A finding with the address of its page."""
    found: Reference | None = resolve(urn("finding", finding.pk))
    return Answered(finding, found.url if found else "")


def next_step(now: ActionNow) -> NextStep | None:
    """What is to be done now; None when it works."""
    action = now.action
    if action.status == Status.WORKS:
        return None
    if action.status == Status.DILUTED:
        return _something_else(now)
    if missing := _what_misses(now):
        return missing
    if action.status == Status.PLANNED:
        return NextStep(
            _("Is het ingevoerd? Schrijf dan op sinds wanneer."),
            _("Het is ingevoerd"),
            reverse("actions:introduce", args=[action.pk]),
        )
    return NextStep(
        _("Ga na of het werkt. Kijk of het verschil kleiner is, en voor wie."),
        _("Het werkt"),
        reverse("actions:works", args=[action.pk]),
        Permission.ACTION_CONCLUDE,
        _("Afgezwakt"),
        reverse("actions:dilute", args=[action.pk]),
    )


def _what_misses(now: ActionNow) -> NextStep | None:
    pk = now.action.pk
    if Gap.NO_OWNER in now.gaps:
        url = reverse("actions:change", args=[pk]) + "#id_owner"
        return NextStep(str(words.GAPS[Gap.NO_OWNER]), _("Eigenaar kiezen"), url)
    if Gap.OWNER_VACANT in now.gaps:
        return NextStep(
            str(words.GAPS[Gap.OWNER_VACANT]),
            _("Naar mensen en functies"),
            reverse("people:list"),
            Permission.PEOPLE_VIEW,
        )
    if Gap.NO_MONEY_DECISION in now.gaps:
        url = reverse("actions:change", args=[pk]) + "#id_fte"
        return NextStep(str(words.GAPS[Gap.NO_MONEY_DECISION]), _("Middelen vragen"), url)
    return _money_not_there(now)


def _money_not_there(now: ActionNow) -> NextStep | None:
    url = reverse("actions:change", args=[now.action.pk])
    if now.group == Group.MONEY_REFUSED:
        return NextStep(
            _("Het geld is geweigerd. Vraag het opnieuw, of maak de maatregel kleiner."),
            _("Maatregel aanpassen"),
            f"{url}#id_fte",
        )
    if now.group == Group.MONEY_ASKED:
        return NextStep(
            _("Het geld is gevraagd. Is er een besluit? Schrijf het dan op."),
            _("Besluit opschrijven"),
            f"{url}#id_money",
        )
    return None


def _something_else(now: ActionNow) -> NextStep:
    linked = "&".join(f"finding={finding.pk}" for finding in now.action.findings.all())
    points = "&".join(f"point={point}" for point in now.action.points)
    return NextStep(
        _("Hier bleef te weinig van over. Wat doet u in plaats daarvan?"),
        _("Andere maatregel bedenken"),
        f"{reverse('actions:add')}?{linked or points}",
    )


def _hands(action: Action) -> list[Hand]:
    return [
        Hand(_("Eigenaar"), action.owner),
        Hand(_("Kijkt mee"), action.reviewer),
        Hand(_("Legt verantwoording af"), action.accountable),
    ]
