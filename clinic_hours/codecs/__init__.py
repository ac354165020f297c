"""Words for machines: one module a format, each with the same two verbs, none knowing another.

`decode(document)` gives a `Decoded`: the value, and a note for everything that was assumed. `encode(location)` gives an
`Encoded`: the document, and a note for everything that it could not say; `on_loss="raise"` makes that a
`NotRepresentableError`. A codec is loaded when it is imported, and with it any package that it needs.

>>> from clinic_hours.codecs import osm
>>> osm.encode(osm.decode("Mo-Fr 08:00-17:00", timezone="Europe/Berlin").value).document
'Mo-Fr 08:00-17:00'
"""

from clinic_hours.codecs.decoded import Decoded, Encoded, Note

__all__ = ["Decoded", "Encoded", "Note"]
