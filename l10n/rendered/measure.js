// By how much what a slide shows leaves it, slide by slide; nothing as long as there are no slides.
// Content is measured, not boxes: the lines of text, and pictures. For each slide: how much too high and too
// wide, how much of a text is cut off within it, and how high a line is, in pixels of an unscaled slide; then
// the addresses of its pictures and other media.
(slidesOfDecks) => () => {
  const pictures = [...document.images].every((one) => one.complete);
  if (document.readyState !== 'complete' || document.fonts.status !== 'loaded' || !pictures) {
    return null;
  }

  const PICTURES = 'img, svg, video, canvas, object, iframe';
  const UNSEEN = '.remark-slide-number, script, style, template, aside.notes';
  const CUTS = ['hidden', 'clip'];
  // What is smaller only holds words for those who listen.
  const SMALLEST = 4;

  // Steps of reveal.js are hidden till their turn comes.
  const isSeen = (around) => !around.closest(UNSEEN)
    && (getComputedStyle(around).visibility !== 'hidden' || around.closest('.fragment'));

  // The lines of text of a slide, each with what it stands in.
  function lines(slide) {
    const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data.trim() && isSeen(text.parentElement)) {
        range.selectNodeContents(text);
        found.push(...[...range.getClientRects()].map((box) => ({ box, around: text.parentElement })));
      }
    }
    return found.filter(({ box }) => box.width > 0 && box.height > 0);
  }

  // By how much a line of text leaves the boxes within the slide that show nothing beyond their edges.
  function cut({ box, around }, slide) {
    let most = 0;
    for (let one = around; one && one !== slide; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      if (Math.min(edge.width, edge.height) >= SMALLEST) {
        most = Math.max(most, CUTS.includes(overflowY) ? box.bottom - edge.bottom : 0,
          CUTS.includes(overflowX) ? Math.max(box.right - edge.right, edge.left - box.left) : 0);
      }
    }
    return most;
  }

  // Addresses below our own, without what would end one here.
  function media(slide) {
    const named = [...slide.querySelectorAll('[src], object[data]')].map((one) => one.currentSrc || one.src || one.data);
    const layers = [slide, ...(slide.closest('svg[data-marpit-svg]')?.querySelectorAll('figure') ?? [])];
    const behind = layers.flatMap((one) => [...getComputedStyle(one).backgroundImage.matchAll(/url\("([^"]*)"\)/g)])
      .map((one) => one[1]);
    const own = [...named, ...behind].filter((one) => `${one}`.startsWith(`${location.origin}/`));
    return own.map((one) => ` ${one.replaceAll(' ', '%20').replaceAll(';', '%3B')}`).join('');
  }

  function overflow(slide, area) {
    const edge = area.getBoundingClientRect();
    const scale = edge.width / area.offsetWidth;
    const texts = lines(slide);
    const seen = [...slide.querySelectorAll(PICTURES)].flatMap((one) => [...one.getClientRects()]);
    const found = [...seen.filter((one) => one.width > 0 && one.height > 0), ...texts.map(({ box }) => box)];
    const most = (beyond) => Math.max(0, ...found.map(beyond)) / scale;
    const style = getComputedStyle(slide);
    const high = Math.max(most((one) => one.bottom - edge.bottom), most((one) => edge.top - one.top));
    const wide = Math.max(most((one) => one.right - edge.right), most((one) => edge.left - one.left));
    const within = Math.max(0, ...texts.map((one) => cut(one, slide))) / scale;
    const line = parseFloat(style.lineHeight) || 1.2 * parseFloat(style.fontSize);
    return `${high} ${wide} ${within} ${line}${media(slide)}`;
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
    return slidesOfDecks().map((slide) => {
      const at = Reveal.getIndices(slide);
      Reveal.slide(at.h, at.v);
      return overflow(slide, document.querySelector('.reveal .slides'));
    });
  }

  // Marp's slides are laid out whole, and one of them is where it is seen; a picture behind one is a slide of its own.
  function ofMarp() {
    const [behind, within] = ['[data-marpit-advanced-background]', '[data-marpit-advanced-background="content"]'];
    const slides = document.querySelectorAll(`svg[data-marpit-svg] section:is(:not(${behind}), ${within})`);
    return [...slides].map((slide) => overflow(slide, slide));
  }

  const reveal = window.Reveal?.isReady?.();
  const slides = document.querySelector('.remark-slides-area') ? ofRemark() : reveal ? ofReveal() : ofMarp();
  // Whatever a page has made of arrays and their like, this is a plain text: nothing of the page runs later.
  return slides.length ? `${slides.join(';')}` : null;
}
