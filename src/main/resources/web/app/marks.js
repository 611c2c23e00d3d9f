import './marks.css';

// The buttons by which readers mark papers and tags, and choose light or dark. How marks are kept and shown is in web/early.
const sulan = window.sulan;

const KINDS = { star: 'starred', read: 'read', hide: 'hidden' };

const mark = (id, kind, on) => sulan.add(kind, { [id]: [on ? sulan.now() : -sulan.now(), ...sulan.papers.get(id)?.days ?? []] });

/** What a button does, by the name of its data attribute; told whether it is to be pressed now. */
const ACTIONS = {
  mark: (button, on) => {
    const id = button.closest('[data-paper]').dataset.paper;
    if (button.dataset.mark === 'hide') {
      sulan.justHidden[on ? 'add' : 'delete'](id);
    }
    mark(id, KINDS[button.dataset.mark], on);
  },
  mute: (button, on) => {
    sulan.add('muted', { [button.dataset.mute]: [on ? sulan.now() : -sulan.now(), button.dataset.name] });
    sulan.clear('passed');
    settle();
  },
  reveal: (button, on) => {
    document.documentElement.classList.toggle('reveals', on);
    sulan.showAll();
  },
  theme: button => {
    sulan.chooseTheme(button.dataset.theme);
    sulan.showAll();
  },
};

document.addEventListener('click', event => {
  const button = event.target.closest('button[aria-pressed]');
  const name = button && Object.keys(ACTIONS).find(action => action in button.dataset);
  if (name) {
    ACTIONS[name](button, button.getAttribute('aria-pressed') !== 'true');
  }
});

/** Notes of the papers in sight that a muted tag folds them, and which other days have come to list those that are read. */
const settle = () => {
  const noted = { read: {}, hidden: {}, passed: {} };
  sulan.papers.forEach(({ days }, id) => {
    if (sulan.isMuted(id) && !sulan.has('hidden', id) && !sulan.has('passed', id)) {
      noted.passed[id] = [sulan.now(), ...days];
    }
    ['read', 'hidden'].filter(kind => sulan.has(kind, id) && days.some(day => !sulan.kept[kind][id].includes(day)))
      .forEach(kind => { noted[kind][id] = [sulan.kept[kind][id][0], ...days]; });
  });
  Object.entries(noted).filter(([, marks]) => Object.keys(marks).length > 0)
    .forEach(([kind, marks]) => sulan.add(kind, marks));
};

const opened = document.querySelector('article.paper[data-paper]')?.dataset.paper;
if (opened && !sulan.has('read', opened)) {
  mark(opened, 'read', true);
}
settle();

// htmx gives elements back the attributes that the server sent
document.addEventListener('htmx:afterSettle', () => {
  sulan.showAll();
  settle();
});
document.addEventListener('htmx:historyRestore', sulan.showAll);

const reload = () => {
  sulan.showTheme();
  sulan.reload();
};
// Another tab wrote something, or this page was asleep while one did.
addEventListener('storage', event => {
  if (event.key === null || event.key.startsWith('sulan.')) {
    reload();
  }
});
addEventListener('pageshow', event => {
  if (event.persisted) {
    reload();
  }
});
