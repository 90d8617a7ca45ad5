"""Every rule against its cases in tests/rules/<CODE>.yaml, and the walk over the registry."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas.document import Document
from schemas.finding import Finding
from tests.cases import build
from validators.check import check_document
from validators.registry import by_code, modules, page
from validators.rule import Rule

CASES = Path(__file__).parent / "rules"
SECTIONS = ("Apa yang diperiksa / What it does", "Why it matters", "How a reviewer verifies it", "Known false alarms")
RULES = tuple(module.RULE for module in modules())


class Plain(yaml.SafeLoader):
    """YAML in which only true and false are booleans: "no" is the role of a column."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in pairs if tag != "tag:yaml.org,2002:bool"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))


def load(code: str) -> dict[str, Any]:
    path = CASES / f"{code}.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), Plain) if path.is_file() else {}


def every(verdict: str) -> list[Any]:
    return [
        pytest.param(rule.code, case, id=f"{rule.code}-{case['name']}")
        for rule in RULES
        for case in load(rule.code).get(verdict, [])
    ]


def found(code: str, case: dict[str, Any]) -> tuple[Document, list[Finding]]:
    """The findings of the rule (and of the rules that the case names in ``with``) on the case's document."""
    document = build(case["document"])
    chosen = [by_code()[c] for c in (code, *case.get("with", []))]
    checked = check_document(document, hints=True, catalogue=chosen)
    assert not checked.rule_failures, checked.rule_failures
    return document, list(checked.findings)


def place(finding: Finding) -> str:
    """ "t1.r2 persen" of the first evidence; its page or line when it stands in no table."""
    first = finding.evidence[0]
    if first.table is None:
        return f"p{first.page}" if first.line is None else f"l{first.line}"
    return f"{first.table}.r{first.row} {first.column or ''}".strip()


def told(finding: Finding) -> dict[str, Any]:
    by_default = {"rule": finding.rule, "at": place(finding), "printed": finding.printed}
    return by_default | {
        "expected": finding.expected,
        "severity": str(finding.severity),
        "category": str(finding.category),
        "suggestion": finding.suggestion,
        "consequences": len(finding.consequences),
        "mengubah_kesimpulan": finding.mengubah_kesimpulan,
        "message": finding.message.id,
        "evidence": [e.raw for e in finding.evidence],
    }


@pytest.mark.parametrize(("code", "case"), every("pass"))
def test_passes(code: str, case: dict[str, Any]) -> None:
    _, findings = found(code, case)
    assert [told(f) for f in findings if f.rule == code] == []


@pytest.mark.parametrize(("code", "case"), every("fail"))
def test_fails(code: str, case: dict[str, Any]) -> None:
    """Roots must be exactly those listed; of each, the keys that the case gives must match.

    ``suggestion`` and ``message`` need only be contained.
    """
    _, findings = found(code, case)
    roots = [told(f) for f in findings if f.cause is None]
    wanted = case["findings"]
    assert len(roots) == len(wanted), roots
    for want in wanted:
        want = {"rule": code, **want}
        assert any(all(_meets(key, value, got[key]) for key, value in want.items()) for got in roots), (want, roots)


def _meets(key: str, wanted: Any, got: Any) -> bool:
    return wanted in (got or "") if key in ("suggestion", "message") else wanted == got


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented_and_has_cases(rule: Rule) -> None:
    text = page(rule.code)
    for section in SECTIONS:
        assert f"\n{section}\n" in text, f"{rule.code}: no section {section!r}"
    cases = load(rule.code)
    assert cases.get("pass"), f"{rule.code}: no case that passes"
    assert cases.get("fail"), f"{rule.code}: no case that fails"


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.RULE.code))
def test_rule_stands_where_its_code_says(module: Any) -> None:
    path = Path(module.__file__)
    assert path.stem.startswith(f"{module.RULE.code}_")
    assert path.parent.name == module.RULE.group


def test_no_cases_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} <= {rule.code for rule in RULES}


def test_messages_are_short_and_name_the_place() -> None:
    for rule in RULES:
        for case in load(rule.code).get("fail", []):
            for finding in found(rule.code, case)[1]:
                for text in (finding.message.id, finding.message.en):
                    assert 0 < len(text) <= 200
                    assert "{" not in text
