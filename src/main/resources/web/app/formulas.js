// Formulas are drawn as MathML, which screen readers read and browsers set with the fonts they have. The library comes only to pages
// that have one; without it, and where it does not understand, a formula stays as it is written.
const draw = async () => {
  const formulas = document.querySelectorAll('.formula:not(:has(math))');
  if (formulas.length === 0) {
    return;
  }
  const { default: katex } = await import('katex');
  formulas.forEach(formula => {
    try {
      katex.render(formula.textContent.slice(1, -1), formula, { output: 'mathml', maxExpand: 100, maxSize: 10 });
    } catch (error) {
      console.debug(error);
    }
  });
};

draw();
document.addEventListener('htmx:afterSettle', draw);
document.addEventListener('htmx:historyRestore', draw);
