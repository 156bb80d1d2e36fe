// What is said beside a field: how its source changed, terms, what is wrong, what memory has.

import { made, words } from './dom.js';

/** @typedef {import('./api.js').Message} Message @typedef {import('./api.js').Deck} Deck */

const TAGS = /** @type {Record<string, string>} */ ({ removed: 'del', added: 'ins', same: 'span' });

/** The words of a change. @param {import('./api.js').Change[]} edits */
const marked = (edits) => edits.map((one) => made(TAGS[one.kind], {}, one.text));

/** How the source changed since it was translated. @param {Deck} deck @param {Message} one */
export const changes = (deck, one) => one.changes.length === 0 ? [] : [
  made('p', { class: 'hint' }, words.previous),
  made('p', { class: 'changes', lang: deck.sourceLanguage, dir: 'auto' }, ...marked(one.changes)),
];

/** The glossary's terms. @param {Deck} deck @param {Message} one */
export const terms = (deck, one) => one.terms.length === 0 ? [] : [
  made('ul', { class: 'terms', 'aria-label': words.terms }, ...one.terms.map((term) => made('li', {},
    made('span', { lang: deck.sourceLanguage, dir: 'auto' }, term.source), ' → ',
    made('b', { lang: deck.language, dir: 'auto' }, term.target.join(', ') || '–'),
    ...(term.note ? [made('small', {}, ` ${term.note}`)] : [])))),
];

/** What is wrong, each fault once, of what is saved or only typed. @param {import('./api.js').Verdict} said @param {boolean} saved */
export const verdict = (said, saved) => [
  ...(said.reason ? [flaw('error', saved ? words.not_published : words.would_break, said.reason)] : []),
  ...said.findings.filter((one) => one.message !== said.reason).map((one) => flaw(one.severity, words[one.severity], one.message, one.rule)),
];

/** @param {string} severity @param {string} what @param {string} message @param {string} [rule] */
const flaw = (severity, what, message, rule) =>
  made('p', { class: severity }, made('b', {}, what), ` ${message}`, ...(rule ? [' ', made('code', {}, rule)] : []));

/** What memory has. @param {Deck} deck @param {import('./api.js').Match[]} found @param {(text: string) => void} use */
export const matches = (deck, found, use) => found.length === 0 ? [] : [
  made('p', { class: 'hint' }, words.memory),
  ...found.map((one, index) => match(deck, one, use, index === 0 ? 'Alt+M' : '')),
];

/** @param {Deck} deck @param {import('./api.js').Match} one @param {(text: string) => void} use @param {string} key */
function match(deck, one, use, key) {
  const button = made('button', { type: 'button', title: key, 'data-use': true },
    words.use, ...(key ? [' ', made('kbd', {}, key)] : []));
  button.addEventListener('click', () => use(one.msgstr));
  return made('div', { class: 'match' },
    made('p', { lang: deck.language, dir: 'auto' }, one.msgstr),
    ...(one.changes.length ? [made('p', { class: 'changes', lang: deck.sourceLanguage, dir: 'auto' },
      ...marked(one.changes))] : []),
    made('p', { class: 'hint' }, made('b', {}, `${one.percent} %`), ` · ${one.catalog} `, button));
}
