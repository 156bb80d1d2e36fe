// Links to this page in the other languages that it is built in, where this script stands in the page:
// <script src="../languages.js"></script>, with a ../ for each folder that the page lies in.
(() => {
  const languages = [/* languages */];
  const script = document.currentScript;
  const root = new URL('.', script.src).href;
  const here = location.href.split(/[?#]/)[0];
  const way = here.startsWith(root) ? here.slice(root.length).split('/') : [];
  const now = languages.find((one) => encodeURIComponent(one.locale) === way[0]);
  if (!now) return; // the page is not among the built ones
  const nav = document.createElement('nav');
  nav.className = 'l10n-languages';
  for (const one of languages) {
    const link = document.createElement('a');
    link.href = [root + encodeURIComponent(one.locale), ...way.slice(1)].join('/');
    link.hreflang = link.lang = one.tag;
    link.dir = one.dir;
    link.textContent = one.name;
    if (one === now) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', () => { link.hash = location.hash; }); // the same slide
    nav.append(link, ' ');
  }
  script.after(nav);
})();
