import './base.css';
import './frame.css';
import './paper.css';
import './list.css';
import './pages.css';
import './operator.css';
import './english.css';
import './print.css';
import 'htmx.org';
import './suggestions.js';

// Wide screens show folded parts by CSS alone, where browsers can (::details-content); for the others, and for those who do not
// look at the page but hear it, they are opened.
const wide = matchMedia('(min-width: 60rem)');
const unfold = () => {
  if (wide.matches) {
    document.querySelectorAll('details.wide-open').forEach(part => { part.open = true; });
  }
};
unfold();
wide.addEventListener('change', unfold);
document.addEventListener('htmx:afterSettle', unfold);

// An error is told in the page's place for notices until the next answer comes.
document.addEventListener('htmx:beforeSwap', event => {
  if (!event.detail.isError) {
    document.getElementById('notice').replaceChildren();
  }
});

// What was folded out stays so when the list around it is exchanged.
let unfolded = [];
document.addEventListener('htmx:beforeSwap', () => {
  unfolded = ['refine', 'syntax', 'contents', 'note'].filter(name => document.querySelector(`details.${name}[open]`));
});

document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target?.matches('.suggestions')) {
    return;
  }
  unfolded.forEach(name => document.querySelector(`details.${name}`)?.setAttribute('open', ''));
  const total = document.querySelector('[data-announce]');
  if (total) {
    document.getElementById('announcement').textContent
        = [...document.querySelectorAll('[data-announce]')].map(said => said.textContent).join(' ');
  }
  // The link that was followed may be gone with the list that it was in.
  if (document.activeElement === document.body) {
    total?.focus({ preventScroll: true });
  }
});

// The list is another one now; the head's links to its twins follow, and the link to it in the other language.
const follow = () => {
  document.querySelectorAll('.twins a').forEach(link =>
    document.querySelector(`link[rel=alternate][type="${link.type}"]`)?.setAttribute('href', link.getAttribute('href')));
  document.querySelectorAll('a.language').forEach(link => {
    const address = new URL(location.href);
    address.searchParams.set('lang', link.hreflang);
    link.href = address;
  });
};
document.addEventListener('htmx:afterSettle', follow);
document.addEventListener('htmx:historyRestore', follow);

document.addEventListener('htmx:sendError', event => {
  if (event.detail.elt.matches('[data-suggest]')) {
    return;
  }
  const notice = document.getElementById('notice');
  notice.textContent = notice.dataset.unreachable;
});
