"""The catalogue of rules, found by walking ``validators/rules/<group>/<CODE>_<slug>.py``."""

import importlib
import inspect
import pkgutil
from functools import cache
from types import ModuleType

import validators.rules
from validators.rule import Rule


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every rule module, in the order of the codes. Raises TypeError when one has no ``RULE``."""
    found = []
    for group in pkgutil.iter_modules(validators.rules.__path__, "validators.rules."):
        package = importlib.import_module(group.name)
        for entry in pkgutil.iter_modules(package.__path__, f"{group.name}."):
            if "_" not in entry.name.rpartition(".")[2].strip("_"):
                continue
            module = importlib.import_module(entry.name)
            if not isinstance(getattr(module, "RULE", None), Rule):
                raise TypeError(f"{entry.name} has no RULE")
            found.append(module)
    return tuple(sorted(found, key=lambda module: str(module.RULE.code)))


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the codes. Raises ValueError when two share a code."""
    every = tuple(module.RULE for module in modules())
    codes = [rule.code for rule in every]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"codes used twice: {', '.join(twice)}")
    return every


@cache
def by_code() -> dict[str, Rule]:
    """Every rule by its code."""
    return {rule.code: rule for rule in rules()}


def page(code: str) -> str:
    """The public page of a rule: the docstring of its module. Raises KeyError for an unknown code."""
    for module in modules():
        if module.RULE.code == code:
            return inspect.getdoc(module) or ""
    raise KeyError(code)
