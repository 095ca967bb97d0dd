"""Text to lines: faces, shaping, hyphenation, line breaking, justification. Knows no columns and no pages."""
