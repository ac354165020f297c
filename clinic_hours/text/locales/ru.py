"""Russian, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "закрыто",
    "closed_line": "{days} закрыто",
    "every_day": "ежедневно",
    "whole_day": "круглосуточно",
    "by_appointment": "по предварительной записи",
    "hours_may_differ": "часы работы могут отличаться",
    "open_until": "Открыто до {time}",
    "closing_soon": "Скоро закроется, открыто до {time}",
    "closed_until": "Закрыто, откроется {time}",
    "opening_soon": "Закрыто, откроется {minutes}",
    "appointment_until": "По предварительной записи до {time}",
    "differ_until": "Часы работы могут отличаться до {time}",
    "your_time": "{time} ({yours} по вашему времени)",
    "opening_hours": "Часы работы",
    "days_ahead": "Ближайшие дни",
    "changes": "Изменения в графике",
    "from_date": "с даты: {date}",
    "today": "сегодня",
    "now": "сейчас",
    "day": "День",
    "hours": "Часы",
}

STYLES: dict[str, dict[str, object]] = {
    "/24": {"at": "в {clock}"},
    "long": {
        "first_days": (
            *("с понедельника", "со вторника", "со среды", "с четверга", "с пятницы", "с субботы", "с воскресенья"),
        ),
        "last_days": (
            *("по понедельник", "по вторник", "по среду", "по четверг", "по пятницу", "по субботу", "по воскресенье"),
        ),
        "run": "{first} {last}",
        "last": " и ",
        "range": "с {opens} до {closes}",
        "hours_last": " и ",
    },
    "sentence/24": {"clock": "{H}:{mm}"},
    "spoken/24": {"clock": "{H}:{mm}"},
}
