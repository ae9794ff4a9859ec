/**
 * Mutated versions of the source list, from a seed, each with its truth: what the file now says. An import must read that
 * or ask; it must never record something else.
 */
import type { Random } from '../generator/random.ts';
import { header, headLines, rows, title } from './source.ts';
import type { SheetOfPaper } from './papers.ts';

/** A row of the list, as the mutant says it. */
export interface Entry {
  /** Place in the source, from 1. */
  row: number;
  cells: string[];
  /** Columns (by header name) whose words were damaged. */
  damaged: Set<string>;
}

export interface Mutant {
  paper: SheetOfPaper;
  /** The entries that stand in it. */
  entries: readonly Entry[];
  /** What was done, for messages. */
  done: readonly string[];
  /** Whether something was done to the header that nobody can know without asking. */
  asksColumn: boolean;
}

interface Draft {
  above: string[];
  header: string[];
  entries: Entry[];
  /** Order of the columns, as places in `header`. */
  order: number[];
  extra: { title: string; text: (row: number) => string }[];
  merged: boolean;
  /** Rows of paper that an entry takes: how its cells are cut. */
  cut: Map<number, (cells: string[]) => string[][]>;
  breaks: (text: string) => string;
  asksColumn: boolean;
  repeatHeader: boolean;
}

type Mutation = readonly [name: string, mutate: (draft: Draft, random: Random) => void];

const synonyms: Readonly<Record<string, readonly string[]>> = {
  序号: ['编号', '序  号', 'No.'],
  '政府网站/政务新媒体': ['账号', '政府网站／政务新媒体', '新媒体名称', '政务新媒体名称'],
  主办单位: ['责任单位', '单位名称', '责任单位（盖章）', '单 位'],
  存在问题: ['问题描述', '具体问题', '存在的问题', '主要问题'],
  整改措施: ['措施', '整改举措', '拟采取的整改措施'],
  整改时限: ['完成时限', '整改期限', '完成时间', '整改时限（要求）'],
};

/** The same things in another order. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => [random.next(), one] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, one]) => one);
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9:,()]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
/** Characters for misprints: none of them makes another word of the vocabulary. */
const WRONG = ['鑫', '囍', '氹', '犇'];

function misprint(text: string, random: Random): string {
  const han = [...text].flatMap((char, at) => (/\p{Script=Han}/u.test(char) ? [at] : []));
  if (han.length === 0) return text;
  const at = random.pick(han);
  return [...text].map((char, index) => (index === at ? random.pick(WRONG) : char)).join('');
}

