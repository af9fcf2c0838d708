"""The room of what can be asked: questions, answers, derived facts, and the answers of this visit.

It may use `web`, `condition`, `parameters`, `money` and `period`; it knows no route and no form of support.
"""
