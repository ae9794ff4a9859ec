/** 拆行: rows of a list that hold several entries — accounts side by side in a cell, numbered findings with a deadline each. */
import type { ColumnId } from '../../../schema/vocabulary.ts';
import { type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { ListRow } from '../../list/entry.ts';
import { mendedText, tidy } from '../../words/wording.ts';
import type { Known } from '../known.ts';
import { hasNoAccount } from './row-words.ts';

const APART = '分开';
const ONE = '一个名称';
const TOGETHER = '不分';
const BY_UNITS = '归各单位';

/** The rows, those with several entries in one taken apart as somebody says. */
export function splitRows(rows: readonly ListRow[], known: Known, inquiry: Inquiry): ListRow[] {
  const recorded = new Set([...known.ledger.issues.values()].map(({ listed }) => listed));
  return rows.flatMap((row) =>
    (hasNoAccount(row) ? [row] : byAccount(row, recorded, known, inquiry)).flatMap((one) =>
      byItem(one, inquiry),
    ),
  );
}

/** 县政府门户网站—政务公开—财政信息: a site and its column. */
const SITE = /^(?<site>.{2,24}?(?:网站|官网|门户网))\s*[—–\-－>＞→·|｜/]+\s*(?<column>.{2,})$/u;

/** 县政府网站“财政预决算”栏目, 县政府网站首页 */
const PART_OF_SITE =
  /^(?<site>[^“”]{2,24}?(?:网站|官网|门户网))的?(?:“[^“”]{2,20}”(?:栏目|专栏|板块|频道|专题|页面)?|首页)$/u;

/** The row of a site's column, its account the site where somebody says so; the column stays with the words of the source. */
function bySite(row: ListRow, inquiry: Inquiry): ListRow | undefined {
  const { listed, name } = row.cells;
  const cell = listed ?? name;
  const words = mendedText(cell?.text ?? '');
  const { site } = (SITE.exec(words) ?? PART_OF_SITE.exec(words))?.groups ?? {};
  if (cell === undefined || site === undefined) return undefined;
  const text = mendedText(cell.text);
  const candidates = [
    { answer: '网站', label: '账号是网站，后面是栏目' },
    { answer: BY_UNITS, label: '几个单位共一个网站：记为各单位的问题，网站和栏目写作地点' },
    { answer: ONE, label: '就是一个账号的名称' },
  ];
  const answer = inquiry.ask(
    {
      ask: 'accounts',
      text,
      message: `“${text}”像是网站和它的栏目：账号是“${site}”吗？`,
      candidates,
      bulk: {
        text: `${cell.place.file} 网站和栏目`,
        above: 1,
        message: (values) => `有 ${values.length} 格像是网站和它的栏目：${valuesInWords(values)}`,
        candidates,
      },
    },
    cell.place,
    ([word]) => (word === '网站' || word === BY_UNITS || word === ONE ? word : undefined),
  );
  if (answer === undefined) return { ...row, isUnsplit: true };
  if (answer === BY_UNITS)
    return { ...row, isOfUnit: true, cells: { ...row.cells, place: { ...cell, text } } };
  return answer === ONE ? row : { ...row, site };
}

function byAccount(
  row: ListRow,
  recorded: ReadonlySet<string | undefined>,
  known: Known,
  inquiry: Inquiry,
): ListRow[] {
  const { listed, name, platform } = row.cells;
  const cell = tidy(listed?.text ?? '') === '' ? name : listed;
  if (cell === undefined || row.unsettled !== undefined || recorded.has(mendedText(cell.text)))
    return [row];
  const ofSite = bySite(row, inquiry);
  if (ofSite !== undefined) return [ofSite];
  const several = known.platforms.several(cell.text, platform?.text ?? '');
  if (several === undefined) return [row];
  const offered = several.accounts ?? [];
  const text = [mendedText(platform?.text ?? ''), mendedText(cell.text)]
    .filter((word) => word !== '')
    .join('：');
  const apart = { answer: APART, label: offered.join('；') };
  const candidates = [
    ...(offered.length > 0 ? [apart] : []),
    { answer: ONE, label: '就是一个账号的名称' },
  ];
  const accounts = inquiry.ask(
    {
      ask: 'accounts',
      text,
      message: `“${text}”写了几个账号或平台：各是哪几个？写成“平台：名称；平台：名称”，一个账号一条`,
      candidates,
      bulk: {
        text: cell.place.file,
        above: 2,
        message: (values) => `有 ${values.length} 格写了几个账号：${valuesInWords(values)}`,
        candidates: [{ answer: APART, label: '都分开，一个账号一条' }, candidates.at(-1)].filter(
          (one) => one !== undefined,
        ),
      },
    },
    cell.place,
    ([answer = '', ...more]) => {
      if (answer === ONE) return [];
      if (answer === APART) return offered.length > 0 ? offered : undefined;
      const named = [answer, ...more]
        .flatMap((words) => words.split(/[；;]/u))
        .map((word) => word.trim());
      return named.length > 1 && named.every((word) => word.length >= 2) ? named : undefined;
    },
  );
  if (accounts === undefined) return [{ ...row, isUnsplit: true }];
  if (accounts.length === 0) return [row];
  return accounts.map((account) => {
    const cells = { ...row.cells, listed: { ...cell, text: account } };
    delete cells.platform;
    delete cells.name;
    return { ...row, cells, notes: [...row.notes, `“${text}”分成 ${accounts.length} 条`] };
  });
}

const ITEM = /^\s*(?:[（(]?(\d{1,2})[)）.．、]|[①-⑳])\s*/u;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** Numbered findings with as many numbered deadlines are entries of their own, where somebody says so. */
function byItem(row: ListRow, inquiry: Inquiry): ListRow[] {
  const { finding, deadline } = row.cells;
  const findings = itemsOf(finding?.text ?? '');
  const deadlines = itemsOf(deadline?.text ?? '');
  if (finding === undefined || findings.length < 2 || deadlines.length !== findings.length)
    return [row];
  const answer = inquiry.ask(
    {
      ask: 'items',
      text: finding.place.file,
      message: '有的格里编了号，一格几个问题，时限也各写各的：分成几条，还是合在一条？',
      candidates: [
        { answer: APART, label: '一个问题一条，措施、时限对号入座' },
        { answer: TOGETHER, label: '合在一条，时限另问' },
      ],
    },
    finding.place,
    ([word]) => (word === APART || word === TOGETHER ? word : undefined),
  );
  if (answer !== APART) return [row];
  return findings.map((_, index) => {
    const cells = { ...row.cells };
    for (const id of ['finding', 'measures', 'deadline'] satisfies ColumnId[]) {
      const cell = cells[id];
      const items = itemsOf(cell?.text ?? '');
      const item = items[index];
      if (cell && item !== undefined && items.length === findings.length)
        cells[id] = { ...cell, text: item };
    }
    return {
      ...row,
      cells,
      notes: [...row.notes, `一格里的 ${findings.length} 个问题分成 ${findings.length} 条`],
    };
  });
}

/** The items of a cell that numbers them from 1; none where it does not. 2.9月底前 is the second item, no date. */
function itemsOf(text: string): string[] {
  const items: string[] = [];
  for (const line of tidy(text).split('\n')) {
    const found = ITEM.exec(line);
    const number = found && (CIRCLED.indexOf(found[0].trim()) + 1 || Number(found[1]));
    if (found && number === items.length + 1) items.push(line.slice(found[0].length));
    else if (items.length === 0) return [];
    else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  return items.map((item) => item.trim().replace(/[；;]$/u, ''));
}
