"""Stub reader, to be replaced: pdfplumber tables become grids."""

import hashlib
import io
from pathlib import Path

import pdfplumber

from schemas.reading import Cell, Grid, Line, Reading, Source, TextLayer


def read_pdf(path: Path, data: bytes) -> Reading:
    """Lines and grids of a PDF."""
    lines, grids, order, count = [], [], 0, 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        for number, page in enumerate(pdf.pages, 1):
            found = page.find_tables()
            boxes = [t.bbox for t in found]

            def outside(obj, boxes=boxes):
                x, y = (obj["x0"] + obj["x1"]) / 2, (obj["top"] + obj["bottom"]) / 2
                return not any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)

            items = [(l["top"], l) for l in page.filter(outside).extract_text_lines()]
            items += [(t.bbox[1], t) for t in found]
            for _, item in sorted(items, key=lambda i: i[0]):
                order += 1
                if isinstance(item, dict):
                    lines.append(Line(text=item["text"], order=order, page=number,
                                      bbox=(item["x0"], item["top"], item["x1"], item["bottom"])))
                    continue
                xs = sorted({round(c[0], 1) for r in item.rows for c in r.cells if c})
                xs_all = sorted({round(x, 1) for r in item.rows for c in r.cells if c for x in (c[0], c[2])})
                cells, rows = [], item.rows
                texts = item.extract()
                for r, row in enumerate(rows):
                    for c, box in enumerate(row.cells):
                        if box:
                            text = texts[r][c] or ""
                            span = sum(1 for x in xs if box[0] - 1 <= x < box[2] - 1)
                            down = sum(1 for o in rows[r:] if o.bbox[1] < box[3] - 2)
                            cells.append(Cell(text=text, row=r, column=c, colspan=max(span, 1), rowspan=max(down, 1),
                                              page=number, bbox=tuple(box)))
                if cells:
                    grids.append(Grid(order=order, rows=len(rows), columns=max(c.column + c.colspan for c in cells),
                                      cells=tuple(cells), page=number, bbox=tuple(item.bbox), edges=tuple(xs_all),
                                      engine="pdfplumber"))
            page.close()
    source = Source(path=str(path), sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf",
                    pages=count, text_layer=TextLayer.DIGITAL)
    return Reading(source=source, lines=tuple(lines), grids=tuple(grids))
