/** docs/performance.md from what was measured: nothing in it is written by hand. */
import type { MeasuredSizes, Size, Spending } from './measured.ts';
import { growthVerdicts, middle, verdictsOf } from './verdicts.ts';

/** The sizes in their order on the page, as their headings begin. */
const HEADINGS = ['S', 'M', 'L', 'XL'].map((name) => `## ${name}：`);

/**
 * `was`: the page as it stood. What it says of sizes that were not measured this time stays, with the day of then; not
 * where it speaks of another machine or other versions.
 */
export function performancePage(measured: MeasuredSizes, was = ''): string {
  const { sizes, versions, machine, on, runs } = measured;
  const measuredBy = `机器：${machine}；${versions.join('、')}。`;
  const old = was.includes(measuredBy) ? sectionsOf(was) : [];
  const known = new Map(old.map((section) => [headingOf(section), section]));
  for (const size of sizes) {
    const section = sizeSection(size, `${on}，${String(runs)} 次`);
    known.set(headingOf(section), section);
  }
  const sections = HEADINGS.flatMap((heading) => known.get(heading) ?? []);
  return `# 速度

由 \`npm run bench\` 写成，请勿手改。

${measuredBy}每一档写着哪天量的、各轮交替运行几次，取中位数，括号里是最小和最大；没有再量的那一档照旧。处理器时间含它启动的所有进程，别的程序同时在跑时只看它：用时会被拖长。内存是最大的一个进程的。

对照的两个生成器各生成两次，然后都由 Pagefind 建索引。“同样的网页”：本项目刚生成的公开站，每一页的正文原样给它们，它们加上同样的页头、菜单和页脚，写出同样多、同样大的网页；读 YAML、检查台账、算状态和时限、画正文、下载文件、日历、数据和压缩它们都不做，所以这样比偏向它们。“只有记录”：同样的记录，按它们自己的模板画成小得多的网页（模板在 \`scripts/bench/peers/\`）。“本机第一次”还要打包网页的程序，打包一次，程序不变就一直用。历史是每件报送一个分支、一次合并。“办公电脑”由控制组限出来：处理器时间共一个核（两个核各一半），磁盘每秒至多读写 60 MB、150 次；机器不让限的，没有这一行。

${sections.join('\n\n')}
${listed(growthVerdicts(sizes))}`;
}

/** The part of each size, without the empty line and the verdicts on all sizes behind it. */
function sectionsOf(page: string): string[] {
  return page
    .split(/^(?=## )/mu)
    .slice(1)
    .map((section) => section.replace(/\n- XL 每页的时间[\s\S]*$/u, '').trimEnd());
}

function headingOf(section: string): string | undefined {
  return HEADINGS.find((heading) => section.startsWith(heading));
}

/** Lines of a list, with an empty line before them. */
function listed(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

/** `when`: the day, and how many times. */
function sizeSection(measured: Size, when: string): string {
  const { name, issues, records, reports, rows, searches, spent } = measured;
  const lines = rows.map(({ name: what, runs, site }) => {
    if (runs.length === 0) return `| ${what} | 没有跑完 |  |  |  |  |  |  |`;
    const busy = spread(runs.map((run) => run.busy));
    const wall = spread(runs.map((run) => run.wall));
    const memory = String(Math.round(middle(runs.map((run) => run.megabytes))));
    const size =
      site === undefined
        ? ['', '', '', '']
        : [
            String(site.pages),
            String(site.files),
            site.megabytes.toFixed(0),
            ((1000 * middle(runs.map((run) => run.busy))) / site.pages).toFixed(1),
          ];
    return `| ${[what, busy, wall, memory, ...size].join(' | ')} |`;
  });
  return `## ${name}：问题 ${String(issues)} 个，有自己一页的记录 ${String(records)} 条，报送 ${String(reports)} 件（${when}）

| 做什么 | 处理器秒 | 用时秒 | 内存 MB | 网页 | 文件 | MB | 每页毫秒 |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

${verdictsOf(measured)
  .map(({ text }) => `- ${text}`)
  .join('\n')}

内部站上第一次搜索（真实浏览器，缓存是空的，压缩传输）：

| 问 | 请求 | KB | 秒 | 先列出 |
|---|---|---|---|---|
${searches
  .map(
    ({ question, requests, kilobytes, seconds, shown }) =>
      `| ${[question, requests, kilobytes.toFixed(0), seconds.toFixed(1), shown].join(' | ')} |`,
  )
  .join('\n')}${spent.map(spendingSection).join('')}`;
}

/** So many of the rooms and packages are named; what is less is summed up. */
const NAMED = 12;

function spendingSection({ name, on, elsewhere }: Spending): string {
  const more = on.slice(NAMED).reduce((sum, one) => sum + one.seconds, 0);
  const parts = [
    ...on.slice(0, NAMED),
    { on: '其余', seconds: more },
    { on: '别的进程和线程（Pagefind、并行的编译和回收内存）', seconds: elsewhere },
  ];
  const all = parts.reduce((sum, one) => sum + one.seconds, 0);
  const lines = parts.map(
    ({ on: what, seconds }) =>
      `| ${what} | ${seconds.toFixed(1)} | ${((100 * seconds) / all).toFixed(0)} % |`,
  );
  return `

没有达到的“${name}”，再运行一次，处理器时间用在（按房间、按依赖，Node 替谁做的算谁的；记录本身要花时间，比上面的多）：

| 用在 | 秒 | 占 |
|---|---|---|
${lines.join('\n')}`;
}

function spread(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${middle(values).toFixed(1)}（${least.toFixed(1)}–${most.toFixed(1)}）`;
}
