// Tell the editor what is measured of the slides, as soon as they are there: four numbers of each, nothing else.
(measure) => {
  const PATIENCE = 20_000;
  const end = Date.now() + PATIENCE;
  const clock = setInterval(() => {
    const said = measure();
    if (said === null && Date.now() < end) return;
    clearInterval(clock);
    const slides = said ? said.split(';').map((one) => one.split(' ').slice(0, 4).map(Number)) : [];
    // Only the editor may have this page in a frame; and it holds nothing that is secret.
    parent.postMessage(slides, '*');
  }, 100);
}
