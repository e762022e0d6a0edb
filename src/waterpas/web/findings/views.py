from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.web.findings import selectors, services
from waterpas.web.findings.forms import (
    EvidenceForm,
    FilterForm,
    FindingForm,
    NewFindingForm,
    ReasonForm,
)
from waterpas.web.findings.from_link import from_link
from waterpas.web.findings.models import Finding
from waterpas.web.findings.shown import grouped, offered, points_shown, rows
from waterpas.web.people.access import AsPerson, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.people.selectors import names_of
from waterpas.web.references.urns import resolve
from waterpas.web.references.versions import ChangedMeanwhile
from waterpas.web.ui.languages import language_of_page

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.FINDING_VIEW)
@require_safe
def finding_list(request: AsPerson) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = selectors.standings(selectors.findings())
    page = {
        "form": form,
        "groups": grouped(rows(found, **wanted)),
        "is_filtered": any(wanted.values()),
        "there_are": bool(found),
    }
    return render(request, "findings/list.html", page)


@needs(Permission.FINDING_VIEW)
@require_safe
def finding_detail(request: AsPerson, pk: int) -> HttpResponse:
    finding = get_object_or_404(selectors.with_actions(), pk=pk)
    lang = language_of_page()
    standing = selectors.standing_of(finding)
    page = {
        "finding": finding,
        "standing": standing,
        "may_decide": standing.is_open or standing.is_diluted,
        "points": points_shown(finding.points, lang),
        "evidence": [(each, resolve(each.urn)) for each in finding.evidence.all()],
        "suggested": [] if finding.decided_at else offered(finding, lang),
        "decided_by": names_of([finding.decided_by]).get(finding.decided_by),
        "is_newer": selectors.has_evidence_after_decision(finding),
    }
    return render(request, "findings/detail.html", page)


@needs(Permission.FINDING_CHANGE)
@once
@require_http_methods(GET_POST)
def finding_add(request: AsPerson) -> HttpResponse:
    link = from_link(request.GET)
    form = NewFindingForm(request.POST or None, initial=link.initial)
    if not form.is_valid():
        page = {"form": form, "link": link, "study": resolve(str(form["urn"].value() or ""))}
        return render(request, "findings/add.html", page, status=422 if form.is_bound else 200)
    finding = services.add_finding(
        **form.finding(), evidence=form.evidence(), by=request.user, now=timezone.now()
    )
    say(request, _("De bevinding is bewaard. Kies nu wat er verandert."))
    return redirect("findings:detail", finding.pk)


@needs(Permission.FINDING_CHANGE)
@once
@require_http_methods(GET_POST)
def finding_change(request: AsPerson, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    form = FindingForm(request.POST or None, finding=finding)
    page = {"form": form, "finding": finding}
    if not form.is_valid():
        return render(request, "findings/change.html", page, status=422 if form.is_bound else 200)
    try:
        saved = services.change_finding(
            finding=finding, **form.cleaned_data, by=request.user, now=timezone.now()
        )
    except ChangedMeanwhile as changed:
        finding.refresh_from_db()
        page |= {"form": form.again(finding, changed), "is_changed": True}
        return render(request, "findings/change.html", page, status=409)
    say_both_kept(request, version=form.cleaned_data["version"], now=saved.version)
    return redirect("findings:detail", pk)


@needs(Permission.FINDING_CHANGE)
@once
@require_http_methods(GET_POST)
def evidence_add(request: AsPerson, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    form = EvidenceForm(request.POST or None, initial=from_link(request.GET).initial)
    if not form.is_valid():
        page = {"form": form, "finding": finding}
        return render(request, "findings/evidence.html", page, status=422 if form.is_bound else 200)
    services.add_evidence(finding=finding, **form.cleaned_data, by=request.user, now=timezone.now())
    return redirect("findings:detail", pk)


@needs(Permission.FINDING_CHANGE)
@once
@require_http_methods(GET_POST)
def evidence_remove(request: AsPerson, pk: int, evidence_pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    evidence = finding.evidence.filter(pk=evidence_pk).first()
    if evidence is None:
        say(request, _("Dit bewijs is al weggehaald."))
        return redirect("findings:detail", pk)
    if request.method != "POST":
        page = {"finding": finding, "evidence": evidence}
        return render(request, "findings/evidence_remove.html", page)
    services.remove_evidence(evidence=evidence, by=request.user, now=timezone.now())
    return redirect("findings:detail", pk)


@needs(Permission.FINDING_DECIDE)
@once
@require_http_methods(GET_POST)
def finding_decide(request: AsPerson, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            services.decide_no_action(
                finding=finding, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except services.AlreadyDecided:
            form.add_error("reason", _already_decided(finding))
        except services.HasActions:
            form.add_error("reason", _has_actions())
        else:
            return redirect("findings:detail", pk)
    page = {"form": form, "finding": finding}
    return render(request, "findings/decide.html", page, status=422 if form.is_bound else 200)


def _already_decided(finding: Finding) -> str:
    finding.refresh_from_db()
    return _(
        "Er is intussen al besloten niets te doen, met deze reden: %(reason)s Heropen de "
        "bevinding eerst als u iets anders wilt besluiten."
    ) % {"reason": finding.no_action_reason}


def _has_actions() -> str:
    return _(
        "Er loopt al een maatregel bij deze bevinding. Maak die eerst los, of laat haar afmaken."
    )


@needs(Permission.FINDING_DECIDE)
@once
@require_POST
def finding_reopen(request: AsPerson, pk: int) -> HttpResponse:
    finding = get_object_or_404(Finding, pk=pk)
    try:
        services.reopen_finding(finding=finding, by=request.user, now=timezone.now())
    except services.NotDecided:
        say(request, _("Deze bevinding was al heropend."))
    return redirect("findings:detail", pk)
