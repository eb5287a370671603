"""The text of a document as citations are sought in it: what is shown, its sentences, its anchors."""
