"""What somebody may do. The codes are stable."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing that somebody may do."""

    STEPS_VIEW = "steps.view"
    PEOPLE_VIEW = "people.view"
    PEOPLE_CHANGE = "people.change"
    ROLES_GIVE = "roles.give"
    ORGANISATION_CHANGE = "organisation.change"
    REGISTER_VIEW = "register.view"
    REGISTER_CHANGE = "register.change"
    STUDY_VIEW = "study.view"
    STUDY_CHANGE = "study.change"
    STUDY_RELEASE = "study.release"
    COUNCIL_RESULTS_VIEW = "results.council_view"
    SCAN_VIEW = "scan.view"
    SCAN_CHANGE = "scan.change"
    SCAN_SIGN = "scan.sign"
    SCAN_COMMENT = "scan.comment"
    FINDING_VIEW = "finding.view"
    FINDING_CHANGE = "finding.change"
    FINDING_DECIDE = "finding.decide"
    ACTION_VIEW = "action.view"
    ACTION_CHANGE = "action.change"
    ACTION_CONCLUDE = "action.conclude"
    HANDBOOK_VIEW = "handbook.view"
    LOG_VIEW = "log.view"
