"use strict";
// Filters, jumps between findings and pages, and the keyboard. Without it the page still shows everything.
(() => {
  const form = document.querySelector("form.filters");
  const cards = [...document.querySelectorAll(".cards > .finding")];
  let current = null;

  const text = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const filter = () => {
    const kinds = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const rule = form.elements.rule.value;
    const words = form.elements.text.value.toLowerCase().trim();
    for (const card of cards) {
      const within = [card, ...card.querySelectorAll(".finding")];
      const fits = kinds.has(card.dataset.severity)
        && (!rule || within.some((part) => part.dataset.rule === rule))
        && (!words || text.get(card).includes(words));
      card.hidden = !fits;
    }
    const shown = cards.filter((card) => !card.hidden).length;
    form.elements.shown.value = `${shown} ${form.elements.shown.dataset.of} ${cards.length}`;
  };

  const light = (element) => {
    for (const old of document.querySelectorAll(".on")) old.classList.remove("on");
    element.classList.add("on");
  };
  const show = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
      if (at.hidden) at.hidden = false;
    }
    element.hidden = false;
    light(element);
    element.scrollIntoView({ block: "center", inline: "nearest" });
    element.focus({ preventScroll: true });
  };
  const select = (card) => {
    current = card;
    light(card);
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  };
  const follow = (link) => {
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    if (link.classList.contains("jump")) current = link.closest(".cards > .finding");
    if (target.classList.contains("finding")) current = target.closest(".cards > .finding");
    show(target);
    history.replaceState(null, "", link.getAttribute("href"));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.jump, a.back");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    follow(link);
  });
  if (form) {
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input[type=search], select, textarea");
    if (event.key === "Escape") {
      if (typing) event.target.blur();
      else if (current) select(current);
      return;
    }
    if (typing) return;
    const shown = cards.filter((card) => !card.hidden);
    if (event.key === "/" && form) {
      event.preventDefault();
      form.elements.text.focus();
    } else if ((event.key === "j" || event.key === "k") && shown.length) {
      event.preventDefault();
      const step = event.key === "j" ? 1 : -1;
      const at = shown.indexOf(current);
      select(shown[at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)]);
    } else if (event.key === "Enter" && event.target.classList.contains("finding")) {
      const link = event.target.querySelector("a.jump");
      if (link) follow(link);
    }
  });
  const opened = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (opened && opened.matches(".finding, .mark, .back")) show(opened);
})();
