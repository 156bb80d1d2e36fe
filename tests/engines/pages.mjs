// Readers of pages: for each line of input, {"reader": name, "text": page}, the HTML or an error, as a line of JSON.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.argv[2]));
const wanted = process.argv[3];

async function reader(name) {
  if (name === "mdx") {
    const load = async (module) => import(pathToFileURL(require.resolve(module)));
    const { compile } = await load("@mdx-js/mdx");
    const gfm = (await load("remark-gfm")).default;
    const front = (await load("remark-frontmatter")).default;
    return async (text) => String(await compile(text, { remarkPlugins: [gfm, [front, ["yaml", "toml"]]], outputFormat: "function-body" }));
  }
  const MarkdownIt = require("markdown-it");
  const container = require("markdown-it-container");
  const plain = (module) => { const made = require(module); return made.default ?? made; };
  const markdown = MarkdownIt({ html: true, linkify: false })
    .use(plain("markdown-it-attrs")).use(plain("markdown-it-deflist")).use(plain("markdown-it-footnote"));
  for (const one of ["tip", "note", "warning", "details"]) {
    markdown.use(container.default ?? container, one, {
      render: (tokens, at) => tokens[at].nesting === 1
        ? `<div class="${one}"><p>${markdown.renderInline(tokens[at].info.trim().slice(one.length).trim())}</p>\n`
        : "</div>\n",
    });
  }
  return async (text) => markdown.render(text);
}

const read = await reader(wanted);
console.log(JSON.stringify("ready"));
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ html: await read(JSON.parse(line)) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
