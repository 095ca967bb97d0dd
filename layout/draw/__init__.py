"""Pages to PDF. The only user of ReportLab; decides nothing, so that the display list alone says what the paper is.

`pdf` writes the file, `paint` a page's content stream, `text` its words, `fonts` the embedded subsets, `pictures` and
`vector` the pictures. Header, metadata and output intent of PDF/X are the press's.
"""
