// What the reader marked, shown on the papers, days and tags that it concerns. It is in the browser's storage alone, so pages are
// the same for everybody. Elements are marked when the parser or htmx adds them: observers are called before the browser draws.
//
// One document of each kind under the key sulan.KIND: {"version":1,"marks":{KEY:[TIME,FACT…]}}. TIME is in seconds, and negative
// when the mark was taken away, so that the newer one wins when the marks of two browsers are merged. The kinds are
//   starred, read  papers, with the days that list them
//   hidden         likewise; one that was taken away is shown in spite of tags that were muted before
//   muted          tags, with their names
//   passed         papers that were met folded because of a muted tag, with their days: they do not count as unread. All go when
//                  a tag is muted or no longer muted.

const VERSION = 1;
const KINDS = ['starred', 'read', 'hidden', 'muted', 'passed'];
// A visit ends when the reader stays away for half an hour.
const ABSENCE = 30 * 60;

const root = document.documentElement;
const texts = document.currentScript.dataset;
/** By kind, what is kept. */
const kept = {};
/** By id, the days and tags of the papers in this page's lists. */
const papers = new Map();
/** Papers that were hidden on this page: their titles stay where they were, with a way back. */
const justHidden = new Set();
const shown = new WeakSet();
let readPerDay;
let lastVisit;

const now = () => Math.floor(Date.now() / 1000);

const stored = key => {
  try {
    return JSON.parse(localStorage.getItem(`sulan.${key}`));
  } catch {
    return null;
  }
};

/** The marks of a kind; nothing if they cannot be read. */
const read = kind => {
  const { version, marks } = stored(kind) ?? {};
  return version === VERSION && typeof marks === 'object' ? marks : null;
};

const load = () => {
  KINDS.forEach(kind => { kept[kind] = read(kind) ?? {}; });
  readPerDay = null;
};

const write = (key, value) => localStorage.setItem(`sulan.${key}`, JSON.stringify(value));

const keep = (kind, marks) => {
  kept[kind] = marks;
  readPerDay = null;
  const value = { version: VERSION, marks };
  try {
    if (stored(kind)?.version > VERSION) {
      throw new Error('kept by a later version of this page');
    }
    try {
      write(kind, value);
    } catch {
      // what htmx keeps for the way back can be fetched again
      localStorage.removeItem('htmx-history-cache');
      write(kind, value);
    }
  } catch {
    document.getElementById('notice').textContent = texts.unsaved;
  }
};

const isMark = mark => Array.isArray(mark) && Number.isInteger(mark[0]);
const timeOf = (kind, key) => isMark(kept[kind][key]) ? kept[kind][key][0] : 0;
const daysOf = (kind, id) => timeOf(kind, id) ? kept[kind][id].slice(1) : [];
const has = (kind, key) => timeOf(kind, key) > 0;
const all = kind => Object.keys(kept[kind]).filter(key => has(kind, key));

/** On the page of a tag its papers are what the reader came for. */
const isMuted = id => {
  const own = document.querySelector('[data-mute]')?.dataset.mute;
  return (papers.get(id)?.tags ?? []).some(tag => tag !== own && timeOf('muted', tag) > Math.abs(timeOf('hidden', id)));
};

const isHidden = id => has('hidden', id) || isMuted(id);

const countPerDay = () => {
  if (!readPerDay) {
    readPerDay = {};
    const passed = all('passed').filter(id => timeOf('hidden', id) === 0);
    new Set([...all('read'), ...all('hidden'), ...passed]).forEach(id =>
      new Set(['read', 'hidden', 'passed'].flatMap(kind => daysOf(kind, id)))
        .forEach(day => { readPerDay[day] = (readPerDay[day] ?? 0) + 1; }));
  }
  return readPerDay;
};

const fill = (text, ...numbers) => text.replace(/%(\d)/g, (place, index) => numbers[index]);
const press = (button, pressed) => button.setAttribute('aria-pressed', String(pressed));
const listed = text => text.split(' ').map(item => item.split('|'));

const put = (element, ...parts) => element.replaceChildren(...parts.map(([text, className, hidden]) =>
  Object.assign(document.createElement('span'), { textContent: text, className, ariaHidden: hidden ? 'true' : null })));

