/** 检查页: a check with its figures, by platform and unit, what failed, what was looked at again. Internal only. */
import { daysBetween, inWords } from '../../day/calendar.ts';
import { availabilityFor } from '../../domain/inspection/availability.ts';
import { percent } from '../../domain/figures/figure-value.ts';
import { judgedRows } from '../../domain/inspection/inspection.ts';
import {
  type InspectionFigures,
  inspectionFigures,
  type InspectionPart,
  previousOf,
} from '../../domain/inspection/inspection-figures.ts';
import { rateChangeInWords } from '../../domain/inspection/rate.ts';
import { goneOn } from '../../domain/inspection/sample.ts';
import type { Inspection } from '../../schema/inspection.ts';
import { origins } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import { bulletinAddress, inspectionAddress, type Ref } from '../address.ts';
import { type CellTable, withRows, linked, numeral, type TablePage, words } from '../cell-table.ts';
import { bulletinTitle } from './bulletin-view.ts';
import type { Face } from '../face.ts';
import { accountRef, issueRef, platformRef, unitRef } from '../names.ts';
import { againInWords, inspectedInShort, inspectedSentence } from './rate-sentence.ts';
import { failedTable, lookBackTable } from './account-tables.ts';
import { unlistedOf } from './listed-cell.ts';
import { handedSince } from '../unit/host-view.ts';
import { picturesTable } from './inspection-pictures.ts';
import { observedTable } from './observed-table.ts';

/** The pages of the checks, the latest first; none on the public site. */
export function inspectionPages(face: Face): TablePage[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal') return [];
  return [...ledger.inspections.values()]
    .filter(({ checkedOn }) => checkedOn <= today)
    .toReversed()
    .toSorted((a, b) => daysBetween(a.checkedOn, b.checkedOn))
    .map((one) => pageOf(face, one));
}

function pageOf(face: Face, inspection: Entry<Inspection>): TablePage {
  const { ledger } = face;
  const figures = inspectionFigures(ledger, inspection);
  const rows = judgedRows(ledger, inspection);
  const { unchecked } = figures;
  const before = previousOf(ledger, inspection);
  const change = rateChangeInWords(figures.change);
  return {
    id: inspection.id,
    href: inspectionAddress(inspection.id),
    title: inspection.name,
    more: `${inWords(inspection.checkedOn)}，${inspectedInShort(inspection, figures)}`,
    intro: [
      `检查日${inWords(inspection.checkedOn)}，${extentInWords(inspection)}。${inspectedSentence(inspection, figures, goneOn(ledger, inspection.checkedOn))}${before && change ? `，与${before.name}相比${change}` : ''}。`,
      ...unlistedInWords(unlistedOf(face, inspection, rows).length, figures),
      ...againInWords(figures),
      ...handedSince(face, figures.rows.checked, inspection.checkedOn),
      ...(unchecked > 0 ? [`还有${String(unchecked)}个账号没有结果。`] : []),
    ],
    tables: withRows([
      failedTable({ face, inspection }, rows),
      lookBackTable({ face, inspection }, rows),
      issueTable(face, inspection),
      bulletinTable(face, inspection),
      {
        id: 'by-indicator',
        title: '不合格的指标',
        unit: '项',
        columns: [{ title: '指标' }, { title: '账号', number: true }],
        rows: figures.byIndicator.map(({ id, name, failed: count }) => [
          words(`${id} ${name}`),
          numeral(count),
        ]),
      },
      parts('by-platform', '按平台', figures, figures.byPlatform, (id) => platformRef(ledger, id)),
      parts('by-unit', '按单位', figures, figures.byUnit, (id) => unitRef(ledger, id)),
      picturesTable(face, inspection, rows),
      probeTable(face, inspection),
      observedTable(face, inspection.checkedOn, (id) =>
        inspection.accounts.some(({ account }) => account === id),
      ),
    ]),
  };
}

function unlistedInWords(unlisted: number, { failed }: InspectionFigures): string[] {
  return unlisted === 0
    ? []
    : [`不合格${String(failed)}个，其中${String(unlisted)}个尚未列入清单。`];
}

function extentInWords({ scope }: Inspection): string {
  if (scope.kind === 'above')
    return `${origins[scope.origin]}（${scope.document}），查哪些由上级定，不能推算全部`;
  return scope.kind === 'all'
    ? '全部检查'
    : `抽查${String(scope.share)}%（随机抽取，抽取号${String(scope.seed)}，按此号可以复核），加上次不合格的`;
}

function parts(
  id: string,
  title: string,
  { sampled }: InspectionFigures,
  list: readonly InspectionPart[],
  ref: (id: string) => Ref,
): CellTable {
  return {
    id,
    title,
    isFolded: true,
    unit: id === 'by-unit' ? '家' : '类',
    columns: [
      { title: title.slice(1) },
      { title: '检查', number: true },
      { title: '合格', number: true },
      { title: '不合格', number: true },
      ...(sampled ? ['其中抽取', '抽取合格'].map((name) => ({ title: name, number: true })) : []),
    ],
    rows: list.map((part) => [
      linked(ref(part.id)),
      numeral(part.checked),
      numeral(part.passed),
      numeral(part.failed),
      ...(sampled ? [numeral(part.drawn.checked), numeral(part.drawn.passed)] : []),
    ]),
  };
}

/** What the visits to websites saw in the week of the check: for people who judge, not a verdict. */
function probeTable({ ledger }: Face, inspection: Inspection): CellTable {
  return {
    id: 'probes',
    title: '网站访问记录（检查日以前七天，供参考）',
    unit: '个',
    columns: [
      { title: '网站' },
      { title: '访问次数', number: true },
      { title: '无法打开', number: true },
      { title: '占比', number: true },
      { title: '首页最新' },
      { title: '最新一条' },
    ],
    rows: availabilityFor(ledger, inspection).map((one) => [
      linked(accountRef(ledger, one.account)),
      numeral(one.visits),
      numeral(one.failed),
      words(percent(one.failed, one.visits)),
      words(one.newestOn === undefined ? '没有读出' : inWords(one.newestOn)),
      words(one.newestItem ?? ''),
    ]),
  };
}

/** The issues that were opened from the check, by their campaign and source. */
function issueTable({ ledger }: Face, { campaign, name }: Inspection): CellTable {
  const own = [...ledger.issues.values()].filter(
    (issue) => issue.campaign === campaign && issue.source?.document === name,
  );
  return {
    id: 'issues',
    title: '开列的问题',
    unit: '个',
    columns: ['问题', '账号', '存在问题'].map((title) => ({ title })),
    rows: own.map((issue) => [
      linked(issueRef(ledger, issue.id)),
      issue.account === undefined ? words('') : linked(accountRef(ledger, issue.account)),
      words(issue.finding),
    ]),
  };
}

function bulletinTable({ ledger }: Face, { id }: Entry<Inspection>): CellTable {
  const own = [...ledger.bulletins.values()].filter((one) => one.inspection === id);
  return {
    id: 'bulletins',
    title: '通报',
    unit: '份',
    columns: ['通报', '印发日期', '文号'].map((title) => ({ title })),
    rows: own.map((one) => [
      { text: bulletinTitle(one), href: bulletinAddress(one.id) },
      words(inWords(one.publishedOn)),
      words(one.number ?? ''),
    ]),
  };
}
