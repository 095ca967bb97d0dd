"""Dates in words, as a language writes them (CLDR, through babel)."""

import datetime


def long_date(date: datetime.date, language: str) -> str:
    """Such as "21 November 2026"."""
    return _written(date, "long", language)


def weekday_date(date: datetime.date, language: str) -> str:
    """Such as "Saturday, 21 November 2026"."""
    return _written(date, "full", language)


def _written(date: datetime.date, form: str, language: str) -> str:
    """A language that babel does not know falls back on ISO 8601."""
    from babel.core import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(date, form, Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return date.isoformat()
