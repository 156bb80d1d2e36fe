// The editor asks for a slide by its number, as remark has it; reveal.js has addresses of its own.
(slidesOfDecks) => {
  const PATIENCE = 20_000;
  const end = Date.now() + PATIENCE;
  let wanted = location.hash;
  const isNumber = (hash) => /^#\d+$/.test(hash);
  const isReady = () => window.Reveal?.isReady?.();

  function go() {
    const slide = slidesOfDecks()[Number(wanted.slice(1)) - 1];
    if (!slide) return;
    const { h, v } = Reveal.getIndices(slide);
    Reveal.slide(h, v);
  }

  addEventListener('hashchange', (event) => {
    const asked = new URL(event.newURL).hash; // reveal.js may have put another there since
    if (!isNumber(asked)) return;
    wanted = asked;
    if (!window.Reveal) return; // not yet, or never
    event.stopImmediatePropagation();
    if (isReady()) go();
  });
  const clock = setInterval(() => {
    if (!isReady() && Date.now() < end) return;
    clearInterval(clock);
    if (isReady() && isNumber(wanted)) go();
  }, 50);
}
