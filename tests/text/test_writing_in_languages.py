"""The same week in each language and style, to the letter."""

import pytest

from clinic_hours.hours.week import WeeklyHours
from clinic_hours.text import format_hours

WEEK = WeeklyHours.parse(
    'Mo-We 08:00-12:00,13:00-17:30; Th unknown "by appointment"; Fr 09:00-13:00 unknown; Sa 22:00-02:00'
)
ROUND = WeeklyHours.parse('Mo,We 08:00-12:00 unknown "by appointment: new patients"; Sa 00:00-24:00')

COMPACT = {
    "en": "Mon–Wed 8 AM–noon, 1 PM–5:30 PM; Thu by appointment; Fri 9 AM–1 PM (hours may differ); Sat 10 PM–2 AM; Sun closed",
    "en_GB": "Mon–Wed 08:00–12:00, 13:00–17:30; Thu by appointment; Fri 09:00–13:00 (hours may differ); Sat 22:00–02:00; Sun closed",
    "es": "Lun–mié 8:00–12:00 h, 13:00–17:30 h; jue con cita previa; vie 9:00–13:00 h (horario variable); sáb 22:00–2:00 h; dom cerrado",
    "es_US": "Lun–mié 8 a.m.–mediodía, 1 p.m.–5:30 p.m.; jue con cita previa; vie 9 a.m.–1 p.m. (horario variable); sáb 10 p.m.–2 a.m.; dom cerrado",
    "fr": "Lun.–mer. 08:00–12:00, 13:00–17:30 ; jeu. sur rendez-vous ; ven. 09:00–13:00 (horaires variables) ; sam. 22:00–02:00 ; dim. fermé",
    "de": "Mo–Mi 08:00–12:00 Uhr, 13:00–17:30 Uhr; Do nach Vereinbarung; Fr 09:00–13:00 Uhr (wechselnde Zeiten); Sa 22:00–02:00 Uhr; So geschlossen",
    "it": "Lun–mer 08:00–12:00, 13:00–17:30; gio su appuntamento; ven 09:00–13:00 (orari variabili); sab 22:00–02:00; dom chiuso",
    "pt_BR": "Seg.–qua. 08:00–12:00, 13:00–17:30; qui. com hora marcada; sex. 09:00–13:00 (horário variável); sáb. 22:00–02:00; dom. fechado",
    "nl": "Ma–wo 08:00–12:00, 13:00–17:30; do op afspraak; vr 09:00–13:00 (tijden kunnen afwijken); za 22:00–02:00; zo gesloten",
    "pl": "Pon.–śr. 08:00–12:00, 13:00–17:30; czw. po umówieniu wizyty; pt. 09:00–13:00 (godziny mogą się różnić); sob. 22:00–02:00; niedz. zamknięte",
    "ru": "Пн–ср 08:00–12:00, 13:00–17:30; чт по предварительной записи; пт 09:00–13:00 (часы работы могут отличаться); сб 22:00–02:00; вс закрыто",
    "ar_EG": "السبت ١٠ م–٢ ص؛ الاثنين–الأربعاء ٨ ص–١٢ م و١ م–٥:٣٠ م؛ الخميس بموعد مسبق؛ الجمعة ٩ ص–١ م (قد تختلف المواعيد)؛ الأحد مغلق",
    "zh": "周一–周三 08:00–12:00、13:00–17:30；周四 需预约；周五 09:00–13:00（时间可能有变）；周六 22:00–02:00；周日 休息",
    "zh_TW": "週一–週三 上午8時–中午12時、下午1時–下午5:30；週四 需預約；週五 上午9時–下午1時（時間可能有變）；週六 晚上10時–凌晨2時；週日 休息",
    "ja": "月～水 8:00～12:00、13:00～17:30；木 予約制；金 9:00～13:00（時間は変わる場合があります）；土 22:00～2:00；日 休診",
    "ko": "월~수 오전 8시~정오, 오후 1시~오후 5:30; 목 예약제; 금 오전 9시~오후 1시 (시간이 다를 수 있음); 토 오후 10시~오전 2시; 일 휴무",
    "vi": "Th 2–Th 4: 08:00–12:00, 13:00–17:30; Th 5: theo lịch hẹn; Th 6: 09:00–13:00 (giờ có thể thay đổi); Th 7: 22:00–02:00; CN: đóng cửa",
}
SENTENCE = {
    "en": "Monday and Wednesday from 8 a.m. to noon (by appointment: new patients); Saturday open 24 hours; closed Tuesday, Thursday, Friday and Sunday",
    "es": "Lunes y miércoles de 8:00 a 12:00 h (con cita previa: new patients); sábado abierto las 24 horas; cerrado martes, jueves, viernes y domingo",
    "fr": "Lundi et mercredi de 8 h à midi (sur rendez-vous : new patients) ; samedi ouvert 24 heures sur 24 ; fermé mardi, jeudi, vendredi et dimanche",
    "de": "Montag und Mittwoch von 8:00 bis 12:00 Uhr (nach Vereinbarung: new patients); Samstag 24 Stunden geöffnet; Dienstag, Donnerstag, Freitag und Sonntag geschlossen",
    "it": "Lunedì e mercoledì dalle 08:00 alle 12:00 (su appuntamento: new patients); sabato aperto 24 ore su 24; chiuso martedì, giovedì, venerdì e domenica",
    "pt": "Segunda-feira e quarta-feira das 08:00 às 12:00 (com hora marcada: new patients); sábado aberto 24 horas; fechado terça-feira, quinta-feira, sexta-feira e domingo",
    "nl": "Maandag en woensdag van 8:00 tot 12:00 uur (op afspraak: new patients); zaterdag 24 uur per dag geopend; dinsdag, donderdag, vrijdag en zondag gesloten",
    "pl": "Poniedziałek i środa od 8:00 do 12:00 (po umówieniu wizyty: new patients); sobota czynne całą dobę; wtorek, czwartek, piątek i niedziela zamknięte",
    "ru": "Понедельник и среда с 8:00 до 12:00 (по предварительной записи: new patients); суббота круглосуточно; вторник, четверг, пятница и воскресенье закрыто",
    "ar": "الاثنين والأربعاء من 8 ص إلى 12 م (بموعد مسبق: \u2068new patients\u2069)؛ السبت مفتوح على مدار الساعة؛ الثلاثاء والخميس والجمعة والأحد مغلق",
    "zh": "星期一和星期三 08:00至12:00（需预约：new patients）；星期六 24小时开放；星期二、星期四、星期五和星期日 休息",
    "ja": "月曜日と水曜日 8:00から12:00まで（予約制：new patients）；土曜日 24時間対応；火曜日、木曜日、金曜日と日曜日 休診",
    "ko": "월요일 및 수요일 오전 8시부터 정오까지 (예약제: new patients); 토요일 24시간 운영; 화요일, 목요일, 금요일 및 일요일 휴무",
    "vi": "Thứ Hai và Thứ Tư từ 08:00 đến 12:00 (theo lịch hẹn: new patients); Thứ Bảy mở cửa 24 giờ; Thứ Ba, Thứ Năm, Thứ Sáu và Chủ Nhật đóng cửa",
}
RUNS = {
    "en": ("Sunday through Wednesday, from 9 a.m. to 1 p.m.", "Closed Thursday through Saturday."),
    "es": ("De domingo a miércoles, de 9:00 a 13:00 horas.", "Cerrado de jueves a sábado."),
    "fr": ("Du dimanche au mercredi, de 9 h à 13 h.", "Fermé du jeudi au samedi."),
    "de": ("Sonntag bis Mittwoch, von 9:00 bis 13:00 Uhr.", "Donnerstag bis Samstag geschlossen."),
    "it": ("Dalla domenica al mercoledì, dalle 09:00 alle 13:00.", "Chiuso dal giovedì al sabato."),
    "pt": ("De domingo a quarta-feira, das 09:00 às 13:00.", "Fechado de quinta-feira a sábado."),
    "nl": ("Zondag tot en met woensdag, van 9:00 tot 13:00 uur.", "Donderdag tot en met zaterdag gesloten."),
    "pl": ("Od niedzieli do środy, od 9:00 do 13:00.", "Od czwartku do soboty zamknięte."),
    "ru": ("С воскресенья по среду, с 9:00 до 13:00.", "С четверга по субботу закрыто."),
    "ar": ("من الأحد إلى الأربعاء، من 9 ص إلى 1 م.", "من الخميس إلى السبت مغلق."),
    "zh": ("星期日至星期三，09:00至13:00。", "星期四至星期六 休息。"),
    "ja": ("日曜日から水曜日まで、9:00から13:00まで。", "木曜日から土曜日まで 休診。"),
    "ko": ("일요일부터 수요일까지, 오전 9시부터 오후 1시까지.", "목요일부터 토요일까지 휴무."),
    "vi": ("Từ Chủ Nhật đến Thứ Tư, từ 09:00 đến 13:00.", "Từ Thứ Năm đến Thứ Bảy đóng cửa."),
}


