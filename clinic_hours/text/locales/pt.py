"""Portuguese, as in Brazil, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "fechado",
    "closed_line": "{days} fechado",
    "every_day": "todos os dias",
    "whole_day": "aberto 24 horas",
    "by_appointment": "com hora marcada",
    "hours_may_differ": "horário variável",
    "open_until": "Aberto até {time}",
    "closing_soon": "Fecha em breve, aberto até {time}",
    "closed_until": "Fechado, abre {time}",
    "opening_soon": "Fechado, abre {minutes}",
    "appointment_until": "Com hora marcada até {time}",
    "differ_until": "Horário variável até {time}",
    "your_time": "{time} ({yours} no seu fuso horário)",
    "opening_hours": "Horário de funcionamento",
    "days_ahead": "Próximos dias",
    "changes": "Mudanças de horário",
    "from_date": "a partir de {date}",
    "today": "hoje",
    "now": "agora",
    "day": "Dia",
    "hours": "Horário",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {"until": "as {clock}", "until_one": "a {clock}", "at": "às {clock}", "at_one": "à {clock}"},
    "long": {
        "run": "de {first} a {last}",
        "last": " e ",
        "range": "das {opens} às {closes}",
        "hours_last": " e ",
        "closed_line": "fechado {days}",
    },
}
