"""The words that people write into a tag, with what they should have written. Plain data."""

from __future__ import annotations

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

KEYWORDS = {
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(("dawn", "sunrise", "sunset", "dusk"), "event"),
    **dict.fromkeys(("open", "off", "closed", "unknown"), "state"),
    **dict.fromkeys(("PH", "SH"), "holiday"),
    "easter": "easter",
    "week": "week",
    "day": "days",
    "days": "days",
}
"""The words of the specification, each with the kind of its token."""

_DAYS = {
    "en": "monday mon mondays|tuesday tue tues tuesdays|wednesday wed weds wednesdays|thursday thu thur thurs thursdays"
    "|friday fri fridays|saturday sat saturdays|sunday sun sundays",
    "de": "montag montags mon|dienstag dienstags die di|mittwoch mittwochs mit mi|donnerstag donnerstags don do"
    "|freitag freitags fre|samstag samstags sonnabend sonnabends sam|sonntag sonntags son so",
    "fr": "lundi lun lu|mardi mar ma|mercredi mer me|jeudi jeu je|vendredi ven ve|samedi sam|dimanche dim di",
    "es": "lunes lun lu|martes mar ma|miércoles miercoles mié mie mi|jueves jue ju|viernes vie vi|sábado sabado sáb sab"
    "|domingo dom do",
    "it": "lunedì lunedi lun lu|martedì martedi mar ma|mercoledì mercoledi mer me|giovedì giovedi gio gi|venerdì venerdi ven ve"
    "|sabato sab|domenica dom do",
    "pt": "segunda segunda-feira seg|terça terca terça-feira ter|quarta quarta-feira qua|quinta quinta-feira qui"
    "|sexta sexta-feira sex"
    "|sábado sabado sáb sab|domingo dom",
    "nl": "maandag maa ma|dinsdag din di|woensdag woe wo|donderdag don do|vrijdag vrij vri vr|zaterdag zat za|zondag zon zo",
    "pl": "poniedziałek poniedzialek pon pn|wtorek wto wt|środa sroda śro śr sr|czwartek czw cz|piątek piatek pią pt"
    "|sobota sob so sb|niedziela nie niedz nd",
    "cs": "pondělí pondeli po|úterý uterý utery út ut|středa streda stř st|čtvrtek ctvrtek čt ct|pátek patek pá pa|sobota so"
    "|neděle nedele ne",
    "sk": "pondelok po|utorok ut|streda st|štvrtok stvrtok št|piatok pi|sobota so|nedeľa nedela ne",
    "ru": "понедельник пн|вторник вт|среда ср|четверг чт|пятница пт|суббота сб|воскресенье вс",
    "uk": "понеділок пн|вівторок вт|середа ср|четвер чт|п'ятниця пт|субота сб|неділя нд",
    "sv": "måndag mån|tisdag tis|onsdag ons|torsdag tors|fredag fre|lördag lör|söndag sön",
    "da": "mandag man|tirsdag tirs|onsdag ons|torsdag tors|fredag fre|lørdag lør|søndag søn",
    "fi": "maanantai ma|tiistai ti|keskiviikko ke|torstai to|perjantai pe|lauantai la|sunnuntai su",
    "hu": "hétfő hetfo|kedd|szerda sze|csütörtök csutortok|péntek pentek|szombat szo|vasárnap vasarnap",
    "ro": "luni lun lu|marți marti mar|miercuri mie mi|joi jo|vineri vin vi|sâmbătă sambata sâm|duminică duminica dum",
    "hr": "ponedjeljak pon|utorak uto|srijeda sri|četvrtak čet|petak pet|subota sub|nedjelja ned",
    "sl": "ponedeljek pon|torek tor|sreda sre|četrtek čet|petek pet|sobota sob|nedelja ned",
    "tr": "pazartesi pzt|salı sali|çarşamba carsamba çar|perşembe persembe per|cuma cum|cumartesi cmt|pazar paz",
    "el": "δευτέρα δευ|τρίτη τρι|τετάρτη τετ|πέμπτη πεμ|παρασκευή παρ|σάββατο σαβ|κυριακή κυρ",
    "ja": "月曜日 月曜 月|火曜日 火曜 火|水曜日 水曜 水|木曜日 木曜 木|金曜日 金曜 金|土曜日 土曜 土|日曜日 日曜 日",
}
_MONTHS = {
    "en": "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
    "|october oct|november nov|december dec",
    "de": "januar jänner jän|februar|märz maerz mär mrz|april|mai|juni|juli|august|september sept|oktober okt|november"
    "|dezember dez",
    "fr": "janvier janv|février fevrier févr fév|mars|avril avr|mai|juin|juillet juil|août aout|septembre sept|octobre"
    "|novembre|décembre decembre déc",
    "es": "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre sept|octubre|noviembre"
    "|diciembre dic",
    "it": "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto ago|settembre set sett|ottobre ott"
    "|novembre|dicembre dic",
    "pt": "janeiro|fevereiro fev|março marco|abril abr|maio mai|junho|julho|agosto ago|setembro set|outubro out|novembro"
    "|dezembro dez",
    "nl": "januari|februari|maart mrt|april|mei|juni|juli|augustus|september sept|oktober okt|november|december",
    "pl": "styczeń styczen sty|luty lut|marzec|kwiecień kwiecien kwi|maj|czerwiec cze|lipiec lip|sierpień sierpien sie"
    "|wrzesień wrzesien wrz|październik pazdziernik paź|listopad lis|grudzień grudzien gru",
    "cs": "leden|únor unor|březen brezen|duben|květen kveten|červen cerven|červenec cervenec|srpen|září zari|říjen rijen"
    "|listopad"
    "|prosinec",
    "hr": "siječanj sijecanj|veljača veljaca|ožujak ozujak|travanj|svibanj|lipanj|srpanj|kolovoz|rujan|listopad|studeni"
    "|prosinac",
    "ru": "январь янв|февраль фев|март мар|апрель апр|май|июнь|июль|август авг|сентябрь сен|октябрь окт|ноябрь ноя|декабрь дек",
    "sv": "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober okt|november|december",
}


