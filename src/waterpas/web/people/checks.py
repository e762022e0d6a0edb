"""What waits for whom about people: who has no role yet can see nothing."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import people_without_role
from waterpas.web.references.checks import Task, register_tasks


def tasks() -> Iterable[Task]:
    """Everybody who can log in and holds no role, waits for who gives roles."""
    for person in people_without_role():
        yield Task(
            text=_("%(name)s: nog geen rol, en kan dus niets zien") % {"name": person.name},
            url=reverse("people:roles", args=[person.pk]),
            person=None,
            needs=(Permission.ROLES_GIVE,),
        )


register_tasks("people", tasks)
