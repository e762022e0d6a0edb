"""A file that travels from page to page; see `waterpas.web.ui.carried`."""

from waterpas.web.ui.carried import Carried, in_memory, unpacked

__all__ = ["Carried", "in_memory", "unpacked"]
