// Marp Core: for each line of input, a deck as JSON, what it makes of the slides, as a line of JSON.
"use strict";
const { createInterface } = require("node:readline");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");

const { Marp } = createRequire(pathToFileURL(process.argv[2]))("@marp-team/marp-core");
const marp = new Marp({ emoji: { unicode: false }, math: "katex", script: false, slug: false });

// What a translation may change: words, and where they stand within a block.
const WORDS = /^(alt|title|data-header|data-footer|lang|data-lang|data-marpit-scope-.*)$/;
const FREE = /^(text|softbreak|hardbreak|code_inline|(em|strong|s)_(open|close)|marpit_comment)$/;
const HARMLESS = /^<\/?(b|i|em|strong|u|s|small|sub|sup|br|wbr|q|kbd|abbr|mark)\s*\/?>$/i;
const HIDDEN = /^(marpit_comment|front_matter)$/;
const VERBATIM = /^(fence|code_block|code_inline|.*math.*|.*emoji.*)$/;

const tags = (html) => html.match(/<!--[^]*?-->|<[^<>]*>/g) || [];

function said(token) {
  if (token.type.startsWith("html_")) return tags(token.content).filter((one) => !HARMLESS.test(one)); // as inline
  return VERBATIM.test(token.type) ? token.content : "";
}

function commands(token) {
  if (!token.meta || !token.meta.marpitImage) return [];
  return token.meta.marpitImage.options.filter((one) => one.consumed).map((one) => one.content).sort();
}

function seen(token) {
  // The style of a slide repeats its directives.
  const words = (name) => WORDS.test(name) || (name === "style" && token.tag === "section");
  const attributes = (token.attrs || []).filter(([name]) => !words(name));
  return [token.type, token.tag, attributes, token.markup, token.info, said(token), commands(token)];
}

function block(token) {
  if (token.type === "marpit_hidden_inline") return [];
  if (token.type !== "inline") return seen(token);
  return token.children.filter((one) => !FREE.test(one.type) && !HARMLESS.test(one.content)).map((one) => JSON.stringify(seen(one))).sort();
}

const of = (tokens) => tokens.find((one) => one.meta && one.meta.marpitDirectives).meta.marpitDirectives;

function slide(tokens, comments) {
  const { header, footer, lang, ...directives } = of(tokens);
  return {
    blocks: tokens.filter((one) => !HIDDEN.test(one.type)).map(block),
    notes: comments.filter(Boolean).length,
    directives: { ...directives, header: Boolean(header), footer: Boolean(footer) },
  };
}

function words(tokens, comments) {
  const found = [...comments];
  const walk = (token) => {
    if (token.meta && token.meta.marpitImage) found.push(...token.meta.marpitImage.options.filter((one) => !one.consumed).map((one) => one.content));
    else if (token.children) token.children.forEach(walk);
    else if (token.type === "text") found.push(token.content);
    else if (token.type === "html_block") found.push(token.content.replace(/<(style|script|pre|svg)\b[^]*?<\/\1>|<[^<>]*>/g, " "));
  };
  let above = false;
  for (const token of tokens) {
    if (/^marpit_(header|footer)_open$/.test(token.type)) above = true;
    if (!above) walk(token);
    if (/^marpit_(header|footer)_close$/.test(token.type)) above = false;
  }
  return found;
}

createInterface({ input: process.stdin }).on("line", (line) => {
  marp.renderMarkdown(JSON.parse(line));
  // What stands above and below all slides is written once.
  const above = new Set(marp.lastSlideTokens.flatMap((tokens) => [of(tokens).header || "", of(tokens).footer || ""]));
  const each = (read) => marp.lastSlideTokens.map((tokens, at) => read(tokens, marp.lastComments[at]));
  process.stdout.write(JSON.stringify({ slides: each(slide), words: [...each(words), [...above]] }) + "\n");
});
process.stdout.write('"ready"\n');
