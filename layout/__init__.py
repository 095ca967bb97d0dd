"""A newspaper compiler: an issue manifest goes in, a print-ready newspaper comes out."""
