// Marp Core as a program: for each line of input, a deck and the themes that its project has, as JSON, its slides as
// Marp makes them, as a line of JSON. Only the library is loaded: no configuration of a project, which may be a program,
// is looked for, and neither decks nor themes name any file that is read.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { runInThisContext } from 'node:vm';

const CORE = '@marp-team/marp-core';
/** Milliseconds after which a deck is given up, if nobody is there any more who would end this. */
const PATIENCE = 30_000;
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

/** Marp Core as node finds it from a file, or as the Marp CLI does that node finds from there. */
function found(from) {
  const near = createRequire(from);
  try {
    return near(CORE);
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return createRequire(near.resolve('@marp-team/marp-cli/package.json'))(CORE);
  }
}

function rendered(Marp, { deck, themes }) {
  // Emoji are the system's: pictures of them would be fetched from elsewhere, and no deck names them.
  const marp = new Marp({ emoji: { shortcode: true, unicode: false } });
  for (const theme of themes) {
    try {
      marp.themeSet.add(theme);
    } catch {
      // Styles of something else; a deck that names them is shown in the theme that Marp takes instead.
    }
  }
  const { html, css } = marp.render(deck);
  return { html, css };
}

function answer(Marp, line) {
  try {
    globalThis.render = () => rendered(Marp, JSON.parse(line));
    return runInThisContext('render()', { timeout: PATIENCE });
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

try {
  const { Marp } = found(process.argv[2]);
  for await (const line of createInterface({ input: process.stdin })) say(answer(Marp, line));
} catch (error) {
  say({ missing: String(error?.message ?? error) });
}
