from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.approach import selectors
from waterpas.web.approach.waiting import tasks_for
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission
from waterpas.web.studies.selectors import released_studies
from waterpas.web.ui.languages import language_of_page

MOST_MINE, MOST_OTHERS = 6, 4


@needs(Permission.STEPS_VIEW)
@require_safe
def steps(request: AsPerson) -> HttpResponse:
    mine, others = tasks_for(request.user)
    found = selectors.steps(language_of_page(), request.user)
    page = {
        "steps": found,
        "begin": None if mine else selectors.begin(found),
        "mine": mine[:MOST_MINE],
        "more_mine": max(0, len(mine) - MOST_MINE),
        "others": others[:MOST_OTHERS],
        "more_others": max(0, len(others) - MOST_OTHERS),
        "is_released": bool(released_studies()),
    }
    return render(request, "approach/steps.html", page)


@needs(Permission.STEPS_VIEW)
@require_safe
def tasks(request: AsPerson) -> HttpResponse:
    mine, others = tasks_for(request.user)
    return render(request, "approach/tasks.html", {"mine": mine, "others": others})


@needs(Permission.HANDBOOK_VIEW)
@require_safe
def step(request: AsPerson, number: int) -> HttpResponse:
    lang = language_of_page()
    now = selectors.step_now(number, lang, request.user)
    if now is None:
        raise Http404
    page = {"step": now, "items": selectors.items_of_step(number, lang)}
    return render(request, "approach/step.html", page)


@needs(Permission.HANDBOOK_VIEW)
@require_safe
def handbook(request: AsPerson) -> HttpResponse:
    lang = language_of_page()
    page = {
        "items": selectors.items_beside_the_steps(lang),
        "steps": selectors.steps(lang, request.user),
    }
    return render(request, "approach/handbook.html", page)