@pytest.mark.parametrize("locale", COMPACT)
def test_the_compact_style(locale: str):
    assert format_hours(WEEK, "compact", locale) == COMPACT[locale]


@pytest.mark.parametrize("locale", SENTENCE)
def test_the_sentence(locale: str):
    assert format_hours(ROUND, "sentence", locale) == SENTENCE[locale]


@pytest.mark.parametrize("locale", RUNS)
def test_the_spoken_style_and_a_run_of_days(locale: str):
    assert tuple(format_hours(WeeklyHours.parse("Su-We 09:00-13:00"), "spoken", locale).split("\n")) == RUNS[locale]


@pytest.mark.parametrize(
    ("locale", "sign"),
    [
        ("en_US", "Mon 8am-4pm\nTues-Sat 8am-5pm\nClosed Sun"),
        ("en_GB", "Mon 08:00-16:00\nTues-Sat 08:00-17:00\nClosed Sun"),
        ("de_AT", "Mo 08:00–16:00 Uhr\nDi–Sa 08:00–17:00 Uhr\nSo geschlossen"),
        ("fr_CA", "Lun. 08 h 00–16 h 00\nMar.–sam. 08 h 00–17 h 00\nDim. fermé"),
        ("ja_JP", "月 8:00～16:00\n火～土 8:00～17:00\n日 休診"),
        ("vi_VN", "Th 2: 08:00–16:00\nTh 3–Th 7: 08:00–17:00\nCN: đóng cửa"),
        ("fi_FI", "Ma 8.00–16.00\nTi–la 8.00–17.00\nSu —"),
    ],
)
def test_the_sign(locale: str, sign: str):
    assert format_hours(WeeklyHours.parse("Mo 08:00-16:00; Tu-Sa 08:00-17:00"), "sign", locale) == sign


