"""Voorbeeldstad: a fictional municipality that shows every feature."""

from waterpas.web.config.example.fill import fill

__all__ = ["fill"]
