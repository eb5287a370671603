"""The order of the steps, on one page each."""
