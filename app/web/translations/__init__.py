"""Tools for translators: gather the Dutch texts, keep translations beside them, compile and count.

Used from the command line and at start; pages only read what is compiled here (`app.web.catalogues`).
"""
