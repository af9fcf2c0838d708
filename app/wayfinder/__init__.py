"""The room of the way: a life event, a few questions, and the help that fits with its reasons and dates.

It may use `catalogue` and `facts`; neighbours (a calculator, a plan) meet it through URLs only.
"""
