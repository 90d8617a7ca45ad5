"use strict";
// Sorts the table of documents by the column whose heading is pressed; pressed again, the other way round.
(() => {
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = head.querySelector("button");
      button.addEventListener("click", () => {
        const numeric = button.dataset.kind === "number";
        const before = head.getAttribute("aria-sort");
        const down = before === "none" ? numeric : before === "ascending";
        const value = (row) => {
          const cell = row.cells[column];
          return numeric ? Number(cell.dataset.value ?? cell.textContent) : cell.textContent.trim();
        };
        const order = (a, b) => (numeric ? value(a) - value(b) : value(a).localeCompare(value(b), "id"));
        const rows = [...body.rows].sort((a, b) => (down ? -order(a, b) : order(a, b)));
        for (const other of heads) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...rows);
      });
    });
  }
})();
