"""Italian, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "chiuso",
    "closed_line": "{days} chiuso",
    "every_day": "tutti i giorni",
    "whole_day": "aperto 24 ore su 24",
    "by_appointment": "su appuntamento",
    "hours_may_differ": "orari variabili",
    "open_until": "Aperto fino {time}",
    "closing_soon": "Chiude presto, aperto fino {time}",
    "closed_until": "Chiuso, apre {time}",
    "opening_soon": "Chiuso, apre {minutes}",
    "appointment_until": "Su appuntamento fino {time}",
    "differ_until": "Orari variabili fino {time}",
    "your_time": "{time} ({yours} nel suo fuso orario)",
    "opening_hours": "Orari di apertura",
    "days_ahead": "I prossimi giorni",
    "changes": "Variazioni di orario",
    "from_date": "dal {date}",
    "today": "oggi",
    "now": "ora",
    "day": "Giorno",
    "hours": "Orario",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {"until": "alle {clock}", "at": "alle {clock}"},
    "long": {
        "first_days": (
            "dal lunedì",
            "dal martedì",
            "dal mercoledì",
            "dal giovedì",
            "dal venerdì",
            "dal sabato",
            "dalla domenica",
        ),
        "last_days": (
            "al lunedì",
            "al martedì",
            "al mercoledì",
            "al giovedì",
            "al venerdì",
            "al sabato",
            "alla domenica",
        ),
        "run": "{first} {last}",
        "last": " e ",
        "range": "dalle {opens} alle {closes}",
        "hours_last": " e ",
        "closed_line": "chiuso {days}",
    },
}
