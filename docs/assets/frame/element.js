// An element for the modules: attributes by name (those without a value are left out), children as nodes or text.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
