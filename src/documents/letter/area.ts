/** 本级和下级的报告、通报: what papers on the whole area may say, from the sums that were added up and from nothing else. */
import { inWords } from '../../day/calendar.ts';
import { figures } from '../../domain/figures/figures.ts';
import { percent } from '../../domain/figures/figure-value.ts';
import { childStates } from '../../domain/rollup/child.ts';
import { addedGroups, countOf, type PlatformCounts, ofKey } from '../../domain/rollup/counts.ts';
import type { FigureCounts } from '../../schema/rollup.ts';
import type { Face } from '../../views/face.ts';
import type { AreaView, AreaLedger } from '../../views/rollup/area.ts';
import { childrenOf, sharedIn } from '../../views/rollup/children.ts';
import { wholeGroups } from '../../views/rollup/group-tables.ts';
import { dayFact, copiedFact, type Value, type TemplateValues } from '../template/value.ts';
import { validFigures } from '../../text/terms.ts';

/** The values of area-report.md and area-circular.md. */
export function areaValues(face: Face, { ledgers, total, view }: AreaView): TemplateValues {
  const { site } = face.ledger;
  const children = childrenOf(face);
  const below = ledgers.slice(1);
  const counted = below.filter((one) => one.figures !== undefined);
  const out = below.filter((one) => one.figures === undefined);
  const groups = (by: 'platforms' | 'problems'): PlatformCounts[] =>
    wholeGroups(face, children, by);
  return new Map<string, Value>([
    ...sumFacts(total),
    ['主管机关', copiedFact(site.authority, '站点设置的主管机关')],
    ['台账名称', copiedFact(site.name, '站点设置的台账名称')],
    ['统计日期', dayFact(face.today, '统计截止日')],
    ['下级', listed(below, '期内的下级')],
    ['计入', listed(counted, '数计入合计的下级')],
    ['未计入', listed(out, '数不计入合计的下级')],
    ['汇总情况', copiedFact(view.state, '下级的状况')],
    ['计入名单', copiedFact(namesOf(counted), '数计入合计的下级，按官方顺序')],
    ['未计入明细', lines(out, outInWords, '数不计入合计的下级，缘由和上次的数')],
    [
      '要重报的',
      listed(
        out.filter(({ state }) => state !== childStates.double),
        '数不计入合计、不是重复登记的下级',
      ),
    ],
    ['各家明细', lines(ledgers.filter(isCounted), figuresInWords, '本级和计入的下级，各自的数')],
    ['公开口径名单', copiedFact(namesOf(counted.filter(isPublicOnly)), '没有报内部口径的下级')],
    ['要留意的', lines(counted.filter(isNoted), notesInWords, '计入而要说明的下级')],
    ['按平台', copiedFact(groupsInWords(groups('platforms')), '账号所在平台，各台账相加')],
    ['按问题类别', copiedFact(groupsInWords(groups('problems')), '问题类别，各台账相加')],
    [
      '问题项次',
      copiedFact(
        String(groups('problems').reduce((sum, one) => sum + one.total, 0)),
        '各问题类别之和：一个问题归入几类就各计一次',
      ),
    ],
    ['重复登记', copiedFact(String(sharedIn(face).length), '登记在不止一个台账里的账号')],
  ]);
}

/** What does not agree in the sums of the area, as Chinese sentences without their full stop. */
export function areaImbalances(face: Face, { ledgers, total }: AreaView): string[] {
  const all = countOf(total, 'total');
  const parts = ledgers.reduce(
    (sum, { figures: own }) => sum + (own ? countOf(own, 'total') : 0),
    0,
  );
  const [platforms] = addedGroups([
    wholeGroups(face, childrenOf(face), 'platforms').map((one) => ({ ...one, name: '' })),
  ]);
  const sums = [...validFigures, 'void'].map((id) => countOf(total, id));
  return [
    ...(parts === all
      ? []
      : [`各家的问题之和是 ${String(parts)} 个，合计写的是 ${String(all)} 个`]),
    ...((platforms?.total ?? 0) === all
      ? []
      : [`各平台之和是 ${String(platforms?.total ?? 0)} 个，合计写的是 ${String(all)} 个`]),
    ...(sums.reduce((sum, one) => sum + one, 0) === all
      ? []
      : ['未完成、已销号、长期坚持、撤销之和与问题总数不符']),
  ];
}

const isPublicOnly = ({ level }: AreaLedger): boolean => level === '公开口径';
const isNoted = (one: AreaLedger): boolean =>
  one.note !== '' || (one.level !== '' && !isPublicOnly(one));
const isCounted = ({ figures: own }: AreaLedger): boolean => own !== undefined;

/** Every figure that may be added up, under its Chinese name. */
function sumFacts(total: FigureCounts): [string, Value][] {
  return figures
    .filter(
      ({ id, basis, unit }) => basis !== 'source' && unit !== '天' && Object.hasOwn(total, id),
    )
    .map(({ id, name, definition }) => {
      const of = ofKey(id);
      const value = countOf(total, id);
      const whole = countOf(total, of);
      const isRate = Object.hasOwn(total, of);
      const text = isRate ? (whole === 0 ? '' : percent(value, whole)) : String(value);
      return [name, { text, rows: [], from: `各台账相加：${definition}` }];
    });
}

function listed(some: readonly AreaLedger[], from: string): Value {
  return { text: String(some.length), rows: some.map(({ id }) => id), from };
}

function lines(
  some: readonly AreaLedger[],
  words: (one: AreaLedger) => string,
  from: string,
): Value {
  return { text: '', rows: some.map(({ id }) => id), from, lines: some.map(words) };
}

function namesOf(some: readonly AreaLedger[]): string {
  return some.map(({ name }) => name).join('、');
}

function notesInWords(one: AreaLedger): string {
  const parts = [isPublicOnly(one) ? '' : one.level, one.note];
  return `${one.name}：${parts.filter((part) => part !== '').join('；')}。`;
}

function outInWords({ name, state, note }: AreaLedger): string {
  return `${name}${state}：${note}。`;
}

function figuresInWords({ name, asOf, figures: own = {} }: AreaLedger): string {
  const of = (id: string): string => String(countOf(own, id));
  return `${name}（截至${asOf ? inWords(asOf.iso) : ''}）有问题${of('total')}个，已销号${of('closed')}个，长期坚持${of('sustained')}个，未完成${of('unfinished')}个，其中逾期${of('overdue')}个。`;
}

function groupsInWords(groups: readonly PlatformCounts[]): string {
  return groups.map(({ name, total }) => `${name}${String(total)}个`).join('、');
}
