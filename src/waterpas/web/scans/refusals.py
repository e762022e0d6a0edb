"""Why a change of a scan is refused."""


class QuestionsMissing(Exception):
    """Every question of the pre-scan has an answer; 'we do not know yet' is one."""


class NotApplicable(Exception):
    """The criterion is not there, does not apply, or has no such answer."""


class NotThisStage(Exception):
    """Only the stage that the scan is at can be answered and decided."""


class NotDecided(Exception):
    """Measuring afterwards comes after a decision to go on with the policy."""


class NothingAnswered(Exception):
    """Nobody can decide before one criterion was answered."""


class AnswersChanged(Exception):
    """Somebody changed an answer or decided while the page of the decision was open."""


class ObjectionStands(Exception):
    """A criterion stands on 'possible' or 'yes': adopting must say that it is despite that."""
