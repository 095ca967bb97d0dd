"""Dates in words, as the story's language writes them (CLDR, through babel)."""

import datetime


def long_date(date: datetime.date, language: str) -> str:
    """Such as "21 November 2026"; an unknown language falls back on ISO 8601."""
    from babel.core import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(date, "long", Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return date.isoformat()


def weekday_date(date: datetime.date, language: str) -> str:
    """Such as "Saturday, 21 November 2026"."""
    from babel.core import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(date, "full", Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return date.isoformat()
