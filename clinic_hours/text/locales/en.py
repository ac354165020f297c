"""English, as plain data: the words that signs are written with.

Words are in lower case and without a final dot; a phrase is its pieces with a blank between them, as the lexer cuts them.
"""

NOON = ("noon",)
MIDNIGHT = ("midnight",)
BY_APPOINTMENT = ("by appointment",)
HOURS_MAY_DIFFER = ("hours may differ",)

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
