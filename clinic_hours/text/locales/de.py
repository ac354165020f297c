"""German, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "geschlossen",
    "closed_line": "{days} geschlossen",
    "every_day": "täglich",
    "whole_day": "24 Stunden geöffnet",
    "by_appointment": "nach Vereinbarung",
    "hours_may_differ": "wechselnde Zeiten",
    "open_until": "Geöffnet bis {time}",
    "closing_soon": "Schließt bald, geöffnet bis {time}",
    "closed_until": "Geschlossen, öffnet {time}",
    "opening_soon": "Geschlossen, öffnet {minutes}",
    "appointment_until": "Nach Vereinbarung bis {time}",
    "differ_until": "Wechselnde Zeiten bis {time}",
    "your_time": "{time} ({yours} in Ihrer Zeitzone)",
    "opening_hours": "Öffnungszeiten",
    "days_ahead": "Die nächsten Tage",
    "changes": "Abweichende Öffnungszeiten",
    "from_date": "ab {date}",
    "today": "heute",
    "now": "jetzt",
    "day": "Tag",
    "hours": "Zeiten",
}

STYLES: dict[str, dict[str, object]] = {
    "/24": {"range": "{opens}–{closes} Uhr", "until": "{clock} Uhr", "at": "um {clock} Uhr"},
    "table/24": {"range": "{opens} – {closes} Uhr"},
    "long": {"run": "{first} bis {last}", "last": " und ", "hours_last": " und ", "range": "von {opens} bis {closes}"},
    "sentence/24": {"clock": "{H}:{mm}", "range": "von {opens} bis {closes} Uhr"},
    "spoken/24": {"clock": "{H}:{mm}", "range": "von {opens} bis {closes} Uhr"},
}
