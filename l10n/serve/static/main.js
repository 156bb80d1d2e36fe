// The page: which deck and slide it is at, what keys do, and what happens when something changed.

import * as api from './api.js';
import { list, show } from './deck.js';
import { byId, made, say, words } from './dom.js';
import { edit, idOf } from './messages.js';

/** @type {?api.Deck} */
let deck = null;
let at = 0;
let anew = 0;
/** What is typed and not saved, with what its field showed before: nothing that happens takes it away.
 * @type {Map<string, {text: string, seen: string}>} */
const drafts = new Map();

/** The address keeps deck and slide. */
function remember() {
  if (deck) history.replaceState(null, '', '#' + new URLSearchParams({ deck: deck.deck, slide: String(at + 1) }));
}

/** @param {number} index @param {string} [id] a message to go to */
function go(index, id) {
  if (!deck?.slides.length) return;
  at = Math.max(0, Math.min(index, deck.slides.length - 1));
  const slide = deck.slides[at];
  keepDrafts();
  list(deck, at, go);
  show(deck, slide, anew);
  edit(deck, slide.messages, (now, saved) => { drafts.delete(draftOf(saved)); changed(now); });
  showDrafts();
  remember();
  if (id) fieldOf(id)?.focus();
}

/** @param {string} id @returns {?HTMLTextAreaElement} */
const fieldOf = (id) => document.querySelector(`article[data-id="${CSS.escape(id)}"] textarea`);

/** @param {string} id */
const draftOf = (id) => `${byId('messages').dataset.deck} ${id}`;

/** @returns {[string, HTMLTextAreaElement][]} */
const fields = () => [...document.querySelectorAll('article')].map(
  (one) => [one.dataset.id ?? '', /** @type {HTMLTextAreaElement} */ (one.querySelector('textarea'))]);

function keepDrafts() {
  for (const [id, field] of fields()) {
    const seen = field.dataset.seen ?? '';
    if (field.value === seen) drafts.delete(draftOf(id));
    else drafts.set(draftOf(id), { text: field.value, seen });
  }
}

function showDrafts() {
  byId('messages').dataset.deck = deck?.deck;
  for (const [id, field] of fields()) {
    const draft = drafts.get(draftOf(id));
    if (!draft || draft.text === field.value) continue;
    field.value = draft.text;
    field.dataset.seen = draft.seen;
  }
}

/** Show the deck as it is now, at the same slide and field. @param {api.Deck} now */
function changed(now) {
  const here = document.activeElement;
  const id = here?.closest('article')?.dataset.id;
  const place = here instanceof HTMLTextAreaElement ? here.selectionStart : 0;
  deck = now;
  anew += 1;
  go(at, id);
  if (id) fieldOf(id)?.setSelectionRange(place, place);
  say('');
}

/** The next message in a state, from the one after that which has the focus. @param {string} state */
function next(state) {
  if (!deck) return;
  const here = document.activeElement?.closest('article')?.dataset.id;
  const every = deck.slides.flatMap((slide, index) => slide.messages.map((one) => ({ index, one, id: idOf(one) })));
  const focused = every.findIndex((item) => item.index === at && item.id === here);
  const from = focused < 0 ? every.findIndex((item) => item.index >= at) : focused + 1;
  const found = [...every.slice(from), ...every.slice(0, from)].find((item) => item.one.state === state);
  if (found) go(found.index, found.id);
  else say(words.nothing_left);
}

async function undo() {
  try {
    const now = await api.undo();
    if (!now) return;
    if (deck?.deck !== now.deck) at = 0;
    changed(now);
    say(words.undone);
  } catch (error) {
    say(error instanceof api.Conflict ? `${words.conflict} ${error.theirs}` : /** @type {Error} */ (error).message);
  }
}

/** The button of the message that has the focus. @param {string} name */
const press = (name) => {
  const button = document.activeElement?.closest('article')?.querySelector(`[data-act=${name}]`);
  if (button instanceof HTMLElement) button.click();
};

/** @type {Record<string, () => void>} */
const ACTS = {
  previous_slide: () => go(at - 1),
  next_slide: () => go(at + 1),
  next_untranslated: () => next('untranslated'),
  next_fuzzy: () => next('fuzzy'),
  save: () => press('save'),
  approve: () => press('approve'),
  copy: () => press('copy'),
  undo,
  help: () => byId('keys').showModal(),
};
/** By the place of a key, for Alt writes other letters on some keyboards. @type {Record<string, string>} */
const KEYS = {
  ArrowUp: 'previous_slide', ArrowDown: 'next_slide', KeyU: 'next_untranslated', KeyF: 'next_fuzzy',
  KeyA: 'approve', KeyC: 'copy', KeyZ: 'undo',
};

document.addEventListener('keydown', (event) => {
  const writing = event.target instanceof HTMLTextAreaElement;
  const act = event.altKey && !event.ctrlKey ? KEYS[event.code]
    : event.ctrlKey && event.key === 'Enter' ? 'save'
    : event.key === '?' && !writing ? 'help' : undefined;
  if (!act) return;
  event.preventDefault();
  ACTS[act]();
});
for (const button of document.querySelectorAll('header [data-act]')) {
  // A field that is left is saved; its button must not take the focus first.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => ACTS[/** @type {HTMLElement} */ (button).dataset.act ?? '']());
}

/** @param {string} name @param {number} slide */
async function open(name, slide) {
  try {
    deck = await api.deck(name);
    document.title = `${name} · l10n`;
    go(slide);
  } catch (error) {
    say(/** @type {Error} */ (error).message);
  }
}

/** @param {{decks?: string[], problem?: string}} event */
async function told(event) {
  if (event.problem) say(event.problem);
  if (deck && event.decks?.includes(deck.deck)) changed(await api.deck(deck.deck));
}

const asked = new URLSearchParams(location.hash.slice(1));
const decks = await api.decks();
byId('deck').append(...decks.map((name) => made('option', { value: name }, name)));
byId('deck').value = decks.includes(asked.get('deck') ?? '') ? asked.get('deck') : decks[0];
byId('deck').addEventListener('change', () => open(byId('deck').value, 0));
await open(byId('deck').value, Number(asked.get('slide') ?? 1) - 1);
if (api.readOnly) say(words.read_only);
api.listen(told, () => say(words.lost));
