// Small help for making elements: text is always text.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean>} [properties] attributes; true is one without a value
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function made(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/** All that the page says, by name. @type {Record<string, string>} */
export const words = JSON.parse(document.body.dataset.words ?? '{}');

/** Tell the user, and a screen reader. @param {string} text */
export function say(text) {
  byId('said').textContent = text;
}
