"""Lists of references: where they stand, where each entry begins and ends, and what looks like one."""
