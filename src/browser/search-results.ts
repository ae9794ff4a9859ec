/** Renders what the search found. Text only, never markup. */

import { ASKING } from '../search/question/asking.ts';
import type { Hit } from '../search/question/hit.ts';
import type { FacetTable, IssueText } from '../search/index/issue-files.ts';
import type { NamedEntry } from '../search/question/parts.ts';
import { LONGEST_QUESTION } from '../search/question/question.ts';
import { searchKinds } from '../search/record.ts';
import { patternOf } from '../text/notation/pattern.ts';

/** A value of a facet with the number of the results that have it. */
export interface Facet {
  name: string;
  value: string;
  count: number;
}

export function sentence(question: string, hits: readonly Hit[]): string {
  if (question.length > LONGEST_QUESTION)
    return `问得太长，没有找：最多${String(LONGEST_QUESTION)}个字，只写单位、账号、问题的名称再试。`;
  if (hits.length === 0) return `没有找到“${question}”。换一个说法，或少写几个字再试。`;
  const issues = hits.filter(({ kind }) => kind === 'issue').length;
  const pages = hits.length - issues;
  const parts = [
    ...(pages > 0 ? [`页面${String(pages)}个`] : []),
    ...(issues > 0 ? [`相关问题${String(issues)}个${beyond(question, hits, issues)}`] : []),
  ];
  return `“${question}”：${parts.join('，')}`;
}

/** Where a figure is called as asked and counts fewer or more: what else is found and what is kept back, so that the two are not held to be one count. */
function beyond(question: string, hits: readonly Hit[], issues: number): string {
  const asked = withoutAsking(question);
  const figure = hits.flatMap((hit) =>
    hit.kind === 'page' &&
    hit.entry.kind === 'figure' &&
    hit.entry.names.some(({ name }) => name === asked)
      ? [hit.entry]
      : [],
  )[0];
  if (figure === undefined) return '';
  const { count, title, withheld = 0 } = figure;
  const kept = withheld > 0 ? `，其中${String(withheld)}个只计数、不列出` : '';
  const others = issues > count - withheld ? '；其余是写到这些字的' : '';
  return kept === '' && others === '' ? '' : `（指标：${title}${kept}${others}）`;
}

/** 有多少个逾期 → 逾期 */
function withoutAsking(question: string): string {
  let [rest, kept] = [question.replaceAll(/[\s?？]/gu, ''), ''];
  while (rest !== '') {
    const asks = ASKING.exec(rest)?.[0].length ?? 0;
    if (asks === 0) kept += [...rest][0] ?? '';
    rest = rest.slice(Math.max(asks, [...rest][0]?.length ?? 1));
  }
  return kept;
}

/** The values that the issues at these places have, in the order of the table. */
export function facetCounts(
  name: string,
  { values, of }: FacetTable,
  places: readonly number[],
): Facet[] {
  const counts = new Map<number, number>();
  for (const place of places)
    for (const at of [of[place] ?? []].flat()) counts.set(at, (counts.get(at) ?? 0) + 1);
  return values.flatMap((value, at) => {
    const count = counts.get(at) ?? 0;
    return count > 0 ? [{ name, value, count }] : [];
  });
}

export function renderFacets(
  box: HTMLElement,
  facets: readonly Facet[],
  chosen: readonly (readonly [string, string])[],
  question: string,
): void {
  const useful = [...Map.groupBy(facets, ({ name }) => name)].filter(
    ([name, values]) => values.length > 1 || chosen.some(([picked]) => picked === name),
  );
  // Of a list that somebody came from: said, and taken back by a press.
  const others = chosen.filter(([name]) => !useful.some(([known]) => known === name));
  const within = [...Map.groupBy(others, ([name]) => name)].map(
    ([name, values]): [string, Facet[]] => [
      name,
      values.map(([, value]) => ({ name, value, count: 0 })),
    ],
  );
  box.replaceChildren(
    ...[...within, ...useful].map(([name, values]) => {
      const group = element('div', 'facet');
      const links = values.map(({ value, count }) => {
        const on = chosen.some(([picked, wanted]) => picked === name && wanted === value);
        const params = new URLSearchParams({ q: question });
        for (const [other, kept] of chosen) if (other !== name) params.append(other, kept);
        if (!on) params.append(name, value);
        const link = document.createElement('a');
        link.href = `?${params.toString()}`;
        link.className = 'facet-value';
        link.textContent = count === 0 ? value : `${value}（${String(count)}）`;
        if (on) {
          link.setAttribute('aria-current', 'true');
          link.title = '再按一次取消';
        }
        return link;
      });
      group.append(element('span', 'facet-name', name), ...links);
      return group;
    }),
  );
}

export function pageItem({ kind, address, title, summary, known }: NamedEntry, question: string) {
  const more = [summary, known.length === 0 ? '' : `又名：${known.join('、')}`];
  return item(searchKinds[kind], address, title, more, question);
}

export function issueItem([address, title, summary]: IssueText, question: string): HTMLLIElement {
  return item(searchKinds.issue, address, title, [summary], question);
}

function item(
  kind: string,
  address: string,
  title: string,
  summary: readonly string[],
  question: string,
): HTMLLIElement {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.append(...markedText(title, question));
  const below = element('p', 'result-summary');
  below.append(...markedText(summary.filter((part) => part !== '').join(' · '), question));
  const heading = element('p', 'result-title');
  heading.append(element('span', 'result-kind', kind), link);
  row.append(heading, below);
  return row;
}

/** The text with the words of the question marked; of a sentence what of it stands in the text. */
export function markedText(text: string, question: string): (Node | string)[] {
  const words = question
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (isIn(word, text) ? [word] : markedPieces(word, text)))
    .toSorted((a, b) => b.length - a.length)
    .map(patternOf);
  if (words.length === 0) return [text];
  const pattern = new RegExp(`(${words.join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, index) => (index % 2 === 1 ? element('mark', '', part) : part));
}

function isIn(word: string, text: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

/** 单位, 账号: of what kind is asked, not what. */
const KINDS: readonly string[] = Object.values(searchKinds);

/** 哪些单位还没备案 → 备案, where the text has that: the longest pieces of two or more characters, without what only asks. */
export function markedPieces(sentence: string, text: string): string[] {
  const pieces: string[] = [];
  let rest = sentence;
  while (rest !== '') {
    const asks = ASKING.exec(rest)?.[0].length ?? 0;
    let size = asks > 0 ? 0 : rest.length;
    while (size > 1 && !isIn(rest.slice(0, size), text)) size -= 1;
    const piece = rest.slice(0, size);
    if (size > 1 && !KINDS.includes(piece)) pieces.push(piece);
    rest = rest.slice(Math.max(asks, size, 1));
  }
  return pieces;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

export function emptyBoxes(...boxes: readonly HTMLElement[]): void {
  for (const box of boxes) box.replaceChildren();
}
