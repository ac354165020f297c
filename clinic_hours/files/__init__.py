r"""Documents in files: plain data with the place of each value, in TOML, JSON or YAML, read whole and saved whole or not at all.

Nothing here knows what a document is about.

>>> document = parse("name = 'Riverside'\n[[locations]]\nid = 'main'\n", "toml")
>>> document.data["locations"], document.line(("locations", 0, "id"))
([{'id': 'main'}], 3)
"""

from clinic_hours.files.document import FORMATS, Document, Path, format_of, parse, write
from clinic_hours.files.storing import read_text, save_text

__all__ = [
    "FORMATS",
    "Document",
    "Path",
    "format_of",
    "parse",
    "read_text",
    "save_text",
    "write",
]
