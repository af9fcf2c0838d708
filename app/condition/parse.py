"""Reading a condition from the plain data of a content file."""

from typing import cast

from app.condition.model import All, Any, Comparison, Condition, Not, Operand, Operator, ParameterRef

Path = tuple[str | int, ...]

JOINS = ("all", "any", "not")
SENTENCES = ("because", "because_not")
SEVERAL = (Operator.IS, Operator.INCLUDES)
DEEPEST = 8


class ConditionError(Exception):
    """A condition is not written as a condition: where, and in plain words what to do."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__(words)
        self.path = path
        self.words = words


def parse(data: object) -> Condition:
    """Return the condition that the data of a content file describes."""
    return _condition(data, ())


def _condition(data: object, path: Path) -> Condition:
    if len(path) > 2 * DEEPEST:
        raise ConditionError(path, "deze voorwaarde is te diep genest. Maak haar eenvoudiger.")
    if not isinstance(data, dict):
        words = "hier hoort een voorwaarde: ‘all’, ‘any’, ‘not’ of een vergelijking op een ‘fact’."
        raise ConditionError(path, words)
    node = cast("dict[str, object]", data)
    if "fact" in node:
        return _comparison(node, path)
    if len(node) != 1 or next(iter(node)) not in JOINS:
        words = f"kies hier één van ‘all’, ‘any’, ‘not’ of ‘fact’. Er staat: {_named(node)}."
        raise ConditionError(path, words)
    join, inside = next(iter(node.items()))
    if join == "not":
        return Not(_condition(inside, (*path, join)))
    if not isinstance(inside, list) or not inside:
        raise ConditionError((*path, join), f"onder ‘{join}’ hoort een lijst met minstens één voorwaarde.")
    parts = tuple(_condition(part, (*path, join, place)) for place, part in enumerate(inside))
    return All(parts) if join == "all" else Any(parts)


def _comparison(node: dict[str, object], path: Path) -> Comparison:
    fact = node["fact"]
    if not isinstance(fact, str) or not fact:
        raise ConditionError((*path, "fact"), "na ‘fact’ hoort de naam van een vraag, zoals ‘einde_werk’.")
    operators = [key for key in node if key in set(Operator)]
    strange = [key for key in node if key not in {"fact", *SENTENCES, *operators}]
    if strange:
        raise ConditionError((*path, strange[0]), f"‘{strange[0]}’ kan niet in een vergelijking staan.")
    if len(operators) != 1:
        allowed = ", ".join(f"‘{operator}’" for operator in Operator)
        raise ConditionError(path, f"een vergelijking op ‘{fact}’ heeft precies één van {allowed}.")
    operator = Operator(operators[0])
    operands = _operands(operator, node[operator], (*path, str(operator)))
    because, because_not = (_sentence(node, key, path) for key in SENTENCES)
    named = [operand.parameter for operand in operands if isinstance(operand, ParameterRef)]
    return Comparison(fact, operator, operands, because, because_not, named[0] if named else None)


def _operands(operator: Operator, data: object, path: Path) -> tuple[Operand, ...]:
    if not isinstance(data, list):
        return (_operand(operator, data, path),)
    if operator not in SEVERAL:
        raise ConditionError(path, f"na ‘{operator}’ hoort één waarde, geen lijst.")
    if not data:
        raise ConditionError(path, f"de lijst na ‘{operator}’ is leeg.")
    operands = tuple(_operand(operator, each, (*path, place)) for place, each in enumerate(data))
    if len(set(operands)) != len(operands):
        raise ConditionError(path, f"in de lijst na ‘{operator}’ staat iets twee keer.")
    return operands


def _operand(operator: Operator, data: object, path: Path) -> Operand:
    if isinstance(data, dict):
        if set(data) != {"parameter"} or not isinstance(data["parameter"], str):
            raise ConditionError(path, "schrijf een getal van de wet als {parameter: naam}.")
        return ParameterRef(data["parameter"])
    if operator not in SEVERAL or not isinstance(data, bool | str):
        words = f"schrijf na ‘{operator}’ een getal of datum van de wet als {{parameter: naam}}."
        raise ConditionError(path, words)
    return data


def _sentence(node: dict[str, object], key: str, path: Path) -> str | None:
    sentence = node.get(key)
    if sentence is not None and not isinstance(sentence, str):
        raise ConditionError((*path, key), f"na ‘{key}’ hoort een zin.")
    return sentence


def _named(node: dict[str, object]) -> str:
    return ", ".join(f"‘{key}’" for key in node) or "niets"
