"""The first page, search over what exists, and the pages every public service must have.

Uses catalogue and wayfinder for what can be found, and the house for how it looks.
"""
