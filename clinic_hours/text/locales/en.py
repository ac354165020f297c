"""English, as plain data: the words that signs are written with.

Words are in lower case and without a final dot; a phrase is its pieces with a blank between them, as the lexer cuts them.
"""

NOON = ("noon",)
MIDNIGHT = ("midnight",)
BY_APPOINTMENT = ("by appointment",)
HOURS_MAY_DIFFER = ("hours may differ",)

SHORT_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

SIGN_DAYS = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")
SIGN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

WORDS: dict[str, str] = {
    "closed": "closed",
    "closed_line": "{days} closed",
    "every_day": "daily",
    "whole_day": "open 24 hours",
    "by_appointment": "by appointment",
    "hours_may_differ": "hours may differ",
    "open_until": "Open until {time}",
    "closing_soon": "Closing soon, open until {time}",
    "closed_until": "Closed, opens {time}",
    "opening_soon": "Closed, opens {minutes}",
    "appointment_until": "By appointment until {time}",
    "differ_until": "Hours may differ until {time}",
    "your_time": "{time} ({yours} your time)",
    "opening_hours": "Opening hours",
    "days_ahead": "Days ahead",
    "changes": "Coming changes",
    "from_date": "from {date}",
    "today": "today",
    "now": "now",
    "day": "Day",
    "hours": "Hours",
}
"""The words that every language has, whatever the style: fields of a `Style`."""

STYLES: dict[str, dict[str, object]] = {
    "/12": {"noon": "noon", "midnight": "midnight"},
    "sign": {
        "days": SIGN_DAYS,
        "months": SIGN_MONTHS,
        "run": "{first}-{last}",
        "longest_list": 3,
        "last": " & ",
        "range": "{opens}-{closes}",
        "closed_line": "Closed {days}",
        "every_day": "Daily",
        "capitals": False,
        "am": "am",
        "pm": "pm",
    },
    "compact": {"am": " AM", "pm": " PM"},
    "table": {"am": " AM", "pm": " PM"},
    "long": {
        "every_day": "every day",
        "run": "{first} through {last}",
        "last": " and ",
        "range": "from {opens} to {closes}",
        "hours_last": " and ",
        "closed_line": "closed {days}",
        "am": " a.m.",
        "pm": " p.m.",
    },
}
"""What a style has of its own in this language: `all` is for every style, `/24` for every one where the clock has 24 hours, `/12`
where it has 12, `long` for `sentence` and `spoken`, `sentence/24` for that style with such a clock."""

TERRITORIES = {
    "24 hours": """
        150 AI AT BE BI BW BZ CC CH CK CM CX CZ DE DG DK ES FI FK FR GB GG GI GS HU ID IE IL IM IO IT JE KE MG MS MT MU MV NF
        NG NL NO NR NU PL PN PT RO RW SC SE SH SI SK SX TK TV TZ UG ZA ZW
    """,
    "12 hours": """
        001 AE AG AS AU BB BM BS CA CY DM ER FJ FM GD GH GM GU GY HK IN JM KI KN KY LC LR LS MH MO MP MW MY NA NZ PG PH PK PR
        PW SB SD SG SL SS SZ TC TO TT UM US VC VG VI VU WS ZM
    """,
    "Friday first": "MV",
    "Saturday first": "SD",
    "Sunday first": "AG AS BS BW BZ CA DM GU HK ID IL IN JM KE MH MO MT PH PK PR PT SG TT UM US VI WS ZA ZW",
    "month before day": "AS BI CA GU MH MP PH PR UM US VI",
    "17.00": "DK FI ID",
    "8:00": "FI IL",
}
"""Where English is written, and how: the clock, the first day of the week where it is not Monday, dates, the mark in a clock
where it is not a colon, and where its hour has no nought in front."""
