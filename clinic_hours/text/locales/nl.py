"""Dutch, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "gesloten",
    "closed_line": "{days} gesloten",
    "every_day": "dagelijks",
    "whole_day": "24 uur per dag geopend",
    "by_appointment": "op afspraak",
    "hours_may_differ": "tijden kunnen afwijken",
    "open_until": "Geopend tot {time}",
    "closing_soon": "Sluit binnenkort, geopend tot {time}",
    "closed_until": "Gesloten, gaat {time} open",
    "opening_soon": "Gesloten, gaat {minutes} open",
    "appointment_until": "Op afspraak tot {time}",
    "differ_until": "Tijden kunnen afwijken tot {time}",
    "your_time": "{time} ({yours} in uw tijdzone)",
    "opening_hours": "Openingstijden",
    "days_ahead": "De komende dagen",
    "changes": "Afwijkende openingstijden",
    "from_date": "vanaf {date}",
    "today": "vandaag",
    "now": "nu",
    "day": "Dag",
    "hours": "Tijden",
}

STYLES: dict[str, dict[str, object]] = {
    "/24": {"until": "{clock} uur", "at": "om {clock} uur"},
    "long": {
        "run": "{first} tot en met {last}",
        "last": " en ",
        "hours_last": " en ",
        "range": "van {opens} tot {closes}",
    },
    "sentence/24": {"clock": "{H}:{mm}", "range": "van {opens} tot {closes} uur"},
    "spoken/24": {"clock": "{H}:{mm}", "range": "van {opens} tot {closes} uur"},
}
