// The list of slides, and the two frames that show one.

import { decksAt } from './api.js';
import { byId, made, words } from './dom.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Slide} Slide */

const ORDER = ['refused', 'fuzzy', 'untranslated', 'copied'];

/** The worst state of a slide. @param {Slide} slide */
const stateOf = (slide) => ORDER.find((state) => slide.states[state]) ?? 'translated';

/** @param {Deck} deck @param {number} current @param {(index: number) => void} go */
export function list(deck, current, go) {
  const rows = deck.slides.map((slide, index) => {
    const state = stateOf(slide);
    const said = state === 'translated' ? words.complete : `${words[state]} (${slide.states[state]})`;
    const button = made('button', { type: 'button', class: state, 'aria-current': index === current && 'true' },
      made('b', {}, String(slide.number)), made('span', { lang: deck.sourceLanguage }, slide.title || '–'),
      made('small', {}, said));
    button.addEventListener('click', () => go(index));
    return made('li', {}, button);
  });
  byId('slides').replaceChildren(...rows);
  byId('slides').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Both frames at a slide; a deck of another version is read again. @param {Deck} deck @param {Slide} slide */
export function show(deck, slide) {
  byId('how').hidden = deck.shown.how !== 'plain';
  for (const kind of /** @type {const} */ (['source', 'built'])) {
    const path = deck.shown.path.replace('{}', kind).split('/').map(encodeURIComponent).join('/');
    const address = `${decksAt}/${path}?${deck.versions[kind]}#${deck.shown.before + slide.last}`;
    if (byId(kind).src !== address) byId(kind).src = address;
  }
}