/** By the name of a data attribute, how its elements are shown. They may have no content yet. */
const SHOW = {
  listed: ({ dataset }) => listed(dataset.listed).forEach(([id, days, tags]) =>
    papers.set(id, { days: days?.split(',') ?? [], tags: tags?.split(',') ?? [] })),

  paper: element => {
    const id = element.dataset.paper;
    const hidden = isHidden(id);
    const box = element.parentElement.matches('li') ? element.parentElement : element;
    element.classList.toggle('is-starred', has('starred', id));
    element.classList.toggle('is-read', has('read', id));
    element.classList.toggle('is-hidden', hidden);
    element.classList.toggle('is-folded', hidden && justHidden.has(id));
    box.classList.toggle('is-concealed', hidden && !justHidden.has(id));
  },

  mark: button => {
    const id = button.closest('[data-paper]').dataset.paper;
    press(button, { star: has('starred', id), read: has('read', id), hide: isHidden(id) }[button.dataset.mark]);
  },

  concealed: element => {
    const ids = listed(element.closest('[data-listed]').dataset.listed).map(([id]) => id);
    const own = ids.filter(id => has('hidden', id)).length;
    const muted = ids.filter(isHidden).length - own;
    const text = own && muted ? texts.hiddenByBoth : muted ? texts.hiddenByMutes : texts.hiddenByYou;
    element.textContent = fill(text, own + muted, own, muted);
    element.parentElement.hidden = own + muted === 0;
  },

  reveal: button => press(button, root.classList.contains('reveals')),

  day: element => {
    const [date, count, grewAt] = element.dataset.day.split(' ');
    const unread = Math.max(0, count - (countPerDay()[date] ?? 0));
    const words = unread ? fill(texts.unread, unread) : texts.allRead;
    const isNew = grewAt > lastVisit;
    if (element.matches('.in-words')) {
      put(element, ...count > 0 ? [[words, '']] : [], ...isNew ? [[texts.newSince, 'mark']] : []);
    } else {
      const isTouched = unread < count;
      put(element, ...isNew ? [['', 'dot', true], [`${texts.newSince} `, 'unseen']] : [],
        ...isTouched ? [[unread ? `${unread}/` : '✓ ', '', true], [`${words} `, 'unseen']] : []);
    }
  },

  mute: button => press(button, has('muted', button.dataset.mute)),

  stars: element => { element.textContent = all('starred').length || ''; },

  theme: button => {
    if (button !== root) {
      press(button, button.dataset.theme === (root.dataset.theme ?? 'system'));
    }
  },
};

const NAMES = Object.keys(SHOW);
const ANY = NAMES.map(name => `[data-${name}]`).join();

const show = element => NAMES.filter(name => name in element.dataset).forEach(name => SHOW[name](element));
const showAll = () => document.querySelectorAll(ANY).forEach(show);
const showNew = () => document.querySelectorAll(ANY).forEach(element => {
  if (!shown.has(element)) {
    shown.add(element);
    show(element);
  }
});

/** Notes that the reader is here, and when the visit before this one ended; until there was one, nothing is new. */
const come = () => {
  const visit = stored('visit') ?? {};
  if (visit.seen && now() - visit.seen > ABSENCE) {
    visit.last = visit.seen;
  }
  lastVisit = visit.last || Infinity;
  leave(visit);
};

const leave = (visit = stored('visit') ?? {}) => {
  try {
    write('visit', { ...visit, version: VERSION, seen: now() });
  } catch {
    // then nothing is new
  }
};

load();
come();
new MutationObserver(showNew).observe(root, { childList: true, subtree: true });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    leave();
  } else {
    come();
    showAll();
  }
});

export const marks = {
  version: VERSION, kept, papers, justHidden, has, all, isMark, isMuted, now, showAll, read,

  /** Puts marks beside those that are kept: another tab may have written meanwhile. */
  add: (kind, added) => {
    keep(kind, { ...read(kind) ?? kept[kind], ...added });
    showAll();
  },

  clear: (...kinds) => {
    kinds.forEach(kind => keep(kind, {}));
    showAll();
  },

  reload: () => {
    load();
    showAll();
  },
};
