/** Tells those who hear the page what changed on it. Said again, it is heard again. */
export const announce = text => {
  const region = document.getElementById('announcement');
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 20);
};

/** The texts of the scripts, in the page's language. */
export const texts = () => document.getElementById('announcement').dataset;
