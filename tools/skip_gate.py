"""A pytest plugin: under CI every skipped or expected failure stands in tests/may_skip.txt.

Works under pytest-xdist too: the reports of all workers arrive in the one process that decides.
"""

from pathlib import Path

import pytest

from tools.ci import in_ci

LIST = Path("tests", "may_skip.txt")


def allowed_skips(text: str) -> dict[str, str]:
    """Read lines `test or what it begins with | reason`; an entry without a reason is an error."""
    entries = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, _, reason = (part.strip() for part in line.partition("|"))
        if not reason:
            raise ValueError(f"{LIST}: give the reason after a bar: {name} | ...")
        entries[name] = reason
    return entries


def is_allowed(name: str, allowed: dict[str, str]) -> bool:
    """Whether an entry is this test, or the file, folder or parametrised test that it is in."""
    return any(
        name == entry or name.startswith((f"{entry}::", f"{entry}[", f"{entry.rstrip('/')}/"))
        for entry in allowed
    )


class SkipGate:
    def __init__(self, allowed: dict[str, str]) -> None:
        self.allowed = allowed
        self.refused: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not is_allowed(report.nodeid, self.allowed):
            self.refused[report.nodeid] = _why(report)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.refused:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.refused:
            terminalreporter.section(f"skipped, but not listed in {LIST}", red=True)
            for name, why in sorted(self.refused.items()):
                terminalreporter.line(f"{name} ({why})")


def _why(report: pytest.TestReport | pytest.CollectReport) -> str:
    expected_to_fail = getattr(report, "wasxfail", None)
    if expected_to_fail is not None:
        return f"expected to fail: {expected_to_fail}"
    return str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""


def read_list(root: Path) -> dict[str, str]:
    path = root / LIST
    return allowed_skips(path.read_text(encoding="utf-8")) if path.exists() else {}


def pytest_configure(config: pytest.Config) -> None:
    is_worker = hasattr(config, "workerinput")
    if in_ci() and not is_worker:
        config.pluginmanager.register(SkipGate(read_list(config.rootpath)), "skip-gate")
