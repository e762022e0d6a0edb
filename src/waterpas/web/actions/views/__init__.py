"""The pages about actions."""

from waterpas.web.actions.views.handbook import action_take_over, action_undo
from waterpas.web.actions.views.lists import action_csv, action_detail, action_list
from waterpas.web.actions.views.plan import action_add, action_change, action_means
from waterpas.web.actions.views.steps import (
    action_choose,
    action_dilute,
    action_introduce,
    action_link,
    action_reopen,
    action_unlink,
    action_works,
)

__all__ = [
    "action_add",
    "action_change",
    "action_choose",
    "action_csv",
    "action_detail",
    "action_dilute",
    "action_introduce",
    "action_link",
    "action_list",
    "action_means",
    "action_reopen",
    "action_take_over",
    "action_undo",
    "action_unlink",
    "action_works",
]
