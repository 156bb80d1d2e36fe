// A deck of reveal.js, put into its page and shown by the plug-in for Markdown: a text with front matter as reveal-md puts
// it there, another as a page has it that names a file. What moves by itself is left out: whoever leads the frame does that.
(() => {
  const { text, inPage, separators, options } = JSON.parse(document.getElementById('l10n-deck').textContent);
  const section = document.createElement('section');
  for (const [name, value] of Object.entries(separators)) section.setAttribute(name, value);
  if (inPage) {
    section.setAttribute('data-markdown', '');
    section.innerHTML = `<textarea data-template>\n            ${text}\n          </textarea>`;
  } else {
    section.setAttribute('data-markdown', URL.createObjectURL(new Blob([text])));
  }
  document.querySelector('.slides').append(section);
  const plugins = [window.RevealMarkdown, window.RevealHighlight].filter((one) => one);
  Reveal.initialize({ ...options, plugins });
})();
