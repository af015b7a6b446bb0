"""One written edit at a time, for the rules about values, structure, policy, dates and text."""
