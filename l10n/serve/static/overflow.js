// Slides that a translation makes too full: source and translation are measured in frames that nobody sees, so
// that what is seen stays where it is. Frames show strangers' decks: what they tell is read as numbers, and
// makes a mark.

import { byId, made } from './dom.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Slide} Slide */
/** How far a slide is too high and too wide, how much of a text is cut off, how high a line is.
 * @typedef {[number, number, number, number]} Measure */
/** @typedef {{address: string, frame: HTMLIFrameElement, slides: ?Measure[]}} Measured */

const LEAST = Number(document.body.dataset.least);
/** Slides. */
const MOST = 20_000;
/** Milliseconds that what is seen has the machine to itself. */
const PAUSE = 500;

/** @type {Map<string, Measured>} */
const measured = new Map();
/** What was known of a deck, till it is measured anew. @type {{deck: string, slides: Set<number>}} */
let known = { deck: '', slides: new Set() };
let whenTold = () => {};

/** @param {unknown} one @returns {one is Measure} */
const isMeasure = (one) => Array.isArray(one) && one.length === 4
  && one.every((number) => Number.isFinite(number) && number >= 0) && one[3] >= 1;

/** @param {unknown} said @returns {said is Measure[]} */
const areMeasures = (said) => Array.isArray(said) && said.length <= MOST && said.every(isMeasure);

/** Measure a deck, unless it is measured. @param {Deck} deck
 * @param {(kind: 'source' | 'built') => string} addressOf @param {() => void} told */
export function measure(deck, addressOf, told) {
  whenTold = told;
  if (known.deck !== deck.deck || deck.shown.why) known = { deck: deck.deck, slides: new Set() };
  for (const kind of /** @type {const} */ (['source', 'built'])) {
    const address = deck.shown.why ? '' : addressOf(kind);
    if (measured.get(kind)?.address !== address) begin(kind, address);
  }
}

/** A new frame: what an earlier one tells late is nobody's. @param {string} kind @param {string} address */
function begin(kind, address) {
  measured.get(kind)?.frame.remove();
  const frame = /** @type {HTMLIFrameElement} */ (made('iframe',
    { sandbox: 'allow-scripts', allow: "autoplay 'none'", tabindex: '-1', title: '' }));
  measured.set(kind, { address, frame, slides: null });
  if (!address) return;
  frame.src = address;
  setTimeout(() => measured.get(kind)?.frame === frame && byId('measured').append(frame), PAUSE);
}

addEventListener('message', ({ source, origin, data }) => {
  const one = [...measured.values()].find(({ frame }) => frame.contentWindow && frame.contentWindow === source);
  // A sandboxed frame is of no origin.
  if (!one || one.slides || origin !== 'null' || !areMeasures(data)) return;
  one.slides = data;
  one.frame.remove(); // nothing is left to do there
  compare();
});

/** Which slides of the page lose more in the translation than in the source. */
function compare() {
  const [source, built] = ['source', 'built'].map((kind) => measured.get(kind)?.slides);
  if (!source || !built) return;
  const same = source.length === built.length;
  const lost = built.flatMap((after, at) => same && grows(source[at], after) ? [at + 1] : []);
  known = { ...known, slides: new Set(lost) };
  whenTold();
}

/** @param {Measure} before @param {Measure} after */
const grows = (before, after) => [0, 1, 2].some((side) => after[side] > before[side] + LEAST * after[3]);

/** Whether a slide, with its steps, is too full as far as is known. @param {Deck} deck @param {Slide} slide */
export function overflows(deck, slide) {
  const steps = Array.from({ length: slide.last - slide.at + 1 }, (_, step) => deck.shown.before + slide.at + step);
  return known.deck === deck.deck && steps.some((one) => known.slides.has(one));
}
