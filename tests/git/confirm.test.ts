/** `ledger confirm`: 上级核销 by a list or by numbers, all or none, in a real repository. (示例区，虚构) */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepOffice } from './step-office.ts';

const { office, run, done } = stepOffice();

test('照名单一次登记，一处认不准就都不写', () => {
  const list = office().path('名单.csv');
  writeFileSync(
    list,
    '序号,账号名称,主办单位,存在问题\n2,甲街道微博,甲街道,更新不及时\n3,甲街道发布,甲街道,更新不及时\n9,没有的账号,甲街道,更新不及时\n',
  );
  const args = ['--from', list, '--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
  const unsure = run('confirm', ...args);
  expect(unsure.code).toBe(1);
  expect(unsure.out).toContain('没有的账号');
  expect(unsure.out).toContain('认不出是哪个问题 → 加 --as 4=问题编号');
  const out = done('confirm', ...args, '--as', '4=无');
  expect(out).toContain('zx-02：已验收待上级核销 → 已销号');
  expect(out).toContain('zx-03：已验收待上级核销 → 已销号');
  const again = run('confirm', ...args, '--as', '4=无');
  expect(again.out).toContain('已经登记过核销，略过：zx-02、zx-03。');
  expect(again.out).toContain('没有要核销的');
});

test('一段文字里写着编号；没有验收的不能核销', () => {
  const list = office().path('函.txt');
  writeFileSync(list, '同意以下问题核销：\nzx-02\nzx-04\n');
  const args = ['--from', list, '--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
  const { code, out } = run('confirm', ...args);
  expect([code, out]).toEqual([1, expect.stringContaining('zx-04 待审核，本轮没有验收')]);
  done('confirm', ...args, '--as', '3=无');
});

test('用编号登记；不是上级交办的、没有的都说明', () => {
  const on = ['--document', '示例市核〔2026〕3号', '--on', '2026-06-12'];
  expect(run('confirm', '--issue', 'zx-01', ...on).out).toContain('不是上级交办的');
  expect(run('confirm', '--issue', 'zx-22', ...on).out).toContain('台账里没有问题 zx-22');
  expect(run('confirm', ...on).out).toContain('没有写核销哪些问题');
  expect(run('confirm', '--issue', 'zx-02').out).toContain('加上 --document');
  done('confirm', '--issue', 'zx-02', 'zx-03', ...on);
});
