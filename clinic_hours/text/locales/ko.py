"""Korean, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "휴무",
    "closed_line": "{days} 휴무",
    "every_day": "매일",
    "whole_day": "24시간 운영",
    "by_appointment": "예약제",
    "hours_may_differ": "시간이 다를 수 있음",
    "open_until": "{time}까지 운영",
    "closing_soon": "곧 종료, {time}까지 운영",
    "closed_until": "운영 종료, {time}에 시작",
    "opening_soon": "운영 종료, {minutes}에 시작",
    "appointment_until": "예약제, {time}까지",
    "differ_until": "시간이 다를 수 있음, {time}까지",
    "your_time": "{time} (고객님 시간대로 {yours})",
    "opening_hours": "운영 시간",
    "days_ahead": "앞으로의 일정",
    "changes": "운영 시간 변경",
    "from_date": "{date}부터",
    "today": "오늘",
    "now": "지금",
    "day": "요일",
    "hours": "시간",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {"range": "{opens}~{closes}", "run": "{first}~{last}"},
    "/12": {"am": "오전", "pm": "오후", "noon": "정오", "midnight": "자정"},
    "long": {
        "run": "{first}부터 {last}까지",
        "last": " 및 ",
        "range": "{opens}부터 {closes}까지",
        "hours_last": " 및 ",
    },
}
