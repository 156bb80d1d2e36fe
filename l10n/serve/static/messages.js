// The messages of one slide, each with its translation to edit.

import { Conflict, memory, readOnly, save, verdict } from './api.js';
import * as beside from './beside.js';
import { byId, made, mention, say, words } from './dom.js';
import { draft, keep } from './drafts.js';

/** @typedef {import('./api.js').Deck} Deck @typedef {import('./api.js').Message} Message */
/** @typedef {(deck: Deck) => void} Saved */

const PAUSE = 250; // milliseconds without a key, before what is typed is looked at

/** What tells a message apart in the page. @param {Message} one */
export const idOf = (one) => JSON.stringify([one.msgctxt, one.msgid]);

/** What is shown, by its article. @type {WeakMap<Element, Field>} */
const shown = new WeakMap();

/** Show messages; fields whose message is as it was stay as they are, with the cursor in them.
 * @param {Deck} deck @param {Message[]} messages @param {Saved} saved */
export function edit(deck, messages, saved) {
  const before = [...byId('messages').children].map((one) => shown.get(one));
  const same = before.length === messages.length
    && before.every((one, index) => one?.deck.deck === deck.deck && one.id === idOf(messages[index]));
  const fields = messages.map((one, index) => new Field(deck, one, index, saved));
  if (!same) byId('messages').replaceChildren(...fields.map((one) => one.article));
  else before.forEach((one, index) => one?.becomes(fields[index]));
}

/** The field of a message, or the one that has the focus. @param {string} [id] */
export const fieldOf = (id) => {
  const article = id === undefined ? document.activeElement?.closest('article')
    : document.querySelector(`article[data-id="${CSS.escape(id)}"]`);
  return article ? shown.get(article) : undefined;
};

/** A message, and all that is shown of it. */
class Field {
  /** @param {Deck} deck @param {Message} one @param {number} index @param {Saved} saved */
  constructor(deck, one, index, saved) {
    this.deck = deck;
    this.one = one;
    this.id = idOf(one);
    this.saved = saved;
    this.mayEdit = !readOnly && one.editable;
    this.taken = 0;
    this.asked = 0;
    const kept = draft(deck.deck, this.id);
    this.seen = kept?.seen ?? one.msgstr;
    this.text = /** @type {HTMLTextAreaElement} */ (made('textarea', {
      rows: '2', lang: deck.language, dir: deck.dir, 'aria-labelledby': `source${index}`,
      'aria-describedby': `about${index}`, readonly: !this.mayEdit,
    }));
    this.text.value = kept?.text ?? one.msgstr;
    this.about = made('div', { id: `about${index}`, 'aria-live': 'polite' }, ...this.remarks());
    this.matches = made('div', { class: 'matches' });
    this.article = this.made(index);
    shown.set(this.article, this);
    if (this.mayEdit) this.listen();
    if (kept) this.typed();
  }

  get dirty() { return this.text.value !== this.seen; }

  /** Whether somebody else wrote it, too, and nobody has chosen yet. */
  get undecided() { return this.about.querySelector('.conflict') !== null; }

  /** @param {number} index */
  made(index) {
    const { deck, one } = this;
    const what = [words[one.kind], one.notes ? words.notes : '', words[one.state]].filter(Boolean).join(' · ');
    return made('article', { class: one.state, 'data-state': one.state, 'data-id': this.id },
      made('p', { class: 'what' }, what, made('span', { class: 'unsaved' }, ` · ${words.unsaved}`)),
      made('p', { class: 'msgid', id: `source${index}`, lang: deck.sourceLanguage, dir: 'auto' }, one.msgid),
      ...beside.changes(deck, one), ...beside.terms(deck, one), this.text, this.about,
      ...(this.mayEdit ? [this.buttons()] : []), this.matches,
      ...one.comments.map((text) => made('p', { class: 'hint', dir: 'auto' }, text)));
  }

  remarks() {
    const { lent, lender } = this.one;
    return [...(lent ? [made('p', { class: 'hint' }, `${words.borrowed} (${lender}): ${lent}`)] : []),
      ...(this.one.editable ? [] : [made('p', {}, words.not_in_catalog)]),
      ...beside.verdict(this.one, true)];
  }

