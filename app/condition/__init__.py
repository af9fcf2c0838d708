"""Three-valued conditions: data from content files, decided as far as the answers go.

Pure: a condition, what is known, and nothing else. May use `app.period`.
"""

from app.condition.domain import Domain, Kind, mistakes
from app.condition.mattering import open_facts
from app.condition.model import (
    All,
    Any,
    Comparison,
    Condition,
    Guarded,
    Known,
    Missing,
    Not,
    Operand,
    Operator,
    ParameterRef,
    Span,
    Truth,
    Value,
    comparisons_in,
    facts_in,
    guarded,
    mapped,
    parameters_in,
    resolved,
)
from app.condition.parse import ConditionError, parse
from app.condition.proof import always, contradictory, useless_facts
from app.condition.truth import Verdict, evaluate, explain

__all__ = [
    "All",
    "Any",
    "Comparison",
    "Condition",
    "ConditionError",
    "Domain",
    "Guarded",
    "Kind",
    "Known",
    "Missing",
    "Not",
    "Operand",
    "Operator",
    "ParameterRef",
    "Span",
    "Truth",
    "Value",
    "Verdict",
    "always",
    "comparisons_in",
    "contradictory",
    "evaluate",
    "explain",
    "facts_in",
    "guarded",
    "mapped",
    "mistakes",
    "open_facts",
    "parameters_in",
    "parse",
    "resolved",
    "useless_facts",
]
