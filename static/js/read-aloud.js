/* "Lees voor": recorded speech where there is some, else a voice of this device that speaks the language of the page.
   Without either there is no button. Nothing is sent anywhere. */
(() => {
  "use strict";
  const voices = window.speechSynthesis;
  const SAME_LANGUAGE = { prs: ["prs", "fa-af"] };
  const TEXTS = "h1, h2, h3, p, li, dt, dd, summary";
  let playing = null;

  const voice = (language = document.documentElement.lang) => {
    const page = language.toLowerCase();
    const wanted = SAME_LANGUAGE[page] || [page.split("-")[0]];
    return (voices?.getVoices() || []).find((one) => {
      const spoken = one.lang.toLowerCase().replace("_", "-");
      return wanted.some((tag) => spoken === tag || spoken.startsWith(`${tag}-`));
    });
  };

  const isSeen = (element) => element.getClientRects().length > 0;

  /* Read the words at the moment of pressing: a browser's translator may have changed them. */
  const words = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".said__nl, .day__nl, [hidden], svg, button").forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const parts = () => {
    const found = [];
    for (const element of document.querySelectorAll("[data-read], [data-read-all]")) {
      const texts = element.hasAttribute("data-read-all") ? element.querySelectorAll(TEXTS) : [element];
      for (const text of texts) {
        if (isSeen(text) && !found.some((earlier) => earlier.contains(text)) && words(text)) found.push(text);
      }
    }
    return found;
  };

  const recorded = (element) => {
    const sound = element.matches("[data-audio]") ? element : element.querySelector("[data-audio]");
    return sound && words(sound) === words(element) ? sound.dataset.audio : null;
  };

  const play = (element, speaker, address = recorded(element)) => new Promise((done) => {
    if (address) {
      const sound = new Audio(address);
      playing.hush = () => sound.pause();
      sound.onended = sound.onerror = done;
      sound.play().catch(done);
    } else if (speaker) {
      const spoken = new SpeechSynthesisUtterance(words(element));
      spoken.voice = speaker;
      spoken.lang = speaker.lang;
      spoken.onend = spoken.onerror = done;
      playing.hush = () => voices.cancel();
      voices.speak(spoken);
    } else {
      done();
    }
  });

  const show = (pressed) => document.querySelectorAll("[data-read-aloud]").forEach((button) => {
    button.setAttribute("aria-pressed", String(pressed));
  });

  const stop = () => {
    if (!playing) return;
    const { hush } = playing;
    playing = null;
    hush?.();
    document.querySelectorAll(".reading").forEach((element) => element.classList.remove("reading"));
    show(false);
  };

  const start = async () => {
    const mine = playing = {};
    const speaker = voice();
    show(true);
    for (const element of parts()) {
      element.classList.add("reading");
      await play(element, speaker);
      if (playing !== mine) return;
      element.classList.remove("reading");
    }
    mine.hush = null;
    stop();
  };

  const offer = () => {
    const possible = Boolean(voice()) || document.querySelector("[data-audio]") !== null;
    document.querySelectorAll("[data-read-aloud]").forEach((button) => { button.hidden = !possible; });
    document.querySelectorAll("[data-say-word]").forEach((button) => {
      button.hidden = !voice("nl") && !button.dataset.audio;
    });
  };

  /* How a Dutch word sounds, in the voice of Dutch: people hear it at the desk and on the telephone. */
  const sayWord = (button) => {
    stop();
    const word = button.parentElement.querySelector("[data-word]");
    const mine = playing = {};
    play(word, voice("nl"), button.dataset.audio).then(() => {
      mine.hush = null;
      if (playing === mine) stop();
    });
  };

  document.addEventListener("click", (event) => {
    const word = event.target.closest("[data-say-word]");
    if (word) sayWord(word);
    if (!event.target.closest("[data-read-aloud]")) return;
    if (playing) stop();
    else start();
  });
  document.addEventListener("portal:page", () => { stop(); offer(); });
  addEventListener("pagehide", stop);
  voices?.addEventListener?.("voiceschanged", offer);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", offer);
  else offer();
})();
