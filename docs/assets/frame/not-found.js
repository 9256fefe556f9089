// Where nothing is: offers the pages whose address ends nearly as the one asked for, with a folder or an ending too few
// or too many: /1-1-negotiations, /paper/2-2.html, /en/terms.
(() => {
  "use strict";

  const last = (path) =>
    path
      .split("/")
      .filter((part) => part && !/^index\b/.test(part))
      .pop() ?? "";
  const asked = last(location.pathname)
    .replace(/\.\w*$/, "")
    .toLowerCase();
  const fits = ({ pathname }) => last(pathname) === asked || last(pathname).startsWith(`${asked}-`);

  for (const section of document.querySelectorAll(".lost section")) {
    const links = asked ? [...section.querySelectorAll("nav a")].filter(fits) : [];
    const near = section.querySelector(".lost-near");
    for (const link of links.slice(0, 3)) near.append(" ", link.cloneNode(true));
    near.hidden = !links.length;
  }
})();
