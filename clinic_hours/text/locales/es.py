"""Spanish, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "cerrado",
    "closed_line": "{days} cerrado",
    "every_day": "todos los días",
    "whole_day": "abierto las 24 horas",
    "by_appointment": "con cita previa",
    "hours_may_differ": "horario variable",
    "open_until": "Abierto hasta {time}",
    "closing_soon": "Cierra pronto, abierto hasta {time}",
    "closed_until": "Cerrado, abre {time}",
    "opening_soon": "Cerrado, abre {minutes}",
    "appointment_until": "Con cita previa hasta {time}",
    "differ_until": "Horario variable hasta {time}",
    "your_time": "{time} ({yours} en su zona horaria)",
    "opening_hours": "Horario",
    "days_ahead": "Los próximos días",
    "changes": "Cambios de horario",
    "from_date": "a partir del {date}",
    "today": "hoy",
    "now": "ahora",
    "day": "Día",
    "hours": "Horario",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {"until": "las {clock}", "until_one": "la {clock}", "at": "a las {clock}", "at_one": "a la {clock}"},
    "/24": {"range": "{opens}–{closes} h"},
    "table/24": {"range": "{opens} – {closes} h"},
    "sentence/24": {"range": "de {opens} a {closes} h"},
    "spoken/24": {"range": "de {opens} a {closes} horas"},
    "/12": {"noon": "mediodía", "midnight": "medianoche", "until_word": "{clock}", "at_word": "a {clock}"},
    "long": {
        "run": "de {first} a {last}",
        "last": " y ",
        "range": "de {opens} a {closes}",
        "hours_last": " y ",
        "closed_line": "cerrado {days}",
    },
}
