/** The tables of `ledger status`, as lines. */
import { inWords } from '../../src/day/calendar.ts';
import { flowKinds, flowRule, flows } from '../../src/domain/figures/flows.ts';
import { figureGroups } from '../../src/domain/figures/figures.ts';
import {
  type BreakdownTable,
  type FigureRow,
  partFigures,
  type Overview,
} from '../../src/domain/figures/overview.ts';
import type { OpenedStatus } from './opened.ts';
import { type PrintColumn, tableLines } from '../table.ts';
import { figureNames } from '../../src/text/terms.ts';

/** All tables of an overview; `all` lists every id. */
export function overviewLines(overview: Overview, all: boolean): string[] {
  return [
    ...figureLines(overview, all),
    ...overview.breakdowns.flatMap(breakdownLines),
    ...flowLines(overview),
    ...dutyLines(overview),
  ];
}

/** What a reader has to know before the numbers: fiction, the end of the facts, receipts, unreadable files. */
export function statusNotes(
  { receipts, unreadable, standing }: OpenedStatus,
  later: readonly string[],
) {
  const { asOf, asOfNote, fiction } = standing.ledger.site;
  const said: string[] = [];
  if (fiction !== undefined) said.push(`注意：${fiction}`);
  if (asOf !== undefined && standing.basis.on > asOf)
    said.push(
      `注意：台账的记录截至${inWords(asOf)}${asOfNote === undefined ? '' : `，${asOfNote}`}；以下按此后没有新的报送推算`,
    );
  if (later.length > 0)
    said.push(
      `收件：${String(later.length)} 份报送按报告日期计入，但当天还没有收到（${shortened(later)}）`,
    );
  if (receipts === 'none') said.push('收件：台账不在 Git 仓库里，没有收件日期');
  if (receipts === 'shallow') said.push('收件：仓库是浅克隆，较早的收件日期不全');
  if (unreadable > 0) said.push(`注意：${String(unreadable)} 个文件按现行格式读不出，没有计入`);
  return said;
}

const SHOWN = 6;

function shortened(ids: readonly string[], all = false): string {
  if (all || ids.length <= SHOWN) return ids.join('、');
  return `${ids.slice(0, SHOWN).join('、')} 等 ${String(ids.length)} 个`;
}

function figureLines({ figures }: Overview, all: boolean): string[] {
  return Object.entries(figureGroups).flatMap(([group, title]) => {
    const rows = figures
      .filter((figure) => figure.group === group)
      .map((figure) => [figure.name, figure.words, figure.unit, listed(figure, all)]);
    const columns: PrintColumn[] = [
      { title },
      { title: '数', align: 'right' },
      { title: '' },
      { title: '编号' },
    ];
    return ['', ...tableLines(columns, rows)];
  });
}

function listed({ value }: FigureRow, all: boolean): string {
  return value.kind === 'reported' ? '照录来源' : shortened(value.rows, all);
}

const PART_TITLES: Record<(typeof partFigures)[number], string> = {
  total: '问题',
  ...figureNames,
  'due-soon': '临期',
};

function breakdownLines({ dimension, name, definition, items, parts }: BreakdownTable): string[] {
  const columns: PrintColumn[] = [
    { title: `按${name}` },
    ...partFigures.map((id): PrintColumn => ({ title: PART_TITLES[id], align: 'right' })),
  ];
  const rows = parts.map((part) => [
    part.name,
    ...partFigures.map((id) => String(part.figures[id])),
  ]);
  const sums = partFigures.map((id) =>
    String(parts.reduce((sum, part) => sum + part.figures[id], 0)),
  );
  const total = [dimension === 'problem' ? '合计（项次）' : '合计', ...sums];
  return ['', ...tableLines(columns, [...rows, total]), `（${definition}项次 ${String(items)}）`];
}

function flowLines({ flows: months }: Overview): string[] {
  if (months.length === 0) return ['', '各月进出：没有'];
  const columns: PrintColumn[] = [
    { title: '各月进出' },
    ...['月初未完成', ...flowKinds.map((flow) => flows[flow].name), '月末未完成'].map(
      (title): PrintColumn => ({ title, align: 'right' }),
    ),
  ];
  const rows = months.map((month) => [
    month.month,
    ...[month.before, ...flowKinds.map((flow) => month[flow]), month.after].map(String),
  ]);
  return ['', ...tableLines(columns, rows), `（${flowRule}；按轮次计）`];
}

function dutyLines({ duties: { rows, definition } }: Overview): string[] {
  if (rows.length === 0) return ['', '频次义务：没有'];
  const columns: PrintColumn[] = [
    { title: '频次义务' },
    { title: '内容' },
    { title: '频次' },
    ...['期数', '做到', '没做到', '不明'].map((title): PrintColumn => ({ title, align: 'right' })),
  ];
  const cells = rows.map(({ issue, what, often, periods, met: held, missed, unknown }) => [
    issue,
    what,
    often,
    ...[periods, held, missed, unknown].map(String),
  ]);
  return ['', ...tableLines(columns, cells), `（${definition}）`];
}
