"""What may never be left in what is said: of a template, of a computation, of another language."""

import re

LEFT_OVER = ("%(", "nan", "None", "inf ")


def unwhole(said: str) -> list[str]:
    """What shows that the text is not filled in, or its first paragraph no whole sentences."""
    first = said.split("\n\n")[0].rstrip()
    wrong = [each for each in LEFT_OVER if each in said]
    wrong += re.findall(r" {2,}[a-z]|\(\)|\( ", first)
    return wrong if first.endswith(".") else [*wrong, first[-20:]]


def not_english(dutch: str, english: str, words: tuple[str, ...]) -> list[str]:
    """The Dutch words in an English sentence, or the sentence itself where it is the same."""
    return [word for word in words if word in english] + ([english] if dutch == english else [])
