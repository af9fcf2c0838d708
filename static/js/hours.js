/* The slider over more or fewer hours: it reads the rows of the table in the page and asks nobody anything. */
(() => {
  "use strict";
  const start = () => {
    const box = document.querySelector("[data-slider]");
    if (!box) return;
    const range = box.querySelector("[type=range]");
    const outcome = box.querySelector("[data-words]");
    const points = box.dataset.points.split(" ").map((point) => point.split(","));
    const rows = [...document.querySelectorAll("[data-hours]")];
    const ring = document.querySelector("[data-you]");
    const line = document.querySelector("[data-you-line]");

    const show = () => {
      const hours = Number(range.value);
      const [x, y] = points[hours];
      const row = rows.find((each) => Number(each.dataset.hours) === hours);
      /* The amount stays isolated between words of another direction. */
      const [before, between, after] = outcome.dataset.words.split(/\{hours\}|\{amount\}/);
      const number = document.createElement("bdi");
      number.textContent = String(hours);
      outcome.replaceChildren(before, number, between, row.querySelector("[data-total]").firstElementChild.cloneNode(true), after);
      range.setAttribute("aria-valuetext", outcome.textContent);
      ring.setAttribute("cx", x);
      ring.setAttribute("cy", y);
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      line.setAttribute("y1", y);
      for (const each of rows) each.toggleAttribute("data-here", each === row);
    };
    range.addEventListener("input", show);
    for (const button of box.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => {
        range.value = Number(range.value) + Number(button.dataset.step);
        show();
      });
    }
    show();
  };
  start();
  document.addEventListener("portal:page", start);
})();
