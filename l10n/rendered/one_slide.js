// Of the slides that Marp made, the one that the address names by its number is to be seen. The others are laid out,
// too: Marp fits headings and code to them, and they may be measured.
(() => {
  function show() {
    const wanted = Number(location.hash.slice(1)) || 1;
    document.querySelectorAll('svg[data-marpit-svg]').forEach((slide, index) => {
      slide.classList.toggle('l10n-away', index !== wanted - 1);
    });
  }
  addEventListener('hashchange', show);
  show();
})();