@pytest.mark.parametrize(
    ("locale", "first", "last"),
    [
        ("en", "Monday: 8:00 AM – noon, 1:00 PM – 5:30 PM", "Sunday: closed"),
        ("en_US", "Sunday: closed", "Saturday: 10:00 PM – 2:00 AM"),
        ("en_GB", "Monday: 08:00 – 12:00, 13:00 – 17:30", "Sunday: closed"),
        ("de", "Montag: 08:00 – 12:00 Uhr, 13:00 – 17:30 Uhr", "Sonntag: geschlossen"),
        ("fr", "Lundi : 08:00 – 12:00, 13:00 – 17:30", "Dimanche : fermé"),
        ("pt_PT", "Domingo: fechado", "Sábado: 22:00 – 02:00"),
        ("ar_EG", "السبت: ١٠:٠٠ م – ٢:٠٠ ص", "الجمعة: ٩:٠٠ ص – ١:٠٠ م (قد تختلف المواعيد)"),
        ("ja_JP", "日曜日：休診", "土曜日：22:00～2:00"),
    ],
)
def test_the_table_begins_on_the_first_day_of_the_territory(locale: str, first: str, last: str):
    lines = format_hours(WEEK, "table", locale).split("\n")
    assert (len(lines), lines[0], lines[-1]) == (7, first, last)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", ("Open 24 hours", "Closed", "Daily 8 AM–noon", "Daily by appointment")),
        ("de", ("24 Stunden geöffnet", "Geschlossen", "Täglich 08:00–12:00 Uhr", "Täglich nach Vereinbarung")),
        ("fr", ("Ouvert 24 heures sur 24", "Fermé", "Tous les jours 08:00–12:00", "Tous les jours sur rendez-vous")),
        ("ja", ("24時間対応", "休診", "毎日 8:00～12:00", "毎日 予約制")),
    ],
)
def test_a_week_of_days_alike(locale: str, words: tuple[str, ...]):
    weeks = ("24/7", "off", "Mo-Su 08:00-12:00", 'Mo-Su unknown "by appointment"')
    assert tuple(format_hours(WeeklyHours.parse(week), "compact", locale) for week in weeks) == words


def test_the_lines_of_a_week_that_begins_on_sunday_stand_in_its_order():
    week = WeeklyHours.parse("Mo-Th 08:00-12:00; Su 09:00-10:00; Fr 08:00-09:00")
    assert format_hours(week, "compact", "en_US") == "Sun 9 AM–10 AM; Mon–Thu 8 AM–noon; Fri 8 AM–9 AM; Sat closed"
    assert format_hours(week, "compact", "en_GB") == "Mon–Thu 08:00–12:00; Fri 08:00–09:00; Sun 09:00–10:00; Sat closed"
    weekend = WeeklyHours.parse("Mo-Fr 08:00-12:00")
    assert format_hours(weekend, "compact", "en_US").endswith("; Sat, Sun closed")


@pytest.mark.parametrize(
    ("locale", "sign"),
    [
        ("de_DE", "Mo 00:00–08:00 Uhr, 20:00–24:00 Uhr"),
        ("en_GB", "Mon 00:00-08:00, 20:00-24:00"),
        ("en_US", "Mon midnight-8am, 8pm-midnight"),
        ("es_ES", "Lun 0:00–8:00 h, 20:00–24:00 h"),
        ("ar_EG", "الاثنين ١٢ ص–٨ ص و٨ م–١٢ ص"),
        ("ko_KR", "월 자정~오전 8시, 오후 8시~자정"),
    ],
)
def test_a_day_begins_at_nought_and_ends_at_24(locale: str, sign: str):
    assert format_hours(WeeklyHours.parse("Mo 00:00-08:00,20:00-24:00"), "sign", locale).split("\n")[0] == sign
