/* Opening a private link: what stands after the # is posted as a form, so that no address or log ever holds it. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-link]");
  const key = location.hash.slice(1);
  if (!form || !key) return;
  history.replaceState(null, "", location.pathname);
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "sleutel";
  field.value = key;
  form.append(field);
  form.submit();
})();
