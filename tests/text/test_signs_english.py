"""Plain English signs, as many clinics write them. Each with what it says, ~ for what is assumed, ! for what is not read."""

import pytest

from told import told

SIGNS = [
    ("MWF 8-5, TTh 9-6", "Mo,We,Fr 08:00-17:00; Tu,Th 09:00-18:00"),
    ("MTThF 8:30am-5pm; W 8:30am-noon", "Mo-Tu,Th-Fr 08:30-17:00; We 08:30-12:00"),
    ("M-F 8-5, S 9-12", "refused"),
    ("M-F 8am-5pm; Sat by appt", 'Mo-Fr 08:00-17:00; Sa 00:00-24:00 unknown "by appointment"'),
    ("M-Th 7:30a-5:30p; F 8a-12p", "Mo-Th 07:30-17:30; Fr 08:00-12:00"),
    (
        "Mon-Thurs: 8:00am - 5:00pm (Closed 12:00pm - 1:00pm for lunch)\nFriday: 8:00am-12:00pm",
        "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-12:00",
    ),
    (
        "Monday through Thursday from 8 a.m. to 5 p.m. and Friday from 8 a.m. to noon",
        "Mo-Th 08:00-17:00; Fr 08:00-12:00",
    ),
    ("Open Monday - Friday, 8:30 AM - 5:00 PM. Closed Saturday and Sunday.", "Mo-Fr 08:30-17:00"),
    (
        "Our office is open from 8 to 5 Monday through Friday, and Saturdays from 9 to noon.",
        "Mo-Fr 08:00-17:00; Sa 09:00-12:00 | ~days_cut",
    ),
    (
        "Hours of Operation:\nMonday-Friday\t8:00 AM\t5:00 PM\nSaturday\t9:00 AM\t1:00 PM\nSunday\tClosed",
        "Mo-Fr 08:00-17:00; Sa 09:00-13:00 | ~columns",
    ),
    (
        "Day | Open | Close\nMonday | 8:00 am | 5:00 pm\nTuesday | 8:00 am | 5:00 pm\nSunday | Closed",
        "Mo-Tu 08:00-17:00 | ~columns | !unknown_text",
    ),
    ("Mon u2013 Fri 8am u2013 5pm", "Mo-Fr 08:00-17:00"),
    ("Mon &ndash; Fri 8am &ndash; 5pm<br>Sat 9am &ndash; noon<br/>Sun closed", "Mo-Fr 08:00-17:00; Sa 09:00-12:00"),
    ("Mon-Fri 0800-1700", "Mo-Fr 08:00-17:00"),
    ("Mon-Fri: 8am-noon and 1pm-5pm", "Mo-Fr 08:00-12:00,13:00-17:00"),
    ("Mon-Fri 8-12 and 1-5", "Mo-Fr 08:00-12:00,13:00-17:00"),
    (
        "Monday-Thursday 8am-5pm (closed for lunch 12-1), Friday 8am-12pm",
        "Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-12:00",
    ),
    ("Monday to Friday 9 til 5", "Mo-Fr 09:00-17:00"),
    ("Mon-Fri 9:00 to 17:00 hrs", "Mo-Fr 09:00-17:00"),
    (
        "Mon, Wed & Fri: 8 a.m. to 4:30 p.m. Tues & Thurs: 10 a.m. to 6:30 p.m.",
        "Mo,We,Fr 08:00-16:30; Tu,Th 10:00-18:30",
    ),
    ("Tuesdays and Thursdays only, 9am-3pm", "Tu,Th 09:00-15:00"),
    ("Open Tuesdays only 9-3", "Tu 09:00-15:00"),
    ("Second and fourth Tuesday of each month 1-4 pm", "off | RRULE:FREQ=MONTHLY;BYDAY=2TU,4TU: 13:00-16:00"),
    ("1st & 3rd Wednesday 5-8pm", "off | RRULE:FREQ=MONTHLY;BYDAY=1WE,3WE: 17:00-20:00"),
    ("Third Thursday of every month, 9 a.m. - 12 p.m.", "off | RRULE:FREQ=MONTHLY;BYDAY=3TH: 09:00-12:00"),
    ("Mon-Fri 8-5; 1st and 3rd Saturdays 9-1", "Mo-Fr 08:00-17:00 | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-13:00"),
    ("Saturday (1st and 3rd of the month): 9am - 12pm", "off | RRULE:FREQ=MONTHLY;BYDAY=1SA,3SA: 09:00-12:00"),
    ("Sat 9-12 (2nd and 4th only)", "off | RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA: 09:00-12:00"),
    ("Last Friday of the month 8am-12pm", "off | RRULE:FREQ=MONTHLY;BYDAY=-1FR: 08:00-12:00"),
    ("Every other Saturday 9-1", 'Sa 09:00-13:00 unknown "every other week" | ~every_other_week'),
    (
        "Mon-Fri 9-5, every other Sat 9-12",
        'Mo-Fr 09:00-17:00; Sa 09:00-12:00 unknown "every other week" | ~every_other_week',
    ),
    ("Mon-Fri 8am-5pm. Closed major holidays.", "Mo-Fr 08:00-17:00 | ~some_holidays"),
    ("Mon-Fri 8am-5pm except holidays", "Mo-Fr 08:00-17:00 | ~no_country"),
    ("Mon-Fri 8am-5pm, closed weekends & holidays", "Mo-Fr 08:00-17:00 | ~no_country"),
    ("Mon-Fri 8am-5pm, closed all federal holidays", "Mo-Fr 08:00-17:00 | ~no_country"),
    ("Monday-Friday 8-4:30 excluding holidays", "Mo-Fr 08:00-16:30 | ~no_country"),
    ("Daily except Sunday 9-5", "Mo-Sa 09:00-17:00"),
    ("Open daily 8am-8pm except Sunday 10am-6pm", "Mo-Sa 08:00-20:00; Su 10:00-18:00 | ~hours_exception"),
    ("Every day except Sundays: 9am-5pm", "Mo-Sa 09:00-17:00"),
    ("Mon-Sat 8am-6pm (except Wed. 8am-noon)", "Mo-Tu,Th-Sa 08:00-18:00; We 08:00-12:00 | ~hours_exception"),
    ("Mon-Fri 8am-5pm (except Wed)", "Mo-Tu,Th-Fr 08:00-17:00 | ~closed_exception"),
    (
        "Monday - Friday 8am - 5pm, Saturday & Sunday by appointment only",
        'Mo-Fr 08:00-17:00; Sa-Su 00:00-24:00 unknown "by appointment"',
    ),
    ("By appointment only: Mon-Fri 9-5", 'Mo-Fr 09:00-17:00 unknown "by appointment"'),
    ("By appointment only", 'Mo-Su 00:00-24:00 unknown "by appointment"'),
    ("By appointment Monday-Friday 9am-5pm", 'Mo-Fr 09:00-17:00 unknown "by appointment"'),
    ("Mon-Fri 9-5 or by appointment", "Mo-Fr 09:00-17:00 | ~also_by_appointment"),
    (
        "Mon-Fri 9am-5pm; evenings and weekends by appointment",
        'Mo-Fr 09:00-17:00; Sa-Su 00:00-24:00 unknown "by appointment"',
    ),
    ("Mon-Fri 9am-5pm; other times by appointment", "Mo-Fr 09:00-17:00 | ~also_by_appointment"),
    ("Mon-Fri 9am-5pm\nBy appointment only", 'Mo-Fr 09:00-17:00 unknown "by appointment" | ~state_of_line'),
    ("Walk-ins: Mon-Fri 8am-4pm", "Mo-Fr 08:00-16:00"),
    ("Walk-ins welcome Mon-Fri 8am-4pm", "Mo-Fr 08:00-16:00"),
    ("Mon-Fri 8am-4pm, walk-ins welcome", "Mo-Fr 08:00-16:00"),
    ("Mon-Fri 8am-4pm (no appointment necessary)", 'Mo-Fr 08:00-16:00 open "no appointment necessary"'),
    ("Mon-Fri 8am-5pm; phones open at 7:30am", "Mo-Fr 08:00-17:00"),
    ("Office hours: M-F 8am-5pm; Lab hours: M-F 7am-3pm", "Mo-Fr 08:00-17:00 | !another_service"),
    ("Pharmacy\nMon-Fri 9am-6pm\nClinic\nMon-Fri 8am-5pm", "Mo-Fr 09:00-18:00 | !another_service"),
    (
        "Riverside Family Practice\n12 Elm Street, Suite 200\nEdgewater, NJ 07020\n(201) 555-0100\nMon-Fri 8am-5pm",
        "Mo-Fr 08:00-17:00",
    ),
    ("Call 201-555-0100. Mon-Fri 8-5.", "Mo-Fr 08:00-17:00"),
    ("Open 24 hours, 7 days a week", "24/7"),
    ("24 hours/7 days a week", "24/7"),
    ("Open 24/7", "24/7"),
    ("24 hrs a day, 365 days a year", "24/7"),
    ("Emergency: 24 hours", "24/7"),
    (
        "Monday 8-5\nTuesday 8-5\nWednesday Closed\nThursday 8-5\nFriday 8-12\nSat & Sun Closed",
        "Mo-Tu,Th 08:00-17:00; Fr 08:00-12:00",
    ),
    ("Mon:8-5 Tue:8-5 Wed:8-12 Thu:8-5 Fri:8-5", "Mo-Tu,Th-Fr 08:00-17:00; We 08:00-12:00"),
    ("Mon 8am-5pm Tue 8am-5pm Wed 8am-5pm Thu 8am-5pm Fri 8am-3pm Sat/Sun Closed", "Mo-Th 08:00-17:00; Fr 08:00-15:00"),
    ("8am-5pm Mon-Thu; 8am-noon Fri", "Mo-Th 08:00-17:00; Fr 08:00-12:00"),
    ("8:00 am to 5:00 pm, Monday - Friday", "Mo-Fr 08:00-17:00"),
    (
        "9 am - 5 pm, Monday, Wednesday, Friday; 10 am - 6 pm, Tuesday and Thursday",
        "Mo,We,Fr 09:00-17:00; Tu,Th 10:00-18:00",
    ),
    ("7am-7pm weekdays, 8am-4pm weekends", "Mo-Fr 07:00-19:00; Sa-Su 08:00-16:00"),
    ("Weekdays: 8am-6pm, Weekends: 9am-3pm", "Mo-Fr 08:00-18:00; Sa-Su 09:00-15:00"),
    ("Mon-Fri 8am to 6pm / Sat 9am to 1pm / Sun closed", "Mo-Fr 08:00-18:00; Sa 09:00-13:00"),
    ("Closed: Sunday\nMon-Sat: 9-6", "Mo-Sa 09:00-18:00"),
    ("Closed on Wednesdays. Open all other days 9-5.", "Mo-Tu,Th-Su 09:00-17:00 | ~rest_of_week"),
    ("Mon-Fri 8am-8pm, Sat-Sun & Holidays 9am-5pm", "Mo-Fr 08:00-20:00; Sa-Su 09:00-17:00 | ~no_country"),
    ("Monday 12pm-8pm; Tues-Fri 9am-5pm", "Mo 12:00-20:00; Tu-Fr 09:00-17:00"),
    ("Mon 12-8, Tue-Fri 9-5", "Mo 12:00-20:00; Tu-Fr 09:00-17:00"),
    ("Mon-Fri: 6:30 am - 2:30 pm", "Mo-Fr 06:30-14:30"),
    ("Tues 4-7pm", "Tu 16:00-19:00"),
    ("Wed. 1-5", "We 13:00-17:00"),
    ("Thu 5:30-8:30 pm", "Th 17:30-20:30"),
]


@pytest.mark.parametrize(("sign", "says"), SIGNS)
def test_what_a_sign_says(sign: str, says: str):
    assert told(sign) == says
