"""What Word, PowerPoint, Excel and OpenDocument files have in common: their text, lists and cells."""
