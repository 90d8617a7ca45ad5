"""From the result of a run to the output contract ``cermat/1``."""

from typing import Any

from schemas.contract import (
    AnggaranOut,
    CoverageOut,
    DocumentOut,
    ErrorOut,
    EvidenceOut,
    FindingOut,
    IdentityOut,
    IkuOut,
    IndikatorOut,
    KelengkapanOut,
    KlaimOut,
    NumberOut,
    ResultOut,
    RuleFailureOut,
    SourceOut,
    TableOut,
    UnreadOut,
)
from schemas.document import Coverage, Document
from schemas.finding import Finding
from schemas.kelengkapan import ButirKelengkapan
from schemas.number import Printed
from schemas.result import Checked, Result
from schemas.table import Table


def to_contract(result: Result) -> ResultOut:
    """The whole result in the form that is printed as JSON."""
    return ResultOut(
        version=result.version,
        documents=tuple(document_out(checked) for checked in result.documents),
        errors=tuple(ErrorOut(path=e.path, code=e.code, message=e.message) for e in result.errors),
    )


def to_json(result: Result) -> str:
    """The JSON text of the result, UTF-8 characters unescaped, indented by one space."""
    return to_contract(result).model_dump_json(by_alias=True, indent=1)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the contract."""
    return ResultOut.model_json_schema(by_alias=True, mode="serialization")


def document_out(checked: Checked) -> DocumentOut:
    """One checked document in the form that is printed."""
    document = checked.document
    source, identity = document.source, document.identity
    return DocumentOut(
        source=SourceOut(**source.model_dump()),
        identity=IdentityOut(**identity.model_dump()),
        tables=tuple(_table(table) for table in document.tables),
        **_records(document),
        coverage=_coverage(document.coverage),
        findings=tuple(_finding(finding) for finding in checked.findings),
        kelengkapan=tuple(_kelengkapan(item) for item in checked.kelengkapan),
        rule_failures=tuple(RuleFailureOut(**f.model_dump()) for f in checked.rule_failures),
    )


def _records(document: Document) -> dict[str, Any]:
    """The four lists of records by their name in the contract."""
    return {
        "indikator": tuple(
            IndikatorOut(
                id=r.id,
                table=r.table,
                page=r.page,
                line=r.line,
                sasaran=r.sasaran,
                indikator=r.indikator,
                satuan=r.satuan,
                tahun=r.tahun,
                target=_number(r.target),
                realisasi=_number(r.realisasi),
                capaian=_number(r.capaian),
                predikat=r.predikat,
            )
            for r in document.indikator
        ),
        "anggaran": tuple(
            AnggaranOut(
                id=r.id,
                table=r.table,
                page=r.page,
                line=r.line,
                tingkat=r.tingkat,
                kode=r.kode,
                uraian=r.uraian,
                induk=r.induk,
                anggaran=_number(r.anggaran),
                anggaran_sebelum=_number(r.anggaran_sebelum),
                realisasi=_number(r.realisasi),
                persen=_number(r.persen),
            )
            for r in document.anggaran
        ),
        "iku": tuple(
            IkuOut(
                id=r.id,
                table=r.table,
                page=r.page,
                line=r.line,
                sasaran=r.sasaran,
                indikator=r.indikator,
                formulasi=r.formulasi,
                penanggung_jawab=r.penanggung_jawab,
                sumber_data=r.sumber_data,
            )
            for r in document.iku
        ),
        "klaim": tuple(
            KlaimOut(page=k.place.page, line=k.place.line, text=k.text, kind=k.kind, value=_number(k.value))
            for k in document.klaim
        ),
    }


def _number(printed: Printed | None) -> NumberOut | None:
    if printed is None:
        return None
    value = None if printed.value is None or not printed.legible else f"{printed.value:f}"
    return NumberOut(raw=printed.raw, value=value, unit=printed.unit, bbox=printed.place.bbox)


def _table(table: Table) -> TableOut:
    return TableOut(
        id=table.id,
        kind=table.kind,
        caption=table.caption,
        pages=table.pages,
        lines=table.lines,
        rows=len(table.rows),
        columns=len(table.columns),
        engine=table.engine,
        score=table.score,
    )


def _coverage(coverage: Coverage) -> CoverageOut:
    return CoverageOut(
        numbers_on_table_pages=coverage.numbers_on_table_pages,
        in_records=coverage.in_records,
        confirmed=coverage.confirmed,
        unread=tuple(UnreadOut(**u.model_dump()) for u in coverage.unread),
    )


def _finding(finding: Finding) -> FindingOut:
    return FindingOut(
        id=finding.id,
        rule=finding.rule,
        category=finding.category,
        severity=finding.severity.value,
        mengubah_kesimpulan=finding.mengubah_kesimpulan,
        message=finding.message,
        printed=finding.printed,
        expected=finding.expected,
        computation=finding.computation,
        suggestion=finding.suggestion,
        consequences=finding.consequences,
        cause=finding.cause,
        confidence=float(finding.confidence),
        accepted=finding.accepted,
        evidence=tuple(EvidenceOut(**e.model_dump()) for e in finding.evidence),
    )


def _kelengkapan(item: ButirKelengkapan) -> KelengkapanOut:
    return KelengkapanOut(
        item=item.item,
        aspek=item.aspek,
        pertanyaan=item.pertanyaan,
        jawaban=item.jawaban.value,
        alasan=item.alasan,
        bukti=tuple(EvidenceOut(**e.model_dump()) for e in item.bukti),
    )
