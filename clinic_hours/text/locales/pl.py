"""Polish, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "zamknięte",
    "closed_line": "{days} zamknięte",
    "every_day": "codziennie",
    "whole_day": "czynne całą dobę",
    "by_appointment": "po umówieniu wizyty",
    "hours_may_differ": "godziny mogą się różnić",
    "open_until": "Otwarte do {time}",
    "closing_soon": "Wkrótce zamknięcie, otwarte do {time}",
    "closed_until": "Zamknięte, otwarcie {time}",
    "opening_soon": "Zamknięte, otwarcie {minutes}",
    "appointment_until": "Po umówieniu wizyty do {time}",
    "differ_until": "Godziny mogą się różnić do {time}",
    "your_time": "{time} ({yours} w Twojej strefie czasowej)",
    "opening_hours": "Godziny otwarcia",
    "days_ahead": "Najbliższe dni",
    "changes": "Zmiany godzin otwarcia",
    "from_date": "od: {date}",
    "today": "dzisiaj",
    "now": "teraz",
    "day": "Dzień",
    "hours": "Godziny",
}

STYLES: dict[str, dict[str, object]] = {
    "/24": {"at": "o {clock}"},
    "long": {
        "first_days": (
            *("od poniedziałku", "od wtorku", "od środy", "od czwartku", "od piątku", "od soboty", "od niedzieli"),
        ),
        "last_days": (
            *("do poniedziałku", "do wtorku", "do środy", "do czwartku", "do piątku", "do soboty", "do niedzieli"),
        ),
        "run": "{first} {last}",
        "last": " i ",
        "range": "od {opens} do {closes}",
        "hours_last": " i ",
    },
    "sentence/24": {"clock": "{H}:{mm}"},
    "spoken/24": {"clock": "{H}:{mm}"},
}
