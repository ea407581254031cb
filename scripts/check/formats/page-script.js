// Runs in the page of `npm run check -- --format html`, from the file itself. Whatever it writes it writes as text.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const mostRows = 50;
  const names = {
    ERROR: ['错误', 'Error'],
    WARNING: ['警告', 'Warning'],
    INFO: ['提示', 'Note'],
    NEW: ['新增', 'New'],
    KNOWN: ['已知', 'Known'],
    APPROVED: ['已批准', 'Approved'],
  };
  const title = document.title;

  /** The same as in `ownerOf`. */
  function ownerOf(file) {
    const department = file.match(/(?:^|\/)subgraphs\/departments\/([^/]+)\//)?.[1];
    return department ?? (/(?:^|\/)subgraphs\/catalogue\/data\//.test(file) ? 'shared' : 'graph');
  }

  let read;
  /** The report as `--format json` tells it; compressed where it is large. */
  function report() {
    read ??= readReport();
    return read;
  }
  async function readReport() {
    const { type, textContent } = byId('report');
    if (type === 'application/json') return JSON.parse(textContent);
    const bytes = Uint8Array.from(atob(textContent), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  }

  function setBoth(element, [zh, en]) {
    const [one, other] = all(':scope > [lang]', element);
    one.textContent = zh;
    other.textContent = en;
  }

  // Languages

  function choose(language) {
    const root = document.documentElement;
    root.dataset.language = language;
    root.lang = language === 'en' ? 'en' : 'zh-CN';
    const [zh, en, day] = title.split(/ (?=Catalogue)| (?=\d)/);
    document.title = { zh: `${zh} ${day}`, en: `${en} ${day}`, both: title }[language];
    for (const option of all('option')) {
      option.dataset.both ??= option.textContent;
      const [chinese, english = chinese] = option.dataset.both.split(/ (?=[A-Z])/);
      option.textContent = { zh: chinese, en: english, both: option.dataset.both }[language];
    }
    const radio = all('[name=language]').find(({ value }) => value === language);
    if (radio) radio.checked = true;
  }
  for (const radio of all('[name=language]')) radio.addEventListener('change', () => choose(radio.value));
  byId('languages').hidden = false;

  // Which findings are shown

  const asked = { department: byId('filter-department'), severity: byId('filter-severity') };
  const open = new Set();

  const isShown = ({ file, severity }) =>
    (asked.department.value === '' || ownerOf(file) === asked.department.value) &&
    (asked.severity.value === '' || severity === asked.severity.value);

  function rowOf(finding) {
    const { fingerprint, file, line, column, part, severity, state, message, mend, approval } = finding;
    const row = byId('finding').content.firstElementChild.cloneNode(true);
    const find = (selector) => row.querySelector(selector);
    row.id = `f-${fingerprint}`;
    row.className = `finding ${severity}`;
    setBoth(find('.what'), [message.zh, message.en]);
    setBoth(find('.mend'), [mend.zh, mend.en]);
    find('.place a').href = `#f-${fingerprint}`;
    find('.place a code').textContent = `${file}:${line}:${column}`;
    find('.part').textContent = part;
    find('.state').className = `state ${state}`;
    setBoth(find('.state'), names[state]);
    find('.who').textContent = approval ? `${approval.reason}（${approval.author}，${approval.expires}）` : '';
    return row;
  }

  async function show() {
    const { findings, gone = [] } = await report();
    const told = findings.filter((each) => each.state !== 'OFF' && isShown(each));
    const byRule = groupBy(told);
    for (const article of all('article.code')) {
      const found = byRule.get(article.id) ?? [];
      const kept = open.has(article.id) ? found : found.slice(0, mostRows);
      article.querySelector('.findings').replaceChildren(...kept.map(rowOf));
      article.querySelector('.count').textContent = found.length;
      article.querySelector('.more').hidden = kept.length === found.length;
      article.querySelector('.more b').textContent = found.length - kept.length;
      article.hidden = found.length === 0;
    }
    const department = asked.department.value;
    const goneHere =
      asked.severity.value === '' ? gone.filter(({ file }) => !department || ownerOf(file) === department) : [];
    for (const row of all('#codes tbody tr')) {
      const found = byRule.get(row.dataset.code) ?? [];
      const mended = goneHere.filter(({ rule }) => rule === row.dataset.code).length;
      for (const cell of all('[data-of]', row)) {
        const { of } = cell.dataset;
        const count = { GONE: mended, TOTAL: found.length }[of] ?? found.filter(({ state }) => state === of).length;
        cell.textContent = count;
        cell.classList.toggle('none', count === 0);
      }
      row.hidden = found.length + mended === 0;
    }
    const isFiltered = department !== '' || asked.severity.value !== '';
    byId('filtered').textContent = isFiltered
      ? `${told.length} / ${findings.filter(({ state }) => state !== 'OFF').length}`
      : '';
    byId('copy-link').disabled = !isFiltered;
  }
  function groupBy(findings) {
    const found = new Map();
    for (const each of findings) found.set(each.rule, [...(found.get(each.rule) ?? []), each]);
    return found;
  }

  /** `#department=health&severity=ERROR` can be forwarded; `#f-…` is one finding. */
  async function followHash() {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (/^(department|severity)=/.test(hash)) {
      const words = new URLSearchParams(hash);
      for (const [name, select] of Object.entries(asked)) {
        const wanted = words.get(name) ?? '';
        select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : '';
      }
      await show();
      byId('summary').scrollIntoView();
    } else if (hash.startsWith('f-') && !byId(hash)) {
      const finding = (await report()).findings.find(({ fingerprint }) => `f-${fingerprint}` === hash);
      if (!finding) return;
      for (const select of Object.values(asked)) select.value = '';
      open.add(finding.rule);
      await show();
      byId(hash)?.scrollIntoView();
    }
  }
  function filtered() {
    const words = Object.entries(asked).flatMap(([name, { value }]) => (value === '' ? [] : [`${name}=${value}`]));
    history.replaceState(null, '', words.length === 0 ? '#summary' : `#${words.join('&')}`);
    return show();
  }
  if (asked.department) {
    for (const select of Object.values(asked)) select.addEventListener('change', filtered);
    byId('filters').hidden = false;
    byId('copy-link').disabled = true;
    byId('copy-link').addEventListener('click', ({ currentTarget }) => copy(location.href, currentTarget));
    window.addEventListener('hashchange', followHash);
  }
  for (const more of all('.more')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...more.childNodes);
    more.append(button);
    button.addEventListener('click', () => {
      open.add(more.closest('article').id);
      show();
    });
  }

  // Tables by any column

  const textIn = (row, index) => row.cells[index].textContent.trim();
  const severityRank = (row) => Object.keys(names).findIndex((each) => row.querySelector(`.chip.${each}`));
  function sort(table, index, heading) {
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of all('th[aria-sort]', table)) other.removeAttribute('aria-sort');
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const isNumber = heading.classList.contains('number');
    const isSeverity = all('tbody tr', table).every((row) => row.cells[index].querySelector('.chip'));
    const compare = (a, b) => {
      if (isSeverity) return severityRank(a) - severityRank(b);
      const [one, other] = [textIn(a, index), textIn(b, index)];
      return isNumber ? (parseFloat(one) || 0) - (parseFloat(other) || 0) : one.localeCompare(other, 'zh-CN');
    };
    const rows = all('tbody tr', table).sort((a, b) => (down ? -1 : 1) * compare(a, b));
    table.tBodies[0].append(...rows);
  }
  for (const table of all('table'))
    for (const [index, heading] of all('thead th', table).entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => sort(table, index, heading));
    }

  // Copies

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Some browsers give a page from a file no clipboard: by hand, then.
      const field = document.createElement('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    button.classList.add('done');
    setTimeout(() => button.classList.remove('done'), 2000);
  }
  for (const button of all('[data-copies]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(byId(button.dataset.copies).textContent, button));
  }
  const save = byId('save-json');
  save.hidden = false;
  save.addEventListener('click', async () => {
    const link = document.createElement('a');
    const text = `${JSON.stringify(await report(), null, 2)}\n`;
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'check.json';
    link.click();
    URL.revokeObjectURL(link.href);
  });

  // On paper nothing is folded

  let folded = [];
  window.addEventListener('beforeprint', () => {
    folded = all('details:not([open])');
    for (const each of folded) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of folded) each.open = false;
  });

  choose(/^zh/i.test(navigator.language) ? 'zh' : 'en');
  if (asked.department) followHash();
})();
