/** 通报的数: everything that a circular counts of a check, by name, so that it can be counted again and compared. */
import type { Inspection } from '../../schema/inspection.ts';
import { FIGURE_SET } from '../../text/terms.ts';
import type { FigureSet } from '../../schema/bulletin.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { reminderFigures } from '../figures/reminder-figures.ts';
import { register } from '../register.ts';
import { firstCircular, type NamedValue } from './first-figures.ts';
import { inspectionFigures, type InspectionPart, previousOf } from './inspection-figures.ts';
import { rateChangeInWords, intervalInWords, rateInWords } from './rate.ts';

export interface NamedFigure {
  readonly name: string;
  readonly value: string;
}

/**
 * The figures of a circular; parts are named by ids, so that renaming a unit changes no published figure. `set`: as which
 * set of figures they were published.
 */
export function circularFigures(
  ledger: Ledger,
  inspection: Entry<Inspection>,
  set: FigureSet = FIGURE_SET,
): NamedFigure[] {
  const figures = inspectionFigures(ledger, inspection);
  const { sampled, drawn } = figures;
  const before = previousOf(ledger, inspection);
  const { entered, gone } = turnover(ledger, inspection);
  const named: NamedValue[] = [
    ['应查', figures.population],
    ['检查', figures.checked],
    ['合格', figures.passed],
    ['不合格', figures.failed],
    ...(sampled
      ? ([
          ['抽取', drawn.checked],
          ['抽取合格', drawn.passed],
          ['抽取不合格', drawn.checked - drawn.passed],
          ['抽中的复查', figures.drawnAgain],
        ] as NamedValue[])
      : []),
    ['合格率', rateInWords(figures.rate)],
    ['合格率范围', intervalInWords(figures.interval)],
    ['合格率变化', rateChangeInWords(figures.change)],
    ['复查', figures.again],
    ['仍不合格', figures.still],
    ['已改好', figures.mended],
    ['新入册', entered.length],
    ['注销', gone.length],
    ...partFigures('平台', figures.byPlatform),
    ...partFigures('单位', figures.byUnit),
    ...figures.byIndicator.map(({ id, failed }): [string, number] => [`指标 ${id} 不合格`, failed]),
    ...(before === undefined
      ? []
      : reminderFigures(ledger, before.checkedOn, inspection.checkedOn)),
  ];
  return (set === 1 ? firstCircular(ledger, inspection, named) : named).flatMap(([name, value]) =>
    value === '' ? [] : [{ name, value: String(value) }],
  );
}

function partFigures(kind: string, parts: readonly InspectionPart[]): NamedValue[] {
  return parts.flatMap(({ id, checked, failed }): NamedValue[] => [
    [`${kind} ${id} 检查`, checked],
    [`${kind} ${id} 不合格`, failed],
  ]);
}

/** Accounts that were entered into the register, or deregistered, after the last check up to this one. */
export function turnover(ledger: Ledger, inspection: Inspection) {
  const { checkedOn } = inspection;
  const after = previousOf(ledger, inspection)?.checkedOn;
  const within = (day: string) => after !== undefined && day > after && day <= checkedOn;
  const steps = [...ledger.registry.values()].flatMap((list) =>
    register(list, checkedOn).steps.filter(({ step }) => within(step.reportedOn)),
  );
  const of = (action: 'entered' | 'deregistered') =>
    steps.flatMap(({ step }) => (step.action === action ? step.account : []));
  return { entered: of('entered'), gone: of('deregistered') };
}

/** The names of the figures that two countings disagree on, each as a Chinese sentence. */
export function figureDifferences(
  published: readonly NamedFigure[],
  counted: readonly NamedFigure[],
): string[] {
  const now = new Map(counted.map(({ name, value }) => [name, value]));
  const names = new Set(published.map(({ name }) => name));
  return [
    ...published.flatMap(({ name, value }) =>
      now.get(name) === value
        ? []
        : [`${name}印发时为${value}，现在重算为${now.get(name) ?? '无'}`],
    ),
    ...counted.flatMap(({ name, value }) =>
      names.has(name) ? [] : [`${name}印发时没有，现在重算为${value}`],
    ),
  ];
}
