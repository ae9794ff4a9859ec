/** 通报: what a circular on a check may say, from its rows alone, with its two annexes. */
import type { Day } from '../../day/calendar.ts';
import { ledgerOn } from '../../domain/ledger-on.ts';
import { circularFigures, turnover } from '../../domain/inspection/circular-figures.ts';
import { percent } from '../../domain/figures/figure-value.ts';
import { judgedRows, type JudgedRow } from '../../domain/inspection/inspection.ts';
import {
  inspectionFigures,
  type InspectionPart,
  previousOf,
} from '../../domain/inspection/inspection-figures.ts';
import { REMINDERS } from '../../domain/figures/reminder-figures.ts';
import { reminderLevels } from '../../schema/reminder.ts';
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { platformRef, unitRef } from '../../views/names.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { platformsInShort, platformsInWords } from './platform-words.ts';
import { dayFact, copiedFact, type Value, type TemplateValues } from '../template/value.ts';
import { WEBSITE } from '../../text/terms.ts';

/** The values of circular.md. */
export function circularValues(
  whole: Ledger,
  inspection: Entry<Inspection>,
  today: Day,
): TemplateValues {
  // Units are called as they were on the day of the check.
  const ledger = ledgerOn(whole, inspection.checkedOn);
  const figures = inspectionFigures(ledger, inspection);
  const counted = new Map(
    circularFigures(ledger, inspection).map(({ name, value }) => [name, value]),
  );
  const { failed, checked } = figures.rows;
  const rows = judgedRows(ledger, inspection);
  const again = rows.filter(({ row }) => row.lookBack);
  const still = again.filter(({ result }) => result === 'failed');
  const figure = (
    name: string,
    of: readonly string[],
    from: string,
    counts = name,
  ): [string, Value] => [name, { text: counted.get(counts) ?? '', rows: of, from }];
  return new Map<string, Value>([
    ['主管机关', copiedFact(ledger.site.authority, '站点设置的主管机关')],
    ['检查名称', copiedFact(inspection.name, '检查名称')],
    ['检查日', dayFact(inspection.checkedOn, '检查日')],
    ['统计日期', dayFact(today, '统计截止日')],
    ['反馈截止', dayFact(inspection.replyBy, '检查的反馈截止')],
    ['上次检查', copiedFact(previousOf(ledger, inspection)?.name, '上次检查的名称')],
    ['检查范围', copiedFact(extent(inspection), '检查的范围')],
    figure('应查', [], '检查时登记在册而没有注销的'),
    figure('检查', checked, '有结果的账号和网站'),
    ['检查占比', copiedFact(percent(figures.checked, figures.population), '检查除以应查')],
    figure(
      '合格',
      checked.filter((id) => !failed.includes(id)),
      '没有一项不合格的',
    ),
    figure('不合格', failed, '有一项以上不合格的'),
    figure('抽取', figures.rows.drawn, '随机抽取而有结果的，全部检查的没有'),
    figure(
      '抽取合格',
      figures.rows.drawn.filter((id) => !failed.includes(id)),
      '抽取中合格的',
    ),
    figure(
      '抽取不合格',
      figures.rows.drawn.filter((id) => failed.includes(id)),
      '抽取中不合格的',
    ),
    figure('抽中的复查', [], '既抽中又是上次不合格的'),
    figure('合格率', figures.rows.drawn, '合格除以检查；抽查的，抽取合格除以抽取'),
    figure('合格率范围', [], '由抽取的推算全部应查账号的，置信度95%'),
    figure('合格率变化', [], '与上次检查印出的合格率相减；口径不同的不可比'),
    ...Object.values(reminderLevels).map((level) =>
      figure(`催办${level}`, [], `上次检查以来发出的${level}`, `${REMINDERS}${level}`),
    ),
    figure(
      '复查',
      again.map(({ row }) => row.account),
      '上次检查不合格，这次再看的',
    ),
    figure(
      '仍不合格',
      still.map(({ row }) => row.account),
      '再看而仍不合格的',
    ),
    figure('已改好', [], '再看而合格的'),
    figure('注销', turnover(ledger, inspection).gone, '上次检查以来登记注销的'),
    ['仍不合格名单', copiedFact(still.map(nameOf).join('、'), '再看而仍不合格的')],
    ['按平台', copiedFact(platformsInWords(ledger, figures.byPlatform), '账号所在平台')],
    ['各平台情况', copiedFact(platformsInShort(ledger, figures.byPlatform), '账号所在平台')],
    ['问题明细', problemLines(rows, figures.byIndicator)],
  ]);
}

