'use strict';

// What somebody types must outlive a sign-in that ends in the middle of it. Fields with data-draft="name" are kept in this tab's own storage
// and put back when they appear again; the server never sees them before they are sent.
(() => {
  const prefix = 'kpusync-draft:';

  // Whoever signs in for another office at this computer is not shown what was typed for this one.
  const own = () => `${prefix}${document.querySelector('[data-owner]')?.dataset.owner ?? ''}:`;
  const forget = (start) => Object.keys(sessionStorage).filter((key) => key.startsWith(start)).forEach((key) => sessionStorage.removeItem(key));
  window.kpuDrafts = { clear: (name) => forget(own() + name) };

  const keep = (event) => {
    const name = event.target?.dataset?.draft;
    if (name) sessionStorage.setItem(own() + name, event.target.value);
  };

  const putBack = (field) => {
    const kept = sessionStorage.getItem(own() + field.dataset.draft);
    if (kept === null || kept === '' || field.value === kept || field.dataset.draftDone === field.dataset.draft) return;
    field.dataset.draftDone = field.dataset.draft;
    field.value = kept;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  document.addEventListener('input', keep);
  document.addEventListener('change', keep);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        // After Blazor has bound the new elements: it applies a whole batch before it gives way.
        queueMicrotask(() => [node, ...node.querySelectorAll('[data-draft]')].filter((n) => n.dataset.draft).forEach(putBack));
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  // Whoever signs out leaves nothing behind for the next one at this computer.
  document.addEventListener('submit', (event) => {
    if (!('clearDrafts' in event.target.dataset)) return;
    forget(prefix);
    sessionStorage.removeItem('kpusync-return');
  });

  // The code of a sign-in link stands behind the #, which browsers never send. It is taken out of the address, so that it does not stay in the history.
  const takeCode = () => {
    const code = document.querySelector('[data-code-from-link]');
    if (!code || location.hash.length < 2) return;
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  };
  takeCode();
  // A link that is opened while this page already stands there only changes what is behind the #.
  addEventListener('hashchange', takeCode);

  // A new link knows nothing of the page that somebody was on when the sign-in ended, but this tab does.
  const back = document.querySelector('[data-return]');
  const backKey = 'kpusync-return';
  if (back) {
    if (back.value === '/') back.value = sessionStorage.getItem(backKey) ?? '/';
    else sessionStorage.setItem(backKey, back.value);
    back.form.addEventListener('submit', () => sessionStorage.removeItem(backKey));
  }

  // A file that the open page made goes to the browser without a second request.
  window.kpuSave = async (name, type, stream) => {
    const url = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type }));
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    // Some browsers begin to read only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  };
})();
