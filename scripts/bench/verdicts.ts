/** 目标: what was wanted of each size, met or missed, with the command whose time is then looked into. */
import { median as medianOf } from '../../src/domain/figures/figure-value.ts';
import type { FirstSearch, Row, Size } from './measured.ts';

export interface TargetVerdict {
  readonly text: string;
  /** The name of the row that missed its target. */
  readonly missed?: string;
}

/** The public site against Hugo with Pagefind drawing the same pages, processor time. */
const AGAINST_HUGO: ReadonlyMap<string, number> = new Map([
  ['M', 1.2],
  ['L', 0.85],
]);
/** Seconds by the clock after one report. */
const AFTER_ONE: ReadonlyMap<string, number> = new Map([['L', 8]]);

/** Seconds by the clock until one report is seen on both sites, on an old office computer; of whatever size. */
const SEEN = 60;

/** Of one size; what needs another size to be judged by is left to `growthVerdicts`. */
export function verdictsOf(size: Omit<Size, 'spent'>): TargetVerdict[] {
  const { rows, reports, searches } = size;
  return [
    ...siteVerdicts(size.name, rows),
    ...historyVerdicts(rows, reports),
    ...searchVerdicts(searches),
  ];
}

function siteVerdicts(size: string, rows: readonly Row[]): TargetVerdict[] {
  const row = (name: string): Row | undefined => rows.find((one) => one.name.startsWith(name));
  const [ours, hugo] = [row('本项目：公开站'), row('Hugo + Pagefind，同样的网页')];
  const bare = row('Hugo + Pagefind，只有记录');
  const [inside, touched] = [row('本项目：内部站'), row('本项目：改一条')];
  const later = row('本项目：换一天');
  return [
    ...against(
      ours,
      hugo,
      '公开站 ÷ Hugo + Pagefind（同样的网页），处理器时间',
      AGAINST_HUGO.get(size),
    ),
    ...against(ours, bare, '公开站 ÷ Hugo + Pagefind（只有记录的小站），处理器时间'),
    ...against(touched, inside, '改一条后再生成 ÷ 从头生成，处理器时间', 0.5),
    ...within(touched, '改一条后再生成', AFTER_ONE.get(size)),
    ...within(row('办公电脑'), '办公电脑上改一条后两个网站都能看到', SEEN),
    ...drawn(touched, '改一条后'),
    ...against(later, inside, '换一天后再生成 ÷ 从头生成，处理器时间'),
    ...drawn(later, '换一天后（只有写着天数、当天的要重画）'),
  ];
}

function against(
  a: Row | undefined,
  b: Row | undefined,
  words: string,
  most?: number,
): TargetVerdict[] {
  if (a === undefined || b === undefined) return [];
  const ratio = busyOf(a) / busyOf(b);
  const text = `${words}：${ratio.toFixed(2)} 倍`;
  return [judged(text, `${String(most)} 倍`, most === undefined ? undefined : ratio <= most, a)];
}

function within(row: Row | undefined, words: string, most: number | undefined): TargetVerdict[] {
  if (row === undefined || most === undefined) return [];
  const wall = middle(row.runs.map((run) => run.wall));
  return [judged(`${words}，用时 ${wall.toFixed(1)} 秒`, `${String(most)} 秒`, wall <= most, row)];
}

function judged(text: string, most: string, holds: boolean | undefined, row: Row): TargetVerdict {
  if (holds === undefined) return { text };
  return holds
    ? { text: `${text}（目标不超过 ${most}，达到）` }
    : { text: `${text}（目标不超过 ${most}，没有达到）`, missed: row.name };
}

function drawn(row: Row | undefined, words: string): TargetVerdict[] {
  if (row?.site === undefined) return [];
  const { files } = row.site;
  const made = files - middle(row.runs.map((run) => run.kept));
  return [{ text: `${words}，${String(files)} 个文件里重做了 ${String(made)} 个` }];
}

/** What was wanted of a history of 60,000 reports; said of a smaller one as what it took, and no more. */
function historyVerdicts(rows: readonly Row[], reports: number): TargetVerdict[] {
  const wanted = [
    ['历史：第一次读', 10],
    ['历史：再读一次', 1],
  ] as const;
  return wanted.flatMap(([name, most]): TargetVerdict[] => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) return [];
    const target = `目标是 60000 件不超过 ${String(most)} 秒`;
    const holds = busyOf(row) <= most;
    const verdict = reports < 60_000 ? '这一档没有那么多，不判' : holds ? '达到' : '没有达到';
    const text = `${name} ${String(reports)} 件报送，处理器时间：${busyOf(row).toFixed(1)} 秒（${target}；${verdict}）`;
    return [verdict === '没有达到' ? { text, missed: row.name } : { text }];
  });
}

/** What was wanted of a first search among 20,000 issues: 300 KB and 20 requests. */
function searchVerdicts(searches: readonly FirstSearch[]): TargetVerdict[] {
  const most = (of: (one: FirstSearch) => number): number => Math.max(...searches.map(of));
  const [kilobytes, requests] = [most((one) => one.kilobytes), most((one) => one.requests)];
  const holds = kilobytes <= 300 && requests <= 20;
  return [
    {
      text: `第一次搜索至多 ${kilobytes.toFixed(0)} KB、${String(requests)} 次请求（目标 300 KB、20 次，${holds ? '达到' : '没有达到'}）`,
    },
  ];
}

/** What was wanted of XL beside L: no more time a page than 1.2 times, and 3 GB at most. */
export function growthVerdicts(sizes: readonly Size[]): string[] {
  const ours = (name: string): Row | undefined =>
    sizes
      .find((size) => size.name === name)
      ?.rows.find((row) => row.name.startsWith('本项目：公开站'));
  const [large, largest] = [ours('L'), ours('XL')];
  if (large?.site === undefined || largest?.site === undefined) return [];
  const ratio = busyOf(largest) / largest.site.pages / (busyOf(large) / large.site.pages);
  const gigabytes = middle(largest.runs.map((run) => run.megabytes)) / 1024;
  const word = (holds: boolean): string => (holds ? '达到' : '没有达到');
  return [
    `XL 每页的时间 ÷ L 每页的时间：${ratio.toFixed(2)} 倍（目标不超过 1.2 倍，${word(ratio <= 1.2)}）`,
    `XL 的内存：${gigabytes.toFixed(1)} GB（目标不超过 3 GB，${word(gigabytes <= 3)}）`,
  ];
}

/** The median; of nothing, nothing was measured. */
export function middle(values: readonly number[]): number {
  return medianOf(values) ?? 0;
}

export function busyOf({ runs }: Row): number {
  return middle(runs.map((run) => run.busy));
}
