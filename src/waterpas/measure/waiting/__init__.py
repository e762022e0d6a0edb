"""The parts of `duration`: how long until there is a decision, and who gives up before."""
