"""Why a change of an action is refused. Each carries data; its sentence stands in `words`."""


class ActionRefused(Exception):
    """Base class. `field` is the field of the form that it is about."""

    field: str | None = None


class ReviewerIsOwner(ActionRefused):
    """Who looks along is somebody else than the owner."""

    field = "reviewer"


class NoReasonGiven(ActionRefused):
    """Without a finding, an action starts from at least one criterion or pattern."""

    field = "patterns"


class FteOutOfRange(ActionRefused):
    """Less than nothing, or more than a municipality has."""

    field = "fte"


class EuroOutOfRange(ActionRefused):
    """Less than nothing, or more than can be meant."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class DayOutOfRange(ActionRefused):
    """A date that nobody can mean."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class IntroducedInFuture(ActionRefused):
    """What is introduced, is introduced already."""

    field = "introduced_on"


class WrongStatus(ActionRefused):
    """This cannot be done with an action that stands where it stands now."""

    def __init__(self, status: str) -> None:
        super().__init__(status)
        self.status = status


class NoEvidence(ActionRefused):
    """Works and diluted are said with what shows it."""

    field = "effect"


class UnknownReference(ActionRefused):
    """The evidence points at something that is not there."""

    field = "effect_urn"


class UnknownChange(ActionRefused):
    """The handbook does not offer this change for the finding."""


class ActionStarted(ActionRefused):
    """Somebody worked on the action since it was taken over."""


class FindingDecided(ActionRefused):
    """It was decided that nothing changes for this finding; first it is reopened."""

    field = "finding"
