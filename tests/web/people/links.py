"""The link of an invitation, out of the one page that shows it."""


def link_on(response) -> str:
    """The path of the link on a page; IndexError when there is none."""
    return "/welkom" + response.text.split("http://testserver/welkom")[1].split("<")[0]