export const mutations: readonly Mutation[] = [
  ['栏序打乱', (draft, random) => void (draft.order = shuffled(draft.order, random))],
  [
    '栏名改写',
    (draft, random) =>
      void (draft.header = draft.header.map((name) => random.pick(synonyms[name] ?? [name]))),
  ],
  [
    '栏名错字',
    (draft, random) => {
      const at = random.pick([2, 3, 4, 5]);
      draft.header[at] = misprint(draft.header[at] ?? '', random);
      draft.asksColumn = true;
    },
  ],
  [
    '全角数字',
    (draft) => {
      for (const { cells } of draft.entries) {
        cells[0] = fullWidth(cells[0] ?? '');
        cells[5] = fullWidth(cells[5] ?? '');
      }
      draft.above = draft.above.map(fullWidth);
    },
  ],
  [
    '删去几行',
    (draft, random) => {
      draft.entries = draft.entries.filter(() => random.next() > 0.2);
    },
  ],
  [
    '删去几行并重新编号',
    (draft, random) => {
      draft.entries = draft.entries.filter(() => random.next() > 0.2);
      draft.entries.forEach(({ cells }, index) => (cells[0] = String(index + 1)));
    },
  ],
  ['行序打乱', (draft, random) => void (draft.entries = shuffled(draft.entries, random))],
  [
    '表头下移',
    (draft, random) => {
      draft.above = ['附件1', '', ...draft.above, '（本表一式两份）', ''].slice(
        0,
        random.int(3, 7),
      );
      if (!draft.above.some((line) => line.startsWith('填表'))) draft.above.push(...headLines);
    },
  ],
  [
    '多出几栏',
    (draft) => {
      draft.extra.push(
        { title: '责任人', text: (row) => `张${row}` },
        { title: '备注', text: () => '' },
      );
      draft.extra.push({ title: '包联领导', text: (row) => `李${row}` });
    },
  ],
  ['主办单位合并单元格', (draft) => void (draft.merged = true)],
  [
    '单元格跨页断开',
    (draft, random) => {
      for (const entry of draft.entries) {
        if (random.next() > 0.3) continue;
        draft.cut.set(entry.row, (cells) => {
          const halves = cells.map((text, index) =>
            index === 1 || index === 2
              ? [text.slice(0, Math.ceil(text.length / 2)), text.slice(Math.ceil(text.length / 2))]
              : [text, ''],
          );
          return [halves.map(([first = '']) => first), halves.map(([, second = '']) => second)];
        });
      }
    },
  ],
  [
    '单元格内断行',
    (draft) => void (draft.breaks = (text) => text.replace(/(.{6})(?=.{2})/gu, '$1\n')),
  ],
  ['每页重复表头', (draft) => void (draft.repeatHeader = true)],
  [
    '时限换写法',
    (draft) => {
      for (const { cells } of draft.entries) {
        cells[5] = cells[5] === '5月底' ? '2020年5月31日前' : (cells[5] ?? '');
      }
    },
  ],
  ...(['政府网站/政务新媒体', '主办单位', '存在问题', '整改时限'] as const).map(
    (name): Mutation => [
      `${name}错字`,
      (draft, random) => {
        const at = header.indexOf(name);
        for (const entry of draft.entries) {
          if (random.next() > 0.25) continue;
          entry.cells[at] = misprint(entry.cells[at] ?? '', random);
          entry.damaged.add(name);
        }
      },
    ],
  ),
  [
    '主办单位漏写',
    (draft, random) => {
      for (const entry of draft.entries) {
        if (random.next() > 0.2) continue;
        entry.cells[2] = '';
        entry.damaged.add('主办单位');
      }
    },
  ],
  [
    '时限漏写',
    (draft, random) => {
      for (const entry of draft.entries) {
        if (random.next() > 0.2) continue;
        entry.cells[5] = '';
        entry.damaged.add('整改时限');
      }
    },
  ],
  [
    '序号漏写',
    (draft, random) => {
      for (const entry of draft.entries) {
        if (random.next() > 0.2) continue;
        entry.cells[0] = '';
        entry.damaged.add('序号');
      }
    },
  ],
  [
    '序号重复',
    (draft, random) => {
      const one = random.pick(draft.entries.slice(1));
      one.cells[0] = draft.entries[0]?.cells[0] ?? '1';
      one.damaged.add('序号');
      draft.entries[0]?.damaged.add('序号');
    },
  ],
];

/** A mutant with one to three mutations. */
export function mutantOf(random: Random): Mutant {
  const draft: Draft = {
    above: [title, ...headLines],
    header: [...header],
    entries: rows.map((cells, index) => ({
      row: index + 1,
      cells: [...cells],
      damaged: new Set(),
    })),
    order: header.map((_, index) => index),
    extra: [],
    merged: false,
    cut: new Map(),
    breaks: (text) => text,
    asksColumn: false,
    repeatHeader: false,
  };
  const chosen = shuffled(mutations, random).slice(0, random.int(1, 3));
  for (const [, mutate] of chosen) mutate(draft, random);
  return {
    paper: layOut(draft),
    entries: draft.entries,
    done: chosen.map(([name]) => name),
    asksColumn: draft.asksColumn,
  };
}

function layOut(draft: Draft): SheetOfPaper {
  const pick = (cells: readonly string[]): string[] => draft.order.map((at) => cells[at] ?? '');
  const titles = [...pick(draft.header), ...draft.extra.map((extra) => extra.title)];
  const body: string[][] = [];
  const hosts: string[] = [];
  draft.entries.forEach((entry, index) => {
    if (draft.repeatHeader && index > 0 && index % 8 === 0) {
      body.push(titles);
      hosts.push('');
    }
    const cells = entry.cells.map(draft.breaks);
    for (const [piece, half] of (draft.cut.get(entry.row)?.(cells) ?? [cells]).entries()) {
      const extra = draft.extra.map(({ text }) => (piece === 0 ? text(entry.row) : ''));
      body.push([...pick(half), ...extra]);
      hosts.push(draft.cut.has(entry.row) ? '' : (entry.cells[2] ?? ''));
    }
  });
  const at = draft.order.indexOf(2);
  const merged = draft.merged
    ? hosts.flatMap((host, index) => {
        const isFirst = host !== '' && host !== hosts[index - 1];
        let to = index;
        while (isFirst && hosts[to + 1] === host) to += 1;
        return to > index ? [{ column: at, from: index + 1, to: to + 1 }] : [];
      })
    : [];
  return { above: draft.above, rows: [titles, ...body], merged };
}
