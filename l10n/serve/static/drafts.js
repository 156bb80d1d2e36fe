// What is typed and not saved, by deck and message: nothing that happens takes it away, nor does a reload.

/** @typedef {{text: string, seen: string}} Draft what a field has, and what it showed before */

const place = `l10n ${document.body.dataset.project}`;

/** @type {Map<string, Draft>} */
const drafts = new Map(JSON.parse(sessionStorage.getItem(place) ?? '[]'));

/** @param {string} deck @param {string} id */
const name = (deck, id) => `${deck} ${id}`;

/** @param {string} deck @param {string} id @returns {Draft | undefined} */
export const draft = (deck, id) => drafts.get(name(deck, id));

/** @param {string} deck @param {string} id @param {Draft} now */
export function keep(deck, id, now) {
  if (now.text === now.seen) drafts.delete(name(deck, id));
  else drafts.set(name(deck, id), now);
  sessionStorage.setItem(place, JSON.stringify([...drafts]));
}
