import { expect, test } from 'vitest';
import { picturesOfInspections } from '../../../src/domain/inspection/pictures.ts';
import type { Inspection } from '../../../src/schema/inspection.ts';
import type { Entry } from '../../../src/schema/ledger.ts';

const check = (id: string, ...accounts: object[]) => ({ id, accounts }) as Entry<Inspection>;

test('检查的截图按检查和账号的次序，写成文件夹里的名字；没有的不写', () => {
  const q1 = check('q1', { pictures: [{ file: '甲.png' }, { file: '乙.png' }] }, {});
  const q2 = check('q2', { pictures: [{ file: '甲.png' }] });
  expect(picturesOfInspections([q1, q2])).toEqual(['q1/甲.png', 'q1/乙.png', 'q2/甲.png']);
  expect(picturesOfInspections([])).toEqual([]);
});
