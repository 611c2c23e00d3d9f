// Runs before anything is drawn, so that nothing has to be drawn twice.
import { fold } from './folding.js';

document.documentElement.classList.add('js');
fold();
