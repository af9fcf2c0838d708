"""Content files: strict YAML and TOML, with the line of every value and errors in words for editors.

Knows no room; whoever reads content starts here.
"""

from app.content_file.document import ContentError, Document, Key
from app.content_file.strict_toml import read_toml
from app.content_file.strict_yaml import read_yaml

__all__ = ["ContentError", "Document", "Key", "read_toml", "read_yaml"]
