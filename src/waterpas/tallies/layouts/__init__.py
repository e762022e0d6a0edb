"""Layouts: where in a table of counts the groups and the steps stand, and what they are about."""

from waterpas.tallies.layouts.apply import count_layout
from waterpas.tallies.layouts.layout import Cross, Layout, Stratum, load_layout, shipped

__all__ = ["Cross", "Layout", "Stratum", "count_layout", "load_layout", "shipped"]
