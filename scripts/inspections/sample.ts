/** `ledger sample`: draws the list of a check so that the draw can be repeated; what failed last stands at its head. */
import { Option, type Command } from 'commander';
import { inspectionBefore, type DrawScope } from '../../src/domain/inspection/sample.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Entry, Ledger } from '../../src/schema/ledger.ts';
import { newCommand, parseDay, printJson, todayInChina, WrongUse } from '../command.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { inspectionProposal, drawInspection, type Drawn, drawnInWords, drawnRows } from './draw.ts';
import { tableLines } from '../table.ts';

interface SampleOptions extends HandingOptions {
  share?: string;
  seed?: string;
  id?: string;
  name?: string;
  campaign?: string;
  checkedOn?: string;
  previous?: string;
  replyBy?: string;
}

export function sampleCommand(): Command {
  return handingOptions(
    newCommand(
      'sample',
      '抽取检查名单：同一种子、同一名册抽出同样的账号；上次不合格的排在前面。写 --id 则建立检查记录',
    ),
  )
    .addOption(new Option('--share <百分比>', '抽查比例，1 到 100；不写则全部检查'))
    .addOption(new Option('--seed <数>', '随机种子，如 20260615；抽查必须写'))
    .addOption(new Option('--previous <检查>', '上次检查的编号；不写则取最近的一次'))
    .addOption(new Option('--id <编号>', '新检查的编号，如 2026-q3-check'))
    .addOption(new Option('--name <名称>', '检查名称'))
    .addOption(new Option('--campaign <专项>', '检查发现列入的专项编号，如 2026-q3'))
    .addOption(new Option('--checked-on <日期>', '检查日；不写则为今天').argParser(parseDay))
    .addOption(new Option('--reply-by <日期>', '通报要单位在哪天以前反馈').argParser(parseDay))
    .action(sample);
}

function sample(options: SampleOptions): void {
  const desk = openHandingPlace(options);
  const { ledger } = desk;
  const on = options.checkedOn ?? options.asOf ?? todayInChina();
  const previous =
    options.previous === undefined
      ? inspectionBefore(ledger, on)
      : checkNamed(ledger, options.previous);
  const { id = '', name = id, campaign = `${id}-issues` } = options;
  const draw = { scope: scopeOf(options), on, previous, name, campaign, replyBy: options.replyBy };
  const { record, drawn, again } = drawInspection(ledger, draw);
  const list = linesOf(ledger, record, again);
  if (options.id === undefined) {
    if (options.json) printJson({ ...record, drawn, again });
    else process.stdout.write(`${list.join('\n')}\n`);
    return;
  }
  if (options.name === undefined) throw new WrongUse('没有写检查名称', '加 --name');
  const proposal = inspectionProposal(ledger, options.id, record);
  const { lines, branch } = handIn(
    desk,
    { ...proposal, as: reviewerPosts, isNamed: false },
    options,
  );
  const [path] = proposal.files.keys();
  if (options.json) printJson({ path, branch: branch ?? null, drawn, again });
  else
    process.stdout.write(
      `${[...list, ...lines, `合并以后用 npx ledger inspect ${options.id} --sheet 检查表.xlsx 写出检查表，检查后填好，再用 --fill 检查表.xlsx 收回来。`].join('\n')}\n`,
    );
}

/** How much is drawn, by the flags. Throws WrongUse on a share without a seed: nobody could draw it again. */
function scopeOf(options: SampleOptions): DrawScope {
  const share = numberIn(options.share, '--share', 1, 100);
  const seed = numberIn(options.seed, '--seed', 0, Number.MAX_SAFE_INTEGER);
  if (share === undefined) return { kind: 'all' };
  if (seed === undefined)
    throw new WrongUse('抽查没有写种子', '加 --seed 数字，如检查日 20260615，别人可以照样再抽一次');
  return { kind: 'sample', seed, share };
}

/** The check that somebody named. Throws WrongUse. */
function checkNamed({ inspections }: Ledger, id: string): Entry<Inspection> {
  const found = inspections.get(id);
  if (found) return found;
  throw new WrongUse(
    `台账里没有检查 ${id}`,
    didYouMean(id, inspections.keys()) || '看 inspections/ 里有哪些检查',
  );
}

function numberIn(text: string | undefined, flag: string, least: number, most: number) {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= least && value <= most) return value;
  throw new WrongUse(`${flag} 应为 ${String(least)} 到 ${String(most)} 的整数`, `如 ${flag} 30`);
}

function linesOf(ledger: Ledger, record: Drawn, again: readonly string[]): string[] {
  return [
    drawnInWords(record, again),
    ...tableLines(
      ['原因', '账号', '名称', '主办单位'].map((title) => ({ title })),
      drawnRows(ledger, record),
    ),
  ];
}
