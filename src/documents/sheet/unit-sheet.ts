/** 各单位整改情况表: how each unit stands and what came in and went out in the quarter, in the official order and never by a number. */
import { addDays, inWords } from '../../day/calendar.ts';
import { type Period, periodOf } from '../../day/period.ts';
import { quarterId } from '../../domain/burden.ts';
import { type FigureValue, percent } from '../../domain/figures/figure-value.ts';
import { type Figure, figures, rowsOf } from '../../domain/figures/figures.ts';
import { type Flow, flowKinds, flows, flowsBetween } from '../../domain/figures/flows.ts';
import { isLive } from '../../domain/ledger-on.ts';
import { type IssueStanding, standing, withIssues } from '../../domain/issue/standing.ts';
import { unitKinds } from '../../schema/unit.ts';
import { type Face, mayCompareUnits } from '../../views/face.ts';
import { siteView } from '../../views/site-view.ts';
import { NO_UNIT } from '../../views/trend/unit-months.ts';
import { sheetLevels } from '../../text/secrecy.ts';
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts';

const COUNTS = ['valid', 'closed', 'sustained', 'unfinished'];
const RATES = ['closed-rate', 'sustained-rate', 'unfinished-rate'];

/** The quarter of the as-of day. */
export function quarterShown({ today }: Face): Period {
  const quarter = periodOf(quarterId(today));
  if (quarter === undefined) throw new RangeError(`no quarter of ${today}`);
  return quarter;
}

/** What a row counts: the issues of a unit, or of all. */
interface Part {
  readonly name: string;
  readonly kind: string;
  readonly issues: readonly IssueStanding[];
}

/** Late ones and 按期率 are for the offices, and for readers where every campaign names late units in public. */
export function unitSheet(face: Face): Sheet {
  const { ledger, today, audience, standing: now } = face;
  const quarter = quarterShown(face);
  const tellsLate = mayCompareUnits(face);
  const counted = flowsBetween(standing(ledger, addDays(quarter.from, -1)), now);
  const counts = [...COUNTS, ...(tellsLate ? ['overdue'] : [])].map(definitionOf);
  const rates = [...RATES, ...(tellsLate ? ['in-time-rate'] : [])].map(definitionOf);
  const row = ({ name, kind, issues }: Part): SheetCell[] => {
    const part = withIssues(now, issues);
    const own = new Set(issues.map(({ id }) => id));
    const of = (ids: readonly string[]): number => ids.filter((id) => own.has(id)).length;
    const flow = (id: Flow): number => of(counted[id].map(({ issue }) => issue));
    return [
      name,
      kind,
      ...counts.map(({ value }) => rowsOf(value(part)).length),
      ...rates.map(({ value }) => rateInWords(value(part))),
      of(counted.before),
      ...flowKinds.map(flow),
      of(counted.after),
    ];
  };
  const units = [...ledger.units.values()].flatMap((unit): Part[] => {
    const issues = face.byUnit.get(unit.id) ?? [];
    if (issues.length === 0 && !isLive(unit, today)) return [];
    return [{ name: unit.name, kind: unitKinds[unit.kind], issues }];
  });
  const elsewhere = now.issues.filter(({ unit }) => !ledger.units.has(unit));
  const parts: Part[] = [
    ...units,
    ...(elsewhere.length === 0 ? [] : [{ name: NO_UNIT, kind: '', issues: elsewhere }]),
    { name: '合计', kind: '', issues: now.issues },
  ];
  const { asOfSentence, fiction } = siteView(face);
  const until = today < quarter.until ? today : quarter.until;
  return {
    title: `各单位整改情况表（${quarter.name}）`,
    lines: [
      `${asOfSentence}；本季度：${inWords(quarter.from)}至${inWords(until)}。${sheetLevels[audience]}`,
      ...(fiction === undefined ? [] : [fiction]),
      '单位按本级序列排列，不排名次。各单位账号多少、问题轻重不同，比率不能直接比较；没有可算的写“无”。',
      rates.map(({ name, definition }) => `${name}：${definition}`).join(''),
      '本季度各栏按轮次计，期间移交的问题从季初起算在现在的责任单位。',
    ],
    tab: '各单位整改情况',
    columns: [
      { key: 'unit', title: '单位', width: 26, kind: 'text' },
      { key: 'kind', title: '类别', width: 12, kind: 'centred' },
      ...counts.map(({ id, name }) => numberColumn(id, name)),
      ...rates.map(({ id, name }): SheetColumn => ({
        ...{ key: id, title: name, width: 11 },
        kind: 'centred',
      })),
      numberColumn('before', '季初\n未完成'),
      ...flowKinds.map((id) => numberColumn(id, `本季度\n${flows[id].name}`)),
      numberColumn('after', '统计日\n未完成'),
    ],
    rows: parts.map(row),
  };
}

function numberColumn(key: string, title: string): SheetColumn {
  return { key, title, width: 9, kind: 'number' };
}

function rateInWords(value: FigureValue): string {
  return value.kind === 'rate' ? percent(value.numerator, value.denominator) : '';
}

function definitionOf(id: string): Figure {
  const found = figures.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no figure ${id}`);
  return found;
}
