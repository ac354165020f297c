"""Chinese, in simplified characters, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "休息",
    "closed_line": "{days} 休息",
    "every_day": "每天",
    "whole_day": "24小时开放",
    "by_appointment": "需预约",
    "hours_may_differ": "时间可能有变",
    "open_until": "营业至{time}",
    "closing_soon": "即将关门，营业至{time}",
    "closed_until": "已关门，{time}开门",
    "opening_soon": "已关门，{minutes}开门",
    "appointment_until": "需预约，至{time}",
    "differ_until": "时间可能有变，至{time}",
    "your_time": "{time}（您所在时区为{yours}）",
    "opening_hours": "开放时间",
    "days_ahead": "未来几天",
    "changes": "即将到来的变更",
    "from_date": "自{date}起",
    "today": "今天",
    "now": "现在",
    "day": "日期",
    "hours": "时间",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {
        "note": "（{note}）",
        "state_and_note": "{state}：{note}",
        "change": "{date}：{hours}",
        "reason": "，",
        "on_one_line": "；",
    },
    "table": {"line": "{days}：{hours}"},
    "spoken": {"line": "{days}，{hours}", "stop": "。"},
    "long": {"run": "{first}至{last}", "last": "和", "range": "{opens}至{closes}", "hours_last": "和"},
}
