"""French, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "fermé",
    "closed_line": "{days} fermé",
    "every_day": "tous les jours",
    "whole_day": "ouvert 24 heures sur 24",
    "by_appointment": "sur rendez-vous",
    "hours_may_differ": "horaires variables",
    "open_until": "Ouvert jusqu’à {time}",
    "closing_soon": "Ferme bientôt, ouvert jusqu’à {time}",
    "closed_until": "Fermé, ouvre {time}",
    "opening_soon": "Fermé, ouvre {minutes}",
    "appointment_until": "Sur rendez-vous jusqu’à {time}",
    "differ_until": "Horaires variables jusqu’à {time}",
    "your_time": "{time} ({yours} dans votre fuseau horaire)",
    "opening_hours": "Horaires d’ouverture",
    "days_ahead": "Les prochains jours",
    "changes": "Horaires exceptionnels",
    "from_date": "à partir du {date}",
    "today": "aujourd’hui",
    "now": "maintenant",
    "day": "Jour",
    "hours": "Horaires",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {
        "at": "à {clock}",
        "on_one_line": " ; ",
        "change": "{date} : {hours}",
        "state_and_note": "{state} : {note}",
    },
    "table": {"line": "{days} : {hours}"},
    "long": {
        "run": "du {first} au {last}",
        "last": " et ",
        "range": "de {opens} à {closes}",
        "hours_last": " et ",
        "closed_line": "fermé {days}",
    },
    "sentence/24": {"clock": "{H} h {mm}", "full_hour": "{H} h", "noon": "midi", "midnight": "minuit"},
    "spoken/24": {"clock": "{H} h {mm}", "full_hour": "{H} h", "noon": "midi", "midnight": "minuit"},
}
