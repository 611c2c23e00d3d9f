// The page of what the reader marked. The papers' cards come from the server, by their ids.
const sulan = window.sulan;
const $ = id => document.getElementById(id);

const BATCH = 20;
const MOST_EXPORTED = 200;
const LARGEST_FILE = 5 * 1024 * 1024;
/** What is exported: all that the reader did, not what follows from it. */
const KINDS = ['starred', 'read', 'hidden', 'muted'];
const FORMAT = 'sulan-marks';
/** As the server knows it: whoever asks for anything else is answered with an error. */
const PAPER_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/;

/** With ids in its address, the page shows those. */
const ofAddress = Number($('starred').dataset.given) > 0;
let starred = [];
let loaded = 0;

const address = (path, ids) => `${path}?ids=${ids.join(',')}`;

const link = (href, text) => {
  const item = document.createElement('li');
  item.append(Object.assign(document.createElement('a'), { href, textContent: text, download: '', lang: 'en' }));
  return item;
};

const showStarred = () => {
  // of two that were starred in the same second, the later one stands last in storage
  starred = sulan.all('starred').filter(id => PAPER_ID.test(id)).reverse().sort((one, other) => sulan.kept.starred[other][0] - sulan.kept.starred[one][0]);
  loaded = 0;
  $('papers').replaceChildren();
  $('none-starred').hidden = starred.length > 0;
  $('exports').hidden = starred.length === 0;
  $('exports').replaceChildren(...[['Markdown', 'md'], ['BibTeX', 'bib']].flatMap(([name, extension]) => {
    const parts = [];
    for (let from = 0; from < starred.length; from += MOST_EXPORTED) {
      const ids = starred.slice(from, from + MOST_EXPORTED);
      const part = starred.length > MOST_EXPORTED ? ` ${from + 1}–${from + ids.length}` : '';
      parts.push(link(address(`/reading.${extension}`, ids), name + part));
    }
    return parts;
  }));
  $('more').hidden = true;
  if (starred.length > 0) {
    $('more').dispatchEvent(new Event('next'));
  }
};

const showMuted = () => {
  const muted = sulan.all('muted');
  $('none-muted').hidden = muted.length > 0;
  $('muted').replaceChildren(...muted.map(slug => {
    const name = String(sulan.kept.muted[slug][1] ?? slug);
    const item = document.createElement('li');
    const unmute = Object.assign(document.createElement('button'),
      { type: 'button', className: 'plain', textContent: $('muted').dataset.unmute });
    unmute.setAttribute('aria-label', `${unmute.textContent} ${name}`);
    unmute.addEventListener('click', () => {
      sulan.add('muted', { [slug]: [-sulan.now(), name] });
      sulan.clear('passed');
      showMuted();
      $('of-muted').focus();
    });
    item.append(Object.assign(document.createElement('a'),
      { href: `/tags/${encodeURIComponent(slug)}`, textContent: name }), unmute);
    return item;
  }));
};

const tell = (text, number) => { $('told').textContent = text.replace('%0', number); };

$('more').addEventListener('htmx:configRequest', event => {
  event.detail.path = address('/reading', starred.slice(loaded, loaded + BATCH));
});
$('more').addEventListener('htmx:afterRequest', event => {
  if (!event.detail.successful) {
    $('more').hidden = false;
    return;
  }
  const first = loaded === 0;
  loaded = Math.min(starred.length, loaded + BATCH);
  $('more').hidden = loaded >= starred.length;
  if (!first) {
    $('papers').lastElementChild.querySelector('.title a')?.focus();
  }
});

$('export').addEventListener('click', () => {
  const content = { format: FORMAT, version: sulan.version, exportedAt: new Date().toISOString() };
  KINDS.forEach(kind => { content[kind] = sulan.read(kind) ?? sulan.kept[kind]; });
  const file = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: file, download: `sulan-marks-${content.exportedAt.slice(0, 10)}.json` }).click();
  URL.revokeObjectURL(file);
});

const isMarks = (kind, marks) => typeof marks === 'object' && marks !== null && !Array.isArray(marks)
  && Object.entries(marks).every(([key, mark]) => (kind === 'muted' || PAPER_ID.test(key)) && sulan.isMark(mark)
    && mark.slice(1).every(fact => typeof fact === 'string'));

/** Those of a file that are newer than what is kept. */
const newer = (kind, marks) => Object.fromEntries(Object.entries(marks).filter(([key, [time]]) =>
  Math.abs(time) > Math.abs(sulan.kept[kind][key]?.[0] ?? 0)));

const take = text => {
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  if (content?.format !== FORMAT || content.version !== sulan.version || !KINDS.every(kind => isMarks(kind, content[kind]))) {
    return null;
  }
  return KINDS.map(kind => {
    const marks = newer(kind, content[kind]);
    sulan.add(kind, marks);
    return Object.keys(marks).length;
  }).reduce((sum, count) => sum + count);
};

$('import').addEventListener('change', async ({ target }) => {
  const [file] = target.files;
  if (!file) {
    return;
  }
  if (file.size > LARGEST_FILE) {
    tell($('told').dataset.tooLarge);
  } else {
    const count = take(await file.text());
    tell(count === null ? $('told').dataset.notImported : $('told').dataset.imported, count);
    if (count) {
      sulan.clear('passed');
      showAll();
    }
  }
  target.value = '';
});

$('clear-marks').addEventListener('click', ({ target }) => {
  sulan.clear(...KINDS, 'passed');
  target.closest('details').open = false;
  tell($('told').dataset.cleared);
  showAll();
});

const showAll = () => {
  if (!ofAddress) {
    showStarred();
  }
  showMuted();
};

// once htmx knows the button
document.addEventListener('htmx:load', showAll, { once: true });
