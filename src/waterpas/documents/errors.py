"""What can be missing on a machine."""


class WriterMissing(Exception):
    """What this kind of file needs is not installed; `extra` and `packages` would bring it."""

    def __init__(self, kind: str, packages: tuple[str, ...] = ()) -> None:
        super().__init__(kind)
        self.kind, self.packages = kind, packages
