/** 上级的交办单：先看再收，一份也不能收的就都不收，旧的不盖掉新的。(示例区，虚构) */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOfAssigned, receiveFromAbove } from '../../../../scripts/enter/receive/from-above.ts';
import type { AssignedRecord } from '../../../../src/intake/assigned-check.ts';
import { ASSIGNMENTS_FORMAT } from '../../../../src/schema/assignment.ts';
import { laidIn, smallPlace } from '../../../ledger/small-folder.ts';
import { type Changes, report, small, submitted } from '../../../ledger/small.ts';

const TODAY = '2026-03-25';
const one = (id: string, more: object = {}) => ({
  id,
  ...{ assignedOn: '2026-03-10', number: '示办函〔2026〕5号', origin: 'city' },
  ...{ account: '微信公众号：甲街道发布', problems: ['更新不及时'], finding: '两周未更新' },
  ...{ measures: '及时更新', deadline: '4月底前' },
  ...more,
});
function file(name: string, list: readonly object[], child = '示例区整改台账（虚构）') {
  const text = JSON.stringify(list);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const said = {
    ...{ format: ASSIGNMENTS_FORMAT, version: '1.0', by: '示例市' },
    ...{ child: { name: child }, list: text, sha256 },
  };
  return { name, bytes: new TextEncoder().encode(JSON.stringify(said)) };
}
function receive(files: ReturnType<typeof file>[], options: object = {}, changes: Changes = {}) {
  const content = laidIn(changes);
  const all = { content, remote: 'origin', asOf: TODAY, campaign: 'zx', ...options };
  const told = receiveFromAbove(files, smallPlace(changes, TODAY), all);
  const issues = readdirSync(join(content, 'issues/zx')).toSorted();
  return { ...told, content, issues };
}

test('没有交办单的，什么也不说', () => {
  expect(receive([])).toMatchObject({ lines: [], right: true });
});

test('不写的只给看；写的才写，一条一个问题', () => {
  const list = file('交办单.json', [one('shi-01')]);
  expect(receive([list])).toMatchObject({
    ...{ right: true, issues: ['zx-01.yaml'] },
    lines: ['上级交办单（交办单.json）：', '  shi-01：登记为问题，示办函〔2026〕5号，两周未更新。'],
  });
  expect(receive([list], { write: false }).issues).toEqual(['zx-01.yaml']);
  const done = receive([list], { write: true });
  expect([done.right, done.issues]).toEqual([true, ['shi-01.yaml', 'zx-01.yaml']]);
  expect(done.lines.at(-1)).toContain('已写入');
});

test('一份读不出，或一条收不了，都不收', () => {
  const wrong = [
    [file('给别人的.json', [], '别的区'), /^给别人的\.json：.*；交办单都没有收。$/u],
    [file('不认得的.json', [one('shi-02', { account: '微信公众号：没有的账号' })]), /都没有收/u],
  ] as const;
  for (const [bad, said] of wrong) {
    const told = receive([file('交办单.json', [one('shi-01')]), bad], { write: true });
    expect([told.right, told.issues]).toEqual([false, ['zx-01.yaml']]);
    expect(told.lines.at(-1)).toMatch(said);
  }
});

test('没有那个专项的不收；读了以后别人又写过的，说再来，不算收了', () => {
  const list = [file('交办单.json', [one('shi-01')])];
  const told = receive(list, { write: true, campaign: 'none' });
  expect([told.right, told.issues]).toEqual([false, ['zx-01.yaml']]);
  const content = laidIn({ 'units/yi.yaml': 'name: 示例区乙镇人民政府\nkind: town\n' });
  const late = receiveFromAbove(list, smallPlace({}, TODAY), {
    ...{ content, remote: 'origin', asOf: TODAY, campaign: 'zx', write: true },
  });
  expect([late.right, late.lines.at(-1)]).toEqual([false, expect.stringContaining('再运行一次')]);
});

const TAKEN: Changes = {
  'issues/zx/shi-01.yaml': (small['issues/zx/zx-01.yaml'] ?? '')
    .replace('row: 1', 'row: 2')
    .replace('finding: 更新不及时', 'finding: 两周未更新')
    .replace(
      'origin: self-check',
      'origin: city\nsource: { document: 示办函〔2026〕5号, at: 交办 shi-01 }',
    ),
  'updates/zx/shi-01/20260320-090000-abc.yaml': submitted.replace('zx-01', 'shi-01'),
  'updates/zx/shi-01/20260321-090000-abc.yaml': report('accepted', '2026-03-21').replace(
    ...(['zx-01', 'shi-01'] as const),
  ),
};

test('核销在哪一份里都算数：旧的一份在后面也盖不掉', () => {
  const confirmed = file('新.json', [
    one('shi-01', { confirmed: { on: '2026-03-24', number: '示销〔2026〕1号' } }),
  ]);
  const older = file('旧.json', [one('shi-01')]);
  for (const files of [
    [confirmed, older],
    [older, confirmed],
  ]) {
    const { right, lines, content } = receive(files, { write: true }, TAKEN);
    expect([right, lines.join('\n')]).toEqual([true, expect.stringContaining('核销')]);
    const updates = join(content, 'updates/zx/shi-01');
    const last = readdirSync(updates).toSorted().at(-1) ?? '';
    expect(readFileSync(join(updates, last), 'utf8')).toContain('action: confirmedAbove');
  }
  const again = receive([older], { write: true }, TAKEN);
  expect([again.right, existsSync(join(again.content, 'updates/zx/shi-01'))]).toEqual([true, true]);
  expect(readdirSync(join(again.content, 'updates/zx/shi-01'))).toHaveLength(2);
});

test('每种记录写在它自己的地方；一步接在最后一步后面', () => {
  const { ledger } = smallPlace(TAKEN);
  const records = [
    { kind: 'issue', of: 'shi-09', record: { campaign: 'zx' } },
    { kind: 'inspection', of: 'shi-jc', record: { name: '检查' } },
    { kind: 'campaign', of: 'shi-zc', record: { name: '自查' } },
    { kind: 'update', of: 'shi-01', record: { issue: 'shi-01' } },
  ] as unknown as AssignedRecord[];
  const after: (string | undefined)[] = [];
  const files = filesOfAssigned(records, ledger, 'zx', TODAY, (day, last) => {
    after.push(last);
    return `${day.replaceAll('-', '')}-100000-abc`;
  });
  expect([...files.keys()]).toEqual([
    'issues/zx/shi-09.yaml',
    'inspections/shi-jc.yaml',
    'campaigns/shi-zc.yaml',
    'updates/zx/shi-01/20260325-100000-abc.yaml',
  ]);
  expect(after).toEqual(['20260321-090000-abc']);
});
