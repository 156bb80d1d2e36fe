// By how much what a slide shows leaves it, slide by slide; nothing as long as there are no slides.
// Content is measured, not boxes: the lines of text, and pictures. For each slide: how much too high and too
// wide, and how high a line is, in pixels of an unscaled slide.
() => {
  const pictures = [...document.images].every((one) => one.complete);
  if (document.readyState !== 'complete' || document.fonts.status !== 'loaded' || !pictures) {
    return null;
  }

  const PICTURES = 'img, svg, video, canvas, object, iframe';

  function rectangles(slide) {
    const found = [...slide.querySelectorAll(PICTURES)].flatMap((one) => [...one.getClientRects()]);
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const around = text.parentElement;
      if (text.data.trim() && !around.closest('.remark-slide-number, script, style, aside.notes')
          && getComputedStyle(around).visibility !== 'hidden') {
        range.selectNodeContents(text);
        found.push(...range.getClientRects());
      }
    }
    return found.filter((one) => one.width > 0 && one.height > 0);
  }

  function overflow(slide, area) {
    const edge = area.getBoundingClientRect();
    const scale = edge.width / area.offsetWidth;
    const found = rectangles(slide);
    const most = (beyond) => Math.max(0, ...found.map(beyond)) / scale;
    const style = getComputedStyle(slide);
    const high = Math.max(most((one) => one.bottom - edge.bottom), most((one) => edge.top - one.top));
    const wide = Math.max(most((one) => one.right - edge.right), most((one) => edge.left - one.left));
    const line = parseFloat(style.lineHeight) || 1.2 * parseFloat(style.fontSize);
    return `${high} ${wide} ${line}`;
  }

  function ofRemark() {
    return [...document.querySelectorAll('.remark-slides-area .remark-slide-container')].map((one) => {
      const before = one.style.cssText;
      one.style.cssText = 'display: block !important; visibility: visible !important';
      // The content grows with what is in it; what scales it is as large as a slide, and cuts it off.
      const slide = one.querySelector('.remark-slide-content');
      const measured = overflow(slide, one.querySelector('.remark-slide-scaler'));
      one.style.cssText = before;
      return measured;
    });
  }

  function ofReveal() {
    Reveal.configure({ transition: 'none', backgroundTransition: 'none' });
    return Reveal.getSlides().map((slide) => {
      const at = Reveal.getIndices(slide);
      Reveal.slide(at.h, at.v);
      return overflow(slide, document.querySelector('.reveal .slides'));
    });
  }

  const reveal = window.Reveal?.isReady?.();
  const slides = document.querySelector('.remark-slides-area') ? ofRemark() : reveal ? ofReveal() : [];
  // Whatever a page has made of arrays and their like, this is a plain text: nothing of the page runs later.
  return slides.length ? `${slides.join(';')}` : null;
}
