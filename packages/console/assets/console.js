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
    if (!row || getSelection().toString()) return;
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

// Tables with something under way are fetched again while they are looked at.
setInterval(async () => {
  const table = document.querySelector('table[data-refresh]');
  if (!table || document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('table.runs');
  if (fresh) table.replaceWith(fresh);
}, 2000);
