// The reader's place: which sentence is at the top of the screen, and how to put it back at the same height on another
// page or after a change of view. A page that is asked for with ?at=p12s3:137 puts ¶12's third sentence 137 pixels from
// the top and takes that out of the address again.
(() => {
  "use strict";

  if (!window.edition) return;
  const main = document.getElementById("main");
  const header = document.querySelector(".md-header");
  let moved = false; // whether the reader has gone on by now
  let held = null; // the place that the page was opened at, as {id, scrolled}: it counts until the reader scrolls

  /** Where the text begins on the screen: under the header, which is at the foot of a narrow page. */
  function edge() {
    const { top, bottom } = header.getBoundingClientRect();
    return top > 0 ? 0 : bottom;
  }

  /** The first line of an element; a sentence may begin in the middle of a line. */
  const lineOf = (element) => element.getClientRects()[0] ?? element.getBoundingClientRect();

  /** What can be a place: on a page of the paper its sentences and notes, elsewhere all that has an address. */
  function candidates() {
    const all = main.querySelectorAll(main.querySelector(".sentence") ? ".sentence, .entry" : "[id]");
    return [...all].filter((element) => element.getClientRects().length);
  }

  /** The place that the page was opened at, as long as the reader has not scrolled away from it. */
  function opened() {
    const element = held && Math.abs(scrollY - held.scrolled) < 2 && document.getElementById(held.id);
    if (!element) return null;
    const { top } = lineOf(element);
    return top >= 0 && top < innerHeight ? element : null;
  }

  /** The place at the top of the screen as {id, y}: the first that begins below the header, or the one that fills it. */
  function find() {
    const all = candidates();
    const from = edge() - 4;
    const begins = all.find((element) => lineOf(element).top >= from);
    const shown = begins && lineOf(begins).top < innerHeight ? begins : null;
    const fills = () => all.filter((element) => lineOf(element).top < from).pop();
    const element = opened() ?? shown ?? fills();
    return element ? { id: element.id, y: Math.round(lineOf(element).top) } : null;
  }

  /** Lets the page scroll further than its text, where the same place is nearer to an end in this language. */
  function makeRoom(room) {
    main.style.setProperty("--room-above", `${Number(room.top) || 0}px`);
    main.style.setProperty("--room-below", `${Number(room.bottom) || 0}px`);
  }

  /** Scrolls a place to its height on the screen; returns the room that this took. */
  function put({ id, y }) {
    const element = document.getElementById(id);
    if (!element || !element.getClientRects().length) return null;
    makeRoom({});
    const wanted = scrollY + lineOf(element).top - y;
    const last = document.documentElement.scrollHeight - innerHeight;
    const room = { top: Math.ceil(Math.max(0, -wanted)), bottom: Math.ceil(Math.max(0, wanted - last)) };
    makeRoom(room);
    scrollTo({ top: scrollY + lineOf(element).top - y, behavior: "instant" });
    return room;
  }

  /** Runs a change of the page's look and keeps the reader's place through it. */
  function keep(change) {
    const place = find();
    change();
    if (place && put(place)) hold(place.id);
  }

  /** Changes the address without a step in the history; some browsers refuse that on file://. */
  function readdress(url, state) {
    try {
      history.replaceState(state, "", url);
    } catch {
      // the address stays as it is
    }
  }

  /** The place that the address asks for, taken out of the address. */
  function asked() {
    const url = new URL(location.href);
    const [, id, y] = /^([\w-]{1,120}):(-?\d{1,5})$/.exec(url.searchParams.get("at") ?? "") ?? [];
    if (url.searchParams.has("at")) {
      url.searchParams.delete("at");
      readdress(url, history.state);
    }
    return id ? { id, y: Number(y) } : null;
  }

  /** Lets Tab go on from the place, not from the top of the page, without a focus that would be seen or read out. */
  function startFrom(element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.blur();
    element.removeAttribute("tabindex");
  }

  const hold = (id) => (held = { id, scrolled: scrollY });

  /** A sentence in the address is the place to keep, once the browser has gone there. */
  function holdTarget() {
    const target = main.querySelector(".sentence:target");
    if (target) setTimeout(() => hold(target.id), 50);
  }

  /** Stays at a place until the reader goes on: the browser jumps to the hash when it likes, also after the page has come. */
  function stay(place) {
    const back = () => {
      if (moved || Math.abs(scrollY - held.scrolled) < 2) return;
      put(place);
      hold(place.id);
    };
    addEventListener("scroll", back);
    addEventListener("load", () => setTimeout(() => removeEventListener("scroll", back), 500));
  }

  /** Goes to the place asked for; Back finds the same room. */
  function arrive(place) {
    const room = place && put(place);
    if (!room) {
      makeRoom(history.state?.room ?? {});
      addEventListener("load", holdTarget);
      return;
    }
    readdress(location.href, { room });
    startFrom(document.getElementById(place.id));
    hold(place.id);
    if (location.hash) stay(place);
  }

  addEventListener("hashchange", holdTarget);

  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(kind, () => (moved = true), { once: true, passive: true });

  edition.place = { edge, find, keep, readdress, moved: () => moved };
  arrive(asked());
})();
