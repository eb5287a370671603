"""The store: `references/` and `output/` as files. Nothing else reads or writes them."""
