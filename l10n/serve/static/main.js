// The page: which deck and slide it is at, what keys do, and what happens when something changed.

import * as api from './api.js';
import { list, show } from './deck.js';
import { byId, made, mention, say, stand, stands, words } from './dom.js';
import { followed } from './follow.js';
import { edit, fieldOf, idOf, leftField, texts } from './messages.js';

/** @type {?api.Deck} */
let deck = null;
let at = 0;
/** Where the user was before the deck lost that slide: a file that is half written will have it again.
 * @type {?import('./follow.js').Spot} */
let lost = null;

/** The address keeps deck and slide. */
function remember() {
  if (deck) history.replaceState(null, '', '#' + new URLSearchParams({ deck: deck.deck, slide: String(at + 1) }));
}

/** Another slide, from its top; who was in a field is in one there. @param {number} index
 * @param {string} [id] a message to go to */
function go(index, id) {
  lost = null;
  const wasIn = fieldOf();
  draw(index);
  byId('messages').scrollTop = 0;
  if (id) fieldOf(id)?.text.focus();
  else if (wasIn) texts()[0]?.focus();
}

/** Show a slide. @param {number} index */
function draw(index) {
  if (!deck?.slides.length) return;
  at = Math.max(0, Math.min(index, deck.slides.length - 1));
  const slide = deck.slides[at];
  list(deck, at, (to) => leaving(() => go(to)));
  show(deck, slide);
  edit(deck, slide.messages, renewed);
  remember();
}

/** The deck is another, or another version. @param {api.Deck} now */
function take(now) {
  deck = now;
  byId('deck').value = now.deck;
  document.title = `${now.deck} · l10n`;
  stand('deck', '');
}

/** Show a deck at a slide. @param {api.Deck} now @param {number} index @param {string} [id] and message */
function enter(now, index, id) {
  take(now);
  go(index, id);
}

/** What a deck is by now, at the slide and field where the user is, or at the one that is in its place; unless that is
 * another deck, or newer is shown: answers overtake one another. @param {api.Deck} now */
function renewed(now) {
  if (deck?.deck !== now.deck || now.reading <= deck.reading) return;
  const spot = lost ?? { deck, at, focused: fieldOf()?.id, place: texts().indexOf(fieldOf()?.text) };
  const index = followed(spot, now);
  take(now);
  draw(index ?? spot.at);
  lost = index === null ? spot : null;
  if (spot.focused && !fieldOf()) (fieldOf(spot.focused)?.text ?? texts()[spot.place] ?? texts().at(-1))?.focus();
}

/** Save what is typed before going elsewhere; what cannot be saved stays, and is said once.
 * @param {() => unknown} act */
async function leaving(act) {
  const field = leftField();
  if (!field || (field === fieldOf() && field.told)) return act();
  await api.settled(); // what was left is on its way, and its answer may be that both have to be seen
  if (!field.conflict && await field.write(false)) return act();
  field.stayed = true;
  if (deck) byId('deck').value = deck.deck;
}

/** All messages in a state that can be edited, and their slides. @param {api.Deck} of @param {string} state */
const wanted = (of, state) => of.slides.flatMap((slide, index) => slide.messages
  .map((one, place) => ({ index, place, id: idOf(one), one }))
  .filter(({ one }) => one.state === state && one.editable));

/** The next message in a state, from the one after that which has the focus; then in the decks that follow.
 * @param {string} state */
async function next(state) {
  if (!deck) return;
  const id = fieldOf()?.id;
  const here = deck.slides[at]?.messages.findIndex((one) => idOf(one) === id);
  const found = wanted(deck, state).find(({ index, place }) => index > at || (index === at && place > here));
  if (found) return go(found.index, found.id);
  const other = await api.next(deck.deck, state);
  if (!other) return mention(words.nothing_left);
  const first = wanted(other, state)[0];
  enter(other, first.index, first.id);
  mention(other.deck);
}

/** The field before or after the one that has the focus. @param {number} step */
function step(step) {
  const fields = texts();
  const here = fields.indexOf(fieldOf()?.text);
  fields[here < 0 ? 0 : Math.max(0, Math.min(here + step, fields.length - 1))]?.focus();
}

/** Take the last save back, and go where that was; who has typed something since stays there. */
async function undo() {
  try {
    const now = await api.undo();
    if (!now) return mention(words.nothing_to_undo);
    const id = idOf(now.undone);
    if (fieldOf()?.dirty) renewed(now);
    else enter(now, now.slides.findIndex((slide) => slide.messages.some((one) => idOf(one) === id)), id);
    mention(words.undone);
  } catch (error) {
    say(error instanceof api.Conflict ? `${words.not_undone} ${error.theirs}` : /** @type {Error} */ (error).message);
  }
}

