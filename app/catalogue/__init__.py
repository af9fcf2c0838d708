"""The room of what exists: support, organisations, life events and groups, with their plain pages.

It may use `facts` and everything below; it does not know who the reader is. `wayfinder` adds “past bij u”.
"""
