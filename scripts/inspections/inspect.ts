/** `ledger inspect ID`: what a check found; `ledger inspect open ID`: what it leads to, as one proposal. */
import { type Command, Option } from 'commander';
import { availabilityFor } from '../../src/domain/inspection/availability.ts';
import { judgedRows, type JudgedRow } from '../../src/domain/inspection/inspection.ts';
import {
  inspectionFigures,
  inspectionImbalances,
} from '../../src/domain/inspection/inspection-figures.ts';
import { rateChangeInWords } from '../../src/domain/inspection/rate.ts';
import { inspectedSentence } from '../../src/views/inspection/rate-sentence.ts';
import type { Inspection } from '../../src/schema/inspection.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { newCommand, printJson, todayInChina } from '../command.ts';
import {
  handIn,
  type HandingOptions,
  handingOptions,
  openHandingPlace,
} from '../enter/handing-in.ts';
import { reviewerPosts } from '../enter/new/new-record.ts';
import { fillInspection, inspectionNamed, writeSheet } from './inspect-sheet.ts';
import { openedProposal } from './opened.ts';
import { tableLines } from '../table.ts';

interface InspectOptions extends HandingOptions {
  sheet?: string;
  fill?: string;
}

export function inspectCommand(): Command {
  return handingOptions(
    newCommand(
      'inspect',
      '检查：看结果和统计；写 open 则把不合格的开列成问题、仍不合格的重启、保持的登记复查，合为一次提交',
    ),
  )
    .addOption(new Option('--sheet <文件>', '写出检查表（xlsx）：网站、新媒体各一页，填好再收'))
    .addOption(new Option('--fill <文件或文件夹>', '收填好的检查表，把结果写进检查，合为一次提交'))
    .argument('<检查或open>', '检查编号；或写 open')
    .argument('[检查]', '前面写 open 时的检查编号')
    .action(async (first: string, second: string | undefined, options: InspectOptions) => {
      if (first === 'open') open(second, options);
      else if (options.sheet !== undefined) await writeSheet(first, options.sheet, options);
      else if (options.fill !== undefined) await fillInspection(first, options.fill, options);
      else show(first, options);
    });
}

function show(id: string, options: HandingOptions): void {
  const { ledger } = openHandingPlace({ ...options, write: true });
  const inspection = inspectionNamed(ledger, id);
  const figures = inspectionFigures(ledger, inspection);
  const wrong = inspectionImbalances(figures);
  if (options.json) {
    printJson({
      ...figures,
      imbalances: wrong,
      probes: availabilityFor(ledger, inspection),
    });
    return;
  }
  const { again, still } = figures;
  const change = rateChangeInWords(figures.change);
  const bad = judgedRows(ledger, inspection).filter(({ result }) => result !== 'passed');
  const lines = [
    `${inspection.name}：${inspectedSentence(inspection, figures)}${change && `，与上次相比${change}`}。`,
    `回头看 ${String(again)}，仍不合格 ${String(still)}。`,
    ...wrong.map((sentence) => `! ${sentence}`),
    ...tableLines(
      ['账号', '结果', '不合格指标', '情况'].map((title) => ({ title })),
      bad.map(rowOf),
    ),
    ...probeLines(ledger, inspection),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What the visits saw, for whoever judges W2 and W3. */
function probeLines(ledger: Ledger, inspection: Inspection): string[] {
  const seen = availabilityFor(ledger, inspection);
  if (seen.length === 0) return [];
  return [
    '网站访问记录（检查日以前七天，供判断 W2、W3 参考）：',
    ...tableLines(
      [
        { title: '网站' },
        { title: '访问', align: 'right' },
        { title: '无法打开', align: 'right' },
        { title: '首页最新' },
        { title: '最新一条' },
      ],
      seen.map(({ account, visits, failed, newestOn, newestItem }) => [
        account,
        String(visits),
        String(failed),
        newestOn ?? '没有读出',
        newestItem ?? '',
      ]),
    ),
  ];
}

function rowOf({ row, result, verdicts }: JudgedRow): string[] {
  const wrong = verdicts.filter((one) => one.result === 'failed');
  const missing = verdicts.filter((one) => one.result === 'missing');
  return [
    row.account,
    result === 'failed' ? '不合格' : '还没有结果',
    (wrong.length > 0 ? wrong : missing).map(({ indicator }) => indicator).join('、'),
    wrong.flatMap(({ why }) => why ?? []).join('；'),
  ];
}

function open(id: string | undefined, options: HandingOptions): void {
  const desk = openHandingPlace(options);
  const { ledger } = desk;
  const { told, proposal } = openedProposal(ledger, id, options.asOf ?? todayInChina());
  const { files } = proposal;
  if (files.size === 0) {
    if (options.json) printJson({ files: [], summary: told });
    else process.stdout.write(`${told}\n没有要写入的。\n`);
    return;
  }
  const { lines, branch } = handIn(
    desk,
    { ...proposal, as: reviewerPosts, isNamed: false },
    options,
  );
  if (options.json) printJson({ files: [...files.keys()], branch: branch ?? null, summary: told });
  else process.stdout.write(`${[told, ...lines].join('\n')}\n`);
}
