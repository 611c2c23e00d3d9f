import './base.css';
import './frame.css';
import './paper.css';
import './list.css';
import './pages.css';
import './print.css';
import 'htmx.org';

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
  unfolded = ['refine', 'contents', 'note'].filter(name => document.querySelector(`details.${name}[open]`));
});

document.addEventListener('htmx:afterSettle', () => {
  unfolded.forEach(name => document.querySelector(`details.${name}`)?.setAttribute('open', ''));
  const total = document.querySelector('[data-announce]');
  if (total) {
    document.getElementById('announcement').textContent = total.textContent;
  }
  // The link that was followed may be gone with the list that it was in.
  if (document.activeElement === document.body) {
    total?.focus({ preventScroll: true });
  }
});

// The page has another address now, and its links to itself follow.
const moved = event => document.querySelector('link[rel=canonical]')?.setAttribute('href', event.detail.path);
document.addEventListener('htmx:pushedIntoHistory', moved);
document.addEventListener('htmx:historyRestore', moved);

document.addEventListener('htmx:sendError', () => {
  const notice = document.getElementById('notice');
  notice.textContent = notice.dataset.unreachable;
});
