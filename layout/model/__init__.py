"""The frozen types that pass between stages: plain values, no behaviour beyond what a value knows of itself.

`ink` and `style` say how things look, `text` what shaped text is, `issue` what the editor asked for,
`page` what goes to paper.
"""
