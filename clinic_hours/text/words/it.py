"""Italian, as plain data."""

DAYS = (
    "lu, lun, lunedi",
    "ma, mar, mart, martedi",
    "me, mer, merc, mercoledi",
    "gi, gio, giov, giovedi",
    "ve, ven, vener, venerdi",
    "sa, sab, sabato, sabati",
    "do, dom, domenica, domeniche",
)
"""How each day is written, Monday first."""

LETTERS = {"l": 0, "g": 3, "v": 4, "s": 5, "d": 6}
"""Letters that stand for days beside a mark or a clock."""

MONTHS = (
    "gen, gennaio",
    "feb, febb, febbraio",
    "marzo",
    "apr, aprile",
    "mag, maggio",
    "giu, giugno",
    "lug, luglio",
    "ago, agosto",
    "set, sett, settembre",
    "ott, ottobre",
    "nov, novembre",
    "dic, dicembre",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        tutti i giorni, ogni giorno, giornalmente, quotidianamente, tutti i giorni della settimana, 7 giorni su 7, 7
        gg su 7, 7 su 7, 7 / 7, sette giorni su sette, tutta la settimana, 7 giorni alla settimana, 7 giorni a
        settimana, 365 giorni all'anno, 365 giorni l'anno, ogni mattina
    """,
    "days:31": "giorni lavorativi, infrasettimanale, nei giorni lavorativi",
    "days:96": "fine settimana, week - end, weekend, nel fine settimana",
    "rest": "gli altri giorni, altri giorni, restanti giorni, i restanti giorni, il resto della settimana",
    "since": "a partire dal, valido dal, in vigore dal",
    "remark": """
        ultima visita, ultimo appuntamento, ultimo paziente, ultimo ingresso, ultimo accesso, ultima accettazione
    """,
    "and": "e, ed",
    "dash": """
        a, al, alle, alle ore, alle h, fino alle ore, fino alle, alla, fino a, fino al, all, sino alle, fino a alle,
        ad, agli
    """,
    "after": "in poi",
    "from": "da, dal, dalle, dalla, a partire da, ore, dall, dalle ore, a partire dalle",
    "between": "tra, tra le, fra, fra le, tra il",
    "every": "ogni, tutti i, tutte le",
    "other": """
        alterni, alternati, a settimane alterne, settimane alterne, ogni due settimane, ogni due, alterne, a settimane
        alternate
    """,
    "ordinal:1": "primo, prima, primi, 1o",
    "ordinal:2": "secondo, seconda, secondi, 2o",
    "ordinal:3": "terzo, terza, 3o",
    "ordinal:4": "quarto, quarta",
    "ordinal:5": "quinto, quinta",
    "ordinal:-1": "ultimo, ultima, ultimi",
    "monthly": "del mese, di ogni mese, al mese, di ciascun mese, ogni mese",
    "noon": "mezzogiorno",
    "midnight": "mezzanotte",
    "am": "am, del mattino, antimeridiane",
    "pm": "pm, del pomeriggio, di sera, pomeridiane",
    "uhr": "h, ora",
    "part:0": "mattina, mattino, mattine, la mattina, al mattino, il mattino, di mattina, mattutino",
    "part:1": "pomeriggio, pomeriggi, il pomeriggio, al pomeriggio, nel pomeriggio, di pomeriggio, pomeridiano",
    "part:2": "sera, sere, la sera",
    "closed": """
        chiuso, chiusa, chiusi, chiusura, siamo chiusi, chiuse, non si riceve, giorno di chiusura, chiusura
        settimanale, e chiuso
    """,
    "opens": "apre",
    "closes": "chiude",
    "except": """
        escluso, esclusi, eccetto, tranne, ad eccezione di, ad esclusione di, ad eccezione del, esclusa, salvo, ad
        esclusione del
    """,
    "only": "solo, solamente, soltanto, esclusivamente",
    "lunch": """
        pausa pranzo, pranzo, per pausa pranzo, pausa, per la pausa pranzo, pausa di pranzo, per pranzo, ora di pranzo
    """,
    "all day": """
        24 ore, 24 ore su 24, aperto 24 ore su 24, h24, h 24, 24h, 24 h, 24 / 7, sempre aperto, 24 h / 24, 24h / 24,
        24 ore / 24, aperto 24 ore, tutto il giorno, 24 / 24, 24 ore su 24 7 giorni su 7, h24 7 / 7, h24 7 giorni su
        7, 24 su 24, 24h su 24, 24 ore al giorno, 24 ore su 24 e 7 giorni su 7
    """,
    "by_appointment": """
        su appuntamento, solo su appuntamento, previo appuntamento, per appuntamento, su prenotazione, previa
        prenotazione, riceve su appuntamento, si riceve su appuntamento, solo per appuntamento, su richiesta,
        esclusivamente su appuntamento, si riceve per appuntamento, riceve per appuntamento, con appuntamento, solo su
        prenotazione, con prenotazione, solo previo appuntamento, appuntamento, appuntamenti, su appuntamento
        telefonico, previo appuntamento telefonico, si riceve solo su appuntamento, riceve solo su appuntamento,
        dietro appuntamento, tramite appuntamento, da concordare
    """,
    "unknown": """
        orario variabile, orari variabili, variabile, da definire, da confermare, orario da definire, contattare per
        orari
    """,
    "also": "anche, o, oppure, altri orari, in altri orari, fuori orario",
    "holidays": "festivi, festivo, giorni festivi, festivita, giorno festivo, i festivi, feste",
    "some": "prefestivi, alcuni festivi, principali festivita, prefestivo, giorni prefestivi, festivi infrasettimanali",
    "holiday:12-25": "natale, giorno di natale",
    "holiday:12-26": "santo stefano, s stefano",
    "holiday:12-24": "vigilia di natale",
    "holiday:12-31": "san silvestro",
    "holiday:01-01": "capodanno",
    "holiday:01-06": "epifania",
    "holiday:08-15": "ferragosto",
    "holiday:easter": "pasqua",
    "holiday:easter+1": "pasquetta, lunedi dell'angelo",
    "season": "estate, inverno, primavera, autunno, ferie, estivo, invernale, stagione, orario estivo, orario invernale",
    "head": """
        orario, orari, apertura, ricevimento, orario di apertura, orari di apertura, ambulatorio, studio, orario di
        ricevimento, visite, orari di ricevimento, segreteria aperta, i nostri, nostri, al pubblico, di apertura,
        visita, centro, poliambulatorio, giorni, pubblico, orario continuato di apertura, farmacia
    """,
    "phone": "tel, telefono, telefonare, chiamare, cell, cellulare, fax, numero",
    "talk": """
        orario continuato, continuato, senza appuntamento, compresi, compreso, incluso, inclusi, pazienti, accesso
        libero, senza prenotazione, libero accesso, informazioni, continuativo, orario unico, non stop, nonstop, no
        stop, accesso diretto, compresi i festivi, festivi compresi, festivi inclusi, al giorno, continuo, senza pausa
        pranzo
    """,
    "filler": """
        il, lo, la, i, gli, le, l, del, di, nel, nei, aperto, aperta, aperti, siamo, e aperto, per, si, riceve,
        giorno, su, si riceve, nelle, in, presso, della, dello, ai, con, il giorno, nella, tutto
    """,
    "says": """
        settimana settimane mese mesi anno prima dopo durante mentre temporaneo temporaneamente appuntamento
        appuntamenti prenotazione mezza feriali feriale
    """,
}
"""All other words, by what they mean."""
