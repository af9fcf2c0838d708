// On a shared computer: ask whether somebody is still there, and wipe the answers when nobody says so.
(() => {
  "use strict";
  const WARNING = 60;
  const place = () => document.querySelector("[data-idle-seconds]");
  const question = () => document.querySelector("[data-idle-question]");
  let asking = 0;
  let ending = 0;
  let counted = 0;

  const ask = () => {
    question().hidden = false;
    question().focus();
  };
  const end = () => {
    const stop = document.querySelector("form[data-stop]");
    if (stop) stop.submit();
    else location.replace(place().dataset.idleTo);
  };
  const start = () => {
    clearTimeout(asking);
    clearTimeout(ending);
    if (!place()) return;
    counted = Date.now();
    question().hidden = true;
    const seconds = Number(place().dataset.idleSeconds);
    asking = setTimeout(ask, (seconds - WARNING) * 1000);
    ending = setTimeout(end, seconds * 1000);
  };

  // The server counts from the last full page, so whoever is still here fetches it anew; nothing typed is lost.
  const stillHere = () => {
    const heading = question().contains(document.activeElement) && document.querySelector("main h1");
    start();
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
    fetch(location.href, { credentials: "same-origin" }).catch(() => {});
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-idle-question] button")) stillHere();
  });
  document.addEventListener("input", () => {
    if (place() && Date.now() - counted > WARNING * 1000) stillHere();
  });
  document.addEventListener("portal:page", start);
  addEventListener("pageshow", start);
})();
