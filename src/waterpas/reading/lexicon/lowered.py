"""Lower case in which every character keeps its place.

The few characters below equal an ASCII letter in a regular expression that ignores case; two of
them would change the length of the text when lowered.
"""

AS_ASCII = {"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"}
WHITE = "\t\n\r\v\f\u00a0\u2007\u202f"


def lowered(text: str) -> str:
    """Lower a text; the result is as long as the text."""
    if not text.isascii():
        for letter, ascii_letter in AS_ASCII.items():
            text = text.replace(letter, ascii_letter)
    return text.lower()


def on_one_line(text: str) -> str:
    """Make every white character a space, so that a find does not depend on the lines."""
    if not text.isprintable():  # of white characters only the space is printable
        for white in WHITE:
            text = text.replace(white, " ")
    return text
