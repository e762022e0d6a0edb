"""How long it takes until there is a decision, and who gives up: against what is known."""
