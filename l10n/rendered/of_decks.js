// The slides of reveal.js that are of a deck: those that a page has in HTML are of none, if there are others.
() => {
  const every = Reveal.getSlides();
  const ofDecks = every.filter((slide) => slide.hasAttribute('data-markdown-parsed'));
  return ofDecks.length ? ofDecks : every;
}
