"""The web server, in this process: prepares the database, says where it listens, stops cleanly."""

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

Hook = Callable[[], None]


def prepare(data: Path | None) -> None:
    """Point Django at the data directory and bring the database up to date."""
    if data is not None:
        os.environ["WATERPAS_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waterpas.web.config.settings")
    from waterpas.web.config import environment

    environment.keep_secret_key(environment.data_directory())
    import django

    django.setup()
    migrate_when_needed()


def migrate_when_needed() -> None:
    """Bring the database up to date; looking first makes a second start fast."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def begin_path() -> str:
    """The path at which somebody begins, with the start code; "/" when there is a municipality."""
    from django.urls import reverse

    from waterpas.web.people.selectors import organisation
    from waterpas.web.people.start_code import keep_start_code

    if organisation():
        return "/"
    return f"{reverse('people:begin')}?code={keep_start_code()}"


def first_free_port(host: str, port: int) -> int:
    """The port asked for, or the next one on which nothing listens."""
    return next(p for p in range(port, min(port + 100, 65536)) if is_free(host, p))


def is_free(host: str, port: int) -> bool:
    """Whether nothing listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def run(*, host: str, port: int, when_ready: Hook, workers: int = 2) -> None:
    """Serve until Ctrl-C."""
    from django.db import connections

    connections.close_all()  # each worker opens its own
    _Server(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            "preload_app": True,
            "loglevel": "error",
            "control_socket_disable": True,
            "when_ready": lambda _: _stop_gently(when_ready),
            "post_fork": lambda _server, _worker: _hear_no_ctrl_c(),
            "post_worker_init": lambda _worker: _hear_no_ctrl_c(),
            "worker_exit": lambda _server, _worker: _leave_at_once(),
        }
    ).run()


def _stop_gently(when_ready: Hook) -> None:
    """Ctrl-C lets the answers that are on their way arrive; only the first process hears it."""
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    when_ready()


def _hear_no_ctrl_c() -> None:
    """Workers leave Ctrl-C to the first process, also while they are starting."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave_at_once() -> None:
    """End a worker that is done, with the status it has.

    What draws a PDF may leave a thread outside Python; ending Python around it prints a complaint.
    """
    stop = sys.exc_info()[1]
    code = stop.code if isinstance(stop, SystemExit) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from waterpas.web.config.wsgi import application

        return application
