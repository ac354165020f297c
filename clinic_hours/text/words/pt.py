"""Portuguese, as plain data."""

DAYS = (
    "seg, 2af, segunda, segunda - feira, segundas, segundas - feiras, segunda feira, 2a, 2a feira, 2as, "
    "2a - feira, 2as feiras, 2as - feiras",
    "ter, 3af, terca, terca - feira, tercas, tercas - feiras, terca feira, 3a, 3a feira, 3as, 3a - feira, "
    "3as feiras, 3as - feiras",
    "qua, 4af, quarta, quarta - feira, quartas, quartas - feiras, quarta feira, 4a, 4a feira, 4as, 4a - "
    "feira, 4as feiras, 4as - feiras",
    "qui, 5af, quinta, quinta - feira, quintas, quintas - feiras, quinta feira, 5a, 5a feira, 5as, 5a - "
    "feira, 5as feiras, 5as - feiras",
    "sex, 6af, sexta, sexta - feira, sextas, sextas - feiras, sexta feira, 6a, 6a feira, 6as, 6a - feira, "
    "6as feiras, 6as - feiras",
    "sab, sabado, sabados",
    "dom, domingo, domingos",
)
"""How each day is written, Monday first."""

LETTERS: dict[str, int] = {}
"""Letters that stand for days beside a mark or a clock."""

