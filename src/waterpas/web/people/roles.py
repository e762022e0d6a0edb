"""Roles as data: who may do what. Whoever has no role may do nothing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from waterpas.web.people.permissions import Permission as P

if TYPE_CHECKING:
    from collections.abc import Mapping

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its stable code, its name, what it is for, and what it may do."""

    code: str
    name: Text
    purpose: Text
    may: frozenset[P]


_READ = frozenset(
    {
        P.STEPS_VIEW,
        P.HANDBOOK_VIEW,
        P.REGISTER_VIEW,
        P.STUDY_VIEW,
        P.SCAN_VIEW,
        P.FINDING_VIEW,
        P.ACTION_VIEW,
    }
)
_WORK = _READ | {
    P.PEOPLE_VIEW,
    P.REGISTER_CHANGE,
    P.SCAN_CHANGE,
    P.SCAN_COMMENT,
    P.FINDING_CHANGE,
    P.ACTION_CHANGE,
}

ROLES: "Mapping[str, Role]" = {
    role.code: role
    for role in (
        Role(
            "coordinator",
            _("coördinator"),
            _("Houdt de aanpak bij elkaar: mensen, register, bevindingen en maatregelen."),
            _WORK
            | {
                P.PEOPLE_CHANGE,
                P.ROLES_GIVE,
                P.ORGANISATION_CHANGE,
                P.STUDY_CHANGE,
                P.STUDY_RELEASE,
                P.SCAN_SIGN,
                P.FINDING_DECIDE,
                P.ACTION_CONCLUDE,
                P.LOG_VIEW,
            },
        ),
        Role(
            "researcher",
            _("onderzoeker"),
            _("Zet onderzoek op, leest tabellen in en maakt bevindingen."),
            _WORK | {P.STUDY_CHANGE},
        ),
        Role(
            "policy-adviser",
            _("beleidsadviseur"),
            _("Bekijkt beleid en dienstverlening, en stelt maatregelen voor."),
            _WORK,
        ),
        Role(
            "hr-adviser",
            _("HR-adviseur"),
            _("Bekijkt werving, doorstroom en sociale veiligheid, en stelt maatregelen voor."),
            _WORK,
        ),
        Role(
            "manager",
            _("leidinggevende"),
            _("Is eigenaar van processen en maatregelen, en besluit daarover."),
            _READ | {P.PEOPLE_VIEW, P.ACTION_CHANGE, P.FINDING_DECIDE, P.SCAN_SIGN, P.SCAN_COMMENT},
        ),
        Role(
            "taskforce-member",
            _("lid van de taskforce"),
            _("Vraagt verantwoording, en zegt of een maatregel werkt."),
            _READ | {P.PEOPLE_VIEW, P.ACTION_CONCLUDE, P.FINDING_CHANGE, P.SCAN_COMMENT},
        ),
        Role(
            "confidential-adviser",
            _("vertrouwenspersoon"),
            _("Staat naast wie iets meldt. Ziet de aanpak, en geen onderzoek naar collega's."),
            frozenset({P.STEPS_VIEW, P.HANDBOOK_VIEW, P.FINDING_VIEW, P.ACTION_VIEW}),
        ),
        Role(
            "council-reader",
            _("lezer voor de raad"),
            _("Leest wat voor de raad is vrijgegeven."),
            frozenset({P.STEPS_VIEW, P.HANDBOOK_VIEW, P.COUNCIL_RESULTS_VIEW}),
        ),
        Role(
            "administrator",
            _("beheerder"),
            _(
                "Maakt accounts en functies. Geeft geen rol in de aanpak: dat doet de coördinator. "
                "Ziet geen onderzoek en geen bevindingen."
            ),
            frozenset({P.STEPS_VIEW, P.HANDBOOK_VIEW, P.PEOPLE_VIEW, P.PEOPLE_CHANGE, P.LOG_VIEW}),
        ),
    )
}

# What an administrator may give; every other role is given by who may do `roles.give`.
TECHNICAL = frozenset({"administrator"})


def givable(*, by_coordinator: bool) -> list[Role]:
    """The roles that somebody may give and take away."""
    return [role for role in ROLES.values() if by_coordinator or role.code in TECHNICAL]


# Two roles that one person cannot hold, and why. Everything else may go together: in a small
# municipality one person does many things.
EXCLUSIONS: "Mapping[frozenset[str], Text]" = {
    frozenset({"confidential-adviser", "manager"}): _(
        "Een vertrouwenspersoon kan geen leidinggevende zijn: dan hoort wie over u besluit, wat u "
        "in vertrouwen vertelt."
    ),
    frozenset({"confidential-adviser", "hr-adviser"}): _(
        "Een vertrouwenspersoon kan geen HR-adviseur zijn: die adviseert ook over de mensen over "
        "wie u vertelt."
    ),
    frozenset({"confidential-adviser", "administrator"}): _(
        "Een vertrouwenspersoon kan geen beheerder zijn: wie alles kan instellen, kan niet ook de "
        "vertrouwelijke kant doen."
    ),
    **{
        frozenset({"council-reader", code}): _(
            "Wie voor de raad leest, controleert het werk van de organisatie. Dat gaat niet samen "
            "met een andere rol in dat werk."
        )
        for code in ROLES
        if code != "council-reader"
    },
}
