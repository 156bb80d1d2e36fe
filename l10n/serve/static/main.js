// The page: which deck and slide it is at, what keys do, and what happens when something changed.

import * as api from './api.js';
import { list, show } from './deck.js';
import { byId, made, mention, say, words } from './dom.js';
import { edit, fieldOf, idOf } from './messages.js';

/** @type {?api.Deck} */
let deck = null;
let at = 0;

/** The address keeps deck and slide. */
function remember() {
  if (deck) history.replaceState(null, '', '#' + new URLSearchParams({ deck: deck.deck, slide: String(at + 1) }));
}

/** @param {number} index @param {string} [id] a message to go to */
function go(index, id) {
  if (!deck?.slides.length) return;
  at = Math.max(0, Math.min(index, deck.slides.length - 1));
  const slide = deck.slides[at];
  list(deck, at, (to) => leaving(() => go(to)));
  show(deck, slide);
  edit(deck, slide.messages, renewed);
  remember();
  if (id) fieldOf(id)?.text.focus();
}

/** Show a deck as it is now; the same one at the same slide and field. @param {api.Deck} now
 * @param {number} [index] another slide @param {string} [id] and message */
function changed(now, index = deck?.deck === now.deck ? at : 0, id) {
  deck = now;
  byId('deck').value = now.deck;
  document.title = `${now.deck} · l10n`;
  go(index, id);
}

/** What a deck is by now, unless the user has left it, or newer is shown: answers overtake one another.
 * @param {api.Deck} now */
function renewed(now) {
  if (deck?.deck === now.deck && now.reading > deck.reading) changed(now);
}

/** Save what is typed before going elsewhere; what cannot be saved stays, and is said once.
 * @param {() => unknown} act */
async function leaving(act) {
  const field = fieldOf();
  if (!field || field.told || await field.write(false)) await act();
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
  changed(other, first.index, first.id);
  mention(other.deck);
}

/** The field before or after the one that has the focus. @param {number} step */
function step(step) {
  const fields = [...byId('messages').querySelectorAll('textarea')];
  const here = fields.indexOf(fieldOf()?.text);
  fields[here < 0 ? 0 : Math.max(0, Math.min(here + step, fields.length - 1))]?.focus();
}

async function undo() {
  try {
    const now = await api.undo();
    if (now) changed(now);
    mention(now ? words.undone : words.nothing_to_undo);
  } catch (error) {
    say(error instanceof api.Conflict ? `${words.conflict} ${error.theirs}` : /** @type {Error} */ (error).message);
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

/** The last one that was asked for is shown. @param {string} name @param {number} slide */
async function open(name, slide) {
  const asked = ++opened;
  try {
    const now = await api.deck(name);
    if (asked === opened) changed(now, slide);
  } catch (error) {
    say(/** @type {Error} */ (error).message);
  }
}

/** The decks that there are now. */
async function choose() {
  const names = await api.decks();
  const same = [...byId('deck').options].map((one) => one.value).join('\n') === names.join('\n');
  if (!same) byId('deck').replaceChildren(...names.map((name) => made('option', { value: name }, name)));
  if (deck) byId('deck').value = deck.deck;
  return names;
}

/** @param {{decks?: Record<string, api.Versions>, problem?: string}} event */
async function told(event) {
  if (event.problem) say(event.problem);
  if (!event.decks) return;
  const versions = () => (deck && event.decks ? event.decks[deck.deck] : undefined);
  const before = versions();
  if (deck && before) show({ ...deck, versions: before }, deck.slides[at]);
  await api.settled();
  await choose();
  const now = versions(); // of another deck by now, if the user has gone on
  if (deck && now && now.built !== deck.versions.built) renewed(await api.deck(deck.deck));
}

const asked = new URLSearchParams(location.hash.slice(1));
const decks = await choose();
byId('deck').addEventListener('change', () => open(byId('deck').value, 0));
const first = decks.find((name) => name === asked.get('deck')) ?? decks[0];
await open(first, Number(asked.get('slide')) - 1 || 0);
if (api.readOnly) say(words.read_only);
api.listen(told, () => say(words.lost), async () => {
  if (!await api.sameRun()) return location.reload(); // what is typed survives that
  say('');
  if (deck) open(deck.deck, at);
});
