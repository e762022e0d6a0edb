from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from waterpas.web.approach import selectors
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.permissions import Permission
from waterpas.web.ui.languages import language_of_page


@needs(Permission.STEPS_VIEW)
@require_safe
def steps(request: AsPerson) -> HttpResponse:
    page = {
        "steps": selectors.steps(language_of_page()),
        "mine": selectors.tasks_of(request.user),
        "others": selectors.tasks_of_others(request.user),
    }
    return render(request, "approach/steps.html", page)
