"""Japanese, as plain data: the words that hours are written with."""

WORDS: dict[str, str] = {
    "closed": "休診",
    "closed_line": "{days} 休診",
    "every_day": "毎日",
    "whole_day": "24時間対応",
    "by_appointment": "予約制",
    "hours_may_differ": "時間は変わる場合があります",
    "open_until": "{time}まで開いています",
    "closing_soon": "まもなく終了、{time}まで開いています",
    "closed_until": "閉まっています、{time}に開きます",
    "opening_soon": "閉まっています、{minutes}に開きます",
    "appointment_until": "予約制、{time}まで",
    "differ_until": "時間は変わる場合があります、{time}まで",
    "your_time": "{time}（お客様の時間帯では{yours}）",
    "opening_hours": "診療時間",
    "days_ahead": "今後の予定",
    "changes": "診療時間の変更",
    "from_date": "{date}から",
    "today": "本日",
    "now": "現在",
    "day": "曜日",
    "hours": "時間",
}

STYLES: dict[str, dict[str, object]] = {
    "all": {
        "range": "{opens}～{closes}",
        "run": "{first}～{last}",
        "note": "（{note}）",
        "state_and_note": "{state}：{note}",
        "last": "・",
        "comma": "・",
        "change": "{date}：{hours}",
        "reason": "、",
        "on_one_line": "；",
    },
    "table": {"line": "{days}：{hours}"},
    "spoken": {"line": "{days}、{hours}", "stop": "。"},
    "long": {
        "run": "{first}から{last}まで",
        "comma": "、",
        "last": "と",
        "range": "{opens}から{closes}まで",
        "hours_last": "と",
    },
}
