from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from waterpas.web.people.access import AsPerson, Stamp, needs
from waterpas.web.people.messages import say, say_both_kept
from waterpas.web.people.new_positions import with_positions
from waterpas.web.people.once import once
from waterpas.web.people.permissions import Permission
from waterpas.web.references.versions import ChangedMeanwhile, taken_along
from waterpas.web.register import listing, selectors, services
from waterpas.web.register.forms import FilterForm, ItemForm, RetireForm, StarterForm, initial_of
from waterpas.web.register.history import history
from waterpas.web.register.models import Item
from waterpas.web.register.presenting import beside, shown_starters, starter_of
from waterpas.web.register.related import related

GET_POST = ["GET", "HEAD", "POST"]


@needs(Permission.REGISTER_VIEW)
@require_safe
def item_list(request: AsPerson) -> HttpResponse:
    form = FilterForm(request.GET)
    asked = form.asked()
    groups = listing.grouped(asked)
    page = {
        "form": form,
        "groups": groups,
        "is_long": listing.is_long(groups),
        "in_words": listing.in_words(groups, asked),
        "is_filtered": any(asked.values()),
        "is_empty": not selectors.all_items().exists(),
    }
    return render(request, "register/list.html", page)


@needs(Permission.REGISTER_VIEW)
@require_safe
def item_detail(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.all_items(), pk=pk)
    page = {
        "item": item,
        "examined": selectors.last_examined(item),
        "starter": starter_of(item),
        "related": related(item.pk),
        "history": history(item),
    }
    return render(request, "register/item.html", page)


@needs(Permission.REGISTER_CHANGE)
@once
@require_http_methods(GET_POST)
def item_add(request: AsPerson) -> HttpResponse:
    form = ItemForm(request.POST or None, by=request.user)
    if not form.is_valid():
        page = {"form": form}
        return render(request, "register/add.html", page, status=422 if form.is_bound else 200)
    stamp: Stamp = {"by": request.user, "now": timezone.now()}
    with transaction.atomic():
        item = services.add_item(**with_positions(form.cleaned_data, **stamp), **stamp)
    return redirect("register:item", item.pk)


@needs(Permission.REGISTER_CHANGE)
@once
@require_http_methods(GET_POST)
def item_change(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.all_items(), pk=pk)
    form = ItemForm(request.POST or None, initial=initial_of(item), item=item, by=request.user)
    if form.is_valid():
        try:
            changed = _change(request, form, item)
        except ChangedMeanwhile as meanwhile:
            form = _beside_theirs(request, form, item, meanwhile)
        else:
            version = form.cleaned_data["version"]
            say_both_kept(request, version=version, now=changed.version)
            return redirect("register:item", pk)
    page = {"form": form, "item": item}
    return render(request, "register/change.html", page, status=422 if form.is_bound else 200)


@transaction.atomic
def _change(request: AsPerson, form: ItemForm, item: Item) -> Item:
    """The item, and the function that was typed in the same form: all of it or nothing."""
    stamp: Stamp = {"by": request.user, "now": timezone.now()}
    return services.change_item(item=item, **with_positions(form.cleaned_data, **stamp), **stamp)


def _beside_theirs(
    request: AsPerson, typed: ItemForm, item: Item, meanwhile: ChangedMeanwhile
) -> ItemForm:
    """The form as it was typed, with what is there now beside it, ready to be sent again."""
    item.refresh_from_db()
    fresh = ItemForm(initial=initial_of(item), item=item)
    data = taken_along(typed, fresh, meanwhile.untouched)
    form = ItemForm(data, item=item, by=request.user)
    form.is_valid()
    form.add_error(
        None,
        _("Iemand anders veranderde dit intussen. Kijk per veld wat er moet staan en bewaar weer."),
    )
    for name, value in meanwhile.theirs.items():
        form.add_error(name, _("Er staat nu: %(value)s.") % {"value": beside(name, value)})
    return form


@needs(Permission.REGISTER_CHANGE)
@once
@require_http_methods(GET_POST)
def item_retire(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.all_items(), pk=pk)
    form = RetireForm(request.POST or None)
    if not form.is_valid():
        page = {"form": form, "item": item}
        return render(request, "register/retire.html", page, status=422 if form.is_bound else 200)
    try:
        services.retire_item(item=item, **form.cleaned_data, by=request.user, now=timezone.now())
    except services.AlreadyRetired:
        say(request, _("Iemand anders haalde dit al uit het register."), bad=True)
    return redirect("register:item", pk)


@needs(Permission.REGISTER_CHANGE)
@once
@require_POST
def item_take_back(request: AsPerson, pk: int) -> HttpResponse:
    item = get_object_or_404(selectors.all_items(), pk=pk)
    try:
        services.take_back_item(item=item, by=request.user, now=timezone.now())
    except services.NotRetired:
        say(request, _("Dit onderwerp staat al in het register."), bad=True)
    return redirect("register:item", pk)


@needs(Permission.REGISTER_CHANGE)
@once
@require_http_methods(GET_POST)
def starter_list(request: AsPerson) -> HttpResponse:
    # Enter in a tick: show what is ticked, and put nothing in the register yet.
    is_by_enter = "enter" in request.POST
    is_sent = request.method == "POST" and not is_by_enter
    form = StarterForm(request.POST if is_sent else None)
    if not form.is_valid():
        roles = shown_starters(set(request.POST.getlist("starter")))
        page = {"form": form, "roles": roles, "is_by_enter": is_by_enter}
        status = 422 if form.is_bound else 200
        return render(request, "register/starter.html", page, status=status)
    added = services.tick_items(
        starters=form.cleaned_data["starter"], by=request.user, now=timezone.now()
    )
    sentence = ngettext(
        "%(count)s onderwerp toegevoegd.", "%(count)s onderwerpen toegevoegd.", len(added)
    )
    say(request, sentence % {"count": len(added)})
    return redirect("register:list")
