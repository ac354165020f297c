"""Arabic, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "مغلق",
    "closed_line": "{days} مغلق",
    "every_day": "يوميًا",
    "whole_day": "مفتوح على مدار الساعة",
    "by_appointment": "بموعد مسبق",
    "hours_may_differ": "قد تختلف المواعيد",
    "open_until": "مفتوح حتى {time}",
    "closing_soon": "يغلق قريبًا، مفتوح حتى {time}",
    "closed_until": "مغلق، يفتح {time}",
    "opening_soon": "مغلق، يفتح {minutes}",
    "appointment_until": "بموعد مسبق حتى {time}",
    "differ_until": "قد تختلف المواعيد حتى {time}",
    "your_time": "{time} ({yours} بتوقيتك)",
    "opening_hours": "مواعيد العمل",
    "days_ahead": "الأيام القادمة",
    "changes": "تغييرات قادمة في المواعيد",
    "from_date": "اعتبارًا من {date}",
    "today": "اليوم",
    "now": "الآن",
    "day": "اليوم",
    "hours": "المواعيد",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {"until": "الساعة {clock}", "at": "الساعة {clock}", "reason": "، ", "on_one_line": "؛ "},
    "spoken": {"line": "{days}، {hours}"},
    "long": {
        "run": "من {first} إلى {last}",
        "last": " و",
        "range": "من {opens} إلى {closes}",
        "hours_last": " و",
    },
}
