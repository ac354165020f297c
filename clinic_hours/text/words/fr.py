"""French, as plain data."""

DAYS = (
    "lu, lun, lundi, lundis",
    "ma, mar, mardi, mardis",
    "me, mer, merc, mercr, mercredi, mercredis",
    "je, jeu, jeudi, jeudis",
    "ve, ven, vend, vendr, vendredi, vendredis",
    "sa, sam, samedi, samedis",
    "di, dim, dimanche, dimanches",
)
"""How each day is written, Monday first."""

LETTERS = {"l": 0, "j": 3, "v": 4, "s": 5, "d": 6}
"""Letters that stand for days beside a mark or a clock."""

MONTHS = (
    "janv, janvier",
    "fev, fevr, fevrier",
    "mars",
    "avr, avril",
    "mai",
    "juin",
    "juil, juillet",
    "aout",
    "sept, septembre",
    "oct, octobre",
    "nov, novembre",
    "dec, decembre",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        tous les jours, chaque jour, quotidien, quotidiennement, 7j / 7, 7 j / 7, 7 jours / 7, 7 jours sur 7, 7j sur
        7, tous les jours de la semaine, toute la semaine, 7 / 7, 365 jours par an, 365 jours / an, tous les matins
    """,
    "days:31": "en semaine, jours ouvrables, jours de semaine, jours ouvres, la semaine, semaine",
    "days:96": "week - end, week - ends, weekend, weekends, le week - end, fin de semaine, fins de semaine",
    "rest": "les autres jours, autres jours, le reste de la semaine",
    "since": "a partir du, a compter du, des le",
    "remark": """
        dernier rendez - vous, derniere consultation, dernier patient, dernier rdv, derniere entree, derniere
        admission
    """,
    "and": "et",
    "dash": "a, au, jusqu'a, jusqu'au, jusque",
    "after": "et plus",
    "from": "de, du, des, depuis, a partir de, a compter de",
    "between": "entre",
    "every": "chaque, tous les, toutes les",
    "other": """
        un sur deux, 1 sur 2, une semaine sur deux, tous les 15 jours, tous les quinze jours, semaines paires,
        semaines impaires, 1 semaine sur 2
    """,
    "ordinal:1": "premier, premiers, premiere, 1er, 1ers, 1ere",
    "ordinal:2": "deuxieme, second, seconde, deuxiemes, 2e, 2eme, 2emes, 2nd",
    "ordinal:3": "troisieme, troisiemes, 3e, 3eme, 3emes",
    "ordinal:4": "quatrieme, quatriemes, 4e, 4eme, 4emes",
    "ordinal:5": "cinquieme, 5e, 5eme",
    "ordinal:-1": "dernier, derniers",
    "monthly": "du mois, de chaque mois, par mois, chaque mois, de tous les mois",
    "noon": "midi",
    "midnight": "minuit",
    "am": "am, du matin",
    "pm": "pm, de l'apres - midi, du soir",
    "uhr": "h, heures, heure, hrs",
    "part:0": "matin, matins, le matin, matinee, les matins, matinees",
    "part:1": "apres - midi, l'apres - midi, apres - midis, les apres - midis, aprem",
    "part:2": "soir, soirs, soiree, le soir, en soiree",
    "closed": """
        ferme, fermee, fermes, fermeture, fermeture le, fermes le, nous sommes fermes, est ferme, pas de consultation,
        pas de consultations, cabinet ferme, ferme le, fermeture hebdomadaire
    """,
    "opens": "ouvre",
    "closes": "fermeture a",
    "except": "sauf, excepte, hors, a l'exception du, a l'exception de, excepte le, sauf le, hormis, a l'exception des",
    "only": "seulement, uniquement, que",
    "lunch": """
        dejeuner, pause dejeuner, pour le dejeuner, pause midi, pause, entre midi et deux, pause meridienne, pour la
        pause dejeuner, le midi
    """,
    "all day": """
        24h / 24, 24 h / 24, 24 heures, 24 heures / 24, 24 heures sur 24, 24h sur 24, 24h / 24 et 7j / 7, 24h / 24 -
        7j / 7, 24 / 7, 24h / 24 7j / 7, 24h, 24 h, ouvert 24h / 24, ouvert 24 heures sur 24, toute la journee, 24
        heures sur 24 et 7 jours sur 7, 24 / 24, 24 / 24 h, 24h / 24 et 7 jours sur 7, 7j / 7 et 24h / 24, 7j / 7 24h
        / 24, 7 jours sur 7 et 24 heures sur 24, 24 h / 24 et 7 j / 7
    """,
    "by_appointment": """
        sur rendez - vous, sur rdv, uniquement sur rendez - vous, sur rendez - vous uniquement, sur rdv uniquement,
        uniquement sur rdv, consultation sur rendez - vous, consultations sur rendez - vous, rdv uniquement, avec
        rendez - vous, avec rdv, sur rendez vous, sur demande, consultations sur rdv, consultation sur rdv, seulement
        sur rendez - vous, exclusivement sur rendez - vous, sur rendez - vous seulement, par rendez - vous, sur prise
        de rendez - vous, rendez - vous, rdv, sur rendez - vous exclusivement, sur r.d.v
    """,
    "unknown": """
        horaires variables, horaire variable, variable, horaires a confirmer, nous consulter, se renseigner, a
        confirmer
    """,
    "also": "ou, aussi, egalement, en dehors de ces horaires, autres horaires, puis",
    "holidays": "jours feries, ferie, feries, jour ferie, j.f, jf, les jours feries, fetes, jours de fete",
    "some": """
        certains jours feries, veilles de fetes, veille de jour ferie, veilles de jours feries, fetes legales,
        vacances scolaires
    """,
    "holiday:12-25": "noel, jour de noel",
    "holiday:12-24": "reveillon de noel, veille de noel",
    "holiday:01-01": "nouvel an, jour de l'an, le jour de l'an",
    "holiday:12-31": "saint - sylvestre, la saint - sylvestre",
    "holiday:07-14": "fete nationale",
    "holiday:08-15": "assomption",
    "holiday:05-01": "fete du travail",
    "holiday:11-01": "toussaint",
    "holiday:easter+1": "lundi de paques",
    "season": "ete, hiver, printemps, automne, vacances, saison, basse saison, haute saison, ramadan, en ete, en hiver",
    "head": """
        horaires, horaire, ouverture, ouvertures, heures d'ouverture, horaires d'ouverture, consultation,
        consultations, cabinet, permanence, permanences, accueil, nos, secretariat ouvert, d'ouverture, clinique,
        centre, jours, public, du public, d'accueil, jours et heures, jours et horaires
    """,
    "phone": "tel, telephone, appelez, appeler, fax, mobile, portable, telephonez",
    "talk": """
        en continu, sans interruption, journee continue, non - stop, non stop, sans rendez - vous, sans rdv, inclus,
        patients, merci, consultation libre, consultations libres, renseignements, par jour, jours feries inclus, y
        compris jours feries, y compris les jours feries, compris, urgences, nonstop, toutes, toute l'annee, libre,
        environ, s'il vous plait, sans fermeture le midi, sans pause
    """,
    "filler": """
        le, la, les, l, d, en, est, ouvert, ouverte, ouverts, nous, sommes, vous, accueille, accueillons, notre,
        votre, aux, pour, sont, jour, vous accueille, est ouvert, se, s, qu, sur place, dans, par, recoit
    """,
    "says": """
        semaine semaines mois annee avant apres pendant durant temporaire temporairement journee demi quinzaine heure
        heures paire impaire
    """,
}
"""All other words, by what they mean."""
