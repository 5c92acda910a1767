/** Elements made without a line of HTML, so that no text can become one. */

const SVG = "http://www.w3.org/2000/svg";

/** An element. Props that begin with "on" are listeners, booleans are attributes that are there or not. */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** One of the drawings in index.html; it says nothing to a screen reader. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

const USABLE = "button, a[href], select, [tabindex]";

/** Put *children* in the place of those that *container* has; who was on one of them by keyboard stays there. */
export function redraw(container, ...children) {
  const at = [...container.querySelectorAll(USABLE)].indexOf(document.activeElement);
  container.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
  if (at >= 0) {
    const usable = container.querySelectorAll(USABLE);
    usable[Math.min(at, usable.length - 1)]?.focus({ preventScroll: true });
  }
}

export const find = (id) => document.getElementById(id);

/** What was kept in this browser, or *otherwise*; a browser that keeps nothing is no reason to stop. */
export function recall(name, otherwise = null) {
  try {
    return JSON.parse(localStorage.getItem(`rehearsal.${name}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`rehearsal.${name}`, JSON.stringify(value));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
