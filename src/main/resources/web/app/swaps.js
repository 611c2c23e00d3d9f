// Manners of htmx: what a reader does, sees and hears when a part of the page is exchanged, and when they go back.

import { announce, texts } from './announce.js';

const LONG = 1500;

const notice = () => document.getElementById('notice');
const list = () => document.getElementById('papers');
const isPolling = element => element.matches('[hx-trigger^=every]');
/** Not suggestions, or one more part of a paper: what the page is about. */
const isOfList = event => event.detail.requestConfig.target.matches('#papers, #names');

// ---- While an answer is waited for

let patience;
document.addEventListener('htmx:beforeRequest', event => {
  if (isOfList(event)) {
    event.detail.target.setAttribute('aria-busy', 'true');
    clearTimeout(patience);
    patience = setTimeout(() => announce(texts().waiting), LONG);
  }
});
const stopWaiting = () => {
  clearTimeout(patience);
  document.querySelectorAll('[aria-busy]').forEach(part => part.removeAttribute('aria-busy'));
};
document.addEventListener('htmx:afterRequest', event => {
  if (isOfList(event)) {
    stopWaiting();
  }
});

// A page that was left while it waited, and is there again as it was, waits no more.
addEventListener('pageshow', event => {
  if (event.persisted) {
    stopWaiting();
    document.querySelectorAll('.htmx-request').forEach(element => element.classList.remove('htmx-request'));
  }
});

// ---- Errors: told in the page's place for notices until the next answer comes, or the reader has read it

const outOfReach = event => {
  const { elt, pathInfo } = event.detail;
  if (!elt.matches('[data-suggest]')) {
    const again = document.createElement('a');
    again.href = isPolling(elt) ? location.href : pathInfo.finalRequestPath;
    again.textContent = texts().retry;
    notice().replaceChildren(notice().dataset.unreachable, ' ', again);
  }
};
document.addEventListener('htmx:sendError', outOfReach);
document.addEventListener('htmx:timeout', outOfReach);

document.addEventListener('htmx:beforeSwap', event => {
  if (!event.detail.isError) {
    notice().replaceChildren();
  } else if (event.detail.target !== notice()) {
    // not the portal's own words, but those of something before it that does not reach it
    event.detail.shouldSwap = false;
    outOfReach(event);
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('.notice > button')) {
    notice().replaceChildren();
    document.getElementById('main').focus({ preventScroll: true });
  }
});

// ---- When a part was exchanged

// What was folded out stays so when the list around it is exchanged.
let unfolded = [];
document.addEventListener('htmx:beforeSwap', () => {
  unfolded = ['refine', 'syntax', 'contents', 'note'].filter(name => document.querySelector(`details.${name}[open]`));
});

// The head of the page belongs to the list that is shown: its title, and the links to its twins and to it in the other language.
const ownTitle = document.title.slice(list()?.dataset.title?.length);
const followInHead = () => {
  if (list()?.dataset.title) {
    document.title = list().dataset.title + ownTitle;
  }
  document.querySelectorAll('.twins a').forEach(link =>
    document.querySelector(`link[rel=alternate][type="${link.type}"]`)?.setAttribute('href', link.getAttribute('href')));
  document.querySelectorAll('a.language').forEach(link => {
    const address = new URL(location.href);
    address.searchParams.set('lang', link.hreflang);
    link.href = address;
  });
};

const total = () => document.querySelector('.total');
const announceFound = () => {
  const found = [...document.querySelectorAll('[data-announce]')].map(said => said.textContent).join(' ');
  if (found) {
    announce(found);
  }
};

document.addEventListener('htmx:afterSettle', event => {
  if (!isOfList(event) || event.detail.target === notice()) {
    return;
  }
  unfolded.forEach(name => document.querySelector(`details.${name}`)?.setAttribute('open', ''));
  followInHead();
  announceFound();
  // The link that was followed may be gone with the list that it was in; that to another page is left behind at the end of it.
  if (document.activeElement === document.body || document.activeElement.closest('.pager')) {
    total()?.focus({ preventScroll: true });
  }
});

// ---- History

// Words that are still being typed are not yet a place to come back to.
document.addEventListener('htmx:beforeHistoryUpdate', event => {
  if (event.detail.requestConfig.triggeringEvent?.type === 'input') {
    event.detail.history.type = 'replace';
  }
});

// An answer that is still to come belongs to the page that is left.
addEventListener('popstate', () => document.querySelectorAll('[hx-sync]').forEach(
  part => part.dispatchEvent(new Event('htmx:abort', { bubbles: true }))));

// What is kept of a page for the way back is a page at rest that knows what had the focus.
document.addEventListener('htmx:beforeHistorySave', event => {
  stopWaiting();
  notice().replaceChildren();
  document.querySelectorAll('[data-focused]').forEach(element => element.removeAttribute('data-focused'));
  if (event.detail.historyElt.contains(document.activeElement)) {
    document.activeElement.setAttribute('data-focused', '');
  }
});

document.addEventListener('htmx:historyRestore', event => {
  followInHead();
  announceFound();
  (document.querySelector('main [data-focused]') ?? total())?.focus({ preventScroll: true });
});
