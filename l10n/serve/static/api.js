// What the page asks of the server.

/**
 * @typedef {{rule: string, severity: string, message: string}} Finding
 * @typedef {{source: string, target: string[], note: string}} Term
 * @typedef {{msgctxt: ?string, msgid: string, msgstr: string, previous: string, comments: string[], kind: string,
 *   notes: boolean, line: number, state: string, reason: string, findings: Finding[], terms: Term[],
 *   editable: boolean}} Message
 * @typedef {{number: number, title: string, at: number, last: number, messages: Message[],
 *   states: Record<string, number>}} Slide
 * @typedef {{deck: string, language: string, dir: string, sourceLanguage: string, slides: Slide[],
 *   shown: {path: string, how: string, before: number}}} Deck
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

/** @param {Response} response @returns {Promise<any>} */
async function answered(response) {
  const isData = response.headers.get('content-type')?.startsWith('application/json');
  const data = isData ? await response.json() : { error: await response.text() };
  if (response.status === 409) throw new Conflict(data.theirs);
  if (!response.ok) throw new Error(data.error);
  return data;
}

/** @param {string} path @param {unknown} body */
async function written(path, body) {
  const headers = { 'content-type': 'application/json', 'x-l10n-token': token };
  return answered(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** @returns {Promise<string[]>} */
export const decks = async () => answered(await fetch('/api/decks'));

/** @param {string} name @returns {Promise<Deck>} */
export const deck = async (name) => answered(await fetch('/api/deck?' + new URLSearchParams({ deck: name })));

/**
 * @param {{deck: string, msgctxt: ?string, msgid: string, seen: string, msgstr: string, approve: boolean}} edit
 * @returns {Promise<Deck>}
 */
export const save = (edit) => written('/api/save', edit);

/** @returns {Promise<?Deck>} */
export const undo = () => written('/api/undo', {});

/** @param {(event: {decks?: string[], problem?: string}) => void} told @param {() => void} lost */
export function listen(told, lost) {
  const events = new EventSource('/api/events');
  events.onmessage = (event) => told(JSON.parse(event.data));
  events.onerror = lost;
}
