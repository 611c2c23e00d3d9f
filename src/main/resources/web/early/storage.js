// A browser can forbid that anything is kept; then what is chosen lasts until the page is left.

export const chosen = key => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Without a value, the choice is forgotten. */
export const remember = (key, value) => {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    // see above
  }
};
