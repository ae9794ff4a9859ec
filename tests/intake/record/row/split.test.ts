/** 拆行: rows that hold several entries. */
import { expect, it } from 'vitest';
import { asked, planTable, rowsOf } from '../../lists.ts';
import { HEAD, rowOf } from '../../plain-list.ts';

it('网站和它的栏目：问账号是不是网站', async () => {
  const cell = { 2: '县政府门户网站—政务公开', 3: '' };
  const key = 'accounts 县政府门户网站—政务公开';
  expect(asked(await planTable([HEAD, rowOf('1', '未备案', cell)]))).toContain(key);
  const plan = await planTable([HEAD, rowOf('1', '未备案', cell)], { [key]: '网站' });
  expect(rowsOf(plan)[0]).toMatchObject({
    name: '县政府门户网站',
    listed: '县政府门户网站—政务公开',
  });
});
