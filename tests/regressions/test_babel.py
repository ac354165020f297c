"""Babel gives a locale the names of another one that was asked for before it; what is written does not depend on that."""

import subprocess
import sys

from babel import Locale, localedata

from clinic_hours.text import cldr
from clinic_hours.text.locales import LANGUAGES

ASK = """
from babel import Locale
Locale.parse("fy").days["stand-alone"]["abbreviated"][0]
from clinic_hours.text.cldr import conventions
print(*(conventions(name).short["days"][0] for name in ("fy", "sv_SE")))
"""


def test_the_days_of_a_locale_are_its_own_whoever_was_asked_before():
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", ASK], capture_output=True, encoding="utf-8")
    assert done.stdout == "mo mån\n", done.stderr


def test_nothing_depends_on_the_order_in_which_locales_are_asked():
    names = ["fy", "sv", *localedata.locale_identifiers()[::5]]
    said = {name: cldr.conventions(name)[:4] for name in names}
    minutes = {name: [cldr.in_minutes(count, name) for count in (1, 2, 5, 90)] for name in LANGUAGES}
    cldr._loader.cache_clear()
    for name in reversed(names):
        for form in ("format", "stand-alone"):
            for width in ("abbreviated", "wide"):
                assert Locale.parse(name).days[form][width][0]
                assert Locale.parse(name).months[form][width][1]
    assert {name: cldr.conventions(name)[:4] for name in reversed(names)} == said
    assert {name: [cldr.in_minutes(count, name) for count in (1, 2, 5, 90)] for name in LANGUAGES} == minutes
