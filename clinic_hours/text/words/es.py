"""Spanish, as plain data."""

DAYS = (
    "lu, lun, lunes",
    "ma, mar, mart, martes",
    "mi, mie, mier, mierc, miercoles, mx",
    "ju, jue, juev, jueves",
    "vi, vie, vier, viernes",
    "sa, sab, sabado, sabados",
    "do, dom, domingo, domingos",
)
"""How each day is written, Monday first."""

LETTERS = {"l": 0, "m": 1, "x": 2, "j": 3, "v": 4, "s": 5, "d": 6}
"""Letters that stand for days beside a mark or a clock."""

MONTHS = (
    "ene, enero",
    "feb, febrero",
    "marzo",
    "abr, abril",
    "may, mayo",
    "jun, junio",
    "jul, julio",
    "ago, agosto",
    "sep, sept, septiembre, setiembre",
    "oct, octubre",
    "nov, noviembre",
    "dic, diciembre",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        diario, diariamente, a diario, todos los dias, cada dia, todos los dias de la semana, toda la semana, los 7
        dias, los 7 dias de la semana, 7 dias a la semana, los siete dias de la semana, siete dias a la semana, los
        365 dias del ano, 365 dias del ano, 365 dias al ano, todas las mananas
    """,
    "days:31": """
        entre semana, dias laborables, dias laborales, dias habiles, laborables, laborales, dias entre semana, dia
        laborable, de lunes a viernes
    """,
    "days:96": "fin de semana, fines de semana, los fines de semana",
    "rest": "resto de dias, los demas dias, resto de la semana, los otros dias, demas dias, resto de los dias",
    "since": "a partir del, vigente desde, con vigencia desde",
    "remark": "ultima cita, ultimo turno, ultima consulta, ultima visita, ultimo paciente, ultima entrada",
    "and": "y, e, u",
    "dash": "a, al, hasta",
    "after": "en adelante",
    "from": "de, desde, desde las, de las, a partir de, a partir de las, del",
    "between": "entre, entre las",
    "every": "cada, todos los, todas las",
    "other": """
        cada dos, cada 2, alternos, alternas, cada otro, quincenal, quincenalmente, cada quincena, un si y otro no
    """,
    "ordinal:1": "primer, primero, primera, primeros, 1er, 1ro, 1o",
    "ordinal:2": "segundo, segunda, segundos, 2do, 2o",
    "ordinal:3": "tercer, tercero, tercera, terceros, 3er, 3ro, 3o",
    "ordinal:4": "cuarto, cuarta, cuartos, 4to, 4o",
    "ordinal:5": "quinto, quinta, 5to",
    "ordinal:-1": "ultimo, ultima, ultimos",
    "monthly": "del mes, de cada mes, de mes, cada mes, al mes, de todos los meses",
    "noon": "mediodia, medio dia, 12 m, 12 del mediodia, 12 del dia",
    "midnight": "medianoche, media noche, 12 de la noche",
    "am": "am, de la manana",
    "pm": "pm, de la tarde, de la noche",
    "uhr": "h, hs, hrs, horas, hora, hr",
    "part:0": """
        manana, mananas, por la manana, por las mananas, en la manana, de manana, horario de manana, en horario de
        manana, turno manana, turno de manana, turno de la manana
    """,
    "part:1": """
        tarde, tardes, por la tarde, por las tardes, en la tarde, de tarde, horario de tarde, en horario de tarde,
        turno tarde, turno de tarde, turno de la tarde
    """,
    "part:2": "noche, noches, por la noche, por las noches",
    "closed": """
        cerrado, cerrada, cerramos, cerrados, estamos cerrados, permanece cerrado, no abrimos, cierra, sin atencion,
        no atendemos, no se atiende, sin servicio, no laborable
    """,
    "opens": "abre, abren",
    "closes": "cierre",
    "except": "excepto, salvo, menos, a excepcion de, exceptuando, con excepcion de, a excepcion del",
    "only": "solo, solamente, unicamente, solo los",
    "lunch": """
        almuerzo, comida, por almuerzo, para almorzar, hora de comida, hora de almuerzo, descanso, por comida, al
        mediodia, a mediodia, siesta, receso, a la hora de la comida, hora de la comida, pausa, para comer, por el
        almuerzo, para el almuerzo
    """,
    "all day": """
        24 horas, las 24 horas, abierto 24 horas, abierto las 24 horas, 24 h, 24h, 24 hs, 24hs, 24 / 7, 24 horas al
        dia, las 24 horas del dia, abierto las 24 horas del dia, siempre abierto, 24 horas / 7 dias, 24 horas los 7
        dias de la semana, las 24 horas del dia los 7 dias de la semana, todo el dia, 24 hrs, 24 x 7, 24x7, 24 horas 7
        dias a la semana, 24 horas al dia 7 dias a la semana, 24 horas todos los dias, las 24 horas todos los dias
    """,
    "by_appointment": """
        con cita previa, cita previa, previa cita, con cita, solo con cita, bajo cita previa, previa solicitud,
        mediante cita, mediante cita previa, solo con cita previa, solo cita previa, a convenir, con turno, con turno
        previo, por cita, por cita previa, bajo cita, solo por cita, turno previo, con turno previamente solicitado,
        citas previas, con cita concertada, se requiere cita previa, cita previa obligatoria, horas a convenir, previa
        cita telefonica, con cita previa obligatoria, con hora agendada, con reserva, con reserva previa, concertar
        cita, concertar cita previa
    """,
    "unknown": """
        horario variable, consultar horario, consultar horarios, horario por confirmar, a consultar, variable, por
        confirmar, consultar
    """,
    "also": "tambien, o, resto, fuera de este horario, otros horarios, resto de horario, resto del horario, ademas",
    "holidays": """
        festivos, festivo, feriados, feriado, dias festivos, dias feriados, los festivos, fiestas, dia festivo,
        festivos nacionales, feriados nacionales
    """,
    "some": """
        festivos locales, algunos festivos, principales festivos, algunos feriados, vispera de festivos, visperas de
        festivos
    """,
    "holiday:12-25": "navidad, dia de navidad",
    "holiday:12-24": "nochebuena",
    "holiday:12-31": "nochevieja, noche vieja, fin de ano",
    "holiday:01-01": "ano nuevo, dia de ano nuevo",
    "holiday:01-06": "reyes, dia de reyes, epifania",
    "holiday:easter-2": "viernes santo",
    "holiday:easter-3": "jueves santo",
    "season": "verano, invierno, primavera, otono, vacaciones, semana santa, temporada, ramadan",
    "head": """
        horario, horarios, atencion, consulta, consultas, apertura, horario de atencion, horario de apertura, atencion
        al publico, horario de consulta, clinica, oficina, nuestro, centro, habitual, al publico, abierto, dias,
        turno, visita, visitas
    """,
    "phone": "tel, telefono, telf, tfno, fono, llame, llamar, llamenos, movil, celular, cel, fax, whatsapp",
    "talk": """
        sin cita, sin cita previa, ininterrumpido, ininterrumpidamente, de forma ininterrumpida, horario continuo,
        jornada continua, horario corrido, corrido, ambos inclusive, inclusive, incluidos, incluido, pacientes, por
        favor, informacion, web, pedir cita, pida cita, urgencias, de forma continuada, continuado, por dia, festivos
        incluidos, incluidos festivos, incluso festivos, incluyendo festivos, ininterrumpidas, sin interrupcion, sin
        interrupciones, presencial, aprox, ambos, incluye festivos, incluidos los festivos, sin cerrar a mediodia, no
        cerramos a mediodia
    """,
    "filler": """
        el, la, los, las, en, por, para, nuestra, abierta, abrimos, estamos, es, son, se, atiende, atendemos, dia,
        que, nos, su, horario es, con
    """,
    "says": """
        previo semana semanas mes meses ano anual quincena antes despues mientras durante temporal hora horas turno
        media cuarto menos
    """,
}
"""All other words, by what they mean."""
