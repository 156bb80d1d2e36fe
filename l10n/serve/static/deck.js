// The list of slides, and the two frames that show one.

import { decksAt } from './api.js';
import { byId, made, words } from './dom.js';
import { measure, overflows } from './overflow.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Slide} Slide */

/** Milliseconds that a page may take to be read. */
const PATIENCE = 3000;
const ORDER = ['refused', 'fuzzy', 'untranslated', 'copied'];

/** The worst state of a slide. @param {Slide} slide */
const stateOf = (slide) => ORDER.find((state) => slide.states[state]) ?? 'translated';

/** Rows of the deck stay, and where the list was scrolled to: one of them may be pressed just now.
 * @param {Deck} deck @param {number} current @param {(index: number) => void} go */
export function list(deck, current, go) {
  const rows = byId('slides');
  if (rows.dataset.deck !== deck.deck) rows.replaceChildren();
  rows.dataset.deck = deck.deck;
  while (rows.children.length > deck.slides.length) rows.lastElementChild.remove();
  while (rows.children.length < deck.slides.length) rows.append(row(rows.children.length, go));
  deck.slides.forEach((slide, index) => {
    const [number, title] = rows.children[index].firstElementChild.children;
    number.textContent = String(slide.number);
    title.textContent = slide.title || '–';
    title.lang = deck.sourceLanguage;
  });
  mark(deck);
  point(rows, current);
}

/** @param {number} index @param {(index: number) => void} go */
function row(index, go) {
  const button = made('button', { type: 'button' }, made('b'), made('span'), made('small'));
  button.addEventListener('click', () => go(index));
  return made('li', {}, button);
}

/** Which slide is shown. @param {HTMLElement} rows @param {number} current */
function point(rows, current) {
  const [before, now] = [rows.querySelector('[aria-current]'), rows.children[current].firstElementChild];
  if (before === now) return;
  before?.removeAttribute('aria-current');
  now?.setAttribute('aria-current', 'true');
  now?.scrollIntoView({ block: 'nearest' });
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
  byId('how').textContent = deck.shown.why ? words[deck.shown.why] : '';
  measure(deck, (kind) => `${at(deck, kind)}&measured`, () => mark(deck));
  for (const kind of /** @type {const} */ (['source', 'built'])) {
    lead(byId(kind), `${at(deck, kind)}#${deck.shown.before + slide.last}`);
  }
}

/** Lead a frame to an address, once it has read the page it was led to before: browsers may forget where they are
 * led meanwhile. A page that does not end reading is not waited for. @param {HTMLIFrameElement} frame
 * @param {string} address */
function lead(frame, address) {
  frame.dataset.wanted = address;
  if (frame.dataset.reads || frame.src === address) return;
  const [page, now] = [address, frame.src].map((one) => one.split('#')[0]);
  frame.src = address;
  if (page === now) return;
  const done = () => {
    clearTimeout(clock);
    frame.onload = null;
    delete frame.dataset.reads;
    lead(frame, frame.dataset.wanted ?? address);
  };
  const clock = setTimeout(done, PATIENCE);
  frame.dataset.reads = 'true';
  frame.onload = done;
}

/** Where the page of a deck is, as it is in this version. @param {Deck} deck @param {'source' | 'built'} kind */
function at(deck, kind) {
  const path = deck.shown.path.replace('{}', kind).split('/').map(encodeURIComponent).join('/');
  return `${decksAt}/${path}?${deck.versions[kind]}&${deck.shown.query}`;
}