/** @type {Record<string, () => unknown>} */
const ACTS = {
  previous_slide: () => leaving(() => go(at - 1)),
  next_slide: () => leaving(() => go(at + 1)),
  next_untranslated: () => leaving(() => next('untranslated')),
  next_fuzzy: () => leaving(() => next('fuzzy')),
  previous_message: () => step(-1),
  next_message: () => step(1),
  save: () => fieldOf()?.write(false),
  approve: () => fieldOf()?.write(true),
  copy: () => fieldOf()?.mayEdit && fieldOf()?.put(fieldOf()?.one.msgid ?? ''),
  use: () => fieldOf()?.take(),
  undo,
  help: () => byId('keys').showModal(),
};
/** By the place of a key, for Alt writes other letters on some keyboards. @type {Record<string, string>} */
const KEYS = {
  ArrowUp: 'previous_slide', ArrowDown: 'next_slide', KeyU: 'next_untranslated', KeyF: 'next_fuzzy',
  KeyK: 'previous_message', KeyJ: 'next_message', KeyA: 'approve', KeyC: 'copy', KeyM: 'use', KeyZ: 'undo',
};

/** @param {string} act */
async function perform(act) {
  try {
    await ACTS[act]();
  } catch (error) {
    say(/** @type {Error} */ (error).message);
  }
}

document.addEventListener('keydown', (event) => {
  const writing = event.target instanceof HTMLTextAreaElement;
  const act = event.key === '?' && (event.altKey || !writing) ? 'help'
    : event.altKey && !event.ctrlKey ? KEYS[event.code]
    : event.ctrlKey && event.key === 'Enter' ? 'save' : undefined;
  if (!act) return;
  event.preventDefault();
  perform(act);
});
for (const button of document.querySelectorAll('header [data-act]')) {
  // A field that is left is saved; its button must not take the focus first.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => perform(/** @type {HTMLElement} */ (button).dataset.act ?? ''));
}

let opened = 0;

/** The last one that was asked for is shown; where it cannot be, the one that is shown stays.
 * @param {string} name @param {number} slide */
async function open(name, slide) {
  const asked = ++opened;
  try {
    const now = await api.deck(name);
    if (asked === opened) enter(now, slide);
  } catch (error) {
    if (deck) byId('deck').value = deck.deck;
    say(/** @type {Error} */ (error).message);
  }
}

/** The decks that there are now; the one that is shown stays among them. */
async function choose() {
  const names = await api.decks();
  const shown = deck && !names.includes(deck.deck) ? [deck.deck, ...names] : names;
  const same = [...byId('deck').options].map((one) => one.value).join('\n') === shown.join('\n');
  if (!same) byId('deck').replaceChildren(...shown.map((name) => made('option', { value: name }, name)));
  if (deck) byId('deck').value = deck.deck;
  return names;
}

/** Read the deck that is shown again; why it cannot be read is said for as long as that is so. */
async function again() {
  if (!deck) return open(byId('deck').value, 0);
  try {
    renewed(await api.deck(deck.deck));
    stand('deck', '');
  } catch (error) {
    stand('deck', /** @type {Error} */ (error).message);
  }
}

/** @param {{decks?: Record<string, api.Versions>, problem?: string}} event */
async function told(event) {
  stand('project', event.problem ?? '');
  if (!event.decks) return;
  const versions = () => (deck && event.decks ? event.decks[deck.deck] : undefined);
  const before = versions();
  if (deck && before) show({ ...deck, versions: before }, deck.slides[at]);
  await api.settled();
  const names = await choose();
  const now = versions(); // of another deck by now, if the user has gone on
  if (!deck || stands('deck') || !names.includes(deck.deck) || (now && now.built !== deck.versions.built)) await again();
}

const asked = new URLSearchParams(location.hash.slice(1));
const decks = await choose();
byId('deck').addEventListener('change', () => {
  const name = byId('deck').value; // which is the one that is shown again, if that changes meanwhile
  leaving(() => open(name, 0));
});
const first = decks.find((name) => name === asked.get('deck')) ?? decks[0];
await open(first, Number(asked.get('slide')) - 1 || 0);
if (api.readOnly) stand('mode', words.read_only);
api.listen((event) => told(event).catch((error) => say(error.message)), () => stand('server', words.lost), async () => {
  if (!await api.sameRun()) return location.reload(); // what is typed survives that
  stand('server', '');
  await again();
});
// Who closes the page, or loads it anew, leaves the field.
addEventListener('pagehide', () => fieldOf()?.told || fieldOf()?.write(false));
