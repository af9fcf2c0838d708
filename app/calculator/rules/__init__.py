"""The law as small functions on whole cents: one module per regeling, no number of law among them.

Every module has a struct `P` with its numbers on one day, made once by `P.on(parameters)` and used for every
household and every hour of that day.
"""
