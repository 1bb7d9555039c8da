/**
 * Runs in the page. Puts into the document itself what a reader sees beside it, as serialising leaves it out: open
 * shadow roots, with what is slotted into them in its place, and frames of the page's own origin, in which portals like
 * to keep an article. Frames of others, small ones (counters, share buttons) and closed roots stay what they are.
 * A hostile page can spoil its own text with this, and nothing else.
 */
export const flattenScript = `(() => {
  const most = { depth: 3, frames: 20 };
  const least = { width: 200, height: 100 };
  let frames = 0;

  const openRoots = (root, depth) => {
    for (const host of [...root.querySelectorAll('*')].filter((element) => element.shadowRoot)) {
      const shadow = host.shadowRoot;
      if (depth < most.depth) openRoots(shadow, depth + 1);
      for (const slot of shadow.querySelectorAll('slot')) {
        const shown = slot.assignedNodes();
        slot.replaceWith(...(shown.length > 0 ? shown : slot.childNodes));
      }
      const box = document.createElement('div');
      box.append(...shadow.childNodes);
      host.replaceChildren(box);
    }
  };

  const openFrames = (root, depth) => {
    for (const frame of root.querySelectorAll('iframe, frame')) {
      const inner = frame.contentDocument;
      const { width, height } = frame.getBoundingClientRect();
      if (!inner || !inner.body || width < least.width || height < least.height || frames++ >= most.frames) continue;
      openRoots(inner, 0);
      if (depth < most.depth) openFrames(inner, depth + 1);
      for (const link of inner.querySelectorAll('a[href]')) link.setAttribute('href', link.href);
      const box = document.createElement('div');
      for (const node of inner.body.childNodes) box.append(document.importNode(node, true));
      for (const script of box.querySelectorAll('script')) script.remove();
      frame.replaceWith(box);
    }
  };

  openRoots(document, 0);
  openFrames(document, 0);
})()`;

/** Runs in the page. @returns how many characters a reader sees, those in frames and open shadow roots included */
export const textLengthScript = `(() => {
  const seen = (body) => (body ? body.innerText.length : 0);
  let length = seen(document.body);
  for (const frame of document.querySelectorAll('iframe, frame')) length += seen(frame.contentDocument?.body);
  for (const { shadowRoot } of document.querySelectorAll('*')) length += shadowRoot ? shadowRoot.textContent.length : 0;
  return length;
})()`;
