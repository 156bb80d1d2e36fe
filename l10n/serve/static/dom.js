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

/** What is so till it is said otherwise, by what it is about. @type {Map<string, string>} */
const standing = new Map();

const latest = () => [...standing.values()].at(-1) ?? '';

/** Whether something stands. @param {string} about */
export const stands = (about) => standing.has(about);

/** Tell the user, and a screen reader, how something is; an empty text ends it. @param {string} about
 * @param {string} text */
export function stand(about, text) {
  if ((standing.get(about) ?? '') === text) return;
  standing.delete(about);
  if (text) standing.set(about, text);
  say(latest());
}

/** The same of what has failed: till there is something else to say. @param {string} text */
export function say(text) {
  clearTimeout(Number(byId('said').dataset.pause));
  byId('said').textContent = text;
}

/** The same of what has happened, and is soon no news. @param {string} text */
export function mention(text) {
  say(text);
  byId('said').dataset.pause = String(setTimeout(() => say(latest()), 5000));
}
