"""Ports of this machine: which are free."""

import socket


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
