/** Draws what the search found. Text only, never markup. */

export interface SearchHit {
  url: string;
  meta: { title: string; summary: string; kind: string; names: string };
  filters: Record<string, string[]>;
}
export function sentence(question: string, count: number, cut: boolean): string {
  if (count === 0) return `没有找到“${question}”。换一个说法，或少写几个字再试。`;
  return `“${question}”：${cut ? '最相近的 ' : ''}${String(count)} 条结果`;
}

export function drawFacets(
  box: HTMLElement,
  found: readonly SearchHit[],
  chosen: readonly (readonly [string, string])[],
  question: string,
): void {
  const groups = new Map<string, Map<string, number>>();
  for (const { filters } of found) {
    for (const [name, values] of Object.entries(filters)) {
      const counts = groups.get(name) ?? new Map<string, number>();
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      groups.set(name, counts);
    }
  }
  const useful = [...groups].filter(
    ([name, counts]) => counts.size > 1 || chosen.some(([picked]) => picked === name),
  );
  box.replaceChildren(
    ...useful.map(([name, counts]) => {
      const group = element('div', 'facet');
      const title = element('span', 'facet-name', name);
      const values = [...counts].map(([value, count]) => {
        const on = chosen.some(([picked, wanted]) => picked === name && wanted === value);
        const params = new URLSearchParams({ q: question });
        for (const [other, kept] of chosen) if (other !== name) params.append(other, kept);
        if (!on) params.append(name, value);
        const link = document.createElement('a');
        link.href = `?${params.toString()}`;
        link.className = 'facet-value';
        link.textContent = `${value}（${String(count)}）`;
        if (on) {
          link.setAttribute('aria-current', 'true');
          link.title = '再按一次取消';
        }
        return link;
      });
      group.append(title, ...values);
      return group;
    }),
  );
}

export function item({ url, meta }: SearchHit, question: string): HTMLLIElement {
  const row = document.createElement('li');
  const kind = element('span', 'result-kind', meta.kind);
  const link = document.createElement('a');
  link.href = url.replace(/^\//u, '');
  link.append(...marked(meta.title, question));
  const summary = element('p', 'result-summary');
  summary.append(
    ...marked(
      [meta.summary, meta.names === '' ? '' : `又名：${meta.names}`]
        .filter((part) => part !== '')
        .join(' · '),
      question,
    ),
  );
  const heading = element('p', 'result-title');
  heading.append(kind, link);
  row.append(heading, summary);
  return row;
}

/** The text with the words of the question marked. */
function marked(text: string, question: string): (Node | string)[] {
  const words = question
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(`(${words.join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? element('mark', '', part) : part));
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

export function clear(...boxes: readonly HTMLElement[]): void {
  for (const box of boxes) box.replaceChildren();
}
