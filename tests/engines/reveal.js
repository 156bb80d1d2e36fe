// reveal.js' Markdown plug-in: for each line of input, a deck as JSON, what it makes of the slides, as a line of JSON.
"use strict";
const { readFileSync } = require("node:fs");
const { createInterface } = require("node:readline");
const { createRequire } = require("node:module");
const { dirname, join } = require("node:path");
const { pathToFileURL } = require("node:url");

const from = createRequire(pathToFileURL(process.argv[2]));
const { JSDOM } = from("jsdom");
const { loadFront } = from("yaml-front-matter");
const { window } = new JSDOM("<div class=reveal></div>", { runScripts: "outside-only" });
window.eval(readFileSync(join(dirname(process.argv[2]), process.argv[3]), "utf8"));

// What a translation may change: words, and where they stand within a block.
const WORDS = /^(alt|title)$/;
const INLINE = /^(a|abbr|b|br|cite|code|del|em|i|img|input|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/;
const HARMLESS = /^(abbr|b|br|cite|code|del|em|i|ins|kbd|mark|q|s|small|strong|sub|sup|u|wbr)$/;
const PARSED = /^data-markdown/;
const DEFAULTS = { separator: "\r?\n---\r?\n", verticalSeparator: "\r?\n----\r?\n" };
const ATTRIBUTES = { separator: "data-separator", verticalSeparator: "data-separator-vertical", notesSeparator: "data-separator-notes" };

const isWords = (node, name) => WORDS.test(name) || PARSED.test(name) || (name === "id" && /^H[1-6]$/.test(node.tagName));
const attributes = (node) => [...(node.attributes || [])].filter(({ name }) => !isWords(node, name)).map(({ name, value }) => `${name}=${value}`).sort();

function front(text) {
  try {
    const { __content, ...said } = loadFront(text);
    return Object.keys(said).length ? { content: __content || text, said } : null;
  } catch {
    return null;
  }
}

function tree(node) {
  const blocks = [];
  const within = [];
  const walk = (one, inline) => {
    if (one.nodeType === 8) (inline ? within : blocks).push(`<!--${one.nodeValue}-->`);
    if (one.nodeType !== 1) return;
    const tag = one.tagName.toLowerCase();
    if (tag === "pre") return void blocks.push(["pre", attributes(one), one.innerHTML]);
    if (!INLINE.test(tag)) return void blocks.push([tag, attributes(one), tree(one)]);
    const own = attributes(one);
    if (own.length || !HARMLESS.test(tag)) within.push([tag, own]);
    if (tag !== "code") one.childNodes.forEach((inner) => walk(inner, true));
  };
  node.childNodes.forEach((one) => walk(one, false));
  return [blocks, within.map((one) => JSON.stringify(one)).sort()];
}

function slide(section) {
  const notes = section.querySelector(":scope > aside.notes");
  const below = section.parentNode.tagName === "SECTION" && section.previousElementSibling !== null;
  return { below, attributes: attributes(section), notes: Boolean(notes), blocks: tree(section) };
}

function loaded(plugin, root, text) {
  const found = front(text);
  if (!found) {
    plugin.init({ getConfig: () => ({}), getRevealElement: () => root });
    root.innerHTML = plugin.slidify(text, { ...DEFAULTS });
    return plugin.convertSlides();
  }
  const said = { ...DEFAULTS, ...found.said };
  const section = window.document.createElement("section");
  section.setAttribute("data-markdown", "");
  for (const [key, name] of Object.entries(ATTRIBUTES)) {
    if (key in said) section.setAttribute(name, String(said[key]).replace(/\n/g, "\\n").replace(/\r/g, "\\r"));
  }
  section.innerHTML = `<textarea data-template>\n            ${found.content}\n          </textarea>`;
  root.append(section);
  return plugin.init({ getConfig: () => ({}), getRevealElement: () => root });
}

// What a slide says, without code.
function words(section) {
  const copy = section.cloneNode(true);
  copy.querySelectorAll("code, pre, script, style").forEach((one) => one.remove());
  return copy.textContent;
}

// A page, with its own sections.
function inPage(plugin, root, page) {
  const { document } = new JSDOM(page).window;
  root.append(window.document.importNode(document.body, true));
  return plugin.init({ getConfig: () => ({}), getRevealElement: () => root });
}

async function answered(asked) {
  const root = window.document.querySelector(".reveal");
  root.innerHTML = "";
  if (asked.page === undefined) await loaded(window.RevealMarkdown(), root, asked);
  else await inPage(window.RevealMarkdown(), root, asked.page);
  const sections = [...root.querySelectorAll("section[data-markdown-parsed]")];
  return { slides: sections.map(slide), words: sections.map(words) };
}

(async () => {
  process.stdout.write('"ready"\n');
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answered(JSON.parse(line))) + "\n");
  }
})();
