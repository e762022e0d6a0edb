"""Lower case in which every character keeps its place.

The few characters below equal an ASCII letter in a regular expression that ignores case; two of
them would change the length of the text when lowered.
"""

AS_ASCII = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
WHITE = {ord(each): " " for each in "\t\n\r\v\f\u00a0\u2007\u202f"}


def lowered(text: str) -> str:
    """Lower a text; the result is as long as the text."""
    return text.lower() if text.isascii() else text.translate(AS_ASCII).lower()


def on_one_line(text: str) -> str:
    """Make every white character a space, so that a find does not depend on the lines."""
    return text.translate(WHITE)
