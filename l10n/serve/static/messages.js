// The messages of one slide, each with its translation to edit.

import { Conflict, memory, readOnly, save, settled, verdict } from './api.js';
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

/** How many fields there were: what they are called by. */
let fields = 0;

/** Show messages; the field of one that is shown already stays, with what is typed and the cursor in it.
 * @param {Deck} deck @param {Message[]} messages @param {Saved} saved */
export function edit(deck, messages, saved) {
  const before = [...byId('messages').children].map((one) => /** @type {Field} */ (shown.get(one)));
  lay(messages.map((one) => {
    const at = before.findIndex((field) => field.deck.deck === deck.deck && field.id === idOf(one));
    if (at < 0) return new Field(deck, one, saved).article;
    const [field] = before.splice(at, 1);
    field.renew(deck, one);
    return field.article;
  }));
}

/** Articles in this order, of which those stay where they are that can: one may be pressed just now, and the one with
 * the focus would count as left. @param {Element[]} articles */
function lay(articles) {
  const box = byId('messages');
  for (const one of [...box.children]) if (!articles.includes(one)) one.remove();
  const focused = document.activeElement?.closest('article');
  articles.forEach((article, index) => {
    while (article === focused && box.children[index] !== article) box.children[index].remove();
    if (box.children[index] !== article) box.insertBefore(article, box.children[index] ?? null);
  });
}

/** Where one types, from the first to the last. @returns {HTMLTextAreaElement[]} */
export const texts = () => [...byId('messages').querySelectorAll('textarea')];

/** The field of a message, or the one that has the focus. @param {string} [id] */
export const fieldOf = (id) => {
  const article = id === undefined ? document.activeElement?.closest('article')
    : document.querySelector(`article[data-id="${CSS.escape(id)}"]`);
  return article ? shown.get(article) : undefined;
};

/** The field that one is about to leave: the one with the focus, or else one left just now, whose text is not saved yet,
 * or cannot be. @returns {Field | undefined} */
export const leftField = () => fieldOf() ?? [...byId('messages').children]
  .map((one) => /** @type {Field} */ (shown.get(one))).find((one) => one.dirty && one.mayEdit && !(one.told && one.stayed));

/** A message, and all that is shown of it. */
class Field {
  /** @param {Deck} deck @param {Message} one @param {Saved} saved */
  constructor(deck, one, saved) {
    this.id = idOf(one);
    this.number = ++fields;
    this.saved = saved;
    this.taken = 0;
    this.asked = 0;
    /** What could not be saved, of the message as it is. @type {?string} */
    this.failed = null;
    /** Whether it has kept its user from leaving: a press elsewhere is longer than an answer takes. */
    this.stayed = false;
    const kept = draft(deck.deck, this.id);
    this.seen = kept?.seen ?? one.msgstr;
    this.text = /** @type {HTMLTextAreaElement} */ (made('textarea', {
      rows: '2', lang: deck.language, dir: deck.dir, 'aria-labelledby': `source${this.number}`,
      'aria-describedby': `about${this.number}`,
    }));
    this.text.value = kept?.text ?? one.msgstr;
    this.remarked = made('div');
    this.about = made('div', { id: `about${this.number}`, 'aria-live': 'polite' }, this.remarked);
    this.approval = button('approve', 'Alt+A', () => this.write(true));
    this.buttons = made('div', { class: 'buttons' }, button('save', 'Ctrl+Enter', () => this.write(false)),
      this.approval, button('copy', 'Alt+C', () => this.put(this.one.msgid)));
    this.matches = made('div', { class: 'matches' });
    this.article = made('article', { 'data-id': this.id }, this.text, this.about, this.buttons, this.matches);
    shown.set(this.article, this);
    this.show(deck, one);
    this.listen();
  }

  get dirty() { return this.text.value !== this.seen; }

  get mayEdit() { return !readOnly && this.one.editable; }

  /** Whether the user was told that what stands there cannot be saved. */
  get told() { return this.text.value === this.failed || this.conflict !== null; }

  /** Where both texts stand that nobody has chosen from. */
  get conflict() { return this.about.querySelector('.conflict'); }

  /** What is shown in its place by now: an answer may come late. */
  get heir() {
    const field = fieldOf(this.id);
    return field?.deck.deck === this.deck.deck ? field : this;
  }

  /** Show the message as it is now, unless that is the same. @param {Deck} deck @param {Message} one */
  renew(deck, one) {
    if (JSON.stringify(this.one) !== JSON.stringify(one)) this.show(deck, one);
  }

