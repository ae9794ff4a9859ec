import { expect, test } from 'vitest';
import { linesOf, report, submitted, swap } from '../small.ts';

const first = 'updates/zx-01/20260320-090000-aaa.yaml';
const second = 'updates/zx-01/20260325-090000-bbb.yaml';
const publicSite = swap('site.yaml', 'repository: internal', 'repository: public');

test('退回写了理由，没有错误', () => {
  expect(
    linesOf({
      [first]: submitted,
      [second]: report('returned', '2026-03-25', 'reason: 看不出日期\n'),
    }),
  ).toEqual([]);
});

test('退回没有写理由', () => {
  expect(linesOf({ [first]: submitted, [second]: report('returned', '2026-03-25') })).toEqual([
    `${second}:2:9 reasons “退回”没有写理由 → 补上 reason，写明理由`,
  ]);
});

test('公开仓库里，撤销写公开说明，不写理由', () => {
  expect(
    linesOf({ ...publicSite, [second]: report('voided', '2026-03-25', 'publicNote: 列入有误\n') }),
  ).toEqual([]);
  expect(linesOf({ ...publicSite, [second]: report('voided', '2026-03-25') })).toEqual([
    `${second}:2:9 reasons “撤销”没有写公开说明 → 补上 publicNote，用一句可以公开的话说明理由`,
  ]);
});

test('上级核销没有写文号', () => {
  expect(
    linesOf({
      ...swap('issues/zx/zx-01.yaml', 'origin: self-check', 'origin: city'),
      [first]: submitted,
      'updates/zx-01/20260321-090000-aaa.yaml': report('accepted', '2026-03-21'),
      [second]: report('confirmedAbove', '2026-03-25', 'confirmedOn: 2026-03-24\n'),
    }),
  ).toEqual([`${second}:2:9 reasons “上级核销”没有写文号 → 补上 document，写核销文件的文号`]);
});

test('上级交办的暂缓要写上级同意的文号，本级的不用', () => {
  const said = 'askedOn: 2026-03-25\nuntil: 2026-09-30\nreason: 平台暂不办理注销\n';
  const city = swap('issues/zx/zx-01.yaml', 'origin: self-check', 'origin: city');
  expect(linesOf({ [second]: report('deferred', '2026-03-25', said) })).toEqual([]);
  expect(linesOf({ ...city, [second]: report('deferred', '2026-03-25', said) })).toEqual([
    `${second}:2:9 reasons 市级交办的问题，“暂缓”没有写批准文号 → 谁交办谁批准：先报交办的上级同意，再把它的文号写进 document`,
  ]);
  const approved = `${said}document: 示例市函〔2026〕3号\n`;
  expect(linesOf({ ...city, [second]: report('deferred', '2026-03-25', approved) })).toEqual([]);
});
