"""Chinese, in traditional characters: what differs from `zh`, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "休息",
    "closed_line": "{days} 休息",
    "every_day": "每天",
    "whole_day": "24小時開放",
    "by_appointment": "需預約",
    "hours_may_differ": "時間可能有變",
    "open_until": "營業至{time}",
    "closing_soon": "即將關門，營業至{time}",
    "closed_until": "已關門，{time}開門",
    "opening_soon": "已關門，{minutes}開門",
    "appointment_until": "需預約，至{time}",
    "differ_until": "時間可能有變，至{time}",
    "your_time": "{time}（您所在時區為{yours}）",
    "opening_hours": "開放時間",
    "days_ahead": "未來幾天",
    "changes": "即將到來的變更",
    "from_date": "自{date}起",
    "today": "今天",
    "now": "現在",
    "day": "日期",
    "hours": "時間",
}

STYLES: dict[str, dict[str, object]] = {}
