"""What all tests share: the order of the kinds, real data, no network, and how heavy a proof is."""

import ipaddress
import socket
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test

from tests.weight import PROVE

pytest_plugins = ["pytester", "tools.skip_gate"]

ROOT = Path(__file__).resolve().parents[1]
ORDER = ("unit", "statistics", "spec", "architecture", "docs", "web", "browser")


@pytest.hookimpl(tryfirst=True)  # before pytest picks by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the properties, and put quick kinds first; an unknown kind comes last."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("property")

    def place(item: pytest.Item) -> int:
        kind = item.path.relative_to(ROOT / "tests").parts[0] if ROOT in item.path.parents else ""
        return ORDER.index(kind) if kind in ORDER else len(ORDER)

    items.sort(key=place)


@pytest.fixture(scope="session")
def prove() -> bool:
    """Whether a heavy proof runs whole (`make prove`); otherwise it takes a fixed tenth."""
    return PROVE


@pytest.fixture(scope="session")
def shared_cases() -> Path:
    """The folder with the real cases, which stands beside the repository."""
    folder = ROOT.parent / "shared" / "cases"
    if not folder.is_dir():
        pytest.skip("../shared/cases is not there")
    return folder


@pytest.fixture(scope="session", autouse=True)
def no_network() -> object:
    """Tests reach this machine only; anything else is an error that names the address."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, only_here(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", only_known(socket.getaddrinfo))
        yield


class NetworkUsed(Exception):
    """A test tried to reach another machine."""


def only_here(connect):
    def guarded(self, address):
        if self.family != socket.AF_UNIX:
            refuse_unless_here(address[0])
        return connect(self, address)

    return guarded


def only_known(getaddrinfo):
    def guarded(host, *args, **kwargs):
        refuse_unless_here(host)
        return getaddrinfo(host, *args, **kwargs)

    return guarded


def refuse_unless_here(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host or "localhost"
    if name == "localhost":
        return
    try:
        is_here = ipaddress.ip_address(name).is_loopback or name in ("0.0.0.0", "::")
    except ValueError:
        is_here = False
    if not is_here:
        raise NetworkUsed(f"a test may not use the network: {name}")
