"""Portuguese, as in Portugal: what differs from `pt`, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "by_appointment": "por marcação",
    "appointment_until": "Por marcação até {time}",
    "opening_hours": "Horário de abertura",
    "changes": "Alterações de horário",
}

STYLES: dict[str, dict[str, object]] = {}