  buttons() {
    return made('div', { class: 'buttons' },
      button('save', 'Ctrl+Enter', () => this.write(false)),
      ...(this.one.state === 'fuzzy' ? [button('approve', 'Alt+A', () => this.write(true))] : []),
      button('copy', 'Alt+C', () => this.put(this.one.msgid)));
  }

  listen() {
    let pause = 0;
    this.text.addEventListener('input', () => {
      this.typed();
      clearTimeout(pause);
      pause = window.setTimeout(() => this.look(), PAUSE);
    });
    this.text.addEventListener('change', () => this.write(false));
    this.text.addEventListener('focus', () => this.remember());
  }

  typed() {
    keep(this.deck.deck, this.id, { text: this.text.value, seen: this.seen });
    this.article.classList.toggle('dirty', this.dirty);
  }

  draft() {
    const { msgctxt, msgid } = this.one;
    return { deck: this.deck.deck, msgctxt, msgid, msgstr: this.text.value };
  }

  /** Say what is wrong with what is typed. */
  async look() {
    const asked = ++this.asked;
    try {
      const said = await verdict(this.draft());
      if (asked === this.asked) this.say(beside.verdict(said, !this.dirty && this.one.state !== 'fuzzy'));
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  }

  /** @param {Node[]} remarks a conflict stays till somebody decides */
  say(remarks) {
    const conflict = this.about.querySelector('.conflict');
    this.about.replaceChildren(...remarks, ...(conflict ? [conflict] : []));
  }

  /** Show what memory has; of a fuzzy translation also what is wrong, for nobody has looked at it. */
  async remember() {
    if (this.matches.childElementCount) return;
    if (this.one.state === 'fuzzy' && !this.dirty) this.look();
    try {
      const found = await memory(this.draft());
      this.matches.replaceChildren(...beside.matches(this.deck, found, (text) => this.put(text)));
    } catch (error) {
      say(/** @type {Error} */ (error).message);
    }
  }

  /** Take what memory has, the next one each time. */
  take() {
    const uses = this.matches.querySelectorAll('[data-use]');
    if (uses.length) /** @type {HTMLElement} */ (uses[this.taken++ % uses.length]).click();
  }

  /** Put a text in the field, as if it was typed: the browser can take it back. @param {string} text */
  put(text) {
    this.text.focus();
    this.text.select();
    if (!document.execCommand('insertText', false, text)) this.text.setRangeText(text);
    if (this.text.value === text) this.typed();
  }

  /** Save what is typed; whether that could be done. @param {boolean} approve */
  async write(approve) {
    if (!this.mayEdit || (!this.dirty && !approve)) return true;
    const sent = this.draft();
    try {
      const now = await save({ ...sent, seen: this.seen, approve });
      this.seen = sent.msgstr;
      this.about.querySelector('.conflict')?.remove();
      this.typed();
      this.saved(now);
      mention(words.saved);
      return true;
    } catch (error) {
      if (error instanceof Conflict) this.both(error.theirs);
      else say(/** @type {Error} */ (error).message);
      return false;
    }
  }

  /** Somebody else wrote it meanwhile: show both. @param {string} theirs */
  both(theirs) {
    this.about.querySelector('.conflict')?.remove();
    const box = made('div', { class: 'conflict', role: 'alert' }, made('p', {}, words.conflict),
      made('p', { dir: 'auto', lang: this.deck.language }, theirs),
      button('keep_mine', '', () => { this.seen = theirs; this.write(false); }),
      button('take_theirs', '', () => { box.remove(); this.seen = theirs; this.put(theirs); this.typed(); }));
    this.about.append(box);
  }

  /** Be shown as another is, unless that is the same. @param {Field} other */
  becomes(other) {
    if (JSON.stringify(this.one) === JSON.stringify(other.one)) return;
    const focused = document.activeElement === this.text;
    const { selectionStart, selectionEnd } = this.text;
    const conflict = this.about.querySelector('.conflict');
    this.article.replaceWith(other.article);
    if (conflict && other.dirty) other.both(other.one.msgstr);
    if (!focused) return;
    other.text.focus();
    other.text.setSelectionRange(selectionStart, selectionEnd);
  }
}

/** @param {string} name @param {string} key @param {() => void} act */
function button(name, key, act) {
  const made_ = made('button', { type: 'button', 'data-act': name, title: key }, words[name]);
  made_.addEventListener('click', act);
  return made_;
}
