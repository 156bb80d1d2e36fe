// A deck that its page reads by script is laid beside that page: browsers let a page in a sandbox, or one that
// is a file, read no other. What it asks for is the same text, at an address that has it within.
((root, texts) => {
  const at = new URL(root, document.currentScript.src);
  const held = new Map(Object.entries(texts).map(([path, text]) => [new URL(path, at).href, text]));

  function local(asked) {
    if (!URL.canParse(asked, document.baseURI)) {
      return asked;
    }
    const address = new URL(asked, document.baseURI);
    address.hash = '';
    address.search = '';
    const text = held.get(address.href);
    return text === undefined ? asked : `data:text/plain;charset=utf-8,${encodeURIComponent(text)}`;
  }

  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, asked, ...more) {
    return open.call(this, method, local(asked), ...more);
  };
  const { fetch } = window;
  window.fetch = (asked, ...more) => fetch(asked instanceof Request ? asked : local(asked), ...more);
})
