"""The web server, in this process: prepares the database, says where it listens, stops cleanly."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped] # gunicorn ships no types
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped] # the same

from waterpas.web.config import environment, temporary

Hook = Callable[[], None]
THREADS = 4


def connect(data: Path | None) -> None:
    """Point Django at the data directory and bring the database up to date.

    Touches nothing of a server that runs on the same data.
    """
    _point_at(data)
    import django

    django.setup()
    migrate_when_needed()


def prepare(data: Path | None) -> None:
    """The same before serving: what an earlier run left behind goes first."""
    keep_no_traces(_point_at(data))
    connect(data)
    from waterpas.web.config.caretaker import destroy_due
    from waterpas.web.studies import transit

    transit.empty()
    destroy_due()


def _point_at(data: Path | None) -> Path:
    if data is not None:
        os.environ["WATERPAS_DATA"] = str(data.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waterpas.web.config.settings")
    kept = environment.data_directory()
    environment.keep_secret_key(kept)
    environment.keep_tally_key(kept)
    return kept


def keep_no_traces(data: Path) -> None:
    """Clear what an earlier run left behind, and leave nothing outside the data directory."""
    temporary.empty(data)
    temporary.use(data)
    # A process that crashes would write its memory to disk, with whatever was handed in.
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


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


def run(*, host: str, port: int, when_ready: Hook, workers: int = 2, beside: bool = False) -> None:
    """Serve until Ctrl-C; with `beside`, run the example municipality too when it is wanted."""
    from django.db import connections

    from waterpas.web.config.caretaker import Caretaker

    caretaker = Caretaker(environment.data_directory(), port=port, beside=beside)
    connections.close_all()  # each worker opens its own
    _Server(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers,
            # A large file over a slow line keeps one thread busy, and nobody else waiting.
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "loglevel": "error",
            "control_socket_disable": True,
            "when_ready": lambda _: _stop_gently(when_ready),
            "post_fork": lambda _server, _worker: _worker_starts(caretaker.worker_starts),
            "post_worker_init": lambda _worker: _hears_to_stop(),
            "worker_exit": lambda _server, _worker: _leave_at_once(),
            "post_request": lambda _worker, request, *_: caretaker.answered(request.method),
            "child_exit": lambda _server, worker: caretaker.worker_is_gone(worker.pid),
            "on_exit": lambda _: caretaker.stops(),
        },
        each_turn=caretaker.looks_around,
    ).run()


def _stop_gently(when_ready: Hook) -> None:
    """Ctrl-C lets the answers that are on their way arrive; only the first process hears it."""
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    when_ready()


def _worker_starts(hook: Hook) -> None:
    _hear_no_ctrl_c()
    hook()


def _hear_no_ctrl_c() -> None:
    """Workers leave Ctrl-C to the first process, also while they are starting."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _hears_to_stop() -> None:
    """A worker is ready to be told to stop; what was said while it started arrives now."""
    _hear_no_ctrl_c()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _leave_at_once() -> None:
    """End a worker that is done, with the status it has.

    What draws a PDF may leave a thread outside Python; ending Python around it prints a complaint.
    """
    stop = sys.exc_info()[1]
    code = stop.code if isinstance(stop, SystemExit) else 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    def __init__(self, options: dict[str, Any], *, each_turn: Hook) -> None:
        self.options, self.each_turn = options, each_turn
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from waterpas.web.config.wsgi import application

        return application

    def run(self) -> None:
        _Watchful(self, self.each_turn).run()


class _Watchful(Arbiter):  # type: ignore[misc] # the same
    """The first process; it looks around once a turn, without a thread that a fork would break."""

    def __init__(self, app: _Server, each_turn: Hook) -> None:
        self.each_turn = each_turn
        super().__init__(app)

    def manage_workers(self) -> None:
        super().manage_workers()
        self.each_turn()

    def spawn_worker(self) -> Any:
        """Start a worker. A word to stop that comes meanwhile waits, and is not lost."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        try:
            return super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
