"""How `waterpas read` shows what it found: one paper, in several forms."""
