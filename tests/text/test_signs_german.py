"""German signs. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("Mo-Fr 8-12 Uhr, Mo, Di, Do 15-18 Uhr", "Mo-Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00"),
    (
        "Mo., Di., Do. 8.00-12.00 Uhr und 14.00-18.00 Uhr, Mi. und Fr. 8.00-13.00 Uhr",
        "Mo-Tu,Th 08:00-12:00,14:00-18:00; We,Fr 08:00-13:00",
    ),
    (
        "Montag: 8:00 - 12:00 und 14:00 - 18:00 Uhr\nDienstag: 8:00 - 12:00 Uhr\nMittwoch: geschlossen",
        "Mo 08:00-12:00,14:00-18:00; Tu 08:00-12:00",
    ),
    ("Montag bis Freitag 8 bis 12 Uhr und nach Vereinbarung", "Mo-Fr 08:00-12:00 | ~also_by_appointment"),
    (
        "Sprechzeiten\nMo 8-12 u. 15-18\nDi 8-12\nMi 8-12\nDo 8-12 u. 15-19\nFr 8-13",
        "Mo 08:00-12:00,15:00-18:00; Tu-We 08:00-12:00; Th 08:00-12:00,15:00-19:00; Fr 08:00-13:00",
    ),
    ("Mo - Do 7.30 - 12.00 / 13.00 - 16.30 Uhr, Fr 7.30 - 13.00 Uhr", "Mo-Th 07:30-12:00,13:00-16:30; Fr 07:30-13:00"),
    ("Öffnungszeiten: Mo-Fr 9-18 Uhr, Sa 9-13 Uhr, So geschlossen", "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    ("täglich 8-20 Uhr", "Mo-Su 08:00-20:00"),
    ("Täglich von 9.00 bis 18.00 Uhr", "Mo-Su 09:00-18:00"),
    ("Mo, Di, Do, Fr 8:00–12:00, 14:00–17:00, Mi 8:00–12:00", "Mo-Tu,Th-Fr 08:00-12:00,14:00-17:00; We 08:00-12:00"),
    (
        "Mittwochnachmittag geschlossen\nMo-Fr 8-12, 14-18 Uhr",
        "Mo-Tu,Th-Fr 08:00-12:00,14:00-18:00; We 08:00-12:00 | ~part_of_day",
    ),
    (
        "Mo-Fr 8-12, 14-18 Uhr, Mi nachmittags geschlossen",
        "Mo-Tu,Th-Fr 08:00-12:00,14:00-18:00; We 08:00-12:00 | ~part_of_day",
    ),
    ("Mo-Fr 8-18 Uhr außer Mittwoch", "Mo-Tu,Th-Fr 08:00-18:00 | ~closed_exception"),
    ("Jeden 1. Samstag im Monat 9-12 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-12:00"),
    ("Jeden ersten Samstag im Monat von 9 bis 12 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-12:00"),
    ("Sa (1. und 3. im Monat) 9-12 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-12:00"),
    ("1. und 3. Samstag im Monat 9-12 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-12:00"),
    ("Mo-Fr 8-17 Uhr, Mittagspause 12-13 Uhr", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Mo-Fr 8-17 Uhr (12-13 Uhr geschlossen)", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Mo–Fr 08:00–17:00 (Mittagspause 12:00–13:00)", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Termine nach Vereinbarung", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Mo-Fr nach Vereinbarung", 'Mo-Fr 00:00-24:00 unknown "by appointment"'),
    ("Di 14-18 Uhr nach telefonischer Vereinbarung", 'Tu 14:00-18:00 unknown "by appointment"'),
    ("Sonn- und Feiertage geschlossen, Mo-Sa 9-18 Uhr", "Mo-Sa 09:00-18:00 | ~no_country"),
    ("Samstag, Sonntag und an Feiertagen geschlossen. Mo bis Fr 8 bis 17 Uhr.", "Mo-Fr 08:00-17:00 | ~no_country"),
    ("Mo + Di 9–12 h, Do 14–18 h", "Mo-Tu 09:00-12:00; Th 14:00-18:00"),
    (
        "Montag und Donnerstag 16:00-18:00, Dienstag 9:00-11:00 Uhr, sowie nach Vereinbarung",
        "Mo,Th 16:00-18:00; Tu 09:00-11:00 | ~also_by_appointment",
    ),
    ("Montags, mittwochs und freitags 8-12 Uhr", "Mo,We,Fr 08:00-12:00"),
    ("rund um die Uhr geöffnet", "24/7"),
    ("24 Stunden geöffnet", "24/7"),
    ("Mo-Fr: 8-13 Uhr, nachmittags nach Vereinbarung", "Mo-Fr 08:00-13:00 | ~also_by_appointment"),
    (
        "Mo-Fr von 8:30 Uhr bis 12:30 Uhr, Di und Do auch von 14 Uhr bis 18 Uhr",
        "Mo,We,Fr 08:30-12:30; Tu,Th 08:30-12:30,14:00-18:00",
    ),
    ("Tel. 030 / 123 45 67\nMo-Fr 9-17 Uhr", "Mo-Fr 09:00-17:00"),
    ("Mo. bis Do. 8-18 Uhr, Fr. 8-14 Uhr", "Mo-Th 08:00-18:00; Fr 08:00-14:00"),
    ("Ordination: Mo, Mi 8-12, Di, Do 14-18 Uhr", "Mo,We 08:00-12:00; Tu,Th 14:00-18:00"),
    (
        "Mo bis Fr 8 - 12 und 14 - 18 Uhr, außer Mi nachmittags",
        "Mo-Tu,Th-Fr 08:00-12:00,14:00-18:00; We 08:00-12:00 | ~part_of_day",
    ),
    ("Mo, Di, Do 8-18; Mi, Fr 8-14", "Mo-Tu,Th 08:00-18:00; We,Fr 08:00-14:00"),
    (
        "Mo - Fr: 08.00 - 12.00 Uhr; Mo, Di, Do: 15.00 - 18.00 Uhr",
        "Mo-Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00",
    ),
    (
        "Mo-Fr vormittags 8-12 Uhr, Mo, Di, Do nachmittags 15-18 Uhr",
        "Mo-Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00",
    ),
    ("Mo Di Do Fr 8.30-12.30", "Mo-Tu,Th-Fr 08:30-12:30"),
    (
        "Vormittag: Mo-Fr 8-12 Uhr\nNachmittag: Mo, Di, Do 15-18 Uhr",
        "Mo-Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00",
    ),
    ("Montag 9-12 15-18\nDienstag 9-12 15-18\nMittwoch 9-12", "Mo-Tu 09:00-12:00,15:00-18:00; We 09:00-12:00"),
    (
        "Montag: 08:00–12:00 Uhr\n14:00–18:00 Uhr\nDienstag: 08:00–12:00 Uhr",
        "Mo 08:00-12:00,14:00-18:00; Tu 08:00-12:00",
    ),
    ("Mo & Do 9–18 Uhr | Di 9–19 Uhr | Fr 9–13 Uhr", "Mo,Th 09:00-18:00; Tu 09:00-19:00; Fr 09:00-13:00"),
    ("Freitag nach Vereinbarung", 'Fr 00:00-24:00 unknown "by appointment"'),
    ("Mi und Fr nur nach Vereinbarung", 'We,Fr 00:00-24:00 unknown "by appointment"'),
    (
        "Termine nur nach telefonischer Vereinbarung unter 030 1234567",
        'Mo-Su 00:00-24:00 unknown "by appointment" | ~left_aside',
    ),
    (
        "Mo - Fr 7 - 19 Uhr, Sa 8 - 12 Uhr, Sonn- und Feiertag geschlossen",
        "Mo-Fr 07:00-19:00; Sa 08:00-12:00 | ~no_country",
    ),
    ("Mo-Sa 8-20 Uhr, an Sonn- und Feiertagen 10-12 Uhr", "Mo-Sa 08:00-20:00; Su 10:00-12:00 | ~no_country"),
    ("Mo-Fr ab 8 Uhr", "refused"),
    ("Di ab 14 Uhr", "refused"),
    (
        "Mo. 8-12 Uhr, 14-17 Uhr, Di. 8-12 Uhr, Mi. geschl., Do. 8-12 Uhr, 14-18 Uhr, Fr. 8-12 Uhr",
        "Mo 08:00-12:00,14:00-17:00; Tu,Fr 08:00-12:00; Th 08:00-12:00,14:00-18:00",
    ),
    ("Notdienst: 24 Stunden\nSprechstunde: Mo-Fr 9-18 Uhr", "24/7 | !another_service"),
    ("Di-Fr 10:00-18:00, Sa 10:00-14:00", "Tu-Fr 10:00-18:00; Sa 10:00-14:00"),
    ("Do 9-12", "Th 09:00-12:00 | ~which_language"),
    ("Di 9-12", "Tu 09:00-12:00 | ~which_language"),
    ("Werktags 8-18 Uhr", "refused"),
    ("Werktags außer Samstag 8-18 Uhr", "refused"),
    (
        "1. April bis 31. Oktober: Mo-Fr 8-18 Uhr, 1. November bis 31. März: Mo-Fr 9-17 Uhr",
        "off | 04-01/10-31: Mo-Fr 08:00-18:00 | 11-01/03-31: Mo-Fr 09:00-17:00",
    ),
    ("April-Oktober Di-So 10-18 Uhr", "off | 04-01/10-31: Tu-Su 10:00-18:00"),
    ("Vom 24.12. bis 1.1. geschlossen. Mo-Fr 8-17 Uhr", "Mo-Fr 08:00-17:00 | 12-24/01-01: off | ~every_year"),
    ("Mo-Do 8-12.30 u. 13.30-17 Uhr, Fr 8-13 Uhr", "Mo-Th 08:00-12:30,13:30-17:00; Fr 08:00-13:00"),
    ("Mo/Mi/Fr 8:00-12:00, Di/Do 14:00-18:00", "Mo,We,Fr 08:00-12:00; Tu,Th 14:00-18:00"),
    ("Mo – Mi 8 – 18 Uhr, Do 8 – 20 Uhr, Fr 8 – 14 Uhr", "Mo-We 08:00-18:00; Th 08:00-20:00; Fr 08:00-14:00"),
    (
        "Mo: 8-12 + 14-17, Di: 8-12, Mi: 8-12, Do: 8-12 + 15-19, Fr: 8-12",
        "Mo 08:00-12:00,14:00-17:00; Tu-We,Fr 08:00-12:00; Th 08:00-12:00,15:00-19:00",
    ),
    ("montags bis donnerstags 8 bis 17 Uhr, freitags 8 bis 13 Uhr", "Mo-Th 08:00-17:00; Fr 08:00-13:00"),
    ("Di. & Do. 15:30 bis 18:00 Uhr", "Tu,Th 15:30-18:00"),
    ("Mo-Fr 08.00 bis 11.30 und 15.00 bis 17.30 (außer Mi)", "Mo-Tu,Th-Fr 08:00-11:30,15:00-17:30 | ~closed_exception"),
    (
        "Montag – Freitag: 8.00 Uhr – 12.00 Uhr\nMontag, Dienstag, Donnerstag: 15.00 Uhr – 18.00 Uhr",
        "Mo-Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00",
    ),
    (
        "Mo, Di, Do 8-13 und 15-18 Uhr; Mi, Fr 8-13 Uhr sowie nach Vereinbarung",
        "Mo-Tu,Th 08:00-13:00,15:00-18:00; We,Fr 08:00-13:00 | ~also_by_appointment",
    ),
    ("Öffnungszeiten Praxis: Mo-Fr 8-12 Uhr; Telefonzeiten: Mo-Fr 8-10 Uhr", "Mo-Fr 08:00-12:00 | !another_service"),
    ("Mo-Fr 9-13h/14-18h", "Mo-Fr 09:00-13:00,14:00-18:00"),
    ("Sprechstunden nur nach Vereinbarung", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Mo-Fr: 7:30 - 18:00 Uhr durchgehend", "Mo-Fr 07:30-18:00"),
    (
        "Montag\n8:00 - 12:00 Uhr\n14:00 - 18:00 Uhr\nDienstag\n8:00 - 12:00 Uhr",
        "Mo 08:00-12:00,14:00-18:00; Tu 08:00-12:00",
    ),
    ("Mi 8:00–12:00 Uhr, nachmittags geschlossen", "We 08:00-12:00 | ~part_of_day"),
    ("Samstag nur nach Terminvereinbarung", 'Sa 00:00-24:00 unknown "by appointment"'),
    ("an jedem ersten Mittwoch im Monat 14-16 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=1WE: 14:00-16:00"),
    ("jeden 2. Mittwoch im Monat 14-16 Uhr", "off | RRULE:FREQ=MONTHLY;BYDAY=2WE: 14:00-16:00"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
