"""Everything that changes a study. Each change is one transaction and one audit line."""

from waterpas.web.studies.services.designing import (
    LastMember,
    StudyWithdrawn,
    add_member,
    change_study,
    design_study,
    remove_member,
    state_ground,
    withdraw_study,
)
from waterpas.web.studies.services.measuring import measure_study
from waterpas.web.studies.services.planning import keep_plan, remove_plan
from waterpas.web.studies.services.releasing import (
    NotToBeOpened,
    StandsBeside,
    open_result,
    release_study,
)
from waterpas.web.studies.services.tallies import (
    destroy_due_tallies,
    destroy_tally,
    refuse_table,
    store_tally,
)

__all__ = [
    "LastMember",
    "NotToBeOpened",
    "StandsBeside",
    "StudyWithdrawn",
    "add_member",
    "change_study",
    "design_study",
    "destroy_due_tallies",
    "destroy_tally",
    "keep_plan",
    "measure_study",
    "open_result",
    "refuse_table",
    "release_study",
    "remove_member",
    "remove_plan",
    "state_ground",
    "store_tally",
    "withdraw_study",
]
