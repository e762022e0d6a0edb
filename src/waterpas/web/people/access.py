"""Every page asks for a permission. Deny by default: whoever may not, sees why and who may."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypedDict

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from waterpas.web.people.models import Person
from waterpas.web.people.permissions import Permission
from waterpas.web.people.roles import ROLES
from waterpas.web.people.typed import ask_to_log_in

View = Callable[..., HttpResponseBase]


class AsPerson(HttpRequest):
    """A request of somebody who is logged in."""

    user: Person


class Stamp(TypedDict):
    """By whom and when: what every service that writes takes."""

    by: Person
    now: datetime


def needs(permission: Permission) -> Callable[[View], View]:
    """Let in whoever has the permission. Marks the view, so that a test can see it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person: Person | AnonymousUser = request.user
            if not isinstance(person, Person):
                return ask_to_log_in(request)
            if not person.may(permission):
                return refuse(request, permission)
            return view(request, *args, **kwargs)

        guarded.required_permission = permission  # type: ignore[attr-defined] # for a test to see
        return guarded

    return decorate


def refuse(request: HttpRequest, permission: Permission) -> HttpResponseBase:
    """The page that says which roles may do this."""
    page = {"may": [role.name for role in ROLES.values() if permission in role.may]}
    return render(request, "ui/403.html", page, status=403)
