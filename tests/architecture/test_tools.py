"""The tools that install and start things: mended when broken, stopped when done."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import absent
from tests.conftest import NetworkUsed
from tools import install, system_packages
from tools.throwaway_postgres import NoPostgres, main, programs, throwaway_postgres


@pytest.fixture
def venv(tmp_path):
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin/python").symlink_to(sys.executable)
    (folder / "bin/pip").write_text(f"#!{folder}/bin/python\n")
    return folder


class TestInstall:
    def test_knows_a_whole_environment(self, venv):
        assert install._works(venv)

    def test_mends_one_that_was_broken_off(self, venv):
        (venv / "busy").touch()

        assert not install._works(venv)

    def test_mends_one_that_was_moved(self, venv):
        assert not install._works(venv.rename(venv.with_name("elsewhere")))

    def test_mends_one_without_pip(self, venv):
        (venv / "bin/pip").unlink()

        assert not install._works(venv)

    def test_is_current_until_the_lock_changes(self, venv):
        (venv / "installed-test").write_text(install.fingerprint(venv, "test"))
        assert install._is_current(venv, "test")

        (venv / "installed-test").write_text("another lock")
        assert not install._is_current(venv, "test")


@pytest.fixture(scope="class")
def postgres():
    """Only where a server can be started; in CI that is everywhere."""
    if programs() is None:
        absent.absent("PostgreSQL is not installed: sudo apt-get install postgresql")
    try:
        with throwaway_postgres():
            pass
    except NoPostgres as problem:
        absent.absent(str(problem))


class TestAbsent:
    def test_is_one_line_outside_ci(self, monkeypatch):
        monkeypatch.delenv("CI", raising=False)

        with pytest.raises(pytest.skip.Exception, match="no engine here"):
            absent.absent("no engine\n  here")

    def test_is_red_in_ci(self, monkeypatch):
        monkeypatch.setenv("CI", "1")

        with pytest.raises(pytest.fail.Exception, match="no engine here"):
            absent.absent("no engine here")


class TestSystemPackages:
    def test_what_draws_a_pdf_is_among_them(self, monkeypatch):
        monkeypatch.setattr(system_packages, "_loads", lambda library: "ft2" not in library)

        assert "libpangoft2-1.0-0" in system_packages.missing()
        assert "libpango-1.0-0" not in system_packages.missing()

    def test_a_library_that_is_not_there_is_seen(self):
        assert not system_packages._loads("libwaterpas-is-not-there.so.0")


@pytest.mark.usefixtures("postgres")
class TestPostgres:
    def test_lives_as_long_as_the_block(self):
        with throwaway_postgres() as url:
            folder = Path(url.partition("host=")[2])
            assert list(folder.glob(".s.PGSQL.*"))

        assert not folder.exists()

    def test_gives_its_address_and_the_exit_status_of_the_command(self):
        code = (
            "import os, sys; sys.exit(7 if 'host=' in os.environ['WATERPAS_DATABASE_URL'] else 1)"
        )

        assert main(["--", sys.executable, "-c", code]) == 7


class TestNoNetwork:
    @pytest.mark.parametrize("host", ["192.0.2.1", "example.test", "2001:db8::1"])
    def test_another_machine_is_refused(self, host):
        with pytest.raises(NetworkUsed, match=host):
            socket.create_connection((host, 80), timeout=1)

    def test_this_machine_is_not(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(server.getsockname(), timeout=1).close()


def test_the_starter_skips_a_python_that_cannot_make_environments(tmp_path):
    """A python3 that is too old, or has no venv, comes first in PATH."""
    for name in ("python3", "python3.11"):
        broken = tmp_path / name
        broken.write_text("#!/bin/sh\nexit 1\n")
        broken.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHON": sys.executable}
    script = Path(install.ROOT, "tools/python.sh")

    run = subprocess.run(
        ["sh", script, "-c", "print('started')"], env=environment, capture_output=True, text=True
    )

    assert run.stdout == "started\n"
