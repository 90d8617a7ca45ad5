"""The result of a run, before it is rendered: checked documents and the inputs that failed."""

from pydantic import Field

from schemas.base import Frozen
from schemas.document import Document
from schemas.errors import InputError
from schemas.finding import Finding, Message
from schemas.kelengkapan import ButirKelengkapan
from schemas.relation import Judgement
from schemas.suppression import Suppression

SCHEMA = "cermat/1"


class RuleFailure(Frozen):
    """A rule that crashed on a document; never a finding and never silence."""

    rule: str
    error: str
    place: str = ""


class RuleNote(Frozen):
    """What a report says about a rule that found something: its title and the regulation it rests on."""

    code: str
    title: Message
    legal_basis: str = ""


class Checked(Frozen):
    """A document with what was found in it; ``document.coverage.confirmed`` is already filled in.

    ``rules`` are those that have a finding here. ``judgements`` are all relations as judged on the printed numbers:
    working papers recompute with the same reading and the same rows. They are not stored. ``kelengkapan`` answers the
    checklist of completeness as far as the document can. ``accepted_by`` are the entries that accepted a finding.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    rule_failures: tuple[RuleFailure, ...] = ()
    rules: tuple[RuleNote, ...] = ()
    kelengkapan: tuple[ButirKelengkapan, ...] = ()
    accepted_by: tuple[Suppression, ...] = ()
    judgements: tuple[Judgement, ...] = Field(default=(), exclude=True, repr=False)


class Result(Frozen):
    """All that one run of ``cermat check`` produced."""

    version: str
    documents: tuple[Checked, ...] = ()
    errors: tuple[InputError, ...] = ()
