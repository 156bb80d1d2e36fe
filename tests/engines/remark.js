// remark itself, without a page: reads decks as JSON lines, answers what the engine makes of each. Of {"markdown": text}
// it answers what the renderer's lexer makes of that; of {"inline": text, "links": definitions}, what stands in the text.
//
//   node remark.js path/to/remark.min.js [path/to/marked.js]
//
// A renderer that is named takes the place of the bundle's own, with the same options.
// The bundle is started without its entry module, which needs a browser; parser and slideshow do not.

"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");
const vm = require("vm");

const MODULES = 1000;
const ENTRY = /\[\d+\]\);?\s*$/;

// The module that sets the renderer's options makes an element first.
const document = { createElement: () => ({}) };
const context = vm.createContext({ window: { postMessage() {} }, document, navigator: { userAgent: "" } });
vm.runInContext(fs.readFileSync(process.argv[2], "utf8").replace(ENTRY, "[]);"), context);

function modules() {
  const found = [];
  for (let number = 1; number < MODULES; number++) {
    try {
      found.push(context.require(number));
    } catch {
      // What needs a browser is not needed here.
    }
  }
  return found.filter(Boolean);
}

const all = modules();
const Parser = all.find((one) => one.prototype && one.prototype.parse);
const Slideshow = all.find(isSlideshow);
const { version } = all.find((one) => typeof one.version === "string" && one.documentStyles !== undefined);
const marked = renderer(all.find((one) => one.Lexer && one.Parser));
// Any macro is known, and stands for what neither lexer nor parser takes for anything.
const macros = new Proxy({}, { get: () => () => "![:]" });
Object.setPrototypeOf(all.find((one) => typeof one.hello === "function"), macros);

function renderer(own) {
  if (process.argv[3] === undefined) {
    return own;
  }
  const { gfm, tables, breaks, pedantic, sanitize, smartLists } = own.defaults;
  return require(path.resolve(process.argv[3])).setOptions({ gfm, tables, breaks, pedantic, sanitize, smartLists });
}

function isSlideshow(one) {
  try {
    return typeof started(one, "").getSlides === "function";
  } catch {
    return false;
  }
}

function started(Slideshow, source) {
  return new Slideshow({ on() {}, emit() {} }, {}, { source });
}

// Content as the engine nests it: strings, and for a content class its names, whether it is a block, and its content.
function nested(content) {
  return (Array.isArray(content) ? content : [content]).map((one) =>
    typeof one === "string" ? one : [one.class, one.block, nested(one.content)],
  );
}

// The kinds of blocks that the renderer finds in content, as remark puts it together for it; then in each content class.
function blocks(content, links) {
  const parts = Array.isArray(content) ? content : [content];
  const classes = parts.filter((one) => typeof one !== "string" && one.block);
  const tokens = marked.Lexer.lex(parts.map(written).join("").replace(/^\s+/, ""));
  const kinds = tokens
    .filter(({ type }) => type !== "space")
    .map(({ type, depth, ordered }) => [type, depth, ordered].join(" "));
  // Each line of an item's text is a token.
  return [
    kinds.filter((kind, at) => kind !== kinds[at - 1] || !kind.startsWith("text")),
    markup(tokens, links),
    ...classes.map((one) => blocks(one.content, links)),
  ];
}

function written(one) {
  if (typeof one === "string") {
    return one;
  }
  const inner = Array.isArray(one.content) ? one.content : [one.content];
  return one.block ? `<div class="${one.class}"></div>` : `<span class="${one.class}">${inner.map(written).join("")}</span>`;
}

function slide(one) {
  const { properties, links } = one;
  const targets = Object.fromEntries(Object.entries(links).map(([label, link]) => [label, link.href]));
  return {
    properties,
    links: targets,
    notes: one.notes ? nested(one.notes) : null,
    content: nested(one.content),
    blocks: [one.content, one.notes || []].map((content) => blocks(content, links)),
  };
}

// Empty where the slideshow fails: that of 0.15 cannot begin with a slide that does not count.
function shown(source) {
  try {
    return started(Slideshow, source).getSlides().map(slide);
  } catch {
    return [];
  }
}

function lexed(markdown) {
  const tokens = marked.Lexer.lex(markdown.replace(/^\s+/, ""));
  return { tokens: [...tokens], links: tokens.links };
}

// The tags of the blocks' texts, and where links and images lead; a URL that is the text of a link is that link's.
function markup(tokens, links) {
  const found = [];
  const renderer = Object.assign(new marked.Renderer(), {
    link(target, title, text) {
      for (const [, at] of text.matchAll(/\ue000(\d+);/g)) {
        delete found[at];
      }
      return `\ue000${found.push(["LINK", target]) - 1};`;
    },
    image: (target) => found.push(["IMAGE", target]) && "",
  });
  for (const [label, { href, title }] of Object.entries(links)) {
    tokens.links[label.toLowerCase()] = { href, title };
  }
  const rules = marked.InlineLexer.rules.gfm;
  const { tag } = rules;
  const { mangle } = marked.InlineLexer.prototype;
  const exec = (source) => {
    const match = tag.exec(source);
    if (match) {
      found.push(["TAG", match[0].split(/\s+/).join(" ")]);
    }
    return match;
  };
  rules.tag = { exec };
  marked.InlineLexer.prototype.mangle = (address) => address;
  try {
    marked.Parser.parse(tokens, { ...marked.defaults, renderer });
  } finally {
    rules.tag = tag;
    marked.InlineLexer.prototype.mangle = mangle;
  }
  return found.filter(Boolean).sort();
}

// What the renderer finds in the text of a block, in the order in which it ends: what it is, and what it says.
function inlines(text, links) {
  const found = [];
  const told = (kind) => (value) => found.push([kind, kind === "CODE" ? unescaped(value) : ""]) && "";
  const leading = (kind) => (target, title, value) =>
    found.push([kind, unescaped(target), title === null ? "" : unescaped(title)]) && "";
  const renderer = Object.assign(new marked.Renderer(), {
    strong: told("STRONG"),
    em: told("EMPHASIS"),
    del: told("DELETED"),
    codespan: told("CODE"),
    br: told("BREAK"),
    link: leading("LINK"),
    image: leading("IMAGE"),
  });
  const lexer = new marked.InlineLexer(links, { ...marked.defaults, renderer });
  const { tag } = lexer.rules;
  const exec = (source) => {
    const match = tag.exec(source);
    if (match) {
      found.push(["TAG", match[0]]);
    }
    return match;
  };
  lexer.rules = { ...lexer.rules, tag: { exec } };
  lexer.mangle = (address) => address;
  lexer.output(text.replace(/\t/g, "    ").replace(/\u00a0/g, " ").replace(/\u2424/g, "\n"));
  return found;
}

function unescaped(text) {
  const signs = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => signs[name]);
}

function answer(source) {
  if (source.inline !== undefined) {
    return inlines(source.inline, source.links);
  }
  if (source.markdown !== undefined) {
    return lexed(source.markdown);
  }
  return { parsed: new Parser().parse(source, macros).map(slide), shown: shown(source) };
}

console.log(JSON.stringify(version));
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  console.log(JSON.stringify(answer(JSON.parse(line))));
});
