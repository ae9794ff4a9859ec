/** `ledger observe FILE`: what a monitoring platform exports, as input to checks and warnings; the next list takes the place of the last. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Command, Option } from 'commander';
import { inWords } from '../../src/day/calendar.ts';
import { observedFindings } from '../../src/domain/inspection/observed.ts';
import { type Observation, observation } from '../../src/intake/observation.ts';
import {
  columnFinder,
  type ObservedColumn,
  observedColumns,
} from '../../src/intake/observation-table.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readPapers, refusals } from '../../src/paper/folder.ts';
import { isRealDay } from '../../src/schema/field.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import type { Probe } from '../../src/schema/probe.ts';
import { DataFaults, newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';

interface ObserveOptions extends HandingOptions {
  source?: string;
  on?: string;
  column: ReadonlyMap<string, ObservedColumn>;
}

export function observeCommand(): Command {
  return handingOptions(
    newCommand(
      'observe',
      '读入监测平台导出的清单（最近更新、空更、错敏词）：作检查和预警的参考，不是结论；同一来源的下一份取代上一份。不加 --write、--branch、--push 只预览',
    ),
  )
    .argument('<文件>', '导出的 Excel、WPS 表格、csv')
    .addOption(new Option('--source <来源>', '哪个平台的哪一份清单；不写则用去掉数字的文件名'))
    .addOption(
      new Option('--on <日期>', '导出那天；不写则用文件名里的日期，没有的用今天').argParser(
        parseDay,
      ),
    )
    .addOption(
      new Option('--column <栏名=内容>', '不认得的栏是什么；可以写几次')
        .argParser(
          (given: string, known: ReadonlyMap<string, ObservedColumn>) =>
            new Map([...known, columnSaid(given)]),
        )
        .default(new Map(), '按认得的栏名'),
    )
    .action(observe);
}

function columnSaid(given: string): [string, ObservedColumn] {
  const at = given.lastIndexOf('=');
  const column = given.slice(at + 1);
  if (at <= 0 || !isColumn(column))
    throw new WrongUse(
      `--column ${given} 看不懂`,
      `写成 栏名=内容，内容是 ${Object.keys(observedColumns).join('、')} 之一`,
    );
  return [given.slice(0, at), column];
}

function isColumn(text: string): text is ObservedColumn {
  return Object.hasOwn(observedColumns, text);
}

async function observe(path: string, options: ObserveOptions): Promise<void> {
  if (!existsSync(path)) throw new WrongUse(`找不到 ${path}`, '检查文件名和位置');
  const desk = openHandingPlace(options);
  const { ledger } = desk;
  const stem = basename(path, extname(path)).normalize('NFC');
  const on = options.on ?? dayInName(stem) ?? options.asOf ?? todayInChina();
  const source = options.source ?? (stem.replaceAll(/[\d\s年月日_.（）()-]+/gu, '') || '监测清单');
  const find = columnFinder(ledger, options.column);
  const { papers, unread } = await readPapers(path, (title) => find(title) !== undefined);
  const refused = refusals(unread);
  const found = observation(papers, ledger, on, source, options.column);
  const notes = [...refused, ...found.notes];
  if (found.probe === undefined)
    throw new DataFaults([...notes, '没有读出台账里的账号。'].join('\n'));
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const file = `probes/${on.replaceAll('-', '')}-observed-${mark}.yaml`;
  const text = canonical('probe', found.probe);
  const known = desk.content.texts.get(file);
  const isSame = known !== undefined && new TextDecoder().decode(known) === text;
  if (known !== undefined && !isSame)
    throw new WrongUse(
      `${inWords(on)}的“${source}”已经登记过，内容不同`,
      '是另一份的，用 --source 或 --on 区别开',
    );
  const lines = [
    ...observedLines(ledger, found, found.probe, on, source),
    ...notes.map((note) => `! ${note}`),
  ];
  const isWritten = options.write === true || options.branch !== undefined || options.push === true;
  if (isSame) lines.push('这一份已经登记过，没有变化。');
  else if (isWritten) {
    const handing = {
      files: new Map([[file, text]]),
      branch: `observe/${on}-${mark}`,
      message: `登记“${source}”（${inWords(on)}）`,
      as: reviewerPosts,
      isNamed: false,
    };
    lines.push(...handIn(desk, handing, options).lines);
  } else
    lines.push('以上是预览，没有写入。要写入，加 --write（写进文件夹）或 --branch 分支、--push。');
  if (options.json) printJson({ on, source, file, written: isWritten && !isSame, ...found, notes });
  else process.stdout.write(`${lines.join('\n')}\n`);
}

/** What the list says, and what is new in it, still there and gone against the one before. */
function observedLines(
  { probes }: Ledger,
  { rows }: Observation,
  probe: Probe,
  on: string,
  source: string,
): string[] {
  const before = probes.filter((one) => one.visitedAt < probe.visitedAt);
  const was = observedFindings(before, on).filter((one) => one.source === source);
  const entry = { ...probe, id: 'new', path: 'new' };
  const is = observedFindings([...before, entry], on).filter((one) => one.source === source);
  const lasting = is.filter(({ times }) => times > 1).length;
  const posts = probe.visits.filter(({ newestOn }) => newestOn !== undefined).length;
  return [
    `${source}（${inWords(on)}）：读出 ${String(rows)} 行，台账里的账号 ${String(probe.visits.length)} 个，其中 ${String(posts)} 个有最近更新日。`,
    `监测发现 ${String(is.length)} 项：新的 ${String(is.length - lasting)} 项，上一份就有的 ${String(lasting)} 项；上一份有、这一份没有的 ${String(was.length - lasting)} 项，不再列出。`,
  ];
}

function dayInName(stem: string): string | undefined {
  const [, year, month, date] =
    /(?<!\d)(20\d{2})[-_.年]?(\d{2})[-_.月]?(\d{2})(?!\d)/u.exec(stem) ?? [];
  const day = [year, month, date].join('-');
  return year !== undefined && isRealDay(day) ? day : undefined;
}
