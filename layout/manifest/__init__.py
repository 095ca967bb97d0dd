"""The editor's language: `issue.yaml`, stories and style sheets become an `Issue`, or findings about them.

The only place where input is refused, and the only one that uses pydantic. Start at `issue.read_issue`.
"""
