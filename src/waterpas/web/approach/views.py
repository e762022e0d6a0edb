from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.approach import selectors
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission
from waterpas.web.ui.languages import language_of_page

MOST_TASKS = 6


@needs(Permission.STEPS_VIEW)
@require_safe
def steps(request: AsPerson) -> HttpResponse:
    mine, others = selectors.tasks_of(request.user), selectors.tasks_of_others(request.user)
    page = {
        "steps": selectors.steps(language_of_page(), request.user),
        "may_act": selectors.may_act(request.user),
        "mine": mine[:MOST_TASKS],
        "more_mine": max(0, len(mine) - MOST_TASKS),
        "others": others[:MOST_TASKS],
        "more_others": max(0, len(others) - MOST_TASKS),
    }
    return render(request, "approach/steps.html", page)


@needs(Permission.STEPS_VIEW)
@require_safe
def tasks(request: AsPerson) -> HttpResponse:
    page = {
        "may_act": selectors.may_act(request.user),
        "mine": selectors.tasks_of(request.user),
        "others": selectors.tasks_of_others(request.user),
    }
    return render(request, "approach/tasks.html", page)


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
