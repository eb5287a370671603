"""How the model that reads reference strings is trained; never imported at run time."""
