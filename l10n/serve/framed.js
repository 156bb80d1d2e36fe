// What a page lacks in a sandboxed frame.
(() => {
  // Storage that lasts as long as the page: there is none, and reveal.js 6 stops where it asks for it.
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(String(key)) ?? null,
    setItem: (key, value) => { kept.set(String(key), String(value)); },
    removeItem: (key) => { kept.delete(String(key)); },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() { return kept.size; },
  };
  for (const name of ['sessionStorage', 'localStorage']) {
    try {
      window[name];
    } catch {
      Object.defineProperty(window, name, { value: storage });
    }
  }

  // The editor asks for a slide by its number, as remark has it; reveal.js has addresses of its own.
  const PATIENCE = 20_000;
  const end = Date.now() + PATIENCE;
  let wanted = location.hash;
  const isNumber = (hash) => /^#\d+$/.test(hash);
  const isReady = () => window.Reveal?.isReady?.();

  function go() {
    const slide = Reveal.getSlides()[Number(wanted.slice(1)) - 1];
    if (!slide) return;
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
  }

  addEventListener('hashchange', (event) => {
    if (!window.Reveal || !isNumber(location.hash)) return;
    event.stopImmediatePropagation();
    wanted = location.hash;
    if (isReady()) go();
  });
  const clock = setInterval(() => {
    if (!isReady() && Date.now() < end) return;
    clearInterval(clock);
    if (isReady() && isNumber(wanted)) go();
  }, 50);
})();
