"""Pages of hours: plain text, Markdown and HTML, to the letter."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import html5lib
import pytest

import html_pages
from clinic_hours import Break, Location, SeasonalHours, SpecialHours
from clinic_hours.errors import InvalidHoursError, InvalidWindowError, UnknownTimezoneError, WrongTypeError
from clinic_hours.text import Style
from clinic_hours.text.html import CSS
from html_pages import pages

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
OFFICE = Location(
    name="Riverside <Derma> & Co.",
    timezone="America/New_York",
    regular_hours='Mo-Th 08:00-12:00,13:00-17:00; Fr 08:00-15:00; Sa 09:00-12:00 unknown "by appointment: *new* patients"',
    special_hours=[
        SpecialHours("2026-11-26", reason="Thanksgiving"),
        SpecialHours("2026-12-24", "08:00-12:00", reason="Christmas Eve"),
        SpecialHours("12-25/12-26", reason="<Christmas>"),
    ],
    seasonal_hours=[SeasonalHours("2027-01-01/..", "Mo-Fr 09:00-17:00", reason="New hours")],
)
PAGES = pages()
TEXT = """\
Riverside <Derma> & Co.
Open until noon

Opening hours
  Mon-Thurs 8am-noon, 1pm-5pm
  Fri 8am-3pm
  Sat 9am-noon (by appointment: *new* patients)
  Closed Sun

Days ahead
  Mon Nov 23 (today): 8am-noon (now), 1pm-5pm
  Tues Nov 24: 8am-noon, 1pm-5pm
  Wed Nov 25: 8am-noon, 1pm-5pm
  Thurs Nov 26: closed, Thanksgiving
  Fri Nov 27: 8am-3pm
  Sat Nov 28: 9am-noon (by appointment: *new* patients)
  Sun Nov 29: closed

Coming changes
  Thurs Nov 26: closed, Thanksgiving
  Thurs Dec 24: 8am-noon, Christmas Eve
  Fri Dec 25 – Sat Dec 26: closed, <Christmas>
  From Fri Jan 1, 2027: Mon-Fri 9am-5pm; Closed Sat & Sun, New hours
"""
MARKDOWN = r"""## Riverside \<Derma\> \& Co.

**Open until noon**

### Opening hours

| Day | Hours |
| --- | --- |
| **Monday (today)** | **8:00 AM – noon, 1:00 PM – 5:00 PM** |
| Tuesday | 8:00 AM – noon, 1:00 PM – 5:00 PM |
| Wednesday | 8:00 AM – noon, 1:00 PM – 5:00 PM |
| Thursday | 8:00 AM – noon, 1:00 PM – 5:00 PM |
| Friday | 8:00 AM – 3:00 PM |
| Saturday | 9:00 AM – noon (by appointment: \*new\* patients) |
| Sunday | Closed |

### Days ahead

| Day | Hours |
| --- | --- |
| **Monday, November 23 (today)** | **8:00 AM – noon (now), 1:00 PM – 5:00 PM** |
| Tuesday, November 24 | 8:00 AM – noon, 1:00 PM – 5:00 PM |
| Wednesday, November 25 | 8:00 AM – noon, 1:00 PM – 5:00 PM |
| Thursday, November 26 | Closed, Thanksgiving |

### Coming changes

