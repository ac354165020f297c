"""English, as plain data."""

DAYS = (
    "mo, mon, monday, mondays",
    "tu, tue, tues, tuesday, tuesdays",
    "we, wed, weds, wednesday, wednesdays",
    "th, thu, thur, thurs, thursday, thursdays",
    "fr, fri, friday, fridays",
    "sa, sat, saturday, saturdays",
    "su, sun, sunday, sundays",
)
"""How each day is written, Monday first."""

LETTERS = {"m": 0, "t": 1, "w": 2, "r": 3, "f": 4, "s": 7}
"""Letters that stand for days in `M-F` and `T/Th`, and for anything elsewhere; 7 is one of the weekend."""

MONTHS = (
    "jan, january",
    "feb, february",
    "mar, march",
    "apr, april",
    "may",
    "jun, june",
    "jul, july",
    "aug, august",
    "sep, sept, september",
    "oct, october",
    "nov, november",
    "dec, december",
)
"""How each month is written."""

WORDS = {
    "days:127": """
        daily, everyday, every day, all days, all week, 7 days, seven days, 7 days a week, seven days a week, 7 days
        per week, 7 day a week, every day of the week, all week long, 7 days / week, 7 d / week, 365 days a year, 365
        days per year, 365 days / year, 365 days, every morning
    """,
    "days:31": """
        weekday, weekdays, week days, week day, workday, workdays, workweek, work week, business days, working days
    """,
    "days:96": "weekend, weekends, week end, week ends",
    "five": "5 days, five days, 5 days a week, five days a week, 5 days per week",
    "rest": """
        all other days, other days, the rest of the week, rest of the week, remaining days, the other days, all other
        weekdays
    """,
    "since": "effective, as of, starting, beginning, eff, effective as of, starting on, valid from, valid as of",
    "remark": """
        last appointment, last appointments, last patient, last patients, last check - in, last checkin, last walk -
        in, last walk - ins, doors open, doors open at, phones open, phone lines open, check - in begins, sign - in
        starts, last entry, last admission, last appointment at, last patient seen, registration begins, registration
        starts, registration opens, registration closes, last client, last visit, last exam, last admittance, last
        intake, doors close
    """,
    "and": "and",
    "dash": "to, through, thru, until, til, till, u2013, u2014, a, ate, as",
    "after": "onwards, onward, on wards, late, close, closing, dusk, dawn, sunset, sunrise",
    "between": "between",
    "from": "from, starting at, beginning at",
    "every": "every, each",
    "other": """
        every other, alternate, alternating, every second, every 2nd, every other week, every second week, every two
        weeks, alternate weeks, alternating weeks, biweekly, bi - weekly, fortnightly, odd, even, every 2nd week,
        every 2 weeks
    """,
    "ordinal:1": "first, 1st",
    "ordinal:2": "second, 2nd",
    "ordinal:3": "third, 3rd",
    "ordinal:4": "fourth, 4th",
    "ordinal:5": "fifth, 5th",
    "ordinal:-1": "last",
    "monthly": """
        of the month, of each month, of every month, in the month, each month, every month, of month, per month,
        monthly, a month, ea month
    """,
    "noon": "noon, midday, mid - day, 12n, 12 n, twelve noon",
    "midnight": "midnight, mid - night, 12mn",
    "am": "am",
    "pm": "pm",
    "uhr": "hrs, hours, hr, h, o'clock",
    "part:0": "morning, mornings",
    "part:1": "afternoon, afternoons",
    "part:2": "evening, evenings, night, nights",
    "closed": """
        closed, off, we close, clsd, is closed, are closed, we are closed, not open, no hours, not available, no
        clinic
    """,
    "opens": "opens",
    "closes": "closes",
    "except": """
        except, excluding, excl, other than, with the exception of, except for, except on, exception, exceptions,
        apart from, not including, but not
    """,
    "only": "only",
    "lunch": """
        lunch, lunchtime, for lunch, for lunch hour, lunch hour, lunch break, lunch closure, lunch time, for a lunch
        break, meal break
    """,
    "all day": """
        h24, 24h / 24, 24h / 24h, open 24 hours, open 24 hours a day, 24 hours, 24 hours a day, open 24 / 7, 24 / 7,
        24 x 7, 24x7, 24 hrs, 24h, 24 h, 24 - hour, 24 - hours, 24hrs, 24 hours daily, 24 hours / day, 24 hours per
        day, 24 / 7 / 365, anytime, any time, always open, around the clock, round the clock, open all day, all day,
        24 hours a day / 7 days a week, 24 / 24, twenty four hours, 24 hours 7 days a week, 24 hours a day 7 days a
        week, open always, 24 hrs a day, 24 hours / 7 days a week, 24 hours / 7 days, 24hr, 24 hr, 24hr / day
    """,
    "by_appointment": """
        by appointment, by appointment only, appointment only, appointments only, by appt, by appt only, appt only, by
        appointments only, appointment required, appointments required, by appointments, by prior appointment, by
        arrangement, by prior arrangement, by request, on request, upon request, appointment is required, appointments
        are required, by reservation, with appointment, with an appointment, with appointment only, with prior
        appointment, by scheduled appointment, by scheduled appointment only, by special appointment, only by
        appointment, available by appointment, by appointment basis, on an appointment basis, by app't, by app't only,
        appts only, per appointment, scheduled appointments only
    """,
    "unknown": """
        hours may differ, hours may vary, hours to be announced, hours vary, hours tba, hours tbd, call for hours,
        tba, tbd, times vary, please call for hours, call for times, varies, to be announced, to be determined, hours
        by announcement, varying hours, variable hours, variable, hours will vary, hours are subject to change, call
        for availability, check website for hours, hours unknown
    """,
    "also": "or, also, as well as, other times, plus, additional times, additional hours, other hours, otherwise",
    "holidays": """
        holidays, holiday, public holidays, public holiday, bank holidays, bank holiday, federal holidays, federal
        holiday, national holidays, legal holidays, statutory holidays, stat holidays, statutory holiday, ph, state
        holidays, all holidays, all public holidays, all federal holidays, all major holidays, us holidays, u.s
        holidays, government holidays, state and federal holidays, federal and state holidays, observed holidays, all
        legal holidays, all national holidays, county holidays
    """,
    "some": """
        major holidays, most holidays, some holidays, certain holidays, select holidays, selected holidays, major
        holiday, most major holidays, city holidays, school holidays, university holidays, company holidays,
        recognized holidays, some public holidays, many holidays, clinic holidays, office holidays, jewish holidays,
        sh, holiday weekends, holiday weekend, on holiday weekends, the day after thanksgiving
    """,
    "holiday:12-25": "christmas, christmas day, xmas, xmas day",
    "holiday:12-24": "christmas eve, xmas eve",
    "holiday:12-26": "boxing day",
    "holiday:01-01": "new year's day, new year's, new years, new years day, new year's holiday, new year day, new year",
    "holiday:12-31": "new year's eve, new years eve, new year eve",
    "holiday:07-04": "independence day, fourth of july, 4th of july",
    "holiday:06-19": "juneteenth",
    "holiday:11-11": "veterans day, veteran's day, veterans' day",
    "holiday:easter": "easter, easter sunday",
    "holiday:easter-2": "good friday",
    "holiday:easter+1": "easter monday",
    "holiday:RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH": "thanksgiving, thanksgiving day",
    "holiday:RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO": "labor day, labour day",
    "holiday:RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO": "memorial day",
    "holiday:RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=3MO": "martin luther king day, mlk day, martin luther king jr day",
    "holiday:RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=3MO": "presidents day, presidents' day, president's day",
    "season": """
        summer, winter, spring, autumn, fall, summertime, school year, academic year, summer months, winter months, in
        season, off season, ramadan, during summer, the summer, term time, school vacation, holiday season
    """,
    "head": """
        hour, office, clinic, opening, business, operating, operation, times, time, schedule, operational, regular,
        normal, hours of operation, opening hours, office hours, opening times, working, working hours, clinic hours,
        business hours, days, day, center, centre, facility, general, standard, service, service hours, practice,
        surgery, consulting
    """,
    "phone": """
        phone, tel, telephone, fax, call, ph #, text, cell, mobile, contact, whatsapp, tty, toll free, suite, ste,
        room, rm, unit, floor
    """,
    "talk": """
        walk - ins, walk - in, walkins, walkin, walk ins, walk in, welcome, welcomed, preferred, recommended,
        encouraged, accepted, available, please, patients, new patients, appointments, appointment, no appointment
        necessary, no appointment needed, no appointments necessary, no appointment required, no appointments, no
        appointments needed, without appointment, no walk - ins, no walk ins, no walkins, taken, ok, okay, same day
        appointments, needed, necessary, required, us, to schedule, schedule an appointment, for an appointment, for
        appointments, for appointment, to schedule an appointment, to make an appointment, make an appointment,
        information, more information, for more information, visit, website, online, email, details, today, est, edt,
        et, cst, cdt, ct, mst, mdt, mt, pst, pdt, pt, gmt, eastern, central, pacific, eastern time, central time,
        pacific time, local time, local, open through lunch, open during lunch, no lunch closure, inclusive, incl,
        subject to change, per day, a day, per week, a week, weekly, some, thank you, first come first served, basis,
        first come, first served, first - come, first - served, sorry, now, now open, including holidays, incl
        holidays, to serve you, serve you, excluded, usually
    """,
    "filler": """
        the, we, we're, we are, we open, we see, are, is, at, on, in, of, open, for, this, our, you, your, located,
        and is, be, will, will be, also open, all, opened, it's, its, they're, currently, with, per, doors, generally,
        typically, hours are, office is, clinic is, during, day's, s, each of, both, that, currently open, service is,
        services, am to, remains, remain, stays, we will, we will be, we'll, we'll be, we have, we do not, we don't,
        we offer, we accept, we also, we remain, we stay
    """,
    "says": """
        break breaks week weeks month months year yearly annually tomorrow tonight overnight nightly before starts
        starting begins beginning ends ending while when unless seasonal seasonally third-week appt appts reservation
        reservations prior vary differ sometimes temporarily temporary tentative arrangement arrangements request last
        start begin end by effective earlier later half early minutes opening close open opens hour hours day days
        lunch after
    """,
}
"""All other words, by what they mean."""
