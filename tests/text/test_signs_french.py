"""French signs. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("Du lundi au vendredi : 8h30 - 12h30 / 14h00 - 18h00", "Mo-Fr 08:30-12:30,14:00-18:00"),
    (
        "Lundi, mardi, jeudi, vendredi de 9h à 12h et de 14h à 18h30, mercredi et samedi de 9h à 12h",
        "Mo-Tu,Th-Fr 09:00-12:00,14:00-18:30; We,Sa 09:00-12:00",
    ),
    ("Lun-Ven 9h-12h 14h-18h", "Mo-Fr 09:00-12:00,14:00-18:00"),
    ("Lun. - Ven. : 9h00 - 19h00, Sam. : 9h00 - 13h00", "Mo-Fr 09:00-19:00; Sa 09:00-13:00"),
    (
        "Du lundi au jeudi de 8h à 12h et de 13h30 à 17h30 et le vendredi de 8h à 12h",
        "Mo-Th 08:00-12:00,13:30-17:30; Fr 08:00-12:00",
    ),
    ("Tous les jours de 8h à 20h", "Mo-Su 08:00-20:00"),
    ("Ouvert tous les jours sauf le dimanche de 9h à 19h", "Mo-Sa 09:00-19:00"),
    ("Ouvert 24h/24 et 7j/7", "24/7"),
    ("24h/24, 7j/7", "24/7"),
    ("Ouvert 7j/7 de 8h à 20h", "Mo-Su 08:00-20:00"),
    ("Fermé le dimanche\nLundi-Samedi 9h-19h", "Mo-Sa 09:00-19:00"),
    ("Du lundi au vendredi 9h-18h, fermé le mercredi", "Mo-Tu,Th-Fr 09:00-18:00 | ~closed_exception"),
    ("Lundi au vendredi 9h-12h, 14h-18h. Fermé les jours fériés.", "Mo-Fr 09:00-12:00,14:00-18:00 | ~no_country"),
    ("Consultations sur rendez-vous du lundi au vendredi de 9h à 18h", 'Mo-Fr 09:00-18:00 unknown "by appointment"'),
    ("Lundi-vendredi 9h-18h sur rendez-vous", 'Mo-Fr 09:00-18:00 unknown "by appointment"'),
    (
        "Lundi au vendredi de 8h30 à 12h30 et de 14h à 18h, samedi sur rendez-vous",
        'Mo-Fr 08:30-12:30,14:00-18:00; Sa 00:00-24:00 unknown "by appointment"',
    ),
    ("Sur rendez-vous uniquement", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Le mardi et le jeudi de 14h à 17h", "Tu,Th 14:00-17:00"),
    ("Mardi : 14 h - 17 h 30", "Tu 14:00-17:30"),
    ("Lundi au vendredi de 9 h à 17 h", "Mo-Fr 09:00-17:00"),
    ("1er et 3ème samedi du mois de 9h à 12h", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-12:00"),
    ("Premier samedi de chaque mois 9h-12h", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA: 09:00-12:00"),
    (
        "Lundi : 9h00-12h30 et 14h00-18h00\nMardi : 9h00-12h30\nMercredi : Fermé\nJeudi : 9h00-12h30 et 14h00-18h00\nVendredi : 9h00-17h00\nSamedi-dimanche : Fermé",
        "Mo,Th 09:00-12:30,14:00-18:00; Tu 09:00-12:30; Fr 09:00-17:00",
    ),
    ("Lundi, Mercredi, Vendredi : 8h - midi et 14h - 18h", "Mo,We,Fr 08:00-12:00,14:00-18:00"),
    ("Fermeture entre 12h et 14h\nLun-ven 8h-18h", "Mo-Fr 08:00-12:00,14:00-18:00 | ~pause_of_all"),
    ("Lu-Ve 8h-18h, pause déjeuner de 12h à 13h30", "Mo-Fr 08:00-12:00,13:30-18:00"),
    ("De 8h à 18h du lundi au vendredi", "Mo-Fr 08:00-18:00"),
    ("L-V 9h-17h", "Mo-Fr 09:00-17:00"),
    ("Ouvert de 9h à 18h sans interruption du lundi au vendredi", "Mo-Fr 09:00-18:00"),
    ("lundi 8h30-12h00 13h30-17h30", "Mo 08:30-12:00,13:30-17:30"),
    ("Matin : 9h-12h Après-midi : 14h-18h du lundi au vendredi", "Mo-Fr 09:00-12:00,14:00-18:00"),
    ("Du lundi au vendredi, le matin de 9h à 12h et l'après-midi de 14h à 18h", "Mo-Fr 09:00-12:00,14:00-18:00"),
    ("Lun-Ven 8:30-13:00 14:30-19:00", "Mo-Fr 08:30-13:00,14:30-19:00"),
    ("Lundi à vendredi : 9h-12h / 14h-19h ; samedi : 9h-13h", "Mo-Fr 09:00-12:00,14:00-19:00; Sa 09:00-13:00"),
    ("Lundi, Mardi, Jeudi : 8h00 – 18h30 Mercredi, vendredi : 8h00 – 12h30", "Mo-Tu,Th 08:00-18:30; We,Fr 08:00-12:30"),
    ("lun. mar. jeu. ven. 9:00-19:00, mer. sam. 9:00-12:00", "Mo-Tu,Th-Fr 09:00-19:00; We,Sa 09:00-12:00"),
    (
        "Lun au ven 8h - 20h, sam 8h - 16h, dimanche et jours fériés 9h - 12h",
        "Mo-Fr 08:00-20:00; Sa 08:00-16:00; Su 09:00-12:00 | ~no_country",
    ),
    ("Ouvert le lundi de 14h à 19h et du mardi au samedi de 9h à 19h", "Mo 14:00-19:00; Tu-Sa 09:00-19:00"),
    ("Du mardi au samedi, 9h-12h et 14h-19h", "Tu-Sa 09:00-12:00,14:00-19:00"),
    ("Lundi-vendredi de 8h à 12h30 et de 13h30 à 18h. Fermé samedi et dimanche", "Mo-Fr 08:00-12:30,13:30-18:00"),
    ("Tous les matins sauf le mercredi de 9h à 12h", "Mo-Tu,Th-Su 09:00-12:00"),
    (
        "Mercredi après-midi fermé. Lundi-vendredi 9h-12h 14h-18h",
        "Mo-Tu,Th-Fr 09:00-12:00,14:00-18:00; We 09:00-12:00 | ~part_of_day",
    ),
    ("Sur RDV", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("Lun-Ven : sur rendez-vous", 'Mo-Fr 00:00-24:00 unknown "by appointment"'),
    ("Samedi matin sur rendez-vous", 'Sa 00:00-24:00 unknown "by appointment"'),
    ("Lundi 9H00/12H00 - 14H00/18H00", "Mo 09:00-12:00,14:00-18:00"),
    ("Lundi: 9h à 12h & 14h à 18h", "Mo 09:00-12:00,14:00-18:00"),
    ("Du 1er juin au 31 août : lundi au vendredi 8h-15h", "off | 06-01/08-31: Mo-Fr 08:00-15:00"),
    ("du lundi au vendredi 8h00-12h00/13h30-17h30", "Mo-Fr 08:00-12:00,13:30-17:30"),
    ("Lundi mardi jeudi vendredi 8h30-12h30 14h-18h", "Mo-Tu,Th-Fr 08:30-12:30,14:00-18:00"),
    ("Lundi: 8h-12h/14h-18h Mardi: 8h-12h", "Mo 08:00-12:00,14:00-18:00; Tu 08:00-12:00"),
    (
        "Lundi, mercredi, vendredi 9h-12h et 14h-18h ; mardi et jeudi : 9h-12h",
        "Mo,We,Fr 09:00-12:00,14:00-18:00; Tu,Th 09:00-12:00",
    ),
    (
        "Du lundi au vendredi de 08:00 à 12:30 et de 13:30 à 18:30. Samedi de 08:00 à 12:00",
        "Mo-Fr 08:00-12:30,13:30-18:30; Sa 08:00-12:00",
    ),
    (
        "Ouvert du mardi au vendredi 9h00 - 12h00 14h00 - 19h00 et samedi 9h00-17h00",
        "Tu-Fr 09:00-12:00,14:00-19:00; Sa 09:00-17:00",
    ),
    ("Lundi - Vendredi : 08:30 - 19:00, Samedi : 09:00 - 12:30, Dimanche : Fermé", "Mo-Fr 08:30-19:00; Sa 09:00-12:30"),
    ("Lun-Jeu 8h30/12h30-14h/18h, Ven 8h30/12h30", "Mo-Th 08:30-12:30,14:00-18:00; Fr 08:30-12:30"),
    ("Du lundi au samedi matin, 9h-12h", "Mo-Sa 09:00-12:00"),
    ("Le lundi de 9 heures à 12 heures et de 14 heures à 17 heures", "Mo 09:00-12:00,14:00-17:00"),
    ("Lundi 14h00 à 18h00, mardi au vendredi 9h00 à 18h00", "Mo 14:00-18:00; Tu-Fr 09:00-18:00"),
    ("7/7 de 8h à 20h", "Mo-Su 08:00-20:00"),
    ("Tous les jours 9h-12h sauf mercredi et dimanche", "Mo-Tu,Th-Sa 09:00-12:00 | ~closed_exception"),
    (
        "Consultations : lundi, mardi, jeudi 9h-17h, uniquement sur rendez-vous",
        'Mo-Tu,Th 09:00-17:00 unknown "by appointment"',
    ),
    ("Sur rendez-vous du lundi au vendredi", 'Mo-Fr 00:00-24:00 unknown "by appointment"'),
    ("Fermé le lundi. Mardi-samedi 9h-18h.", "Tu-Sa 09:00-18:00"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
