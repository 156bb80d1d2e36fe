// Slides that pandoc made. It makes sections of titles within slides, too, which reveal.js would take for slides.
(() => {
  for (const section of document.querySelectorAll('#title-slide section, section.slide section')) {
    const block = document.createElement('div');
    for (const { name, value } of section.attributes) block.setAttribute(name, value);
    block.append(...section.childNodes);
    section.replaceWith(block);
  }
  Reveal.initialize(JSON.parse(document.getElementById('l10n-deck').textContent).options);
})();
