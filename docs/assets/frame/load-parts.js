// Fetches a script or a style sheet of ours when it is first wanted, once; again where it did not come. The scripts are no
// modules, since a browser starts none from a disk. A style sheet that does not come is no failure.
(() => {
  "use strict";

  if (!window.edition) return;
  const folder = new URL(".", document.currentScript.src).href;
  const trusted = window.trustedTypes?.createPolicy("parts", { createScriptURL: (name) => folder + name });
  const coming = {};

  function add(name, done, failed) {
    const style = name.endsWith(".css");
    const one = document.createElement(style ? "link" : "script");
    if (style) Object.assign(one, { rel: "stylesheet", href: folder + name });
    else one.src = trusted?.createScriptURL(name) ?? folder + name;
    one.onload = done;
    one.onerror = () => {
      delete coming[name];
      if (style) done();
      else failed();
    };
    document.head.append(one);
  }

  edition.fetched = (name) => (coming[name] ??= new Promise((done, failed) => add(name, done, failed)));
})();
