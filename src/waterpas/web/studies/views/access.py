"""Who may come in: members of a study; and a withdrawn study changes no more."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from waterpas.web.people.access import AsPerson
from waterpas.web.people.messages import say
from waterpas.web.studies import selectors
from waterpas.web.studies.models import Run, Study

View = Callable[..., HttpResponseBase]


def of_member(view: View) -> View:
    """Let in who works on the study; the view gets the study. Put it under `needs(...)`."""

    @wraps(view)
    def guarded(request: AsPerson, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        study = get_object_or_404(Study, pk=pk)
        if not selectors.is_member(study, request.user):
            return not_a_member(request, study)
        return view(request, study, *args, **kwargs)

    return guarded


def of_working_member(view: View) -> View:
    """The same, and the study was not withdrawn."""

    @of_member
    @wraps(view)
    def guarded(request: AsPerson, study: Study, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if study.is_withdrawn:
            say(request, _("Dit onderzoek is ingetrokken. Het verandert niet meer."), bad=True)
            return redirect("studies:study", study.pk)
        return view(request, study, *args, **kwargs)

    return guarded


def of_table(view: View) -> View:
    """Send away from the pages about a table where the few figures of a study are typed in.

    Put it under `of_working_member`.
    """

    @wraps(view)
    def guarded(request: AsPerson, study: Study, *args: Any, **kwargs: Any) -> HttpResponseBase:
        method = selectors.method_of_study(study)
        if method and method.typed:
            return redirect("studies:percentages", study.pk)
        return view(request, study, *args, **kwargs)

    return guarded


def of_reader(view: View) -> View:
    """Let in who may see this result; the view gets the run. Put it under `needs(...)`."""

    @wraps(view)
    def guarded(
        request: AsPerson, pk: int, run: int, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        found = get_object_or_404(Run.objects.select_related("study", "tally"), study=pk, pk=run)
        if not selectors.may_see(found, request.user):
            page = {
                "study": found.study,
                "members": found.study.members.all(),
                "second": True,
                "maybe": found if selectors.may_be_opened(found) else None,
            }
            return render(request, "studies/not_member.html", page, status=403)
        return view(request, found, *args, **kwargs)

    return guarded


def not_a_member(request: AsPerson, study: Study) -> HttpResponseBase:
    """The page that says who works on the study."""
    page = {"study": study, "members": study.members.all()}
    return render(request, "studies/not_member.html", page, status=403)
