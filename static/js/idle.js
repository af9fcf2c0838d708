// On a shared computer: ask whether somebody is still there, and wipe the answers when nobody says so.
(() => {
  "use strict";
  const WARNING = 60;
  const place = document.querySelector("[data-idle-seconds]");
  if (!place) return;
  const question = place.querySelector("[data-idle-question]");
  const stop = document.querySelector("form[data-stop]");
  let asking = 0;
  let ending = 0;

  const ask = () => {
    question.hidden = false;
    question.focus();
  };
  const end = () => (stop ? stop.submit() : location.replace(place.dataset.idleTo));
  const start = () => {
    clearTimeout(asking);
    clearTimeout(ending);
    question.hidden = true;
    const seconds = Number(place.dataset.idleSeconds);
    asking = setTimeout(ask, (seconds - WARNING) * 1000);
    ending = setTimeout(end, seconds * 1000);
  };

  // The server counts from the last full page, so whoever is still here fetches it anew; nothing typed is lost.
  let fetched = Date.now();
  const stillHere = () => {
    fetched = Date.now();
    fetch(location.href, { credentials: "same-origin" }).finally(start);
  };
  question.querySelector("button").addEventListener("click", stillHere);
  addEventListener("input", () => Date.now() - fetched > WARNING * 1000 && stillHere());
  addEventListener("pageshow", start);
})();
