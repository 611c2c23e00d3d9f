// Single keys, for those who read with a keyboard. They can be switched off, because those who speak to their computer, or whose
// screen reader passes keys on, press them without meaning to (WCAG 2.1.4). Keys are known by what they write, not by where they are.

import { announce, texts } from './announce.js';

const SETTING = 'sulan.keyboard';
const SECOND_KEY_WITHIN = 1500;
const WRITING = 'input, textarea, select, [role=textbox], [role=combobox], [role=listbox]';
const PLACES = { h: '/', d: '/days', p: '/papers', t: '/tags', r: '/reading' };

const dialog = () => document.getElementById('keys');
const title = paper => paper.querySelector('.title a');
/** A paper that is folded away has no title to be seen. */
const isShown = paper => title(paper)?.getClientRects().length > 0;
const papers = () => [...document.querySelectorAll('main article[data-paper]')].filter(isShown);
const focused = () => document.activeElement.closest('main article[data-paper]');

// Where nothing can be kept, the choice holds for this page.
let chosen = true;

const isOn = () => {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return chosen;
  }
};

const keep = on => {
  chosen = on;
  try {
    on ? localStorage.removeItem(SETTING) : localStorage.setItem(SETTING, 'off');
  } catch {
    // see above
  }
};

const show = paper => {
  if (paper) {
    title(paper).focus({ preventScroll: true });
    // What is long is read from its beginning; a list of short ones stands still as long as it can.
    paper.scrollIntoView({ block: paper.offsetHeight > innerHeight / 2 ? 'start' : 'nearest' });
  }
};

/** From the paper with the focus; or, if it was left behind by scrolling, from what is to be seen. */
const move = by => {
  const all = papers();
  const top = paper => paper.getBoundingClientRect().top;
  const at = all.indexOf(focused());
  if (at >= 0 && top(all[at]) < innerHeight && all[at].getBoundingClientRect().bottom > 0) {
    show(all[at + by]);
  } else {
    show(by > 0 ? all.find(paper => top(paper) >= 0) : all.findLast(paper => top(paper) < 0));
  }
};

const turn = to => document.querySelector(`main a[rel=${to}][href]:not([hidden])`)?.click();

const mark = kind => {
  const paper = focused() ?? document.querySelector('article.paper');
  const all = papers();
  const at = all.indexOf(paper);
  const button = paper?.querySelector(`button[data-mark=${kind}]`);
  if (button) {
    button.click();
    // who does not have the focus on the button does not hear it
    announce((button.getAttribute('aria-pressed') === 'true' ? texts().marked : texts().unmarked).replace('0', button.textContent.trim()));
  }
  // The paper that was hidden cannot keep the focus.
  if (at >= 0 && !isShown(paper)) {
    show(all[at + 1] ?? all[at - 1]);
  }
};

let cameFrom = null;
const search = () => {
  const field = document.querySelector('input[type=search]');
  if (field) {
    cameFrom = document.activeElement;
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.select();
  }
};

const leaveSearch = field => {
  if (cameFrom?.isConnected && cameFrom !== document.body) {
    cameFrom.focus();
  } else {
    field.blur();
  }
  cameFrom = null;
};

const explain = () => {
  dialog().querySelector('input').checked = isOn();
  dialog().showModal();
};

let waitingSince = -Infinity;
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  o: () => focused() && title(focused())?.click(),
  s: () => mark('star'),
  m: () => mark('read'),
  x: () => mark('hide'),
  h: () => turn('prev'),
  '[': () => turn('prev'),
  l: () => turn('next'),
  ']': () => turn('next'),
  g: event => { waitingSince = event.timeStamp; },
  '/': search,
  '?': explain,
};

document.addEventListener('keydown', event => {
  // AltGr writes brackets on many keyboards, and is told as Ctrl and Alt together.
  const commands = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph') || event.metaKey;
  if (event.defaultPrevented || event.isComposing || commands || !(event.target instanceof Element)) {
    return;
  }
  if (event.key === 'Escape' && cameFrom && event.target.matches('[type=search]')) {
    // otherwise the browser empties the field
    event.preventDefault();
    leaveSearch(event.target);
    return;
  }
  if (!isOn() || event.target.isContentEditable) {
    return;
  }
  if (document.querySelector('dialog[open]')) {
    if (event.key === '?' && dialog().open) {
      dialog().close();
    }
    return;
  }
  if (event.target.closest(WRITING) || event.repeat && !'jk'.includes(event.key)) {
    return;
  }
  const isSecond = event.timeStamp - waitingSince < SECOND_KEY_WITHIN;
  waitingSince = -Infinity;
  if (isSecond && PLACES[event.key]) {
    event.preventDefault();
    location.assign(PLACES[event.key]);
  } else if (!isSecond && Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key](event);
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-keys]')) {
    explain();
  } else if (event.target.closest('#keys [data-close]')) {
    dialog().close();
  }
});
document.addEventListener('change', event => {
  if (event.target.matches('#keys input')) {
    keep(event.target.checked);
  }
});
