"""Which work a citation means: candidates, evidence for and against, and the answer."""
