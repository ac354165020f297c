"""What a location and a service have in common."""

from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from clinic_hours.errors import UnknownTimezoneError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.special import seasonal_by_precedence, special_by_precedence
from clinic_hours.location.given import (
    Line,
    Pause,
    Seasonal,
    Special,
    WebAddress,
    Week,
    Zone,
    id_of,
    one_line,
    zone_named,
    zone_of,
)
from clinic_hours.timeline.instant import instant_of
from clinic_hours.timeline.questions import Questions
from clinic_hours.timeline.rules import Rules
from clinic_hours.timeline.timeline import Timeline

if TYPE_CHECKING:
    from typing import Unpack

    from clinic_hours.text import Reading, Style
    from clinic_hours.text.page import Page, PageOptions


class Door(Questions, BaseModel):
    """What a location and a service have in common: a name, a zone, hours, and every question about them."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True)
    __slots__ = ("_timeline",)

    id: Line = ""
    name: Annotated[str, Field(min_length=1), AfterValidator(one_line)]
    timezone: Zone | None = None
    phone: Line = ""
    url: WebAddress | None = None
    regular_hours: Week
    special_hours: tuple[Special, ...] = ()
    seasonal_hours: tuple[Seasonal, ...] = ()
    breaks: tuple[Pause, ...] = ()

    @classmethod
    def from_reading(cls, reading: "Reading", **fields: Any) -> Self:
        """A location with all that a text says: regular, special and seasonal hours, and breaks.

        >>> from clinic_hours import Location, read_hours
        >>> Location.from_reading(read_hours("Mon 8am-4pm"), name="Office", timezone="UTC").hours_on(date(2026, 11, 23))
        DayHours.parse('08:00-16:00')
        """
        return cls(
            regular_hours=reading.regular_hours,
            special_hours=reading.special_hours,
            seasonal_hours=reading.seasonal_hours,
            breaks=reading.breaks,
            **fields,
        )

    @property
    def key(self) -> str:
        """The id, made from the name where none is given.

        >>> from clinic_hours import Location
        >>> Location(name="Satellite office", timezone="UTC", regular_hours="off").key
        'satellite-office'
        """
        return self.id or id_of(self.name)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone; `UnknownTimezoneError` where none is given."""
        if self.timezone is None:
            raise UnknownTimezoneError(
                f"{self.name!r} has no time zone; give timezone='America/New_York', or ask through its clinic"
            )
        return zone_named(self.timezone)

    def _compile(self) -> Timeline:
        rules = Rules(
            self.regular_hours,
            special_by_precedence([self.special_hours]) if self.special_hours else (),
            seasonal_by_precedence([self.seasonal_hours]) if self.seasonal_hours else (),
            self.breaks,
        )
        made = Timeline(self.zone, rules)
        # A slot is left out of equality, copies and pickles, so that no copy answers with the old hours.
        object.__setattr__(self, "_timeline", made)
        return made

    def replace(self, **changes: Any) -> Self:
        """A checked copy with other values for some fields.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.replace(regular_hours="24/7").is_open(datetime(2026, 11, 22, tzinfo=office.zone))
        True
        """
        return type(self)(**{name: getattr(self, name) for name in self.model_fields_set} | changes)

    def with_special(self, dates: Dates | date | str, hours: DayHours | str = CLOSED, reason: str = "") -> Self:
        """A copy with special hours on top; a closure where no hours are given.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.with_special("2026-11-24", reason="Snow").hours_on(date(2026, 11, 24))
        DayHours.parse('off')
        """
        rule = {"dates": dates, "hours": hours, "reason": reason}
        return self.replace(special_hours=(*self.special_hours, rule))

    def describe(
        self,
        at: datetime | None = None,
        *,
        style: "str | Style" = "sign",
        locale: str | None = None,
        closing_soon: timedelta | None = None,
        opening_soon: timedelta | None = None,
        timezone: str | tzinfo | None = None,
    ) -> str:
        """The status in words: "Open until 5pm", "Closed, opens Mon 8am".

        With `closing_soon` and `opening_soon` what is as near as that is told to be so. With `timezone`, the caller's, a time is
        told in that zone as well where it differs. Errors as for `format_hours`.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.describe(datetime(2026, 11, 23, 12, tzinfo=office.zone))
        'Open until 4pm'
        >>> office.describe(datetime(2026, 11, 23, 7, 40, tzinfo=office.zone), opening_soon=timedelta(minutes=30))
        'Closed, opens in 20 minutes'
        """
        from clinic_hours.text.describing import describe

        at = instant_of(at).astimezone(self.zone)
        soon = {"closing_soon": closing_soon, "opening_soon": opening_soon}
        return describe(self.status(at), at, style, locale, **soon, timezone=zone_of(timezone))

    def to_html(
        self,
        at: datetime | None = None,
        *,
        heading: int | None = None,
        whole: bool = False,
        **how: "Unpack[PageOptions]",
    ) -> str:
        r"""The hours as a piece of HTML: the status, the regular week, the days ahead and the coming changes.

        `heading` is the level of its first heading, 2 where it is left out; with `whole` it is a document of its own, fit to
        print. The rest is for `to_markdown` and `to_text` as well: `style`, `locale`, and what `describe` takes; `days` is how
        many days ahead are shown, `days_of_changes` within how many days changes are. Errors as for `format_hours`;
        `InvalidWindowError` for days that cannot be looked ahead.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> print(office.to_html(datetime(2026, 11, 23, 12, tzinfo=office.zone)).split("\n")[0])
        <section class="clinic-hours" lang="en" dir="ltr" aria-label="Office">
        """
        from clinic_hours.text.html import to_html

        return to_html(self._page(at, how), heading=heading, whole=whole)

    def to_markdown(self, at: datetime | None = None, *, heading: int = 2, **how: "Unpack[PageOptions]") -> str:
        r"""The same as Markdown, with headings from a level on.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> print(office.to_markdown(datetime(2026, 11, 23, 12, tzinfo=office.zone)).split("\n")[0])
        ## Office
        """
        from clinic_hours.text.markdown import to_markdown

        return to_markdown(self._page(at, how), heading=heading)

    def to_text(self, at: datetime | None = None, **how: "Unpack[PageOptions]") -> str:
        """The same as plain text.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> print(office.to_text(datetime(2026, 11, 23, 12, tzinfo=office.zone), style="compact", days=0))
        Office
        Open until 4 PM
        <BLANKLINE>
        Opening hours
          Mon–Fri 8 AM–4 PM; Sat, Sun closed
        <BLANKLINE>
        """
        from clinic_hours.text.plain_text import to_text

        return to_text(self._page(at, how))

    def _page(self, at: datetime | None, how: "PageOptions") -> "Page":
        from clinic_hours.text.page import page_of

        options: dict[str, Any] = {**how, "timezone": zone_of(how.get("timezone"))}
        return page_of(self.name, self, instant_of(at), **options)

    def __repr_args__(self) -> Any:
        return [(name, getattr(self, name)) for name in type(self).model_fields if name in self.model_fields_set]
