// Runs before anything is drawn, so nothing flickers or moves: a classic script, because modules wait for the whole page. It never
// throws, whatever the storage holds, and even if there is none. What can wait is in web/app, which finds this as window.sulan;
// no module may be imported by both, or the bundler makes this one a module, too.
import { chooseTheme, showTheme } from './theme.js';
import { fold } from './folding.js';
import { marks } from './marks.js';

document.documentElement.classList.add('js');
showTheme();
fold();
window.sulan = Object.assign(marks, { chooseTheme, showTheme });
