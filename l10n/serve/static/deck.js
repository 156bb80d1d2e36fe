// The list of slides, and the two frames that show one.

import { decksAt } from './api.js';
import { byId, made, words } from './dom.js';
import { measure, overflows } from './overflow.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Slide} Slide */

const ORDER = ['refused', 'fuzzy', 'untranslated', 'copied'];

/** The worst state of a slide. @param {Slide} slide */
const stateOf = (slide) => ORDER.find((state) => slide.states[state]) ?? 'translated';

/** @param {Deck} deck @param {number} current @param {(index: number) => void} go */
export function list(deck, current, go) {
  const rows = deck.slides.map((slide, index) => {
    const button = made('button', { type: 'button', 'aria-current': index === current && 'true' },
      made('b', {}, String(slide.number)), made('span', { lang: deck.sourceLanguage }, slide.title || '–'),
      made('small'));
    button.addEventListener('click', () => go(index));
    return made('li', {}, button);
  });
  byId('slides').replaceChildren(...rows);
  mark(deck);
  byId('slides').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Say of each slide in the list how it is. @param {Deck} deck */
function mark(deck) {
  byId('slides').querySelectorAll('button').forEach((/** @type {HTMLElement} */ button, /** @type {number} */ index) => {
    const slide = deck.slides[index];
    const state = stateOf(slide);
    const said = state === 'translated' ? words.complete : `${words[state]} (${slide.states[state]})`;
    const isOver = overflows(deck, slide);
    button.className = isOver ? `${state} overflows` : state;
    button.lastElementChild?.replaceChildren(said, ...(isOver ? [', ', made('b', {}, words.overflow)] : []));
  });
}

/** Both frames at a slide; a deck of another version is read again. @param {Deck} deck @param {Slide} slide */
export function show(deck, slide) {
  byId('how').hidden = deck.shown.how !== 'plain';
  measure(deck, (kind) => `${at(deck, kind)}&measured`, () => mark(deck));
  for (const kind of /** @type {const} */ (['source', 'built'])) {
    const address = `${at(deck, kind)}#${deck.shown.before + slide.last}`;
    if (byId(kind).src !== address) byId(kind).src = address;
  }
}

/** Where the page of a deck is, as it is in this version. @param {Deck} deck @param {'source' | 'built'} kind */
function at(deck, kind) {
  const path = deck.shown.path.replace('{}', kind).split('/').map(encodeURIComponent).join('/');
  return `${decksAt}/${path}?${deck.versions[kind]}`;
}
