"""The plans that are kept with a study; they are made and kept on the pages of plans."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.studies import services
from waterpas.web.studies.models import Study
from waterpas.web.studies.views.access import of_working_member


@needs(Permission.STUDY_CHANGE)
@of_working_member
@once
@require_POST
def plan_remove(request: AsPerson, study: Study, plan: int) -> HttpResponse:
    kept = get_object_or_404(study.plans, pk=plan)
    services.remove_plan(plan=kept, by=request.user, now=timezone.now())
    say(request, _("Het plan is weg."))
    return redirect("studies:study", study.pk)
