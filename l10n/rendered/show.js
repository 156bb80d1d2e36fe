// One slide of a page, counted from 1, with all its steps, as soon as it is there whole.
(slidesOfDecks) => async (number) => {
  function ofRemark() {
    document.querySelectorAll('.remark-slides-area .remark-slide-container').forEach((one, index) => {
      one.classList.remove('remark-fading');
      one.classList.toggle('remark-visible', index === number - 1);
    });
  }

  function ofReveal() {
    const slide = slidesOfDecks()[number - 1];
    const at = Reveal.getIndices(slide);
    Reveal.slide(at.h, at.v);
    for (const step of slide.querySelectorAll('.fragment')) {
      step.style.setProperty('transition', 'none', 'important');
      step.style.setProperty('opacity', '1', 'important');
      step.style.setProperty('visibility', 'visible', 'important');
    }
  }

  function ofMarp(slides) {
    slides.forEach((one, index) => one.classList.toggle('l10n-away', index !== number - 1));
  }

  const slides = document.querySelectorAll('svg[data-marpit-svg]');
  if (document.querySelector('.remark-slides-area')) {
    ofRemark();
  } else if (slides.length) {
    ofMarp(slides);
  } else {
    ofReveal();
  }
  await document.fonts.ready;
  const painted = () => new Promise((done) => { requestAnimationFrame(done); });
  await painted();
  await painted();
}
