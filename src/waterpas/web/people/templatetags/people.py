"""What a form and a page need to know of who is there."""

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from waterpas.web.people.models import Person
from waterpas.web.people.once import FIELD, number_for, was_sent_before
from waterpas.web.people.permissions import Permission

register = template.Library()


@register.simple_tag(takes_context=True)
def once(context: Context) -> SafeString:
    """The number of this form, so that sending it twice does nothing the second time."""
    request = context.get("request")
    sent = None
    if request and request.method == "POST" and not was_sent_before(request):
        sent = request.POST.get(FIELD)
    number = sent or number_for(getattr(request, "user", None))
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, number)


@register.filter
def may(person: object, permission: str) -> bool:
    """Whether somebody may do this: `{% if request.user|may:"register.change" %}`."""
    return isinstance(person, Person) and person.may(Permission(permission))