def _by_language(table: dict[str, str], names: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """For each word the languages that have it, each with what it means there."""
    out: dict[str, dict[str, str]] = {}
    for language, text in table.items():
        for name, words in zip(names, text.split("|"), strict=True):
            for word in words.split():
                out.setdefault(word, {})[language] = name
    return out


DAY_WORDS = _by_language(_DAYS, WEEKDAYS)
MONTH_WORDS = _by_language(_MONTHS, MONTHS)

PREFERRED = ("en", "de")
"""Languages that a short word is taken to be of where others have it too, and nothing else tells."""

COUNTRIES = {
    "en": "AU CA GB IE NZ US ZA", "de": "AT CH DE LI LU", "fr": "BE CA CH FR LU MC",
                         "es": "AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PY SV UY VE",
    "it": "CH IT SM", "pt": "AO BR MZ PT", "nl": "BE NL", "pl": "PL", "cs": "CZ", "sk": "SK", "ru": "BY KZ RU", "uk": "UA",
                         "sv": "FI SE",
    "da": "DK NO", "fi": "FI", "hu": "HU", "ro": "MD RO", "hr": "BA HR", "sl": "SI", "tr": "TR", "el": "CY GR", "ja": "JP",
}  # fmt: skip
"""For each language the countries where it is the first guess."""

BETWEEN = "ー to till til until through thru bis tot до a as á ás à às ate até al hasta do"
AND = "and und et y e i en u og och и"
NOTHING = "uhr from von clock hrs only nur each am an de of the um"

PHRASES = {
    **dict.fromkeys(BETWEEN.split(), "-"),
    **dict.fromkeys(AND.split(), ","),
    **dict.fromkeys(NOTHING.split(), ""),
    **dict.fromkeys(("open end", "openend", "late", "bis open end", "till late", "til late", "until late", "ende offen"), "+"),
    **dict.fromkeys(("public holiday", "public holidays", "holiday", "holidays", "bank holiday", "bank holidays", "feiertag",
                     "feiertage", "feiertags", "feiertagen", "gesetzliche feiertage", "jours fériés", "jour férié",
                     "fériés", "festivos", "festivi",
                     "feriados"), "PH"),
    **dict.fromkeys(("school holiday", "school holidays", "schulferien", "ferien", "vacances scolaires"), "SH"),
    **dict.fromkeys(("day after public holiday", "one day after public holiday"), "PH +1 day"),
    **dict.fromkeys(("day before public holiday", "one day before public holiday"), "PH -1 day"),
    **dict.fromkeys(("day after public holidays", "one day after public holidays"), "PH +1 day"),
    **dict.fromkeys(("day before public holidays", "one day before public holidays"), "PH -1 day"),
    **dict.fromkeys(("weekday", "weekdays", "workday", "workdays", "work days", "on work days", "on workdays", "werktags",
                         "wochentags",
                     "working days", "business days"), "Mo-Fr"),
    **dict.fromkeys(("weekend", "weekends", "wochenende", "week-end"), "Sa,Su"),
    **dict.fromkeys(("daily", "everyday", "every day", "all days", "täglich", "taeglich", "7 days", "7 days a week",
                         "7 days week", "7days", "diario",
                     "quotidien", "tous les jours", "todos los días"), "Mo-Su"),
    **dict.fromkeys(("always", "always open", "24 hours 7 days a week", "24 hours 7 days week", "nonstop", "non-stop",
                         "24 hours", "24h", "24 h",
                     "round the clock", "rund um die uhr"), "24/7"),
    **dict.fromkeys(("always closed", "never"), "off"),
    **dict.fromkeys(("close", "geschlossen", "fermé", "ferme", "cerrado", "chiuso", "ruhetag", "zu", "gesloten", "none",
                         "free"), "off"),
    **dict.fromkeys(("geöffnet", "offen", "ouvert", "abierto", "aperto", "opened"), "open"),
    **dict.fromkeys(("midnight", "mitternacht"), "00:00"),
    **dict.fromkeys(("noon", "midday", "mittag"), "12:00"),
    **dict.fromkeys(("weeks", "kw"), "week"),
    **dict.fromkeys(("sonn- und feiertag", "sonn- und feiertags", "sonn- und feiertage", "sonn und feiertags",
                         "sonn und feiertage"), "Su,PH"),
    "ostern": "easter", "tag": "day", "tage": "days", "sundown": "sunset", "sunup": "sunrise",
}  # fmt: skip
"""Words and phrases in lower case, with the text that stands for them."""

COMMENTS = frozenset(
    f"{before} {noun}"
    for before in ("by", "on", "nach", "nur nach", "only by")
    for noun in ("appointment", "appointments", "vereinbarung", "absprache", "terminvereinbarung", "anmeldung")
)
"""Phrases that are a comment and lack its quotes."""
