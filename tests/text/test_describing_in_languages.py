"""The status of a door in each language; what is soon; the caller's own zone."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.hours.weekday import State
from clinic_hours.text import Style, describe
from clinic_hours.timeline.opening import Opening
from clinic_hours.timeline.status import Status

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
HALF_AN_HOUR = timedelta(minutes=30)
WORDS = {
    "en": ("Open until 5 PM", "Closed, opens Tue 8:30 AM", "Closed, opens Mon Jan 4, 2027 8:30 AM", "Closed, opens in 20 minutes"),
    "es": ("Abierto hasta las 17:00", "Cerrado, abre mar a las 8:30", "Cerrado, abre lun, 4 ene 2027 a las 8:30", "Cerrado, abre dentro de 20 minutos"),
    "fr": ("Ouvert jusqu’à 17:00", "Fermé, ouvre mar. à 08:30", "Fermé, ouvre lun. 4 janv. 2027 à 08:30", "Fermé, ouvre dans 20 minutes"),
    "de": ("Geöffnet bis 17:00 Uhr", "Geschlossen, öffnet Di um 08:30 Uhr", "Geschlossen, öffnet Mo, 4. Jan. 2027 um 08:30 Uhr", "Geschlossen, öffnet in 20 Minuten"),
    "it": ("Aperto fino alle 17:00", "Chiuso, apre mar alle 08:30", "Chiuso, apre lun 4 gen 2027 alle 08:30", "Chiuso, apre tra 20 minuti"),
    "pt": ("Aberto até as 17:00", "Fechado, abre ter. às 08:30", "Fechado, abre seg., 4 de jan. de 2027 às 08:30", "Fechado, abre em 20 minutos"),
    "nl": ("Geopend tot 17:00 uur", "Gesloten, gaat di om 08:30 uur open", "Gesloten, gaat ma 4 jan 2027 om 08:30 uur open", "Gesloten, gaat over 20 minuten open"),
    "pl": ("Otwarte do 17:00", "Zamknięte, otwarcie wt. o 08:30", "Zamknięte, otwarcie pon., 4 sty 2027 o 08:30", "Zamknięte, otwarcie za 20 minut"),
    "ru": ("Открыто до 17:00", "Закрыто, откроется вт в 08:30", "Закрыто, откроется пн, 4 янв. 2027 г. в 08:30", "Закрыто, откроется через 20 минут"),
    "ar_EG": ("مفتوح حتى الساعة ٥ م", "مغلق، يفتح الثلاثاء الساعة ٨:٣٠ ص", "مغلق، يفتح الاثنين، ٤ يناير ٢٠٢٧ الساعة ٨:٣٠ ص", "مغلق، يفتح خلال ٢٠ دقيقة"),
    "zh": ("营业至17:00", "已关门，周二 08:30开门", "已关门，2027年1月4日周一 08:30开门", "已关门，20分钟后开门"),
    "zh_TW": ("營業至下午5時", "已關門，週二 上午8:30開門", "已關門，2027年1月4日 週一 上午8:30開門", "已關門，20 分鐘後開門"),
    "ja": ("17:00まで開いています", "閉まっています、火 8:30に開きます", "閉まっています、2027年1月4日(月) 8:30に開きます", "閉まっています、20 分後に開きます"),
    "ko": ("오후 5시까지 운영", "운영 종료, 화 오전 8:30에 시작", "운영 종료, 2027년 1월 4일 (월) 오전 8:30에 시작", "운영 종료, 20분 후에 시작"),
    "vi": ("Mở cửa đến 17:00", "Đóng cửa, mở cửa Th 3 lúc 08:30", "Đóng cửa, mở cửa Th 2, 4 thg 1, 2027 lúc 08:30", "Đóng cửa, mở cửa sau 20 phút nữa"),
}  # fmt: skip


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def opens(text: str, note: str = "") -> Status:
    start = at(text)
    return Status(State.CLOSED, None, start, Opening((start, start + timedelta(hours=8))), note)


def until(text: str, state: State = State.OPEN) -> Status:
    return Status(state, None, at(text), None)


@pytest.mark.parametrize("locale", WORDS)
def test_the_status_in_each_language(locale: str):
    told = [
        describe(until("2026-11-23 17:00"), NOW, "compact", locale),
        describe(opens("2026-11-24 08:30"), NOW, "compact", locale),
        describe(opens("2027-01-04 08:30"), NOW, "compact", locale),
        describe(opens("2026-11-23 10:20"), NOW, "compact", locale, opening_soon=HALF_AN_HOUR),
    ]
    assert tuple(told) == WORDS[locale]


@pytest.mark.parametrize(
    ("locale", "state", "words"),
    [
        ("de", State.BY_APPOINTMENT, "Nach Vereinbarung bis 24:00 Uhr"),
        ("de", State.UNKNOWN, "Wechselnde Zeiten bis 24:00 Uhr"),
        ("fr", State.OPEN, "Ouvert jusqu’à 24:00"),
        ("en_US", State.OPEN, "Open until midnight"),
        ("es_US", State.OPEN, "Abierto hasta medianoche"),
        ("ja", State.BY_APPOINTMENT, "予約制、24:00まで"),
    ],
)
def test_an_end_at_midnight_is_the_end_of_the_day(locale: str, state: State, words: str):
    assert describe(until("2026-11-24 00:00", state), NOW, "compact", locale) == words


def test_noon_and_midnight_have_their_own_phrase_where_they_are_words():
    assert describe(until("2026-11-23 12:00"), NOW, "compact", "es_US") == "Abierto hasta mediodía"
    assert describe(opens("2026-11-23 12:00"), NOW, "compact", "es_US") == "Cerrado, abre a mediodía"
    assert describe(opens("2026-11-24 00:00"), NOW, "compact", "es_US") == "Cerrado, abre mar a medianoche"
    assert describe(opens("2026-11-23 12:30"), NOW, "compact", "es_US") == "Cerrado, abre a las 12:30 p.m."
    assert describe(opens("2026-11-23 12:00"), NOW, "compact", "es_ES") == "Cerrado, abre a las 12:00"


@pytest.mark.parametrize(
    ("locale", "status", "words"),
    [
        ("es", "2026-11-23 13:00", "Abierto hasta las 13:00"),
        ("es_US", "2026-11-23 13:00", "Abierto hasta la 1 p.m."),
        ("es", "2026-11-24 01:00", "Abierto hasta mar a la 1:00"),
        ("pt", "2026-11-24 01:30", "Aberto até ter. à 01:30"),
    ],
)
def test_one_o_clock_has_its_own_article(locale: str, status: str, words: str):
    assert describe(until(status), at("2026-11-23 08:00"), "compact", locale) == words


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-23 16:29:59", "Open until 5pm"),
        ("2026-11-23 16:30", "Closing soon, open until 5pm"),
        ("2026-11-23 16:59:59", "Closing soon, open until 5pm"),
    ],
)
def test_closing_is_soon_from_the_callers_threshold_on(now: str, words: str):
    assert describe(until("2026-11-23 17:00"), at(now), closing_soon=HALF_AN_HOUR) == words
    assert describe(until("2026-11-23 17:00"), at(now)) == describe(
        until("2026-11-23 17:00"), at(now), opening_soon=HALF_AN_HOUR
    )
    assert describe(until("2026-11-23 17:00"), at(now)) == "Open until 5pm"


def test_only_what_is_open_closes_soon():
    told = describe(until("2026-11-23 10:10", State.BY_APPOINTMENT), NOW, closing_soon=HALF_AN_HOUR)
    assert told == "By appointment until 10:10am"


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-23 09:59:59", "Closed, opens 10:30am"),
        ("2026-11-23 10:00", "Closed, opens in 30 minutes"),
        ("2026-11-23 10:00:01", "Closed, opens in 30 minutes"),
        ("2026-11-23 10:01", "Closed, opens in 29 minutes"),
        ("2026-11-23 10:28:30", "Closed, opens in 2 minutes"),
        ("2026-11-23 10:29", "Closed, opens in 1 minute"),
        ("2026-11-23 10:29:59.999999", "Closed, opens in 1 minute"),
    ],
)
def test_opening_soon_is_told_in_minutes_that_have_begun(now: str, words: str):
    assert (
        describe(opens("2026-11-23 10:30"), at(now), opening_soon=HALF_AN_HOUR, closing_soon=timedelta(days=1)) == words
    )


def test_soon_is_a_matter_of_real_time():
    over = opens("2026-11-01 03:00")
    assert describe(over, at("2026-11-01 00:30"), opening_soon=timedelta(hours=3)) == "Closed, opens 3am"
    assert describe(over, at("2026-11-01 00:30"), opening_soon=timedelta(hours=4)) == "Closed, opens in 210 minutes"


def test_a_style_may_tell_the_minutes_anywhere():
    style = Style(closing_soon="Closes {minutes}", open_until="Open, {minutes} to go until {time}")
    assert describe(until("2026-11-23 10:05"), NOW, style, closing_soon=HALF_AN_HOUR) == "Closes in 5 minutes"
    assert describe(until("2026-11-23 10:05"), NOW, style) == "Open, in 5 minutes to go until 10:05am"


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (ZoneInfo("America/Los_Angeles"), "Open until 5pm (2pm your time)"),
        (ZoneInfo("Europe/Paris"), "Open until 5pm (11pm your time)"),
        (ZoneInfo("Asia/Tokyo"), "Open until 5pm (7am your time)"),
        (ZoneInfo("Asia/Kathmandu"), "Open until 5pm (3:45am your time)"),
        (UTC, "Open until 5pm (10pm your time)"),
        (ZoneInfo("America/Toronto"), "Open until 5pm"),
        (timezone(timedelta(hours=-5)), "Open until 5pm"),
        (None, "Open until 5pm"),
    ],
)
def test_the_callers_zone_where_its_clock_shows_another_time(zone: ZoneInfo | None, words: str):
    assert describe(until("2026-11-23 17:00"), NOW, timezone=zone) == words


def test_the_day_in_the_callers_zone():
    assert (
        describe(opens("2026-11-24 08:00"), NOW, timezone=ZoneInfo("Europe/Paris"))
        == "Closed, opens Tues 8am (Tues 2pm your time)"
    )
    late = at("2026-11-23 22:00")
    assert (
        describe(opens("2026-11-24 08:00"), late, timezone=ZoneInfo("Asia/Tokyo"))
        == "Closed, opens Tues 8am (10pm your time)"
    )
    assert describe(opens("2026-11-23 23:00"), late, "compact", "de", timezone=ZoneInfo("Asia/Tokyo")) == (
        "Geschlossen, öffnet um 23:00 Uhr (um 13:00 Uhr in Ihrer Zeitzone)"
    )


def test_a_zone_whose_clock_is_beyond_the_calendar_is_left_out():
    last = datetime.max.replace(tzinfo=UTC)
    told = describe(Status(State.OPEN, None, last, None), last - timedelta(hours=1), timezone=ZoneInfo("Asia/Tokyo"))
    assert told == "Open until 11:59pm"


def test_a_reason_that_runs_against_the_line_is_held_apart():
    assert describe(opens("2026-11-24 08:00", "שלג"), NOW) == "Closed, opens Tues 8am (\u2068שלג\u2069)"
    assert describe(opens("2026-11-24 08:00", "Snow"), NOW) == "Closed, opens Tues 8am (Snow)"
    assert describe(opens("2026-11-24 08:00", "Snow"), NOW, locale="ar").endswith("(\u2068Snow\u2069)")
    assert describe(opens("2026-11-24 08:00", "ثلج"), NOW, locale="ar").endswith("(ثلج)")


def test_a_status_needs_the_words_of_the_language():
    with pytest.raises(InvalidHoursError, match=r"no words for 'closed_until' in the locale 'sv_SE'"):
        describe(opens("2026-11-24 08:00"), NOW, locale="sv_SE")
    with pytest.raises(InvalidHoursError, match=r"no words for 'open_until' in the locale 'sv_SE'"):
        describe(until("2026-11-23 17:00"), NOW, locale="sv_SE")
    with pytest.raises(InvalidHoursError, match=r"no words for 'appointment_until' in the locale 'sv_SE'"):
        describe(Status(State.BY_APPOINTMENT, None, None, None), NOW, locale="sv_SE")
    own = Style.of("sign", "sv_SE", open_until="Öppet till {time}")
    assert describe(until("2026-11-23 10:05"), NOW, own) == "Öppet till 10:05"
    with pytest.raises(InvalidHoursError, match=r"no words for 'closing_soon' in the locale 'sv_SE'"):
        describe(until("2026-11-23 10:05"), NOW, own, closing_soon=HALF_AN_HOUR)


def test_what_is_soon_is_a_time_and_a_zone_is_a_zone():
    for how in ({"closing_soon": 30}, {"opening_soon": 30}):
        with pytest.raises(WrongTypeError, match=r"timedelta\(minutes=30\), not int"):
            describe(until("2026-11-23 17:00"), NOW, **how)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="a name or a tzinfo, not int"):
        describe(until("2026-11-23 17:00"), NOW, timezone=-5)  # type: ignore[arg-type]
