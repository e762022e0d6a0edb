"""Everything that changes people. Each change is one transaction and one audit line."""

from waterpas.web.people.services.accounts import (
    add_person,
    change_person,
    change_roles,
    let_go,
    take_back,
)
from waterpas.web.people.services.inviting import accept_invitation, invite, invite_from_server
from waterpas.web.people.services.municipality import begin, change_organisation
from waterpas.web.people.services.positions import add_position, change_position
from waterpas.web.people.services.refusals import (
    AlreadyBegun,
    CoordinatorGivesRoles,
    InvitationOver,
    LastCoordinator,
    MayNotInvite,
    OfCoordinator,
    RolesExclude,
    RolesForOneself,
)

__all__ = [
    "AlreadyBegun",
    "CoordinatorGivesRoles",
    "InvitationOver",
    "LastCoordinator",
    "MayNotInvite",
    "OfCoordinator",
    "RolesExclude",
    "RolesForOneself",
    "accept_invitation",
    "add_person",
    "add_position",
    "begin",
    "change_organisation",
    "change_person",
    "change_position",
    "change_roles",
    "invite",
    "invite_from_server",
    "let_go",
    "take_back",
]