- Thursday, November 26: closed, Thanksgiving
- Thursday, December 24: 8:00 AM – noon, Christmas Eve
- Friday, December 25 – Saturday, December 26: closed, \<Christmas\>
"""
HTML = """\
<section class="clinic-hours" lang="de-DE" dir="ltr" aria-label="Riverside &lt;Derma&gt; &amp; Co.">
<h3><bdi>Riverside &lt;Derma&gt; &amp; Co.</bdi></h3>
<p class="status"><strong>Geöffnet bis <time datetime="12:00">12:00</time> Uhr</strong></p>
<table class="week">
<caption>Öffnungszeiten</caption>
<thead><tr><th scope="col">Tag</th><th scope="col">Zeiten</th></tr></thead>
<tbody>
<tr class="today" aria-current="date"><th scope="row">Mo (heute)</th><td><time datetime="08:00">08:00</time>–<time datetime="12:00">12:00</time> Uhr, <time datetime="13:00">13:00</time>–<time datetime="17:00">17:00</time> Uhr</td></tr>
<tr><th scope="row">Di</th><td><time datetime="08:00">08:00</time>–<time datetime="12:00">12:00</time> Uhr, <time datetime="13:00">13:00</time>–<time datetime="17:00">17:00</time> Uhr</td></tr>
<tr><th scope="row">Mi</th><td><time datetime="08:00">08:00</time>–<time datetime="12:00">12:00</time> Uhr, <time datetime="13:00">13:00</time>–<time datetime="17:00">17:00</time> Uhr</td></tr>
<tr><th scope="row">Do</th><td><time datetime="08:00">08:00</time>–<time datetime="12:00">12:00</time> Uhr, <time datetime="13:00">13:00</time>–<time datetime="17:00">17:00</time> Uhr</td></tr>
<tr><th scope="row">Fr</th><td><time datetime="08:00">08:00</time>–<time datetime="15:00">15:00</time> Uhr</td></tr>
<tr><th scope="row">Sa</th><td><time datetime="09:00">09:00</time>–<time datetime="12:00">12:00</time> Uhr (nach Vereinbarung: <bdi>*new* patients</bdi>)</td></tr>
<tr><th scope="row">So</th><td>Geschlossen</td></tr>
</tbody>
</table>
<table class="ahead">
<caption>Die nächsten Tage</caption>
<thead><tr><th scope="col">Tag</th><th scope="col">Zeiten</th></tr></thead>
<tbody>
<tr class="today" aria-current="date"><th scope="row"><time datetime="2026-11-23">Mo, 23. Nov.</time> (heute)</th><td><mark class="now"><time datetime="2026-11-23T08:00">08:00</time>–<time datetime="2026-11-23T12:00">12:00</time> Uhr (jetzt)</mark>, <time datetime="2026-11-23T13:00">13:00</time>–<time datetime="2026-11-23T17:00">17:00</time> Uhr</td></tr>
</tbody>
</table>
<h4>Abweichende Öffnungszeiten</h4>
<dl>
<div><dt><time datetime="2026-11-26">Do, 26. Nov.</time></dt><dd>Geschlossen, <bdi>Thanksgiving</bdi></dd></div>
<div><dt><time datetime="2026-12-24">Do, 24. Dez.</time></dt><dd><time datetime="2026-12-24T08:00">08:00</time>–<time datetime="2026-12-24T12:00">12:00</time> Uhr, <bdi>Christmas Eve</bdi></dd></div>
<div><dt><time datetime="2026-12-25">Fr, 25. Dez.</time> – <time datetime="2026-12-26">Sa, 26. Dez.</time></dt><dd>Geschlossen, <bdi>&lt;Christmas&gt;</bdi></dd></div>
<div><dt>Ab <time datetime="2027-01-01">Fr, 1. Jan. 2027</time></dt><dd>Mo–Fr <time datetime="09:00">09:00</time>–<time datetime="17:00">17:00</time> Uhr; Sa, So geschlossen, <bdi>New hours</bdi></dd></div>
</dl>
</section>
"""


def test_the_page_as_text():
    assert OFFICE.to_text(NOW, style="sign") == TEXT


def test_the_page_as_markdown():
    assert OFFICE.to_markdown(NOW, days=4, days_of_changes=35) == MARKDOWN


def test_the_page_as_html():
    assert OFFICE.to_html(NOW, style="compact", locale="de_DE", days=1, heading=3) == HTML


def test_a_page_without_days_and_without_changes_has_no_headings_for_them():
    text = OFFICE.to_text(NOW, style="compact", days=0, days_of_changes=0)
    assert text == (
        "Riverside <Derma> & Co.\nOpen until noon\n\nOpening hours\n"
        "  Mon–Thu 8 AM–noon, 1 PM–5 PM; Fri 8 AM–3 PM; Sat 9 AM–noon (by appointment: *new* patients); Sun closed\n"
    )
    markdown = OFFICE.to_markdown(NOW, days=0, days_of_changes=0)
    assert [line for line in markdown.split("\n") if "#" in line] == [
        r"## Riverside \<Derma\> \& Co.",
        "### Opening hours",
    ]
    html = OFFICE.to_html(NOW, days=0, days_of_changes=0)
    assert (html.count("<table"), html.count("<h"), html.count("<dl>")) == (1, 1, 0)


def test_a_whole_document_has_its_own_head_and_looks():
    html = OFFICE.to_html(NOW, locale="ar_EG", whole=True)
    assert html.startswith('<!DOCTYPE html>\n<html lang="ar-EG" dir="rtl">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Riverside &lt;Derma&gt; &amp; Co.</title>" in html
    assert f"<style>\n{CSS}</style>" in html
    assert "<h1><bdi>" in html
    assert html.endswith("</section>\n</main>\n</body>\n</html>\n")
    assert OFFICE.to_html(NOW, locale="ar_EG", heading=1) in html


def test_the_status_on_a_page_is_as_described():
    how = {"closing_soon": timedelta(hours=2), "timezone": "Europe/Paris"}
    told = "Closing soon, open until noon (6:00 PM your time)"
    assert OFFICE.describe(NOW, style="table", **how) == told
    assert OFFICE.to_text(NOW, **how).split("\n")[1] == told
    assert f"**{told}**" in OFFICE.to_markdown(NOW, **how)
    assert '(<time datetime="18:00">6:00 PM</time> your time)' in OFFICE.to_html(NOW, **how)


def test_hours_past_midnight_end_on_the_next_date():
    night = Location(name="Night", timezone="America/New_York", regular_hours="Mo 22:00-02:00; We 20:00-24:00")
    html = night.to_html(datetime(2026, 11, 24, 1, 0, tzinfo=ZONE), style="sign", days=2)
    assert (
        '<mark class="now"><time datetime="2026-11-23T22:00">10pm</time>-<time datetime="2026-11-24T02:00">2am</time> (now)</mark>'
        in html
    )
    assert '<time datetime="2026-11-25T20:00">8pm</time>-<time datetime="2026-11-26T00:00">midnight</time>' in html
    assert html.count("today") == 4
    last = night.replace(regular_hours="Fr 20:00-24:00").to_html(datetime(9999, 12, 31, 1, 0, tzinfo=ZONE))
    assert '<time datetime="9999-12-31T20:00">8:00 PM</time> – <time datetime="00:00">midnight</time>' in last


def test_a_date_that_begins_a_line_of_markdown_is_no_list():
    style = Style.of("table", "de", date="{day}. {month}", date_with_year="{day}) {month} {year}")
    lines = OFFICE.to_markdown(NOW, style=style).split("\n")
    assert r"- 26\. November: geschlossen, Thanksgiving" in lines
    assert r"- Ab 1) Januar 2027: Montag–Freitag: 09:00 – 17:00 Uhr; Samstag, Sonntag geschlossen, New hours" in lines
    single = OFFICE.replace(special_hours=[SpecialHours("2027-01-04", reason="x")], seasonal_hours=[])
    assert r"- 4\) Januar 2027: geschlossen, x" in single.to_markdown(NOW, style=style)


def test_the_words_of_a_style_of_ones_own_are_text_too():
    style = Style(closed="<closed>", days=("Mo|", "Tu", "We", "Th", "Fr", "Sa", "Su*"), today="*today*", now="&now")
    html, markdown = OFFICE.to_html(NOW, style=style), OFFICE.to_markdown(NOW, style=style)
    assert "&lt;closed&gt;" in html
    assert "(&amp;now)" in html
    assert r"| **Mo\| (\*today\*)** |" in markdown
    assert r"| Su\* | \<closed\> |" in markdown


@pytest.mark.parametrize("level", [1, 5])
def test_headings_begin_at_a_level(level: int):
    assert f"<h{level}><bdi>" in OFFICE.to_html(NOW, heading=level, whole=True)
    assert "</dl>" in OFFICE.to_html(NOW, heading=level)
    assert f"<h{level + 1}>Coming changes" in OFFICE.to_html(NOW, heading=level)
    assert OFFICE.to_markdown(NOW, heading=level).startswith("#" * level + " R")


def test_what_a_page_cannot_have():
    for level in (0, 6, -1):
        for ask in (OFFICE.to_html, OFFICE.to_markdown):
            with pytest.raises(InvalidHoursError, match=f"level from 1 to 5, not {level}"):
                ask(NOW, heading=level)
    with pytest.raises(WrongTypeError, match="a number, not str"):
        OFFICE.to_markdown(NOW, heading="2")  # type: ignore[arg-type]
    with pytest.raises(InvalidWindowError, match="-1 days"):
        OFFICE.to_text(NOW, days=-1)
    with pytest.raises(UnknownTimezoneError, match="Europe/Pari"):
        OFFICE.to_text(NOW, timezone="Europe/Pari")
    with pytest.raises(InvalidHoursError, match="no words for 'closed_until' in the locale 'sv_SE'"):
        OFFICE.to_html(NOW.replace(hour=20), locale="sv_SE")


def test_now_where_no_instant_is_given():
    assert OFFICE.to_text(days=0, days_of_changes=0) in {
        OFFICE.to_text(datetime.now(ZONE) + timedelta(seconds=seconds), days=0, days_of_changes=0)
        for seconds in (0, -60)
    }


def test_a_name_that_runs_against_the_page_is_held_apart_in_text():
    office = OFFICE.replace(name="מרפאה")
    assert office.to_text(NOW).startswith("\u2068מרפאה\u2069\n")
    assert office.to_markdown(NOW).startswith("## \u2068מרפאה\u2069\n")
    assert OFFICE.to_text(NOW, locale="ar").startswith(f"\u2068{OFFICE.name}\u2069\n")
    assert "<h2><bdi>מרפאה</bdi></h2>" in office.to_html(NOW)


def test_breaks_stand_in_the_days_ahead():
    office = OFFICE.replace(breaks=[Break("2026-11-23", "11:00-11:30", reason="Fire drill")])
    assert "8am-11am (now), 11:30am-noon, 1pm-5pm, Fire drill" in office.to_text(NOW, style="sign")


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_for_the_validator_have_no_error_of_syntax(page: str):
    tree = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(PAGES[page])
    assert tree.find(".//title").text
    assert len(list(tree.iter("section"))) == (3 if page == "pieces" else 1)
    assert tree.find(".//script") is None


def test_the_pages_for_the_validator_are_written_to_a_folder(tmp_path: Path):
    subprocess.run([sys.executable, "-X", "utf8", html_pages.__file__, str(tmp_path / "pages")], check=True)
    assert {path.stem: path.read_text("utf-8") for path in (tmp_path / "pages").iterdir()} == PAGES