  /** The message as it is now. What is typed stays, and its element too: cursor, composition and the browser's undo
   * are in it, and one that is taken away counts as left.
   * @param {Deck} deck @param {Message} one */
  show(deck, one) {
    const wasDirty = this.dirty;
    this.deck = deck;
    this.one = one;
    this.failed = null;
    if (!wasDirty || this.text.value === one.msgstr) this.seen = one.msgstr;
    if (!wasDirty && this.text.value !== one.msgstr) this.text.value = one.msgstr;
    this.text.readOnly = !this.mayEdit;
    this.article.dataset.state = one.state;
    this.article.className = one.state;
    this.surround();
    this.typed();
    if (this.conflict && this.dirty) this.both(one.msgstr);
    else this.settle();
    if (this.dirty && this.mayEdit) this.look();
  }

  /** Make anew what stands around the text; not its buttons, for one of them may be pressed just now. */
  surround() {
    const { deck, one } = this;
    const what = [words[one.kind], one.notes ? words.notes : '', words[one.state]].filter(Boolean).join(' · ');
    const stays = /** @type {Element[]} */ ([this.text, this.about, this.buttons, this.matches]);
    for (const child of [...this.article.children]) if (!stays.includes(child)) child.remove();
    this.text.before(
      made('p', { class: 'what' }, what, made('span', { class: 'unsaved' }, ` · ${words.unsaved}`)),
      made('p', { class: 'msgid', id: `source${this.number}`, lang: deck.sourceLanguage, dir: 'auto' }, one.msgid),
      ...beside.changes(deck, one), ...beside.terms(deck, one));
    this.say(this.remarks());
    this.buttons.hidden = !this.mayEdit;
    const approved = this.approval === document.activeElement && one.state !== 'fuzzy';
    this.approval.hidden = one.state !== 'fuzzy';
    if (approved) this.text.focus();
    this.matches.after(...one.comments.map((text) => made('p', { class: 'hint', dir: 'auto' }, text)));
  }

  remarks() {
    const { lent, lender } = this.one;
    return [...(lent ? [made('p', { class: 'hint' }, `${words.borrowed} (${lender}): ${lent}`)] : []),
      ...(this.one.editable ? [] : [made('p', {}, words.not_in_catalog)]),
      ...beside.verdict(this.one, true)];
  }

  listen() {
    let pause = 0;
    this.text.addEventListener('input', () => {
      this.typed();
      clearTimeout(pause);
      pause = window.setTimeout(() => this.look(), PAUSE);
    });
    // Who was shown both texts chooses by a button, and leaves the text for it.
    this.text.addEventListener('change', () => this.conflict || this.write(false));
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

  /** @param {Node[]} remarks */
  say(remarks) {
    this.remarked.replaceChildren(...remarks);
  }

  /** Show what memory has; of a fuzzy translation also what is wrong, for nobody has looked at it. */
  async remember() {
    if (!this.mayEdit || this.matches.childElementCount) return;
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

  /** Save what is typed, though the message may be gone meanwhile: the server says so; whether that could be done.
   * @param {boolean} approve */
  async write(approve) {
    await settled(); // what is on its way is ours, and must not be taken for somebody else's
    const approved = approve && this.mayEdit && this.one.state === 'fuzzy';
    if (readOnly || !(this.dirty || approved)) return true;
    const sent = this.draft();
    try {
      const now = await save({ ...sent, seen: this.seen, approve });
      this.heir.wrote(sent.msgstr);
      this.saved(now);
      mention(words.saved);
      return true;
    } catch (error) {
      this.heir.failed = sent.msgstr;
      if (error instanceof Conflict) this.heir.both(error.theirs);
      else say(/** @type {Error} */ (error).message);
      return false;
    }
  }

  /** The catalog has a text by now. @param {string} text */
  wrote(text) {
    this.seen = text;
    this.settle();
    this.typed();
  }

  /** Nothing is left to choose. */
  settle() {
    this.stayed = false;
    const chosen = this.conflict?.contains(document.activeElement);
    this.conflict?.remove();
    if (chosen) this.text.focus();
  }

  /** Somebody else wrote it meanwhile: show both, till somebody chooses. @param {string} theirs */
  both(theirs) {
    if (this.conflict?.children[1].textContent === theirs) return;
    this.conflict?.remove();
    const box = made('div', { class: 'conflict', role: 'alert' }, made('p', {}, words.conflict),
      made('p', { dir: 'auto', lang: this.deck.language }, theirs),
      button('keep_mine', '', () => { this.seen = theirs; this.write(false); }),
      button('take_theirs', '', () => { this.settle(); this.seen = theirs; this.put(theirs); this.typed(); }));
    this.about.append(box);
  }
}

/** @param {string} name @param {string} key @param {() => void} act */
function button(name, key, act) {
  const made_ = made('button', { type: 'button', 'data-act': name, title: key }, words[name]);
  // A text that is left is saved: not for a button beside it, which says itself what is done.
  made_.addEventListener('mousedown', (event) => event.preventDefault());
  made_.addEventListener('click', act);
  return made_;
}
