// Where a slide is, once its deck was edited.

import { idOf } from './messages.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Slide} Slide */

/** What is to be seen of slides. @param {Deck} deck */
const faces = (deck) => deck.slides.map((slide) => JSON.stringify([slide.title, slide.messages.map(idOf)]));

/** Where a user is: the slide, the message with the focus, and its place among those of the slide.
 * @typedef {{deck: Deck, at: number, focused: string | undefined, place: number}} Spot */

/** Where the slide is by now: if all before it, or behind it, is as it was, there; else where the message with the
 * focus is, or most of its messages are; null if there are none. @param {Spot} spot @param {Deck} now
 * @returns {?number} */
export function followed({ deck, at, focused }, now) {
  const [old, new_] = [faces(deck), faces(now)];
  const moved = at + new_.length - old.length;
  if (old.slice(0, at + 1).every((face, index) => face === new_[index])) return at;
  if (old.slice(at).every((face, index) => face === new_[moved + index])) return moved;
  const ids = deck.slides[at]?.messages.map(idOf) ?? [];
  const shared = now.slides.map(({ messages }) => messages.map(idOf).reduce((sum, id) =>
    sum + (ids.includes(id) ? 1 : 0) + (id === focused ? ids.length : 0), 0));
  const most = Math.max(...shared);
  if (!(most > 0)) return null;
  const likely = shared.flatMap((count, index) => count === most ? [index] : []);
  return likely.reduce((best, index) => Math.abs(index - at) < Math.abs(best - at) ? index : best);
}
