/** 通报的数: everything that a circular counts of a check, by name, so that it can be counted again and compared. */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { changeInWords, inspectionFigures, previousOf, rateInWords } from './inspection-figures.ts';
import { register } from '../register.ts';

export interface NamedFigure {
  readonly name: string;
  readonly value: string;
}

/** The figures of a circular; parts are named by ids, so that renaming a unit changes no published figure. */
export function circularFigures(ledger: Ledger, inspection: Entry<Inspection>): NamedFigure[] {
  const figures = inspectionFigures(ledger, inspection);
  const { entered, gone } = turnover(ledger, inspection);
  const named: [string, string | number][] = [
    ['应查', figures.population],
    ['检查', figures.checked],
    ['合格', figures.passed],
    ['不合格', figures.failed],
    ['合格率', rateInWords(figures.rate)],
    ['合格率变化', changeInWords(figures)],
    ['复查', figures.again],
    ['仍不合格', figures.still],
    ['已改好', figures.held],
    ['新入册', entered.length],
    ['注销', gone.length],
    ...figures.byPlatform.flatMap(({ id, checked, failed }): [string, number][] => [
      [`平台 ${id} 检查`, checked],
      [`平台 ${id} 不合格`, failed],
    ]),
    ...figures.byUnit.flatMap(({ id, checked, failed }): [string, number][] => [
      [`单位 ${id} 检查`, checked],
      [`单位 ${id} 不合格`, failed],
    ]),
    ...figures.byIndicator.map(({ id, failed }): [string, number] => [`指标 ${id} 不合格`, failed]),
  ];
  return named.flatMap(([name, value]) => (value === '' ? [] : [{ name, value: String(value) }]));
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
