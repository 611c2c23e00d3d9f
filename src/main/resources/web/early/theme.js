// Light or dark by the reader's choice; without one, the system's.

import { chosen, remember } from './storage.js';

const KEY = 'sulan.theme';
const root = document.documentElement;

export const showTheme = (theme = chosen(KEY)) => {
  const forced = theme === 'light' || theme === 'dark';
  if (forced) {
    root.dataset.theme = theme;
  } else {
    delete root.dataset.theme;
  }
  document.querySelectorAll('meta[name=theme-color]').forEach(({ dataset }, index, metas) => {
    const wanted = dataset.of === theme ? 'all' : 'not all';
    metas[index].media = forced ? wanted : `(prefers-color-scheme: ${dataset.of})`;
  });
};

export const chooseTheme = theme => {
  remember(KEY, theme === 'system' ? null : theme);
  showTheme(theme);
};
