/* Small help on top of pages that work without any script: focus, busy buttons, a lost line, the menu of languages. */
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const lost = () => find("#geen-verbinding");
  const BUSY_AFTER = 400;

  /* After a wrong form the summary has the focus; after a swap the new heading has. */
  const settle = (root, swapped) => {
    const target = find("[data-focus]", root) || (swapped && find("[data-focus-after], h1, h2", root));
    if (!target) return;
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: swapped && target.tagName === "H1" });
  };

  /* A second tap sends nothing; a slow line says so after a moment. The words of the button are left alone. */
  const busy = (form, submitter) => {
    form.dataset.sent = "yes";
    /* Enter in a field presses the unseen button in the head of the page; the one that is seen says it. */
    const button = submitter?.matches("[aria-hidden]") ? find("[type=submit]", form) : submitter;
    if (!button) return;
    form.busyTimer = setTimeout(() => {
      const words = document.createElement("span");
      words.className = "button__busy";
      words.textContent = lost()?.dataset.busy || "";
      button.setAttribute("aria-disabled", "true");
      button.append(words);
    }, BUSY_AFTER);
  };

  const idle = (form) => {
    clearTimeout(form.busyTimer);
    delete form.dataset.sent;
    for (const button of form.elements) {
      button.removeAttribute("aria-disabled");
      find(".button__busy", button)?.remove();
    }
  };

  const sayLost = () => {
    const box = lost();
    if (!box) return;
    box.hidden = false;
    box.focus();
  };

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (form.dataset.sent || !navigator.onLine) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!form.dataset.sent) sayLost();
      return;
    }
    if (lost()) lost().hidden = true;
    /* Another language is another page: the browser itself goes there. */
    const elsewhere = submitter?.name === "_taal" || submitter?.hasAttribute("formaction");
    if (elsewhere) event.stopImmediatePropagation();
    busy(form, submitter);
  }, true);

  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    if (ctx?.response?.status < 500) {
      /* The same question again, with an error: no second place in the history. */
      if (ctx.response.raw.url.split("#")[0] === location.href.split("#")[0]) ctx.push = "false";
      return;
    }
    event.preventDefault();
    sayLost();
  });
  document.addEventListener("htmx:error", sayLost);
  document.addEventListener("htmx:finally:request", (event) => {
    const form = event.detail.ctx?.sourceElement;
    if (form?.matches?.("form")) idle(form);
  });

  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx?.target || document.body;
    const whole = target === document.body;
    if (whole) scrollTo(0, 0);
    settle(whole ? document : target, true);
    document.dispatchEvent(new Event("portal:page"));
  });

  /* Back to a page that the browser kept: its buttons work again. */
  addEventListener("pageshow", () => document.querySelectorAll("form").forEach(idle));
  addEventListener("online", () => { if (lost()) lost().hidden = true; });

  const openMenu = () => find("[data-menu][open]");
  document.addEventListener("click", (event) => {
    const menu = openMenu();
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = openMenu();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    find("summary", menu).focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
  });

  document.documentElement.classList.add("js");
  settle(document, false);

  /* What no first view needs is fetched now: a browser runs this script when it has the style sheet. */
  for (const address of document.currentScript?.dataset.later?.split(" ") ?? []) {
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    document.head.append(script);
  }
})();
