// Of the slides that Marp made, the one that the address names is to be seen: by its number, or by what stands there. The
// others are laid out, too: Marp fits headings and code to them, and they may be measured.
(() => {
  const slides = [...document.querySelectorAll('svg[data-marpit-svg]')];

  function show() {
    const name = decodeURIComponent(location.hash.slice(1));
    const wanted = slides[Number(name) - 1] ?? document.getElementById(name)?.closest('svg[data-marpit-svg]');
    if (wanted) slides.forEach((one) => one.classList.toggle('l10n-away', one !== wanted));
  }

  slides.slice(1).forEach((one) => one.classList.add('l10n-away'));
  addEventListener('hashchange', show);
  show();
})();
