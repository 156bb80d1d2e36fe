// The messages of one slide, each with its translation to edit.

import { Conflict, readOnly, save } from './api.js';
import { byId, made, say, words } from './dom.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Message} Message */

/** @param {Deck} deck @param {Message[]} messages @param {(deck: Deck, id: string) => void} saved */
export function edit(deck, messages, saved) {
  byId('messages').replaceChildren(...messages.map((one, index) => article(deck, one, index, saved)));
}

/** @param {Deck} deck @param {Message} one @param {number} index @param {(deck: Deck, id: string) => void} saved */
function article(deck, one, index, saved) {
  const field = /** @type {HTMLTextAreaElement} */ (made('textarea', {
    rows: '2', lang: deck.language, dir: deck.dir, 'aria-labelledby': `source${index}`,
    'aria-describedby': `about${index}`, readonly: readOnly || !one.editable,
  }));
  field.value = field.dataset.seen = one.msgstr;
  const about = made('div', { id: `about${index}` }, ...remarks(one));
  const whole = made('article', { class: one.state, 'data-state': one.state, 'data-id': idOf(one) },
    made('p', { class: 'what' }, [one.kind, one.notes ? words.notes : '', words[one.state]]
      .filter(Boolean).join(' · ')),
    made('p', { class: 'msgid', id: `source${index}`, lang: deck.sourceLanguage, dir: 'auto' }, one.msgid),
    field, about);
  if (!readOnly && one.editable) whole.append(buttons(deck, one, field, about, saved));
  return whole;
}

/** What tells a message apart in the page. @param {Message} one */
export const idOf = (one) => JSON.stringify([one.msgctxt, one.msgid]);

/** @param {Message} one @returns {HTMLElement[]} */
function remarks(one) {
  const found = one.findings.map((flaw) => made('p', { class: flaw.severity }, `${flaw.message} (${flaw.rule})`));
  const terms = one.terms.map((term) => `${term.source} → ${term.target.join(', ') || '–'}`).join('; ');
  return [
    ...(one.reason ? [made('p', { class: 'error' }, `${words.not_published} ${one.reason}`)] : []),
    ...(one.editable ? [] : [made('p', {}, words.not_in_catalog)]),
    ...found,
    ...(one.previous ? [made('p', { class: 'hint' }, `${words.previous} ${one.previous}`)] : []),
    ...(terms ? [made('p', { class: 'hint' }, `${words.terms}: ${terms}`)] : []),
    ...one.comments.map((text) => made('p', { class: 'hint' }, text)),
  ];
}

/**
 * @param {Deck} deck @param {Message} one @param {HTMLTextAreaElement} field @param {HTMLElement} about
 * @param {(deck: Deck, id: string) => void} saved
 */
function buttons(deck, one, field, about, saved) {
  /** @param {boolean} approve */
  const write = async (approve) => {
    const seen = field.dataset.seen ?? '';
    const msgstr = field.value;
    if (msgstr === seen && !approve) return;
    const { msgctxt, msgid } = one;
    try {
      const now = await save({ deck: deck.deck, msgctxt, msgid, seen, msgstr, approve });
      field.dataset.seen = msgstr;
      saved(now, idOf(one));
    } catch (error) {
      if (error instanceof Conflict) both(error.theirs);
      else say(/** @type {Error} */ (error).message);
    }
  };
  /** @param {string} theirs */
  const both = (theirs) => {
    const mine = button('keep_mine', () => { field.dataset.seen = theirs; write(false); });
    const take = button('take_theirs', () => { field.value = field.dataset.seen = theirs; box.remove(); });
    const box = made('div', { class: 'conflict', role: 'alert' },
      made('p', {}, words.conflict), made('p', { dir: 'auto', lang: deck.language }, theirs), mine, take);
    about.querySelector('.conflict')?.remove();
    about.append(box);
  };
  field.addEventListener('change', () => write(false));
  return made('div', { class: 'buttons' },
    button('save', () => write(false)),
    ...(one.state === 'fuzzy' ? [button('approve', () => write(true))] : []),
    button('copy', () => { field.value = one.msgid; field.focus(); }));
}

/** @param {string} name @param {() => void} act */
function button(name, act) {
  const made_ = made('button', { type: 'button', 'data-act': name }, words[name]);
  made_.addEventListener('click', act);
  return made_;
}