function extent({ scope }: Inspection): string {
  return scope.kind !== 'sample' ? '' : `按${String(scope.share)}%抽取并加上次不合格的，`;
}

/** One paragraph an indicator, the accounts by name. */
function problemLines(
  rows: readonly JudgedRow[],
  indicators: readonly { readonly id: string; readonly name: string; readonly failed: number }[],
): Value {
  const failing = (id: string) =>
    rows.filter(({ verdicts }) =>
      verdicts.some(({ indicator, result }) => indicator === id && result === 'failed'),
    );
  // Websites and new media have indicators of the same name.
  const twice = (name: string) => indicators.filter((one) => one.name === name).length > 1;
  return {
    text: '',
    rows: rows.flatMap(({ row, result }) => (result === 'failed' ? row.account : [])),
    from: '不合格的指标逐项',
    lines: indicators.map(
      ({ id, name, failed }) =>
        `${twice(name) ? kindOf(failing(id)) : ''}${name}的有${String(failed)}个：${failing(id).map(nameOf).join('、')}。`,
    ),
  };
}

function kindOf([first]: readonly JudgedRow[]): string {
  return first?.account?.kind === 'website' ? WEBSITE.name : '政务新媒体';
}

function nameOf({ row, account }: JudgedRow): string {
  return account?.name ?? row.account;
}

/** The annexes: the figures by platform, by unit, and the list of what failed. */
export function circularSheets(whole: Ledger, inspection: Entry<Inspection>): Sheet[] {
  const ledger = ledgerOn(whole, inspection.checkedOn);
  const figures = inspectionFigures(ledger, inspection);
  const lines = [`检查：${inspection.name}`];
  const by = (
    what: string,
    parts: readonly InspectionPart[],
    name: (id: string) => string,
  ): Sheet => ({
    title: `按${what}检查情况统计表`,
    lines,
    tab: `按${what}`,
    columns: [
      { key: 'name', title: what, width: 30, kind: 'text' },
      { key: 'checked', title: '检查', width: 8, kind: 'number' },
      { key: 'passed', title: '合格', width: 8, kind: 'number' },
      { key: 'failed', title: '不合格', width: 8, kind: 'number' },
      // The rate of a part of a sample would put what was drawn beside what was only looked at again.
      ...(figures.sampled
        ? []
        : ([{ key: 'rate', title: '合格率', width: 10, kind: 'centred' }] as const)),
    ],
    rows: [
      ...parts.map((part) => ({ ...part, id: name(part.id) })),
      { ...figures, id: '合计' },
    ].map(({ id, checked, passed, failed }) => [
      id,
      checked,
      passed,
      failed,
      ...(figures.sampled ? [] : [percent(passed, checked)]),
    ]),
  });
  const wrong = judgedRows(ledger, inspection).filter(({ result }) => result === 'failed');
  return [
    by('平台', figures.byPlatform, (id) => platformRef(ledger, id).name),
    by('单位', figures.byUnit, (id) => unitRef(ledger, id).name),
    {
      title: '不合格账号和网站名单',
      lines,
      tab: '不合格名单',
      columns: [
        { key: 'number', title: '序号', width: 7, kind: 'centred' },
        { key: 'account', title: '账号或网站', width: 24, kind: 'text' },
        { key: 'unit', title: '主办单位', width: 24, kind: 'text' },
        { key: 'why', title: '存在问题', width: 36, kind: 'text' },
        { key: 'again', title: '回头看', width: 12, kind: 'centred' },
      ],
      rows: wrong.map(({ row, account, verdicts }, index) => [
        index + 1,
        account?.name ?? row.account,
        unitRef(ledger, account?.unit ?? '').name,
        verdicts
          .filter(({ result }) => result === 'failed')
          .map(({ name, why }) => (why === undefined ? name : `${name}：${why}`))
          .join('；'),
        row.lookBack ? '仍不合格' : '',
      ]),
    },
  ];
}
