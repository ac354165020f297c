"""Portuguese signs. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("Segunda a sexta das 8h às 18h", "Mo-Fr 08:00-18:00"),
    ("Segunda a Sexta: 08:00 às 18:00 | Sábado: 08:00 às 12:00", "Mo-Fr 08:00-18:00; Sa 08:00-12:00"),
    ("De segunda a sexta-feira, das 8h às 12h e das 14h às 18h", "Mo-Fr 08:00-12:00,14:00-18:00"),
    ("Segunda-feira a sexta-feira 9h00 - 13h00 / 14h00 - 18h00", "Mo-Fr 09:00-13:00,14:00-18:00"),
    ("2ª a 6ª feira das 9h às 19h", "Mo-Fr 09:00-19:00"),
    ("2ª a 6ª: 9h-13h e 14h-18h, sábado 9h-13h", "Mo-Fr 09:00-13:00,14:00-18:00; Sa 09:00-13:00"),
    ("De 2ª a 6ª feira, das 8:00 às 17:00; sábados das 8:00 às 12:00", "Mo-Fr 08:00-17:00; Sa 08:00-12:00"),
    ("Seg a Sex 8h-18h, Sáb 8h-12h", "Mo-Fr 08:00-18:00; Sa 08:00-12:00"),
    ("Seg-Sex: 08h00 - 18h00", "Mo-Fr 08:00-18:00"),
    ("Seg. Qua. e Sex. 8h às 12h", "Mo,We,Fr 08:00-12:00"),
    ("3ª e 5ª das 14h às 18h", "Tu,Th 14:00-18:00"),
    ("Terças e quintas-feiras, das 14h às 17h30", "Tu,Th 14:00-17:30"),
    ("Segunda, quarta e sexta-feira das 8h ao meio-dia", "Mo,We,Fr 08:00-12:00"),
    ("Todos os dias das 8h às 20h", "Mo-Su 08:00-20:00"),
    ("Diariamente, das 7h às 22h", "Mo-Su 07:00-22:00"),
    ("24 horas", "24/7"),
    ("Aberto 24 horas por dia", "24/7"),
    ("Atendimento 24h, todos os dias", "24/7"),
    ("Segunda a sexta, exceto feriados, das 8h às 17h", "Mo-Fr 08:00-17:00 | ~holidays_left_out"),
    ("Segunda a sexta das 8h às 17h, exceto feriados", "Mo-Fr 08:00-17:00 | ~no_country"),
    ("Sábado, domingo e feriados: fechado. Segunda a sexta 9h-18h", "Mo-Fr 09:00-18:00 | ~no_country"),
    ("Fechado aos domingos. Segunda a sábado 9h às 18h.", "Mo-Sa 09:00-18:00"),
    ("Segunda a sexta das 8h às 18h (fechado para almoço das 12h às 13h)", "Mo-Fr 08:00-12:00,13:00-18:00"),
    (
        "Segunda a sexta das 9h às 12h30 e das 14h às 18h, por marcação",
        'Mo-Fr 09:00-12:30,14:00-18:00 unknown "by appointment" | ~state_of_all',
    ),
    ("Mediante marcação", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Primeiro sábado do mês das 9h às 12h", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-12:00"),
    ("1º e 3º sábado do mês das 8h às 12h", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 08:00-12:00"),
    ("1ª e 3ª quarta-feira do mês, das 14h às 17h", "off | RRULE:FREQ=MONTHLY;BYDAY=1WE,3WE: 14:00-17:00"),
    (
        "Horário de funcionamento: segunda a quinta das 8h às 18h; sexta das 8h às 17h",
        "Mo-Th 08:00-18:00; Fr 08:00-17:00",
    ),
    ("Dias úteis das 9h00 às 19h00", "Mo-Fr 09:00-19:00"),
    ("De segunda à sexta, de 7h30 às 16h30", "Mo-Fr 07:30-16:30"),
    ("Segunda a sexta: manhã 9h-13h, tarde 14h-18h", "Mo-Fr 09:00-13:00,14:00-18:00"),
    ("Encerrado ao domingo", "refused"),
    ("Segunda a domingo, das 9h às 21h, inclusive feriados", "Mo-Su 09:00-21:00"),
    ("Segunda a sexta, 8h às 17h; sábado, 8h às 12h", "Mo-Fr 08:00-17:00; Sa 08:00-12:00"),
    ("Segunda a sexta-feira: 7h às 19h | Sábados: 7h às 13h", "Mo-Fr 07:00-19:00; Sa 07:00-13:00"),
    ("Segunda, Terça, Quinta e Sexta das 8h às 12h e das 13h às 17h", "Mo-Tu,Th-Fr 08:00-12:00,13:00-17:00"),
    ("Seg a sex: 07:00-19:00; sáb: 07:00-12:00", "Mo-Fr 07:00-19:00; Sa 07:00-12:00"),
    ("segunda a sexta: 9:00h - 13:00h / 14:00h - 18:00h", "Mo-Fr 09:00-13:00,14:00-18:00"),
    ("De segunda-feira a sábado, das 8h00 às 20h00, e domingo das 9h00 às 13h00", "Mo-Sa 08:00-20:00; Su 09:00-13:00"),
    ("2ª, 4ª e 6ª das 9h às 12h", "Mo,We,Fr 09:00-12:00"),
    ("2.ª a 6.ª feira: 9h00-18h00", "Mo-Fr 09:00-18:00"),
    ("Atendimento: segundas e quartas, das 13h30 às 17h30", "Mo,We 13:30-17:30"),
    ("Terça a sábado: 10h às 19h. Domingo e segunda: fechado", "Tu-Sa 10:00-19:00"),
    ("Sábado com hora marcada", 'Sa 00:00-24:00 unknown "by appointment"'),
    ("Todos os dias, exceto domingo, das 8h às 18h", "Mo-Sa 08:00-18:00"),
    ("Almoço: 12h às 13h. Segunda a sexta 8h às 17h", "Mo-Fr 08:00-12:00,13:00-17:00 | ~pause_of_all"),
    ("Segunda à Sexta: 8h às 12h - 13h30 às 18h", "Mo-Fr 08:00-12:00,13:30-18:00"),
    ("Seg - Sex 8h - 12h / 14h - 18h", "Mo-Fr 08:00-12:00,14:00-18:00"),
    ("Seg, Ter, Qui 8h-17h; Qua, Sex 8h-12h", "Mo-Tu,Th 08:00-17:00; We,Fr 08:00-12:00"),
    (
        "Segundas, quartas e sextas-feiras: 9h00-13h00; terças e quintas-feiras: 14h00-18h00",
        "Mo,We,Fr 09:00-13:00; Tu,Th 14:00-18:00",
    ),
    (
        "Dias úteis: 8h30 – 20h00; Sábados: 9h00 – 13h00; Domingos e feriados: encerrado",
        "Mo-Fr 08:30-20:00; Sa 09:00-13:00 | ~no_country",
    ),
    ("De segunda a sexta, das 9h às 18h, com intervalo das 12h às 13h", "Mo-Fr 09:00-12:00,13:00-18:00"),
    ("Segunda a sexta-feira, das 7h às 17h, sem fechar para almoço", "Mo-Fr 07:00-17:00"),
    ("2ªf a 6ªf: 9h-18h", "Mo-Fr 09:00-18:00"),
    ("De 2ª a 6ª, 9h às 18h; sáb. 9h às 13h", "Mo-Fr 09:00-18:00; Sa 09:00-13:00"),
    ("3as e 5as, 14h-17h", "Tu,Th 14:00-17:00"),
    ("segunda a sexta das 08:00 as 17:00 horas", "Mo-Fr 08:00-17:00"),
    ("Segunda a sexta: 08:00h às 12:00h e 13:00h às 17:00h", "Mo-Fr 08:00-12:00,13:00-17:00"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
