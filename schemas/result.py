"""The result of a run, before it is rendered: checked documents and the inputs that failed."""

from schemas.base import Frozen
from schemas.document import Document
from schemas.errors import InputError
from schemas.finding import Finding

SCHEMA = "cermat/1"


class RuleFailure(Frozen):
    """A rule that crashed on a document; never a finding and never silence."""

    rule: str
    error: str
    place: str = ""


class Checked(Frozen):
    """A document with what was found in it; ``document.coverage.confirmed`` is already filled in."""

    document: Document
    findings: tuple[Finding, ...] = ()
    rule_failures: tuple[RuleFailure, ...] = ()


class Result(Frozen):
    """All that one run of ``cermat check`` produced."""

    version: str
    documents: tuple[Checked, ...] = ()
    errors: tuple[InputError, ...] = ()
