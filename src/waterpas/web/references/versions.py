"""Two people who change one record: the second sees what the first did, and loses nothing."""

from collections.abc import Mapping


class ChangedMeanwhile(Exception):
    """Somebody else changed the record after it was opened.

    `theirs` maps the field that differs to the value that is there now.
    """

    def __init__(self, theirs: Mapping[str, object]) -> None:
        super().__init__(", ".join(theirs))
        self.theirs = dict(theirs)
