"""What a printer takes: how a PDF says what it is, and the products that are made of it. Knows no make-up."""
