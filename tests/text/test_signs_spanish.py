"""Spanish signs. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00", "Mo-Fr 09:00-14:00,16:00-20:00"),
    ("De lunes a viernes de 8:00 a 15:00 h", "Mo-Fr 08:00-15:00"),
    ("Lunes a Viernes: 8:00 am - 5:00 pm, Sábados: 8:00 am - 12:00 m", "Mo-Fr 08:00-17:00; Sa 08:00-12:00"),
    ("Lunes a viernes 8am a 12pm y 2pm a 6pm", "Mo-Fr 08:00-12:00,14:00-18:00"),
    ("Lun-Vie 9:00-14:00 / 16:00-19:00", "Mo-Fr 09:00-14:00,16:00-19:00"),
    ("L-V 9:00-14:00 y 16:00-20:00", "Mo-Fr 09:00-14:00,16:00-20:00"),
    ("L a V de 9 a 14 y de 16 a 20 h", "Mo-Fr 09:00-14:00,16:00-20:00"),
    ("L-V: 8:00 a 20:00. S: 9:00 a 14:00", "Mo-Fr 08:00-20:00; Sa 09:00-14:00"),
    ("Lunes, miércoles y viernes de 10 a 13h. Martes y jueves de 17 a 20h.", "Mo,We,Fr 10:00-13:00; Tu,Th 17:00-20:00"),
    ("Horario: de lunes a jueves de 9 a 19 horas, viernes de 9 a 15 horas", "Mo-Th 09:00-19:00; Fr 09:00-15:00"),
    ("Lunes a viernes de 8 de la mañana a 5 de la tarde", "Mo-Fr 08:00-17:00"),
    ("Horario de atención: Lunes a Sábado de 9 a 18 hs.", "Mo-Sa 09:00-18:00"),
    ("Lunes a Viernes de 08:00hs a 20:00hs", "Mo-Fr 08:00-20:00"),
    ("Lun a Vie 9 a 18hs, Sáb 9 a 13hs", "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    ("Todos los días de 8:00 a 22:00", "Mo-Su 08:00-22:00"),
    ("Abierto todos los días excepto domingos de 9 a 21", "Mo-Sa 09:00-21:00"),
    ("Abierto 24 horas", "24/7"),
    ("24 horas los 365 días del año", "24/7"),
    ("Abierto las 24 horas, todos los días", "24/7"),
    ("Cerrado sábados y domingos. Lunes a viernes 9-17", "Mo-Fr 09:00-17:00"),
    ("Lunes a viernes 9:00-18:00. Sábado y domingo cerrado", "Mo-Fr 09:00-18:00"),
    ("Lunes a viernes de 9 a 17h, cerrado de 13 a 14h", "Mo-Fr 09:00-13:00,14:00-17:00"),
    (
        "Lunes-Viernes 9:00-13:30, 16:30-20:00; Sábados 10:00-13:30; Domingos y festivos cerrado",
        "Mo-Fr 09:00-13:30,16:30-20:00; Sa 10:00-13:30 | ~no_country",
    ),
    ("Cita previa", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Lunes a viernes con cita previa", 'Mo-Fr 00:00-24:00 unknown "by appointment"'),
    ("Lunes a viernes de 16 a 20 con cita previa", 'Mo-Fr 16:00-20:00 unknown "by appointment"'),
    ("Primer sábado de cada mes de 9 a 13", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-13:00"),
    ("Lunes a viernes por la mañana de 9 a 13, por la tarde de 16 a 20", "Mo-Fr 09:00-13:00,16:00-20:00"),
    ("Lunes a viernes: mañanas de 9:30 a 13:30 y tardes de 16:30 a 20:30", "Mo-Fr 09:30-13:30,16:30-20:30"),
    (
        "Lunes y miércoles: 15:00 – 20:00\nMartes y jueves: 9:00 – 14:00\nViernes: previa cita",
        'Mo,We 15:00-20:00; Tu,Th 09:00-14:00; Fr 00:00-24:00 unknown "by appointment"',
    ),
    ("Lunes a viernes 9am-5pm, sábado 9am-mediodía", "Mo-Fr 09:00-17:00; Sa 09:00-12:00"),
    ("Tel: 91 123 45 67\nL-V 10:00-14:00", "Mo-Fr 10:00-14:00"),
    ("Sábados, domingos y festivos: 10:00 - 14:00", "Sa-Su 10:00-14:00 | ~no_country"),
    ("Lunes de 9 a 14 h., martes de 16 a 20 h.", "Mo 09:00-14:00; Tu 16:00-20:00"),
    ("Lunes a Viernes 9-14h y 16-20h. Sábados 10-14h.", "Mo-Fr 09:00-14:00,16:00-20:00; Sa 10:00-14:00"),
    ("Lunes, martes, jueves y viernes: 8:00-15:00; miércoles: 8:00-20:00", "Mo-Tu,Th-Fr 08:00-15:00; We 08:00-20:00"),
    ("De lunes a jueves de 8 a 20h y viernes de 8 a 15h", "Mo-Th 08:00-20:00; Fr 08:00-15:00"),
    (
        "Lunes a Jueves 9:00 - 14:00 y 16:00 - 20:00 / Viernes 9:00 - 15:00",
        "Mo-Th 09:00-14:00,16:00-20:00; Fr 09:00-15:00",
    ),
    ("Lu-Vi 8:00-20:00", "Mo-Fr 08:00-20:00"),
    ("Lu a Vi de 8 a 20 hs - Sa de 8 a 13 hs", "Mo-Fr 08:00-20:00; Sa 08:00-13:00"),
    ("Lunes a viernes: 9 a 13 hs. y 17 a 21 hs.", "Mo-Fr 09:00-13:00,17:00-21:00"),
    ("Martes y jueves de 5 a 8 pm", "Tu,Th 17:00-20:00"),
    ("Lunes a viernes de 9 am a 6 pm, sábados de 9 am a 1 pm", "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    (
        "Mañanas: lunes a viernes de 10:00 a 13:30 Tardes: lunes a jueves de 17:00 a 20:00",
        "Mo-Th 10:00-13:30,17:00-20:00; Fr 10:00-13:30",
    ),
    ("Domingo cerrado", "refused"),
    ("Lunes a domingo de 8:00 a 22:00 horas (incluye festivos)", "Mo-Su 08:00-22:00"),
    ("Lunes a viernes (excepto festivos) de 9 a 18h", "Mo-Fr 09:00-18:00 | ~holidays_left_out"),
    ("Segundo y cuarto sábado del mes de 9 a 13", "off | RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA: 09:00-13:00"),
    ("Horario de invierno: L-V 9-18", "refused"),
    ("1 de junio a 31 de agosto: L-V 8-15", "off | 06-01/08-31: Mo-Fr 08:00-15:00"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
