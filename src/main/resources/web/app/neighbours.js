// From a paper's page one goes on in the list that one came from. The list is remembered when one of its titles is followed; a page that was
// reached in any other way shows its neighbours in its edition, as the portal wrote them.

const KEY = 'sulan.list';

document.addEventListener('click', event => {
  const list = event.target.closest('.title a') && document.getElementById('papers');
  if (list?.contains(event.target)) {
    remember({
      address: location.pathname + location.search,
      name: document.querySelector('h1').textContent.trim(),
      first: Number(list.dataset.first),
      total: Number(list.dataset.total),
      previousPage: list.querySelector('.pager [rel=prev]')?.getAttribute('href'),
      nextPage: list.querySelector('.pager [rel=next]')?.getAttribute('href'),
      papers: [...list.querySelectorAll('article')].filter(paper => paper.checkVisibility())
        .map(paper => ({ id: paper.dataset.paper, title: paper.querySelector('.title').textContent })),
    });
  }
});

const paper = document.querySelector('.paper')?.dataset.paper;
const list = paper && remembered();
const at = list ? list.papers.findIndex(one => one.id === paper) : -1;
if (at >= 0 && cameFrom(list)) {
  document.querySelectorAll('.neighbours').forEach(nav => {
    nav.querySelector('.number b').textContent = list.first + at;
    nav.querySelector('.number').lastChild.textContent = ` / ${list.total}`;
    const back = nav.querySelector('.list');
    back.href = list.address;
    back.textContent = list.name;
    step(nav.querySelector('.previous'), 'prev', list.papers[at - 1], list.previousPage, nav.dataset.previousPage);
    step(nav.querySelector('.next'), 'next', list.papers[at + 1], list.nextPage, nav.dataset.nextPage);
  });
}

/** A link to a neighbour, or at the end of a list's page to the next page. */
function step(link, rel, neighbour, page, words) {
  link.hidden = !neighbour && !page;
  link.rel = rel;
  link.querySelector('.of').textContent = neighbour?.title ?? '';
  if (neighbour) {
    link.href = `/papers/${neighbour.id}`;
  } else if (page) {
    link.href = page;
    link.querySelector('.step').textContent = words;
  } else {
    link.removeAttribute('href');
  }
}

/** From the list itself, or from one of the papers on the way through it. */
function cameFrom(list) {
  const before = document.referrer && new URL(document.referrer);
  return before && before.origin === location.origin
    && (before.pathname + before.search === list.address || before.pathname.startsWith('/papers/'));
}

// A browser can forbid that anything is kept.
function remember(list) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // the paper's page has neighbours of its own
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}