MONTHS = (
    "jan, janeiro",
    "fev, fevereiro",
    "marco",
    "abr, abril",
    "mai, maio",
    "jun, junho",
    "jul, julho",
    "ago, agosto",
    "set, setembro",
    "out, outubro",
    "nov, novembro",
    "dez, dezembro",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        diariamente, todos os dias, diario, cada dia, todos os dias da semana, 7 dias por semana, sete dias por
        semana, 7 dias da semana, toda a semana, todo dia, todos dias, 365 dias por ano, 365 dias, todas as manhas
    """,
    "days:31": "dias uteis, dias de semana, durante a semana, nos dias uteis, dia util, dias da semana",
    "days:96": "fim de semana, fins de semana, final de semana, finais de semana, fim - de - semana, fins - de - semana",
    "rest": """
        outros dias, demais dias, restantes dias, os outros dias, nos outros dias, nos demais dias, resto da semana
    """,
    "since": "valido a partir de, em vigor desde",
    "remark": "ultima consulta, ultimo atendimento, ultimo paciente, ultima marcacao, ultima entrada",
    "and": "e",
    "dash": "a, ate, as, ao, ate as, ate a, ate ao, aos, as as",
    "after": "em diante, fechamento, ultimo cliente",
    "from": "de, da, das, do, desde, a partir das, desde as, a partir de, das as",
    "between": "entre as, entre",
    "every": "cada, todo, todos os, toda, todas as",
    "other": """
        alternados, alternadas, quinzenal, quinzenalmente, semana sim semana nao, de 15 em 15 dias, quinzenais, a cada
        15 dias, a cada duas semanas
    """,
    "ordinal:1": "primeiro, primeira, primeiros, 1o, 1a",
    "ordinal:2": "segundo, 2o",
    "ordinal:3": "terceiro, terceira, 3o",
    "ordinal:4": "quarto, 4o",
    "ordinal:5": "quinto",
    "ordinal:-1": "ultimo, ultima, ultimos",
    "monthly": "do mes, de cada mes, por mes, de todos os meses, cada mes, ao mes",
    "noon": "meio - dia, meio dia",
    "midnight": "meia - noite, meia noite",
    "am": "am, da manha",
    "pm": "pm, da tarde, da noite",
    "uhr": "h, hs, hrs, horas, hora",
    "part:0": "manha, manhas, de manha, pela manha, periodo da manha, no periodo da manha, turno da manha",
    "part:1": "tarde, tardes, a tarde, de tarde, pela tarde, periodo da tarde, no periodo da tarde, turno da tarde",
    "part:2": "noite, noites, a noite",
    "closed": """
        fechado, fechada, encerrado, encerrada, fechados, fechamos, encerra, nao abre, sem atendimento, estamos
        fechados, encerrados, nao ha atendimento, encerramos, nao atendemos, nao funciona, nao abrimos, esta encerrado
    """,
    "opens": "abre",
    "closes": "fecha",
    "except": "exceto, excepto, salvo, menos, com excecao de, a excecao de, excluindo, com excecao da",
    "only": "somente, apenas, so, unicamente, exclusivamente",
    "lunch": """
        almoco, para almoco, pausa para almoco, horario de almoco, hora de almoco, intervalo, intervalo para almoco,
        pausa, para o almoco, intervalo de almoco, pausa de almoco, no horario de almoco, hora do almoco, a hora de
        almoco
    """,
    "all day": """
        24 horas, 24h, 24 h, aberto 24 horas, 24 horas por dia, 24 / 7, sempre aberto, 24 horas por dia 7 dias por
        semana, aberto 24h, o dia todo, 24hs, 24 hs, 24 horas todos os dias, 24 horas / dia, 24 x 7, 24x7
    """,
    "by_appointment": """
        por marcacao, mediante agendamento, com hora marcada, sob marcacao, com agendamento, por agendamento, sob
        consulta, mediante marcacao, somente com agendamento, com marcacao, marcacao previa, com marcacao previa, sob
        marcacao previa, agendamento previo, mediante marcacao previa, agendamento, somente com hora marcada, com
        agendamento previo, mediante agendamento previo, sob agendamento, apenas por marcacao, somente por
        agendamento, apenas com marcacao, atendimento com hora marcada, com horario agendado, a combinar, apenas com
        hora marcada, so com marcacao, so por marcacao, por marcacao previa, horario a combinar, com horario marcado
    """,
    "unknown": "horario variavel, a confirmar, consultar horario, variavel, consulte horarios, a definir",
    "also": "tambem, ou, outros horarios, em outros horarios, alem de, restantes horarios",
    "holidays": "feriados, feriado, feriados nacionais, nos feriados, dias feriados",
    "some": """
        alguns feriados, feriados municipais, vesperas de feriado, vespera de feriado, pontos facultativos, feriados
        locais, principais feriados
    """,
    "holiday:12-25": "natal, dia de natal",
    "holiday:12-24": "vespera de natal",
    "holiday:01-01": "ano novo, dia de ano novo",
    "holiday:12-31": "vespera de ano novo, passagem de ano",
    "holiday:easter-2": "sexta - feira santa, sexta feira santa",
    "season": "verao, inverno, primavera, outono, ferias, temporada, epoca",
    "head": """
        horario, horarios, atendimento, funcionamento, horario de funcionamento, horario de atendimento, consultas,
        abertura, clinica, nosso, horario de abertura, consulta, expediente, horarios de atendimento, horarios de
        funcionamento, nossos, ao publico, dias, secretaria aberta, consultorio, recepcao aberta
    """,
    "phone": "tel, telefone, telf, fone, ligue, contacto, contato, fax, celular, telemovel, whatsapp",
    "talk": """
        sem interrupcao, sem marcacao, continuo, inclusive, por favor, informacoes, ininterrupto, sem agendamento,
        horario continuo, ininterruptamente, sem hora marcada, ordem de chegada, por ordem de chegada, sem pausa, por
        dia, inclusive feriados, incluindo feriados, inclusive nos feriados, sem intervalo, pacientes, sem fechar para
        almoco, nao fecha para almoco
    """,
    "filler": """
        o, os, no, na, nos, nas, aberto, aberta, abertos, atendemos, estamos, funcionamos, em, para, feira, feiras,
        funciona, realizado, dia, com, nossa, abrimos
    """,
    "says": """
        semana semanas mes meses ano antes depois durante enquanto temporariamente agendamento marcacao meia horas
        hora previo
    """,
}
"""All other words, by what they mean."""
