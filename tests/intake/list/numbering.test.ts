/** 序号: counted, carried on, filled in, or asked. */
import { expect, it } from 'vitest';
import { asked, planTable } from '../lists.ts';
import { HEAD, rowOf } from '../plain-list.ts';

it('序号重复、不是分段的，问', async () => {
  const plan = await planTable([
    HEAD,
    rowOf('1', '未备案'),
    rowOf('2', '错别字'),
    rowOf('2', '死链'),
  ]);
  expect(asked(plan).filter((text) => text.startsWith('row'))).toHaveLength(1);
});
