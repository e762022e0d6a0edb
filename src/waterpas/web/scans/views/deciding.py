"""The decision about a policy, and looking again when it works."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.scans import aids, selectors, services, shown
from waterpas.web.scans.following import following_list
from waterpas.web.scans.forms.opening import AgainForm, SignForm
from waterpas.web.scans.models import Stage

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.SCAN_SIGN)
@once
@require_http_methods(GET_POST)
def scan_sign(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    form = SignForm(request.POST or None, scan=scan)
    if form.is_valid():
        try:
            services.sign_scan(scan=scan, **form.cleaned_data, by=request.user, now=timezone.now())
        except services.ObjectionStands:
            form.add_error("choice", _objection())
        except services.NothingAnswered:
            form.add_error(None, _("Er is nog geen criterium beantwoord."))
        except services.AnswersChanged:
            form = _asked_again(request, pk)
        else:
            say(request, _("Het besluit is bewaard, met de datum en de reden."))
            return redirect("scans:detail", pk)
    standing = selectors.standing_of(selectors.scans().get(pk=pk))
    page = {"form": form, "scan": scan, "standing": standing, "result": shown.result(standing)}
    page["gaps"] = aids.gaps(scan)
    return render(request, "scans/sign.html", page, status=422 if form.is_bound else 200)


def _objection() -> str:
    return _(
        "Een criterium staat op “ja” of “mogelijk”. Wilt u het beleid toch overnemen? Kies dan "
        "“overnemen ondanks bezwaar”."
    )


def _asked_again(request: AsPerson, pk: int) -> SignForm:
    """The same decision once more, beside the answers as they are now."""
    scan = selectors.scans().get(pk=pk)
    data = request.POST.copy()
    data["seen"] = SignForm(scan=scan).initial["seen"]
    form = SignForm(data, scan=scan)
    form.add_error(
        None,
        _(
            "Intussen veranderde iemand een antwoord, of nam een besluit. Kijk opnieuw naar de "
            "lijst. Klopt uw besluit nog? Bewaar dan nog een keer."
        ),
    )
    return form


@needs(Permission.SCAN_CHANGE)
@once
@require_http_methods(GET_POST)
def scan_again(request: AsPerson, pk: int) -> HttpResponse:
    scan = get_object_or_404(selectors.scans(), pk=pk)
    if scan.stage != Stage.BEFORE:
        say(request, _("U bent al bij de tweede keer."))
        return redirect("scans:detail", pk)
    if following_list(scan):
        say(request, _("Op een korte toets volgt een volledige toets. Begin daarmee."))
        return redirect("scans:detail", pk)
    form = AgainForm(request.POST or None)
    if form.is_valid():
        try:
            services.measure_again(
                scan=scan, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except services.NotDecided:
            form.add_error(None, _("Dat kan na een besluit om met het beleid door te gaan."))
        else:
            say(request, _("Alle antwoorden zijn overgenomen. Kijk ze één voor één na."))
            return redirect("scans:detail", pk)
    page = {"form": form, "scan": scan}
    return render(request, "scans/again.html", page, status=422 if form.is_bound else 200)
