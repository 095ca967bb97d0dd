"""Any PDF, opened for preflight: its objects, its pages and, mark by mark, what is on them.

`opened` opens a file that may be hostile, `tokens` cuts a content stream into operators, `sheets` carries them out, with what
`colours` and `fonts` know; `claim` is the file held against a press. Knows no rule.
"""
