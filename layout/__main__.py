"""`python -m layout` is `layout`."""

from layout.cli import main

if __name__ == "__main__":
    main()
