"""A form whose change is refused is shown again, with the reason beside the field."""

from collections.abc import Callable

from django.forms import Form

from waterpas.web.actions import words
from waterpas.web.actions.errors import ActionRefused
from waterpas.web.actions.models import Action


def attempt(form: Form, change: Callable[[], Action]) -> Action | None:
    """Do it; None when it was refused, and then the form says why."""
    try:
        return change()
    except ActionRefused as refused:
        field = refused.field if refused.field in form.fields else None
        form.add_error(field, words.refusal(refused))
        return None


def status_of(form: Form) -> int:
    """422 for a form that was sent and is not right, else 200."""
    return 422 if form.is_bound and form.errors else 200
