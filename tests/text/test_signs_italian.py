"""Italian signs. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("Dal lunedì al venerdì dalle 9.00 alle 13.00 e dalle 15.00 alle 19.00", "Mo-Fr 09:00-13:00,15:00-19:00"),
    ("Lunedì - Venerdì: 9:00 - 18:00\nSabato: 9:00 - 12:00\nDomenica: chiuso", "Mo-Fr 09:00-18:00; Sa 09:00-12:00"),
    ("Lunedì, mercoledì e venerdì 9-12; martedì e giovedì 15-18", "Mo,We,Fr 09:00-12:00; Tu,Th 15:00-18:00"),
    ("dal lunedì al sabato ore 8,30-12,30 e 15,30-19,30", "Mo-Sa 08:30-12:30,15:30-19:30"),
    ("Aperto tutti i giorni dalle 8 alle 20", "Mo-Su 08:00-20:00"),
    ("Tutti i giorni 8.00-20.00, domenica esclusa", "Mo-Sa 08:00-20:00 | ~closed_exception"),
    ("Lun/Mer/Ven 8:30-12:30", "Mo,We,Fr 08:30-12:30"),
    (
        "Lun-Ven 8:30 - 12:30, 14:00 - 18:00 sabato su appuntamento",
        'Mo-Fr 08:30-12:30,14:00-18:00; Sa 00:00-24:00 unknown "by appointment"',
    ),
    ("Si riceve su appuntamento", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Solo su appuntamento dal lunedì al venerdì 9-18", 'Mo-Fr 09:00-18:00 unknown "by appointment"'),
    ("Lun-Ven 9-18 orario continuato", "Mo-Fr 09:00-18:00"),
    ("Chiuso domenica e festivi. Lun-Sab 8-20", "Mo-Sa 08:00-20:00 | ~no_country"),
    (
        "Chiuso il mercoledì pomeriggio. Lun-Ven 9-13 15-19",
        "Mo-Tu,Th-Fr 09:00-13:00,15:00-19:00; We 09:00-13:00 | ~part_of_day",
    ),
    ("primo sabato del mese 9-12", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-12:00"),
    ("Lunedì 8-14, Martedì 8-14 / 15-17, Mercoledì 8-14", "Mo,We 08:00-14:00; Tu 08:00-14:00,15:00-17:00"),
    ("Mattina 9-13 pomeriggio 15-19 dal lunedì al venerdì", "Mo-Fr 09:00-13:00,15:00-19:00"),
    ("Dal Lunedì al Venerdì: mattina 8.30-12.30, pomeriggio 14.30-18.30", "Mo-Fr 08:30-12:30,14:30-18:30"),
    ("H24", "24/7"),
    ("aperto 24 ore su 24", "24/7"),
    ("Martedì e Giovedì dalle ore 14:00 alle ore 17:00", "Tu,Th 14:00-17:00"),
    ("lun. mar. gio. 9.00-12.00", "Mo-Tu,Th 09:00-12:00"),
    ("Lunedi/Mercoledi/Venerdi 15.00-19.00 - Martedi/Giovedi 9.00-13.00", "Mo,We,Fr 15:00-19:00; Tu,Th 09:00-13:00"),
    (
        "lunedì: 09:00-12:30 / 15:00-19:00\nmartedì: 09:00-12:30 / 15:00-19:00\nmercoledì: chiuso",
        "Mo-Tu 09:00-12:30,15:00-19:00",
    ),
    ("Lun - Ven 8.30 - 19.30 Sab 8.30 - 13.00", "Mo-Fr 08:30-19:30; Sa 08:30-13:00"),
    ("Dal lunedi al venerdi 9/13 - 15/19", "Mo-Fr 09:00-13:00,15:00-19:00"),
    ("Lun-ven: 8-20; sab: 8-14; dom: chiuso", "Mo-Fr 08:00-20:00; Sa 08:00-14:00"),
    ("Lunedì e giovedì dalle 15 alle 18 su appuntamento", 'Mo,Th 15:00-18:00 unknown "by appointment"'),
    ("Martedì ore 15.00 - 18.00", "Tu 15:00-18:00"),
    ("Lun. Merc. Ven. dalle 8:00 alle 10:00", "Mo,We,Fr 08:00-10:00"),
    ("Sabato mattina 9-12", "Sa 09:00-12:00"),
    ("Sabato pomeriggio chiuso, lun-sab 9-13 16-19", "Mo-Fr 09:00-13:00,16:00-19:00; Sa 09:00-13:00 | ~part_of_day"),
    ("Il primo e il terzo sabato del mese dalle 9 alle 12", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-12:00"),
    ("Ogni martedì e giovedì dalle 14:30 alle 17:30", "Tu,Th 14:30-17:30"),
    ("Orario estivo: 8-14", "refused"),
    (
        "aperto dal lunedì al venerdì 8:00-13:00 e 14:00-18:00, chiuso sabato e domenica",
        "Mo-Fr 08:00-13:00,14:00-18:00",
    ),
    ("LUN-VEN 9.00-13.00 / 15.00-19.00 SAB 9.00-13.00", "Mo-Fr 09:00-13:00,15:00-19:00; Sa 09:00-13:00"),
    ("Lunedì: 9.00-12.00 e 15.00-18.00, Martedì: 9.00-12.00", "Mo 09:00-12:00,15:00-18:00; Tu 09:00-12:00"),
    ("Lun. e Gio. 15.00-18.30, Mar. Mer. Ven. 9.00-12.30", "Mo,Th 15:00-18:30; Tu-We,Fr 09:00-12:30"),
    ("dal lunedì al venerdì ore 8-20 sabato ore 8-14", "Mo-Fr 08:00-20:00; Sa 08:00-14:00"),
    ("Dal lun al ven dalle 8 alle 18", "Mo-Fr 08:00-18:00"),
    ("Dal martedì al sabato dalle 9 alle 13 e dalle 16 alle 20, lunedì chiuso", "Tu-Sa 09:00-13:00,16:00-20:00"),
    ("LUNEDI 9-12 MARTEDI 15-18 MERCOLEDI 9-12", "Mo,We 09:00-12:00; Tu 15:00-18:00"),
    ("tutti i giorni feriali dalle 9 alle 13", "Mo-Su 09:00-13:00 | !unknown_text"),
    (
        "Dal lunedì al giovedì 9:00-13:00, 14:00-18:00. Venerdì 9:00-13:00.",
        "Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-13:00",
    ),
    ("Orari: lun-ven 9-13/15-19; sab 9-13", "Mo-Fr 09:00-13:00,15:00-19:00; Sa 09:00-13:00"),
    ("lunedi-venerdi: 8.30/12.30 - 15.00/19.00", "Mo-Fr 08:30-12:30,15:00-19:00"),
    (
        "Ambulatorio: lunedì 16-19; martedì 9-12; mercoledì su appuntamento",
        'Mo 16:00-19:00; Tu 09:00-12:00; We 00:00-24:00 unknown "by appointment"',
    ),
    ("Aperto h24 tutti i giorni", "24/7"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
