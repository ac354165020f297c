"""What a reading is not sure of: what it assumed, and what it could not read.

The codes of assumptions:

| code | what |
| --- | --- |
| `bare_hours` | a clock without am or pm: `8-5` |
| `shared_am_pm` | an am or pm that stands at one clock and holds for both: `8-11am` |
| `overlap_joined` | hours of a day that overlap others of it, joined with them |
| `closed_exception` | a day that is closed although earlier hours were for more days, this one among them |
| `hours_exception` | hours of a day instead of earlier ones that were for more days: `Mon-Sat 9-8, except Wed 9-12` |
| `left_aside` | words beside hours that say nothing about them: `Mon 9-5 Dr. Li` |
| `no_country` | public holidays, of which no country is known |
| `some_holidays` | some holidays, of which it is not said which |
| `holidays_left_out` | `except holidays`, read as no rule |
| `every_other_week` | every other week, of which nobody knows which: the hours are unknown |
| `also_by_appointment` | an appointment that may be made besides: `Mon 9-5, or by appointment` |
| `state_of_line` | a line `by appointment only` below hours, read as about them |
| `state_of_all` | `by appointment` after several ranges, read as about each of them |
| `nth_of_line` | a line `First Saturday of the month` below the hours of Saturday, read as about them |
| `nth_instead` | hours of an nth weekday that are a part of that weekday's, read as instead of them |
| `pause_of_all` | a closure at midday on a line of its own, read as about all the hours before it |
| `part_of_day` | a closed morning or afternoon, read as up to noon, or from noon on |
| `season_rest` | days that a season does not name, read as in the rest of the year |
| `every_year` | a date without a year |
| `five_days` | `5 days a week`, read as Monday to Friday |
| `rest_of_week` | `all other days`, read as the days that the text does not name before |
| `columns` | two clocks in columns of their own, read as a range |
| `dash_closed` | a dash in the place of hours, read as closed |
| `days_cut` | days between two ranges of hours, some read with the first and some with the second |
| `which_language` | a day that two languages call alike |

The codes of what is unread:

| code | what |
| --- | --- |
| `unknown_text` | a word or mark that says neither days nor hours, or stands where it makes no sense |
| `cut_short` | a line that ends where something more is needed: `Mon 8am-` |
| `missing_days` | hours, and no days |
| `missing_hours` | days, and no hours |
| `not_a_clock` | a number that no clock shows |
| `not_a_range` | a range that ends where it begins, or of days from one to itself |
| `morning_or_evening` | clocks without am or pm that may be either |
| `overlap` | hours that overlap others, and cannot be joined |
| `contradiction` | a day that is closed in one place and has hours in another |
| `closed_when` | `closed`, and nothing that says when |
| `hours_in_brackets` | a text in brackets that says more about hours than a state and a note |
| `bad_note` | a note that cannot be kept, or a bracket that is not closed |
| `unclear_days` | letters that stand for one day or another: `T-Th`, `MF`, `M-S` |
| `unclear_pairs` | hours between days, or days between hours, which may go with either |
| `columns_apart` | days in one column and hours in another |
| `open_end` | hours that do not say when they end, or begin |
| `undated_season` | hours of a season without dates |
| `unclear_dates` | dates that cannot be, or that say too much at once |
| `another_service` | hours of something else than the hours before them; `read_signs` reads each by itself |
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_EXCERPT = 60

WHY = {
    "unknown_text": "{} says neither days nor hours here",
    "cut_short": "something is missing at its end",
    "missing_days": "it does not say on which days",
    "missing_hours": "the hours are missing",
    "not_a_clock": "no clock shows {}",
    "not_a_range": "{} is not a range; write 'open 24 hours' (00:00-24:00) for the whole day, 'closed' for none",
    "morning_or_evening": "{} may be in the morning or in the evening; add am and pm",
    "overlap": "{}; write them as one range, or apart",
    "contradiction": "it contradicts what stands before it",
    "hours_in_brackets": "{} is more than a note; write it as a rule of its own, or put the note in quotation marks",
    "bad_note": "{}",
    "closed_when": "it does not say when",
    "unclear_days": "{} may mean several days; write them out, as Tues-Thurs or Tues, Thurs",
    "unclear_pairs": "it is not clear which days and hours go together; give each its own line",
    "columns_apart": "days and hours stand apart; write them side by side, a line for each",
    "open_end": "it does not say from when to when",
    "undated_season": "it does not say on which dates; write them as 'June 1 - Aug 31'",
    "unclear_dates": "{} cannot be read as dates with hours",
    "another_service": "it is about {}, and not {}; read_signs reads each by itself",
}
"""Why a part of the text was not read, by the code; `{}` is the offender."""

ASSUMED = {
    "overlap_joined": "{} overlaps hours before it, and was joined with them",
    "closed_exception": "{} read as an exception from the hours before it",
    "hours_exception": "{} read as the hours of these days, instead of those before it",
    "left_aside": "{} says nothing about hours, and was left aside",
    "no_country": "{}: no country was given, so that public holidays are as any other day",
    "some_holidays": "{}: it is not said which holidays, so that they are as any other day",
    "holidays_left_out": "{}: no country was given, so that public holidays are as any other day",
    "every_other_week": "{}: it is not said which weeks, so that the hours are unknown",
    "also_by_appointment": "{} read as a mere addition to the hours before it",
    "state_of_line": "{} read as about the hours before it",
    "state_of_all": "{} read as about all the hours of these days",
    "nth_of_line": "{} read as about the hours before it",
    "nth_instead": "{} read as instead of the day's other hours",
    "pause_of_all": "{} read as about all the hours beside it",
    "part_of_day": "{} read as closed {}",
    "season_rest": "{}: the days that are not named here are as in the rest of the year",
    "every_year": "{} read as every year",
    "five_days": "{} read as Monday to Friday",
    "rest_of_week": "{} read as the days that are not named before",
    "columns": "{} read as from the one to the other",
    "dash_closed": "{} read as closed",
    "days_cut": "{}: the days between the hours were read with those that stand nearest",
    "which_language": "{} read as a word of {}",
}
"""What was assumed of a whole rule, by the code."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that the text leaves open, and how it was read: a stable code, the place in the text, and a sentence.

    >>> print(Assumption("bare_hours", 4, 7, "'8-5' read as 08:00-17:00"))
    '8-5' read as 08:00-17:00
    """

    code: str
    start: int
    end: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the text that was not understood, and of which nothing was used: a stable code, the place, and a sentence.

    >>> print(Unread("missing_hours", 0, 3, "'Mon' was not read: its hours are missing"))
    'Mon' was not read: its hours are missing
    """

    code: str
    start: int
    end: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


Doubt = Assumption | Unread


def excerpt(text: str) -> str:
    r"""A piece of a text as it is shown in a sentence: on one line, in quotation marks, shortened at its end.

    >>> excerpt("Mon\n8am")
    "'Mon 8am'"
    """
    shown = "".join(c if c.isprintable() else " " for c in text[: LONGEST_EXCERPT + 1])
    return f"'{shown}'" if len(shown) <= LONGEST_EXCERPT else f"'{shown[: LONGEST_EXCERPT - 1]}…'"
