// Slidev: for each line of input, a deck as JSON, what it makes of the slides, as a line of JSON.
//
// @slidev/parser cuts the deck. Slides are read as @slidev/cli has unplugin-vue-markdown do it: by markdown-exit with
// the same plug-ins, those of Slidev itself out of its bundle.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const packages = dirname(process.argv[2]);
const load = async (...path) => import(pathToFileURL(join(packages, ...path)));

function main(name) {
  const said = JSON.parse(readFileSync(join(packages, "node_modules", name, "package.json"), "utf8"));
  return load("node_modules", name, said.module || said.main || "dist/index.mjs");
}

const { parseSync } = await load("parser", "package", "dist", "core.mjs");
const { createMarkdownExit } = await main("markdown-exit");
const { componentPlugin } = await main("@mdit-vue/plugin-component");
const plain = async (name) => (await main(name)).default;

const DIST = join(packages, "cli", "package", "dist");
const BUNDLE = readFileSync(join(DIST, readdirSync(DIST).find((name) => name.startsWith("serve-"))), "utf8");

function region(path, gives) {
  const start = BUNDLE.indexOf(path);
  const code = BUNDLE.slice(BUNDLE.indexOf("\n", start), BUNDLE.indexOf("\n//#endregion", start));
  return new Function("escapeVueInCode", "normalizeRangeStr", "katex", `${code}\nreturn ${gives};`)(String, String, null);
}

const slots = region("//#region node/syntax/slot-sugar.ts", "MarkdownItSlotSugar");
const formulas = region("//#region node/syntax/katex.ts", "MarkdownItKatex");

// As node/syntax/snippet.ts, but whatever file it is, it is there.
function snippets(md) {
  const rule = (state, start, end, silent) => {
    const line = state.src.slice(state.bMarks[start] + state.tShift[start], state.eMarks[start]);
    if (!/^<<<[ \t]*(\S.*?)(#[\w-]+)?[ \t]*(?:[ \t](\S+?))?[ \t]*(\{.*)?$/.test(line)) return false;
    if (silent) return true;
    Object.assign(state.push("fence", "code", 0), { info: line, map: [start, start + 1] });
    state.line = start + 1;
    return true;
  };
  md.block.ruler.before("fence", "snippet_import", rule, { alt: ["paragraph", "reference", "blockquote", "list"] });
}

const footnotes = await plain("markdown-it-footnote");
const alerts = await plain("markdown-it-github-alerts");
const comark = await plain("@comark/markdown-it");

function reader({ components, fuzzy }) {
  const md = createMarkdownExit({ html: true, linkify: true, typographer: true, quotes: "\"\"''", xhtmlOut: true });
  md.use(componentPlugin);
  md.linkify.set({ fuzzyLink: fuzzy }); // versions before 52 make links of bare domains
  for (const plugin of [snippets, footnotes, formulas, slots, ...(components ? [comark] : []), alerts]) md.use(plugin);
  return md;
}

const READERS = [true, false].flatMap((components) => [true, false].map((fuzzy) => reader({ components, fuzzy })));
const NOTES = createMarkdownExit({ html: true, linkify: true });

// What a translation may change: words, and where they stand within a block.
const WORDS = new Set(["alt", "title"]);
const FREE = /^(text|softbreak|hardbreak|code_inline|(em|strong|s)_(open|close)|mdc_inline_span)$/;
const HARMLESS = /^<\/?(b|i|em|strong|u|s|small|sub|sup|br|wbr|q|kbd|abbr|mark)\s*\/?>$/i;
const VERBATIM = /^(fence|code_block|math_.*)$/;

const VALUES = /(\s(?:alt|title|caption|label|summary|placeholder|aria-[a-z]+)\s*=\s*)(?:"[^"]*"|'[^']*')/gi;
const TAGS = /<!--[^]*?-->|<(script|style)\b[^]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|<[^<>]*>|\{\{[^]*?\}\}/g;

const tags = (html) => (html.match(TAGS) || []).map((tag) => tag.replace(VALUES, "$1"));

function said(token) {
  if (token.type.startsWith("html_")) return tags(token.content).filter((one) => !HARMLESS.test(one));
  return VERBATIM.test(token.type) ? token.content : "";
}

function seen(token) {
  const attributes = (token.attrs || []).filter(([name]) => !WORDS.has(name));
  return [token.type, token.tag, attributes, token.markup, token.info, said(token)];
}

function block(token) {
  if (token.type !== "inline") return JSON.stringify(seen(token));
  const children = token.children.filter((one) => !FREE.test(one.type) && !HARMLESS.test(one.content));
  const run = token.children.flatMap((one) => (one.type === "text" ? one.content.match(/\{\{[^]*?(\}\}|$)/g) || [] : []));
  return [...children.map((one) => JSON.stringify(seen(one))), ...run].sort();
}

const blocks = (md, text) => md.parse(text, {}).map(block);

function words(md, text) {
  const found = [];
  const walk = (token) => {
    if (token.children) token.children.forEach(walk);
    else if (token.type === "text" || token.type === "link") found.push(token.content);
    else if (token.type === "html_block") found.push(token.content.replace(/<!--[^]*?-->|<(style|script|pre|svg)\b[^]*?<\/\1>|<[^<>]*>/g, " "));
  };
  md.parse(text, {}).forEach(walk);
  return found;
}

const PROSE = new Set(["title", "titleTemplate", "info", "subtitle", "heading", "subheading", "caption", "figureCaption", "quote", "description"]);
const SEO = new Set(["ogTitle", "ogDescription", "twitterTitle", "twitterDescription"]);

function kept(matter) {
  if (!matter || typeof matter !== "object" || Array.isArray(matter)) return matter;
  const strings = (names) => (key, value) => names.has(key) && typeof value === "string" ? "" : value;
  const top = strings(PROSE);
  return Object.entries(matter).map(([key, value]) => {
    if (key === "seoMeta" && value && typeof value === "object") value = Object.entries(value).map(([one, said]) => [one, strings(SEO)(one, said)]);
    return [key, top(key, value)];
  });
}

function slide(one) {
  const included = Boolean(one.frontmatter && one.frontmatter.src);
  const note = one.note === undefined || included ? null : one.note;
  return {
    style: one.frontmatterStyle || "",
    matter: kept(one.frontmatter),
    note: note === null ? null : [(note.match(/\[click(?::\d+)?\]/gi) || []).sort(), blocks(NOTES, note)],
    blocks: included ? [] : READERS.map((md) => blocks(md, one.content)),
    images: included ? [] : one.images,
  };
}

function told(one) {
  if (one.frontmatter && one.frontmatter.src) return [];
  return [...words(READERS[0], one.content), ...words(NOTES, (one.note || "").replace(/\[click(?::\d+)?\]/gi, ""))];
}

function answer(text) {
  try {
    const { slides } = parseSync(text, "slides.md"); // fails where YAML names an anchor that is not there
    return { slides: slides.map(slide), notes: slides.map((one) => one.note !== undefined), words: slides.map(told) };
  } catch (error) {
    return { fails: String(error).split("\n")[0] };
  }
}

createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
});
process.stdout.write('"ready"\n');
