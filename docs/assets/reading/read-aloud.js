// Reads sentences aloud, from one on, by voices of the reader's own machine: what a voice of the network would speak leaves
// the machine. sheet.js says what is read and goes along.
(() => {
  "use strict";

  const synthesis = window.speechSynthesis;
  const SOON = 1000; // milliseconds in which a browser has found its voices
  let current = null; // the reading that goes on

  /** The voices of the machine; some browsers have them only after a while. */
  async function voices() {
    if (!synthesis.getVoices().length)
      await new Promise((done) => {
        synthesis.addEventListener("voiceschanged", done, { once: true });
        setTimeout(done, SOON);
      });
    return synthesis.getVoices().filter(({ localService }) => localService);
  }

  /** Speaks a text to its end, or until it is stopped. */
  const speak = (text, voice) =>
    new Promise((done) => {
      const utterance = new SpeechSynthesisUtterance(text);
      Object.assign(utterance, { voice, lang: voice.lang, onend: done, onerror: done });
      synthesis.speak(utterance);
    });

  function stop() {
    current = null;
    synthesis.cancel();
  }

  /** Reads what `lines` gives, as [language, text], and what it gives after each `next`, until that is false or `missing`
      has been told of a language without a voice. Returns whether it came to its end, not to another reading. */
  async function read({ lines, next, missing }) {
    const own = (current = {});
    const all = await voices();
    do {
      for (const [language, text] of lines()) {
        const voice = all.find(({ lang }) => lang.toLowerCase().startsWith(language));
        if (!voice) {
          missing(language);
          return true;
        }
        if (current === own) await speak(text, voice);
      }
    } while (current === own && next());
    return current === own;
  }

  edition.readAloud = { read, stop };
})();
