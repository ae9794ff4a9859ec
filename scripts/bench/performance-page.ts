/** docs/performance.md from what was measured: nothing in it is written by hand. */

/** One run of a command with everything that it starts: seconds by the clock, seconds of processors, largest process. */
export interface Run {
  readonly wall: number;
  readonly busy: number;
  readonly megabytes: number;
  /** Files of the last site that were taken as they were. */
  readonly kept: number;
}

export interface Row {
  readonly name: string;
  readonly runs: readonly Run[];
  readonly site:
    { readonly pages: number; readonly files: number; readonly megabytes: number } | undefined;
}

/** What a question costs whoever asks it first: `seconds` to the first results, over the wire from the first word on. */
export interface FirstSearch {
  readonly question: string;
  readonly requests: number;
  readonly kilobytes: number;
  readonly seconds: number;
  readonly shown: number;
}

export interface Size {
  readonly name: string;
  readonly issues: number;
  /** Records that have a page of their own. */
  readonly records: number;
  /** Reports in its history, each with a merge of its own. */
  readonly reports: number;
  readonly rows: readonly Row[];
  readonly searches: readonly FirstSearch[];
}

export interface MeasuredSizes {
  readonly sizes: readonly Size[];
  readonly versions: readonly string[];
  readonly machine: string;
  readonly runs: number;
}

export function performancePage({ sizes, versions, machine, runs }: MeasuredSizes): string {
  return `# 速度

由 \`npm run bench\` 写成，请勿手改。

机器：${machine}；${versions.join('、')}。各轮交替运行 ${String(runs)} 次，取中位数，括号里是最小和最大。处理器时间含它启动的所有进程，别的程序同时在跑时只看它：用时会被拖长。内存是最大的一个进程的。

对照的两个生成器画的是同样的记录（一条记录一页、200 行一页的清单，模板在 \`scripts/bench/peers/\`），然后由 Pagefind 建索引。它们不检查台账，不算状态、时限和指标，没有下载文件、日历和数据；本项目的页数、文件数因此多得多，所以另列每页的时间。“本机第一次”还要打包网页的程序，打包一次，程序不变就一直用。历史是每件报送一个分支、一次合并。

${sizes.map(sizeSection).join('\n\n')}
`;
}

function sizeSection({ name, issues, records, reports, rows, searches }: Size): string {
  const lines = rows.map(({ name: what, runs, site }) => {
    const busy = spread(runs.map((run) => run.busy));
    const wall = spread(runs.map((run) => run.wall));
    const memory = String(Math.round(median(runs.map((run) => run.megabytes))));
    const size =
      site === undefined
        ? ['', '', '', '']
        : [
            String(site.pages),
            String(site.files),
            site.megabytes.toFixed(0),
            ((1000 * median(runs.map((run) => run.busy))) / site.pages).toFixed(1),
          ];
    return `| ${[what, busy, wall, memory, ...size].join(' | ')} |`;
  });
  return `## ${name}：问题 ${String(issues)} 个，有自己一页的记录 ${String(records)} 条，报送 ${String(reports)} 件

| 做什么 | 处理器秒 | 用时秒 | 内存 MB | 网页 | 文件 | MB | 每页毫秒 |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

${[...verdicts(rows), ...historyVerdicts(rows, reports)].join('\n')}

内部站上第一次搜索（真实浏览器，缓存是空的，压缩传输）：

| 问 | 请求 | KB | 秒 | 先列出 |
|---|---|---|---|---|
${searches
  .map(
    ({ question, requests, kilobytes, seconds, shown }) =>
      `| ${[question, requests, kilobytes.toFixed(0), seconds.toFixed(1), shown].join(' | ')} |`,
  )
  .join('\n')}

${searchVerdict(searches)}`;
}

/** What was wanted of a first search among 20,000 issues: 300 KB and 20 requests. */
function searchVerdict(searches: readonly FirstSearch[]): string {
  const most = (of: (one: FirstSearch) => number): number => Math.max(...searches.map(of));
  const [kilobytes, requests] = [most((one) => one.kilobytes), most((one) => one.requests)];
  const holds = kilobytes <= 300 && requests <= 20;
  return `- 第一次搜索至多 ${kilobytes.toFixed(0)} KB、${String(requests)} 次请求（目标 300 KB、20 次，${holds ? '达到' : '没有达到'}）`;
}

/** The targets, each met or missed with its ratio. */
function verdicts(rows: readonly Row[]): string[] {
  const row = (name: string): Row | undefined => rows.find((one) => one.name.startsWith(name));
  const busy = (one: Row): number => median(one.runs.map((run) => run.busy));
  const [ours, hugo] = [row('本项目：公开站'), row('Hugo')];
  const [inside, touched] = [row('本项目：内部站'), row('本项目：改一条')];
  const later = row('本项目：换一天');
  const against = (
    a: Row | undefined,
    b: Row | undefined,
    words: string,
    most?: number,
  ): string[] => {
    if (a === undefined || b === undefined) return [];
    const ratio = busy(a) / busy(b);
    const target =
      most === undefined
        ? ''
        : `（目标不超过 ${String(most)} 倍，${ratio <= most ? '达到' : '没有达到'}）`;
    return [`- ${words}：${ratio.toFixed(2)} 倍${target}`];
  };
  const drawn = (one: Row | undefined, words: string): string[] =>
    one?.site === undefined
      ? []
      : [
          `- ${words}，${String(one.site.files)} 个文件里重做了 ${String(one.site.files - median(one.runs.map((run) => run.kept)))} 个`,
        ];
  const page = (one: Row): number => busy(one) / (one.site?.pages ?? 1);
  return [
    ...against(ours, hugo, '公开站 ÷ Hugo + Pagefind，处理器时间', 1.2),
    ...(ours && hugo ? [`- 同上，按每页算：${(page(ours) / page(hugo)).toFixed(2)} 倍`] : []),
    ...against(touched, inside, '改一条后再生成 ÷ 从头生成，处理器时间', 0.5),
    ...drawn(touched, '改一条后'),
    ...against(later, inside, '换一天后再生成 ÷ 从头生成，处理器时间'),
    ...drawn(later, '换一天后（只有写着天数、当天的要重画）'),
  ];
}

/** What was wanted of a history of 60,000 reports; said of a smaller one as what it took, and no more. */
function historyVerdicts(rows: readonly Row[], reports: number): string[] {
  const wanted = [
    ['历史：第一次读', 10],
    ['历史：再读一次', 1],
  ] as const;
  return wanted.flatMap(([name, most]) => {
    const row = rows.find((one) => one.name === name);
    if (row === undefined) return [];
    const busy = median(row.runs.map((run) => run.busy));
    const target = `目标是 60000 件不超过 ${String(most)} 秒`;
    const verdict =
      reports < 60_000 ? '这一档没有那么多，不判' : busy <= most ? '达到' : '没有达到';
    return [
      `- ${name} ${String(reports)} 件报送，处理器时间：${busy.toFixed(1)} 秒（${target}；${verdict}）`,
    ];
  });
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(1)}（${least.toFixed(1)}–${most.toFixed(1)}）`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}
