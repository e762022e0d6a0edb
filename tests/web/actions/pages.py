"""What the tests of pages share."""

import re

FILLED = {"title": "Vier ogen", "patterns": ["P07"], "money": "not-asked"}


def words(response) -> str:
    """The words of a page, without its tags."""
    text = re.sub(r"<(style|script).*?</\1>", "", response.text, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def fields_of(page) -> dict[str, object]:
    """What a browser would send back untouched."""
    sent: dict[str, object] = {}
    for form in page.context["forms"]:
        sent.setdefault("action", []).append(str(form.action.pk))
        for field in form:
            value = field.value()
            sent[field.html_name] = "" if value is None else str(value)
            sent[field.html_initial_name] = sent[field.html_name]
    return sent
