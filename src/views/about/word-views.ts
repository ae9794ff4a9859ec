/** 状态和说法: what the states of an issue mean, and what people say for what the ledger calls otherwise. */
import { figures } from '../../domain/figures/figures.ts';
import { voidGrounds } from '../../schema/action.ts';
import { states } from '../../text/terms.ts';
import type { Fact } from '../fact.ts';

/** Of a figure, by its id. */
function definitionOf(wanted: string): string {
  return figures.find(({ id }) => id === wanted)?.definition ?? '';
}

/** 不予整改: no state of the ledger; what comes to it is withdrawn, by the rule of that step. */
export const notToBeMended: Fact = {
  name: '不予整改',
  value: `台账没有这种状态。不再要求整改的，登记为“${states.void}”：${definitionOf('void')}撤销由审核员登记，写明理由，依据分${Object.values(voidGrounds).join('、')}几种；单位不能自己决定不整改。撤销有误的，由审核员重启。`,
};

const SHOWN = [
  'open',
  'rectifying',
  'to-verify',
  'held',
  'returned',
  'closed',
  'sustained',
  'void',
];

/** Each as its figure is defined, and behind them what is called otherwise. */
export function wordViews(): Fact[] {
  return [
    ...SHOWN.flatMap((wanted) =>
      figures
        .filter(({ id }) => id === wanted)
        .map(({ name, definition }) => ({ name, value: definition })),
    ),
    notToBeMended,
  ];
}

export const wordsAddress = '/dictionary.html#words';
