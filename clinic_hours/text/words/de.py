"""German, as plain data."""

DAYS = (
    "mo, mon, montag, montags, montage",
    "di, dienstag, dienstags, dienstage",
    "mi, mittw, mittwoch, mittwochs, mittwoche",
    "do, donn, donnerstag, donnerstags, donnerstage",
    "fr, freit, freitag, freitags, freitage",
    "sa, sam, samstag, samstags, sonnabend, sonnabends, samstage",
    "so, sonntag, sonntags, sonntage, sonn",
)
"""How each day is written, Monday first."""

LETTERS: dict[str, int] = {}
"""Letters that stand for days beside a mark or a clock."""

DAY_PARTS = ("vormittag", "nachmittag", "abend")
"""What is written together with a day, as `Mittwochnachmittag`: the morning first."""

MONTHS = (
    "jan, januar, janner, jaenner",
    "feb, februar, feber",
    "mar, marz, maerz, mrz",
    "apr, april",
    "mai",
    "jun, juni",
    "jul, juli",
    "aug, august",
    "sep, sept, september",
    "okt, oktober",
    "nov, november",
    "dez, dezember",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        taglich, taegl, taeglich, tagl, jeden tag, an allen tagen, alle tage, 7 tage die woche, 7 tage, an 7 tagen die
        woche, die ganze woche, 365 tage im jahr, an 365 tagen im jahr, jeden morgen
    """,
    "days:31": "wochentags, wochentage, an wochentagen, unter der woche, arbeitstags",
    "days:96": "wochenende, wochenenden, am wochenende, wochenends, an wochenenden",
    "rest": "an allen anderen tagen, alle anderen tage, an den ubrigen tagen, ubrige tage, an den anderen tagen",
    "since": "gultig ab, ab dem, ab sofort",
    "remark": "letzter termin, letzte annahme, letzter einlass, letzte anmeldung, annahmeschluss",
    "and": "und, u, sowie",
    "dash": "bis",
    "after": "ende, open end, openend",
    "from": "von, ab, vom",
    "between": "zwischen",
    "every": "jeden, jeder, jedes, alle",
    "other": """
        jeden zweiten, jeden 2, alle zwei wochen, alle 2 wochen, 14 - tagig, 14tagig, zweiwochentlich, gerade wochen,
        ungerade wochen, alle 14 tage, 14 tagig, vierzehntagig, jede zweite woche, jede 2 woche, in geraden wochen, in
        ungeraden wochen, gerade kw, ungerade kw
    """,
    "ordinal:1": "erster, ersten, erste",
    "ordinal:2": "zweiter, zweiten, zweite",
    "ordinal:3": "dritter, dritten, dritte",
    "ordinal:4": "vierter, vierten, vierte",
    "ordinal:5": "funfter, funften",
    "ordinal:-1": "letzter, letzten, letzte",
    "monthly": """
        im monat, des monats, jeden monats, eines monats, eines jeden monats, monatlich, in jedem monat, jedes monats,
        pro monat
    """,
    "noon": "mittag, mittags, 12 uhr mittags",
    "midnight": "mitternacht",
    "am": "morgens",
    "pm": "uhr abends",
    "uhr": "uhr, h, std",
    "part:0": "vormittag, vormittags, morgen, vorm, am vormittag",
    "part:1": "nachmittag, nachmittags, nachm, nachmittage, am nachmittag",
    "part:2": "abend, abends, am abend",
    "closed": """
        geschlossen, zu, ruhetag, geschl, keine sprechstunde, keine sprechzeit, keine sprechzeiten, ist geschlossen,
        bleibt geschlossen, haben wir geschlossen, praxis geschlossen, schliesstag, keine sprechstunden, bleibt die
        praxis geschlossen, ist die praxis geschlossen, sprechfrei
    """,
    "opens": "offnet",
    "closes": "schliesst",
    "except": "ausser, ausgenommen, ohne, bis auf, mit ausnahme von, nicht",
    "only": "nur, ausschliesslich",
    "lunch": """
        mittagspause, pause, mittagsruhe, mittagszeit, in der mittagszeit, zur mittagspause, wegen mittagspause, uber
        mittag
    """,
    "all day": """
        nonstop geoffnet, nonstop, rund um die uhr, 24 stunden, 24 std, 24h, 24 h, 24 / 7, durchgehend geoffnet, immer
        geoffnet, 24 stunden geoffnet, rund um die uhr geoffnet, ganztagig, 24 stunden taglich, 24 x 7, 24x7,
        ganztags, ganztagig geoffnet, 24 stunden am tag, 24 stunden an 7 tagen, 24 stunden an 7 tagen die woche, 24
        stunden am tag 7 tage die woche, 24 h taglich
    """,
    "by_appointment": """
        nach vereinbarung, nur nach vereinbarung, n.v, nach terminvereinbarung, mit termin, termine nach vereinbarung,
        nach absprache, nach telefonischer vereinbarung, nach tel vereinbarung, nach voranmeldung, nur mit termin, auf
        anfrage, nach terminabsprache, mit terminvereinbarung, nur nach terminvereinbarung, mit voranmeldung, nur nach
        absprache, nach voriger vereinbarung, nach vorheriger vereinbarung, nach vorheriger terminvereinbarung, nach
        vorheriger anmeldung, nach anmeldung, nach telefonischer anmeldung, nach telefonischer absprache, termin nach
        vereinbarung, nach vorheriger absprache, nach telefonischer terminvereinbarung, nach individueller
        vereinbarung, auf termin, nach besonderer vereinbarung, nur auf termin, sprechstunde nach vereinbarung,
        sprechstunden nach vereinbarung, nach vorheriger telefonischer vereinbarung, auf vereinbarung
    """,
    "unknown": """
        unterschiedlich, wechselnd, variabel, wechselnde zeiten, zeiten auf anfrage, siehe aushang, nach aushang, laut
        aushang
    """,
    "also": """
        oder, zusatzlich, ausserdem, weitere termine, ansonsten, sonst, andere zeiten, weitere, weitere zeiten,
        daruber hinaus, sowie zusatzlich, auch, gerne auch, ubrige zeiten, im ubrigen
    """,
    "holidays": """
        feiertage, feiertag, feiertags, feiertagen, an feiertagen, gesetzliche feiertage, ft, gesetzlichen feiertagen,
        an gesetzlichen feiertagen
    """,
    "some": "bruckentage, an bruckentagen, manche feiertage, ferien, schulferien",
    "holiday:12-25": "weihnachten, erster weihnachtstag",
    "holiday:12-24": "heiligabend, heilig abend, heiliger abend",
    "holiday:12-31": "silvester",
    "holiday:01-01": "neujahr, neujahrstag",
    "holiday:easter-2": "karfreitag",
    "holiday:easter+1": "ostermontag",
    "season": """
        sommer, winter, fruhling, herbst, urlaub, saison, hauptsaison, nebensaison, sommermonate, wintermonate,
        sommermonaten, wintermonaten
    """,
    "head": """
        sprechzeiten, sprechzeit, sprechstunde, sprechstunden, offnungszeiten, offnungszeit, unsere, praxis,
        praxiszeiten, geschaftszeiten, ordination, ordinationszeiten, zeiten, burozeiten, unser, oeffnungszeiten,
        regulare, allgemeine, ordinationszeit, tage, apotheke
    """,
    "phone": "tel, telefon, fon, ruf, telefonisch unter, fax, mobil, rufnummer, anruf, telefonnummer",
    "talk": """
        ohne termin, ohne voranmeldung, offene sprechstunde, durchgehend, bitte, patienten, telefonisch, termine, ohne
        terminvereinbarung, ohne anmeldung, jeweils, durchgangig, offene, ca, ohne mittagspause, einschliesslich, auch
        feiertags, auch an feiertagen, einschliesslich feiertage, am tag, akut, notfalle, akutsprechstunde
    """,
    "filler": """
        der, die, das, den, dem, am, an, im, in, ist, sind, wir, geoffnet, haben, offen, fur, sie, zu den, auf, sich,
        zu folgenden, folgenden, um, von der, zur, zum, jeweils von, an den, gelten, folgende, es, jew, ihnen, fuer,
        euch, hat
    """,
    "says": """
        woche wochen monat monate jahr wochentlich vor nach wahrend vorubergehend derzeit termin vereinbarung
        absprache voranmeldung halb viertel terminvereinbarung gerade ungerade werktags werktage
    """,
}
"""All other words, by what they mean."""
