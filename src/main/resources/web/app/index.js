import './base.css';
import './frame.css';
import './paper.css';
import './paper-page.css';
import './list.css';
import './pages.css';
import './trends.css';
import './keys.css';
import './english.css';
import './print.css';
import 'htmx.org';
import './suggestions.js';
import './formulas.js';
import './swaps.js';
import './keyboard.js';
import './copying.js';
import './neighbours.js';
import './marks.js';

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
