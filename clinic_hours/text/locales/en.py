"""English, as plain data: the words that signs are read by, and those that they are written with.

Words are in lower case and without a final dot; a phrase is its pieces with a blank between them, as the lexer cuts them.
"""

# ------------------------------------------------------------------------------------------------------------- reading

DAYS = (
    ("mo", "mon", "monday", "mondays"),
    ("tu", "tue", "tues", "tuesday", "tuesdays"),
    ("we", "wed", "weds", "wednesday", "wednesdays"),
    ("th", "thu", "thur", "thurs", "thursday", "thursdays"),
    ("fr", "fri", "friday", "fridays"),
    ("sa", "sat", "saturday", "saturdays"),
    ("su", "sun", "sunday", "sundays"),
)
"""How each day is written, Monday first."""

DAILY = ("daily", "everyday", "every day", "all days")
WEEKDAYS = ("weekday", "weekdays")
WEEKENDS = ("weekend", "weekends")

AND = ("and",)
TO = ("to", "through", "thru", "until", "till", "til")
FROM = ("from",)

NOON = ("noon", "midday")
MIDNIGHT = ("midnight",)
CLOSED = ("closed",)
ALL_DAY = ("open 24 hours", "open 24 hours a day", "24 hours", "24 hours a day", "open 24 / 7", "24 / 7")
BY_APPOINTMENT = ("by appointment", "by appointment only", "appointment only", "appointments only")
HOURS_MAY_DIFFER = ("hours may differ", "hours may vary", "hours to be announced")

_HOURS_WORDS = """
open opens opened opening close closes closing lunch lunchtime break breaks except excluding hour hours hr hrs
day days week weeks weekly biweekly fortnight month months monthly year yearly annually today tomorrow tonight
morning mornings afternoon afternoons evening evenings night nights overnight nightly every alternate alternating
third fourth fifth last until till til after before starts starting begins beginning ends ending during while when unless
season seasonal seasonally summer winter spring autumn fall holiday holidays christmas easter thanksgiving
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
mwf mw wf tth tuth mtwth mtwthf
appointment appointments appt appts arrangement arrangements request reservation reservations prior
vary varies differ differs usually sometimes temporarily temporary tentative tba tbd
vereinbarung termin terminvereinbarung voranmeldung absprache geschlossen uhr außer
rdv vous fermé sauf cita cerrado excepto appuntamento chiuso agendamento fechado
"""

DAY_LETTERS = frozenset("mtwrfs")
"""Letters that stand for days in `M-F` and `T/Th`, and for anything elsewhere."""

HOURS_WORDS = frozenset(_HOURS_WORDS.split())
"""Words that say something about hours. A text in brackets that holds one is never taken for a mere note, whatever else it says;
the last two lines are of other languages, in which a clinic may write beside English."""

# ------------------------------------------------------------------------------------------------------------- writing

SHORT_DAYS = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")

CLOSED_LINE = "Closed {days}"
EVERY_DAY = "Daily"
NEVER = "Closed"
ALWAYS = "Open 24 hours"
WHOLE_DAY = "open 24 hours"
LAST_OF_A_LIST = " & "

OPEN_UNTIL = "Open until {time}"
CLOSED_UNTIL = "Closed, opens {time}"
APPOINTMENT_UNTIL, APPOINTMENT_NOW = "By appointment until {time}", "By appointment"
DIFFER_UNTIL, DIFFER_NOW = "Hours may differ until {time}", "Hours may differ"

THIS_WEEK = "{weekday} {clock}"
THIS_YEAR = "{weekday} {month} {day} {clock}"
ANY_YEAR = "{weekday} {month} {day}, {year} {clock}"
