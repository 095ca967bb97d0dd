"""A newspaper compiler: an issue manifest goes in, a print-ready newspaper comes out."""

__version__ = "0.1.0"
