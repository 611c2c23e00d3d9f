// Suggestions of the search boxes: a combobox with a list, as the ARIA Authoring Practices describe it. The focus stays in the
// box; aria-activedescendant says which suggestion is meant. Without this script the boxes are plain.

const BOXES = 'input[data-suggest]';
const box = event => event.target instanceof Element ? event.target.closest(BOXES) : null;
const listOf = input => document.getElementById(input.dataset.suggest);
const options = input => [...listOf(input).querySelectorAll('[role=option]')];
const active = input => document.getElementById(input.getAttribute('aria-activedescendant') || '');
const isOpen = input => input.getAttribute('aria-expanded') === 'true';

const equip = () => document.querySelectorAll(BOXES).forEach(input => {
  const list = listOf(input);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', String(!list.hidden));
  input.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'listbox');
});

const activate = (input, option) => {
  active(input)?.setAttribute('aria-selected', 'false');
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
};

const open = input => {
  listOf(input).hidden = false;
  input.setAttribute('aria-expanded', 'true');
};

const close = input => {
  activate(input, null);
  listOf(input).hidden = true;
  input.setAttribute('aria-expanded', 'false');
};

/** No answer that is still to come opens the list again. */
const dismiss = input => {
  input.dispatchEvent(new Event('htmx:abort', { bubbles: true }));
  input.dataset.dismissed = 'true';
  close(input);
};

/** A tag becomes a filter of the list that the box searches; otherwise a suggestion is a page to go to. */
const choose = (input, option) => {
  dismiss(input);
  if (option.dataset.tag && input.form.matches('.filters')) {
    const filter = Object.assign(document.createElement('input'), { type: 'hidden', name: 'tag', value: option.dataset.tag });
    input.value = '';
    listOf(input).replaceChildren();
    input.form.append(filter);
    input.form.requestSubmit();
  } else {
    location.assign(option.dataset.address);
  }
};

const move = (input, step) => {
  const all = options(input);
  if (all.length === 0) {
    return;
  }
  open(input);
  const at = all.indexOf(active(input));
  // one place more than there are suggestions: none of them, so that what was typed stands alone again
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  activate(input, all[next] || null);
};

const keys = {
  ArrowDown: input => { move(input, 1); return true; },
  ArrowUp: input => { move(input, -1); return true; },
  Enter: input => {
    const option = isOpen(input) && active(input);
    if (option) {
      choose(input, option);
    } else {
      dismiss(input);
    }
    return Boolean(option);
  },
  Escape: input => {
    const wasOpen = isOpen(input);
    dismiss(input);
    return wasOpen;
  },
  // The caret moves, and with it the reader is back in the text.
  Home: input => { activate(input, null); return false; },
  End: input => { activate(input, null); return false; },
  Tab: input => { dismiss(input); return false; },
};

document.addEventListener('keydown', event => {
  const input = box(event);
  // While an input method composes a word the keys are its own.
  if (input && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey
      && keys[event.key]?.(input, event)) {
    event.preventDefault();
  }
});

const typed = event => {
  const input = box(event);
  if (!input || event.isComposing) {
    return;
  }
  delete input.dataset.dismissed;
  activate(input, null);
  if (input.value.trim() === '') {
    dismiss(input);
    listOf(input).replaceChildren();
  } else {
    input.dispatchEvent(new Event('suggest'));
  }
};
document.addEventListener('input', typed);
document.addEventListener('compositionend', typed);

document.addEventListener('focusout', event => {
  const input = box(event);
  if (input) {
    dismiss(input);
  }
});

// The focus stays in the box while a suggestion is pressed.
document.addEventListener('mousedown', event => {
  if (event.target.closest('.suggestions')) {
    event.preventDefault();
  }
});
document.addEventListener('click', event => {
  const option = event.target.closest('.suggestions [role=option]');
  if (option) {
    choose(option.closest('.suggesting').querySelector(BOXES), option);
  }
});

document.addEventListener('htmx:beforeRequest', event => {
  const input = event.detail.elt.matches(BOXES) && event.detail.elt;
  if (input && (input.dataset.dismissed || document.activeElement !== input)) {
    event.preventDefault();
  }
});

document.addEventListener('htmx:afterOnLoad', event => {
  const input = event.detail.elt.matches(BOXES) && event.detail.elt;
  if (!input) {
    return;
  }
  const found = options(input);
  found.forEach((option, index) => { option.id = `${listOf(input).id}-${index}`; });
  activate(input, null);
  if (found.length > 0) {
    open(input);
    document.getElementById('announcement').textContent = input.dataset.said.replace('0', found.length);
  } else {
    close(input);
  }
});

// What htmx keeps of a page for the way back is a page at rest.
document.addEventListener('htmx:beforeHistorySave', () => document.querySelectorAll(BOXES).forEach(close));
document.addEventListener('htmx:historyRestore', equip);
document.addEventListener('htmx:afterSettle', equip);
equip();
