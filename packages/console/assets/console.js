// Everything works without this file; it saves clicks.

const reader = document.querySelector('.reader');
if (reader) setUpReader(reader);

function setUpReader(root) {
  const rows = [...root.querySelectorAll('tr[data-o]')];
  const marks = [...root.querySelectorAll('mark[data-o]')];
  const covers = (mark, id) => mark.dataset.o.split(' ').includes(id);

  function select(id, { scrollText, scrollRow }) {
    for (const row of rows) row.classList.toggle('selected', row.dataset.o === id);
    const words = marks.filter((mark) => covers(mark, id));
    for (const mark of marks) mark.classList.toggle('selected', words.includes(mark));
    // On a telephone text and figures are tabs: the one that is wanted is shown first.
    const tab = document.querySelector(scrollText ? '#tab-text' : '#tab-data');
    if (tab && (scrollText || scrollRow)) tab.checked = true;
    if (scrollText) words[0]?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    if (scrollRow) root.querySelector(`#o-${CSS.escape(id)}`)?.scrollIntoView({ block: 'nearest' });
    history.replaceState(null, '', `#w-${id}`);
  }

  root.addEventListener('click', (event) => {
    const mark = event.target.closest('mark[data-o]');
    if (mark) {
      // Words that carry several observations show them one after the other.
      const ids = mark.dataset.o.split(' ');
      const now = rows.find((row) => row.classList.contains('selected'))?.dataset.o;
      select(ids[(ids.indexOf(now) + 1) % ids.length], { scrollRow: true });
      return;
    }
    const row = event.target.closest('tr[data-o]');
    // Other links of a row lead elsewhere: to the indicator, to its review.
    if (!row || getSelection().toString() || event.target.closest('a:not(.number), button, summary')) return;
    event.preventDefault();
    select(row.dataset.o, { scrollText: true });
  });

  const tools = root.querySelector('.tools');
  const find = tools.querySelector('[data-find]');
  const kinds = [...tools.querySelectorAll('[data-kind]')];
  let kind = '';
  function filter() {
    const wanted = find.value.trim().toLowerCase();
    for (const row of rows) {
      const fits = (!kind || row.dataset.kind === kind) && row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
    }
  }
  tools.hidden = false;
  find.addEventListener('input', filter);
  for (const button of kinds) {
    button.addEventListener('click', () => {
      kind = button.dataset.kind;
      for (const other of kinds) other.setAttribute('aria-pressed', String(other === button));
      filter();
    });
  }

  document.addEventListener('keydown', (event) => {
    if (event.target === find || !['j', 'k'].includes(event.key) || event.ctrlKey || event.metaKey) return;
    const shown = rows.filter((row) => !row.hidden);
    const at = shown.findIndex((row) => row.classList.contains('selected'));
    const next = shown[at + (event.key === 'j' ? 1 : -1)] ?? shown[0];
    if (next) select(next.dataset.o, { scrollText: true, scrollRow: true });
  });

  const wanted = location.hash.match(/^#[wo]-(.+)$/);
  if (wanted) select(decodeURIComponent(wanted[1]), { scrollText: true, scrollRow: true });
}

for (const form of document.querySelectorAll('form[data-confirm]')) {
  form.addEventListener('submit', (event) => {
    if (!confirm(form.dataset.confirm)) event.preventDefault();
  });
}
for (const button of document.querySelectorAll('button[data-confirm]')) {
  button.addEventListener('click', (event) => {
    if (button.form.checkValidity() && !confirm(button.dataset.confirm)) event.preventDefault();
  });
}

// What is under way is fetched again while it is looked at.
setInterval(async () => {
  const live = [...document.querySelectorAll('[data-refresh]')];
  if (live.length === 0 || document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = [...page.querySelectorAll('table.list, [data-refresh]:not(table)')];
  for (const old of live) {
    const next = fresh.find((one) => one.tagName === old.tagName);
    if (next) old.replaceWith(next);
  }
}, 2000);

// Charts: what a point says, for the mouse and the keyboard; a PNG, drawn here so that the server needs no fonts.
const tip = document.createElement('div');
tip.className = 'tip';
tip.hidden = true;
document.body.append(tip);
function showTip(event) {
  const link = event.target.closest?.('.chart a[aria-label]');
  tip.hidden = !link;
  if (!link) return;
  tip.textContent = link.getAttribute('aria-label');
  const { left, bottom, top } = link.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${bottom + tip.offsetHeight + 12 > innerHeight ? top - tip.offsetHeight - 8 : bottom + 8}px`;
}
for (const kind of ['mouseover', 'focusin']) document.addEventListener(kind, showTip);
// With the arrow keys from mark to mark; the tabulator enters a chart once and leaves it.
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const marksOf = (chart) => [...chart.querySelectorAll('svg a')];
for (const chart of document.querySelectorAll('.chart')) {
  for (const [i, link] of marksOf(chart).entries()) if (i > 0) link.setAttribute('tabindex', '-1');
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tip.hidden = true;
  const link = event.target.closest?.('.chart svg a');
  if (!link) return;
  const links = marksOf(link.closest('.chart'));
  const at = links.indexOf(link);
  const to = { Home: 0, End: links.length - 1 }[event.key] ?? at + (steps[event.key] ?? 0);
  if (to === at || !links[to]) return;
  event.preventDefault();
  link.setAttribute('tabindex', '-1');
  links[to].removeAttribute('tabindex');
  links[to].focus();
});
for (const button of document.querySelectorAll('[data-png]')) {
  button.hidden = false;
  button.addEventListener('click', () => drawPng(button));
}

async function drawPng(button) {
  const source = button.closest('figure').querySelector('a[download]').href;
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement('a');
  link.download = button.dataset.png;
  link.href = canvas.toDataURL('image/png');
  link.click();
}
