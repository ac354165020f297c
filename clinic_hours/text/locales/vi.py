"""Vietnamese, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "đóng cửa",
    "closed_line": "{days} đóng cửa",
    "every_day": "hằng ngày",
    "whole_day": "mở cửa 24 giờ",
    "by_appointment": "theo lịch hẹn",
    "hours_may_differ": "giờ có thể thay đổi",
    "open_until": "Mở cửa đến {time}",
    "closing_soon": "Sắp đóng cửa, mở cửa đến {time}",
    "closed_until": "Đóng cửa, mở cửa {time}",
    "opening_soon": "Đóng cửa, mở cửa {minutes}",
    "appointment_until": "Theo lịch hẹn đến {time}",
    "differ_until": "Giờ có thể thay đổi đến {time}",
    "your_time": "{time} ({yours} theo múi giờ của bạn)",
    "opening_hours": "Giờ mở cửa",
    "days_ahead": "Những ngày tới",
    "changes": "Thay đổi sắp tới",
    "from_date": "từ {date}",
    "today": "hôm nay",
    "now": "bây giờ",
    "day": "Ngày",
    "hours": "Giờ",
}

STYLES: dict[str, dict[str, object]] = {
    "/24": {"at": "lúc {clock}"},
    "sign": {"line": "{days}: {hours}", "closed_line": "{days}: đóng cửa"},
    "compact": {"line": "{days}: {hours}", "closed_line": "{days}: đóng cửa"},
    "long": {
        "run": "từ {first} đến {last}",
        "last": " và ",
        "range": "từ {opens} đến {closes}",
        "hours_last": " và ",
    },
}
