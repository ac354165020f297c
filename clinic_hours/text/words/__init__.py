"""The words that signs are read by, one module of plain data a language.

Words are in lower case, without accents and without a final dot; a phrase is its words with a blank between them. `WORDS`
holds them by what they mean; a number after a colon goes with the meaning:

| meaning | what |
| --- | --- |
| `days:N` | a set of days as a number, Monday is 1, Tuesday 2, Wednesday 4 … |
| `five` | weekdays by their number alone: `5 days a week` |
| `and`, `dash`, `from`, `between`, `after` | marks between days and between clocks |
| `rest` | the days that are not named yet |
| `since` | what stands before the date from which the hours hold |
| `remark` | what stands before a clock that is no hours: `last patient at 4pm` |
| `every`, `other`, `ordinal:N`, `monthly` | which of the days: each, each second, the nth or the last (-1) of the month |
| `noon`, `midnight`, `am`, `pm`, `uhr` | clocks, and what stands after one |
| `part:N` | a part of the day: 0 the morning, 1 the afternoon, 2 the evening |
| `closed`, `opens`, `closes`, `except`, `only`, `lunch` | how hours are given, or taken away |
| `all day`, `by_appointment`, `unknown` | hours without clocks |
| `also` | what makes an appointment a mere addition: `and by appointment` |
| `holidays`, `some`, `holiday` | public holidays, a part of them, one by its dates in the notation |
| `season` | a season without dates |
| `head` | what a heading says that names nothing: `Office hours` |
| `phone` | what stands before a number that is no clock |
| `talk` | talk that changes no hours: `walk-ins welcome` |
| `filler` | words that mean nothing by themselves: `the`, `we are` |
| `says` | any other word that bears on hours; a text that holds one is never taken for a mere note |
"""
