// The slide that the address names, in both frames, and in the list.
(() => {
  const kinds = ['source', 'built'];
  const slides = [...document.querySelectorAll('section')];
  let at = -1;
  // A frame of no origin loads nothing from files. Each file is an origin of its own, so that a deck reaches no more
  // than when it is opened alone.
  if (location.protocol === 'file:') {
    for (const kind of kinds) document.getElementById(kind).sandbox.add('allow-same-origin');
  }

  function show() {
    const found = slides.findIndex((one) => `#${one.id}` === location.hash);
    if (found < 0 && slides.length) {
      location.replace(`#${slides[0].id}`);
      return;
    }
    at = found;
    slides.forEach((one, index) => { one.hidden = index !== at; });
    for (const kind of kinds) {
      document.getElementById(kind).src = slides[at].dataset[kind];
    }
    for (const link of document.querySelectorAll('ol a')) {
      link.toggleAttribute('aria-current', link.hash === location.hash);
    }
    document.querySelector('ol [aria-current]').scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey && slides[at + step]) {
      location.hash = slides[at + step].id;
    }
  });
  addEventListener('hashchange', show);
  if (slides.length) show();
})();
