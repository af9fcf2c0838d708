"""The room of the calculator: what a household keeps when someone works more, less, or no longer.

It may use `facts`, `web`, `parameters`, `money` and `period`; the way and the plan meet it through URLs only.
"""
