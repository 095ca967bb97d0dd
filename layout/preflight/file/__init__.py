"""Any PDF, opened for preflight: its objects, its pages and, mark by mark, what is on them.

`opened` opens a file that may be hostile, `tokens` cuts a content stream into operators, `colours`, `type` and `ink` read
what the operators say. Knows no rule.
"""
