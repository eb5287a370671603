"""What real programs read of our exports, held against the entries field by field.

`make imports` runs them in the programs that it wants to be there; without it they are skipped.
"""
