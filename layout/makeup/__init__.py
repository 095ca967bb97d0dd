"""Make-up: an issue goes in, pages come out. Total: an ugly page is still a page, and what did not fit is counted."""
