// On the title page: offers to go on where the reader stopped, in the language last chosen. Never by itself.
(() => {
  "use strict";

  if (!window.edition) return;
  const offer = document.querySelector(".resume");
  if (!offer) return;
  const own = document.documentElement.lang.slice(0, 2);
  const other = document.querySelector(".other-language");

  /** Where the reader stopped, if what is remembered is a section that this page lists. */
  function stopped() {
    const [language, slug, id] = (edition.recall("place", /^(zh|en) [a-z0-9-]{1,60} p\d{1,3}$/) ?? "").split(" ");
    const link =
      slug &&
      [...document.querySelectorAll(".contents a")].find((one) =>
        new URL(one.href).pathname.includes(`/paper/${slug}/`),
      );
    return link
      ? { language: edition.recall("language", /^(zh|en)$/) ?? language, path: link.getAttribute("href"), id }
      : null;
  }

  const place = stopped();
  const language = place?.language ?? edition.recall("language", /^(zh|en)$/) ?? own;
  if (!place && language === own) return;

  const root = language === own ? location.href : other.href;
  offer.href = new URL(place ? `${place.path}#${place.id}` : "", root).href;
  offer.append([offer.dataset.resume, place && `¶${place.id.slice(1)}`].filter(Boolean).join(" · "));
  if (language !== own) offer.append(" · ", other.firstElementChild.cloneNode(true));
  offer.hreflang = language === own ? document.documentElement.lang : other.hreflang;
  offer.hidden = false;
})();
