"""Disclosure control: the one way out for figures."""

from waterpas.disclosure.gate import Released, release
from waterpas.disclosure.rules import Audience

__all__ = ["Audience", "Released", "release"]
