"""One module of plain data a language."""
