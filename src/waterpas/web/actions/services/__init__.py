"""Everything that changes actions. Each change is one transaction and one audit line."""

from waterpas.web.actions.services.ending import (
    conclude_diluted,
    conclude_works,
    introduce_action,
    reopen_action,
)
from waterpas.web.actions.services.planning import (
    MeansChangedMeanwhile,
    add_action,
    ask_means,
    change_action,
    link_finding,
    unlink_finding,
)
from waterpas.web.actions.services.taking_over import take_over_change, undo_take_over

__all__ = [
    "MeansChangedMeanwhile",
    "add_action",
    "ask_means",
    "change_action",
    "conclude_diluted",
    "conclude_works",
    "introduce_action",
    "link_finding",
    "reopen_action",
    "take_over_change",
    "undo_take_over",
    "unlink_finding",
]
