"""Why something about people is not done."""

from collections.abc import Collection


class RolesExclude(Exception):
    """One person cannot hold these roles together; `pairs` says which."""

    def __init__(self, pairs: list[frozenset[str]]) -> None:
        super().__init__(f"{pairs}")
        self.pairs = pairs


class RolesForOneself(Exception):
    """Nobody gives roles to oneself, but for a coordinator, who may everything already."""


class CoordinatorGivesRoles(Exception):
    """A role in the work is given and taken away by the coordinator alone; `roles` says which."""

    def __init__(self, roles: Collection[str]) -> None:
        super().__init__(", ".join(sorted(roles)))
        self.roles = roles


class MayNotInvite(Exception):
    """This person cannot be invited by who asks for it."""


class InvitationOver(Exception):
    """The invitation was used or replaced in the meantime."""


class LastCoordinator(Exception):
    """Without this person nobody could give roles any more."""


class AlreadyBegun(Exception):
    """There is a municipality already; beginning is done once."""


class OfCoordinator(Exception):
    """This is about a coordinator, and who asks for it gives no roles."""
