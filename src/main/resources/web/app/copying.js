// What readers take along of a paper: its link, a citation, its twins; or the paper itself, by the system's share sheet.

import { announce, texts } from './announce.js';

const SHOWN_FOR = 2000;

if (navigator.share) {
  document.documentElement.classList.add('can-share');
}

const address = paper => `/papers/${paper.dataset.paper}`;

const load = async path => {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.text();
};

const CONTENT = {
  link: paper => new URL(address(paper), location).href,
  citation: paper => paper.querySelector('.citation').textContent.trim(),
  bib: paper => load(`${address(paper)}.bib`),
  md: paper => load(`${address(paper)}.md`),
};

/** Some browsers let a page copy only while the press is handled: they are given the text before it is there. */
const write = content => window.ClipboardItem && navigator.clipboard?.write
  ? navigator.clipboard.write([new ClipboardItem({ 'text/plain': content.then(text => new Blob([text], { type: 'text/plain' })) })])
  : content.then(text => navigator.clipboard.writeText(text));

/** Where the browser keeps its clipboard to itself, as on pages without TLS, the text is put where it can be copied by hand. */
const byHand = (button, text) => {
  const label = Object.assign(document.createElement('label'), { className: 'by-hand', textContent: texts().byHand });
  const field = Object.assign(document.createElement('textarea'), { readOnly: true, value: text, rows: 3 });
  label.append(field);
  button.closest('.copying').append(label);
  field.select();
  if (document.execCommand('copy')) {
    label.remove();
    button.focus();
    return true;
  }
  announce(texts().byHand);
  return false;
};

/** Says it aloud, and for a moment in place of the button's label. */
const tell = (button, text) => {
  announce(text);
  if (button.dataset.label === undefined) {
    button.dataset.label = button.textContent;
    // the buttons beside it stay where they are
    button.style.minInlineSize = `${button.offsetWidth}px`;
    button.textContent = text;
    setTimeout(() => {
      button.textContent = button.dataset.label;
      delete button.dataset.label;
      button.style.minInlineSize = '';
    }, SHOWN_FOR);
  }
};

const copy = async button => {
  button.closest('.copying').querySelector('.by-hand')?.remove();
  const content = Promise.resolve(CONTENT[button.dataset.copy](button.closest('[data-paper]')));
  try {
    await write(content);
  } catch {
    const text = await content.catch(() => undefined);
    if (text === undefined) {
      tell(button, texts().notLoaded);
      return;
    }
    if (!byHand(button, text)) {
      return;
    }
  }
  tell(button, texts().copied);
};

const share = paper => navigator.share({ title: paper.querySelector('.title').textContent.trim(), url: CONTENT.link(paper) })
  // closed without sharing
  .catch(() => {});

document.addEventListener('click', event => {
  const button = event.target.closest('.copying button');
  if (button?.dataset.copy) {
    copy(button);
  } else if (button) {
    share(button.closest('[data-paper]'));
  }
});
