// Light or dark by the reader's choice; without one, the system's.

const KEY = 'sulan.theme';
const root = document.documentElement;

const chosen = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const showTheme = (theme = chosen()) => {
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
  try {
    if (theme === 'system') {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, theme);
    }
  } catch {
    // it lasts until the page is left
  }
  showTheme(theme);
};
