/** 重复登记的账号: the accounts that more than one ledger of the area has. */
import { nameInIdentity } from '../../domain/rollup/identity.ts';
import { type CellTable, words } from '../cell-table.ts';
import type { Face } from '../face.ts';
import { sharedIn } from './children.ts';

/** Nothing is taken away for them, so it is said where the sums stand. */
export function sharedWords(face: Face): string {
  const several = sharedIn(face).length;
  return several === 0
    ? ''
    : `有 ${String(several)} 个账号登记在不止一个台账里，列在下面，它们的问题各家都计，没有扣除。`;
}

export function sharedTable(face: Face): CellTable {
  return {
    id: 'shared',
    title: '重复登记的账号',
    unit: '个',
    columns: [{ title: '账号' }, { title: '登记在' }],
    rows: sharedIn(face).map(({ key, owners }) => [
      words(nameInIdentity(key)),
      words(owners.join('、')),
    ]),
  };
}
