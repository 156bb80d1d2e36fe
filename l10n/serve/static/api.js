// What the page asks of the server.

import { words } from './dom.js';

/**
 * @typedef {{rule: string, severity: string, message: string}} Finding
 * @typedef {{source: string, target: string[], note: string}} Term
 * @typedef {{kind: string, text: string}} Change
 * @typedef {{reason: string, findings: Finding[]}} Verdict
 * @typedef {{msgstr: string, catalog: string, percent: number, changes: Change[]}} Match
 * @typedef {{msgctxt: ?string, msgid: string, msgstr: string, changes: Change[], comments: string[], kind: string,
 *   notes: boolean, line: number, state: string, reason: string, findings: Finding[], terms: Term[],
 *   lender: string, lent: string, editable: boolean}} Message
 * @typedef {{source: string, built: string}} Versions
 * @typedef {{number: number, title: string, at: number, last: number, messages: Message[],
 *   states: Record<string, number>}} Slide
 * @typedef {{deck: string, language: string, dir: string, sourceLanguage: string, slides: Slide[],
 *   shown: {path: string, query: string, how: string, why: string, before: number}, versions: Versions, reading: number}} Deck
 * @typedef {{deck: string, msgctxt: ?string, msgid: string, msgstr: string}} Draft
 */

const token = document.body.dataset.token ?? '';
export const readOnly = token === '';
export const decksAt = document.body.dataset.decks ?? '';

/** The catalog has another text by now. */
export class Conflict extends Error {
  /** @param {string} theirs */
  constructor(theirs) {
    super('conflict');
    this.theirs = theirs;
  }
}

/** @param {string} path @param {RequestInit} [how] @returns {Promise<any>} */
async function answered(path, how) {
  const response = await fetch(path, how).catch(() => { throw new Error(words.lost); });
  const isData = response.headers.get('content-type')?.startsWith('application/json');
  const data = isData ? await response.json() : { error: await response.text() };
  if (response.status === 409) throw new Conflict(data.theirs);
  if (!response.ok) throw new Error(data.error);
  return data;
}

/** @param {string} path @param {unknown} body @param {RequestInit} [how] */
function posted(path, body, how) {
  const headers = { 'content-type': 'application/json', 'x-l10n-token': token };
  return answered(path, { method: 'POST', headers, body: JSON.stringify(body), ...how });
}

/** What is being written. @type {Promise<unknown>} */
let writing = Promise.resolve();

/** What is on its way is written though the page is closed meanwhile. @param {string} path @param {unknown} body */
function written(path, body) {
  const answer = posted(path, body, { keepalive: true });
  writing = answer.catch(() => {}); // whoever writes is told
  return answer;
}

/** Once nothing is being written. */
export const settled = () => writing;

/** Whether the server is still the one that this page is of: its secrets are new with each run. */
export const sameRun = async () => (await (await fetch('/')).text()).includes(decksAt);

/** @returns {Promise<string[]>} */
export const decks = () => answered('/api/decks');

/** @param {string} name @returns {Promise<Deck>} */
export const deck = (name) => answered('/api/deck?' + new URLSearchParams({ deck: name }));

/** The next deck with a message in a state. @param {string} name @param {string} state @returns {Promise<?Deck>} */
export const next = (name, state) => answered('/api/next?' + new URLSearchParams({ deck: name, state }));

/** What is wrong with a translation. @param {Draft} draft @returns {Promise<Verdict>} */
export const verdict = (draft) => posted('/api/draft', draft);

/** What there is already for a message. @param {Draft} draft @returns {Promise<Match[]>} */
export const memory = (draft) => posted('/api/memory', draft);

/** @param {Draft & {seen: string, approve: boolean}} edit @returns {Promise<Deck>} */
export const save = (edit) => written('/api/save', edit);

/** The deck and the message of which a save was taken back. @returns {Promise<?Deck & {undone: Message}>} */
export const undo = () => written('/api/undo', {});

/**
 * @param {(event: {decks?: Record<string, Versions>, problem?: string}) => void} told
 * @param {() => void} lost @param {() => void} back
 */
export function listen(told, lost, back) {
  const events = new EventSource('/api/events');
  let wasLost = false;
  events.onmessage = (event) => told(JSON.parse(event.data));
  events.onerror = () => { wasLost = true; lost(); };
  events.onopen = () => { if (wasLost) back(); wasLost = false; };
}
