"""Content kinds, one a file: a dataclass that says what the editor wrote, and a `set_` function that sets it."""

from layout.elements.box import Box
from layout.elements.document import Document
from layout.elements.grid import Grid
from layout.elements.item_list import ItemList
from layout.elements.letter import Letter
from layout.elements.ornament import Ornament
from layout.elements.paragraph import Paragraph
from layout.elements.picture import Picture
from layout.elements.pull_quote import PullQuote
from layout.elements.quotation import Quotation
from layout.elements.signature import Signature
from layout.elements.slogan import Slogan
from layout.elements.subhead import Subhead
from layout.elements.table import Table

CONTENT = (
    Paragraph,
    Subhead,
    Quotation,
    ItemList,
    Table,
    Slogan,
    PullQuote,
    Picture,
    Grid,
    Box,
    Letter,
    Document,
    Signature,
    Ornament,
)
