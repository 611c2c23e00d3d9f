import { chosen, remember } from './storage.js';

const KEY = 'sulan.folded';
// What has to be asked for is opened only when the reader says so.
const WHOLE = '.entry > .overview:not([hx-get])';
const ANY = '.entry > .overview';

/**
 * The overviews of a day are open on wide screens and folded on narrow ones, unless the reader has chosen otherwise for all of them.
 * The page comes with all of them folded; they are opened as they arrive, before they are drawn.
 */
export function fold() {
  const wide = matchMedia('(min-width: 60rem)');
  const isOpen = () => (chosen(KEY) ?? (wide.matches ? 'open' : 'folded')) === 'open';
  const set = (within, open, parts) => within.querySelectorAll?.(parts).forEach(part => { part.open = open; });

  new MutationObserver(changes => {
    if (isOpen()) {
      changes.forEach(change => change.addedNodes.forEach(node => {
        if (node.matches?.(WHOLE)) {
          node.open = true;
        }
        set(node, true, WHOLE);
      }));
    }
  }).observe(document, { childList: true, subtree: true });

  document.addEventListener('click', event => {
    const choice = event.target.closest?.('[data-fold]')?.dataset.fold;
    if (choice) {
      remember(KEY, choice);
      set(document, choice === 'open', ANY);
    }
  });

  wide.addEventListener('change', () => {
    if (isOpen()) {
      set(document, true, WHOLE);
    }
  });
}
