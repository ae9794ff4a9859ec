/** 收交办单: issues of the office above become issues here, once. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { assignedIn, isAssignments, isFor, receiveAssigned } from '../../src/intake/assigned.ts';
import { type Assigned, ASSIGNMENTS_FORMAT } from '../../src/schema/assignment.ts';
import { checkSmall, report, submitted } from '../ledger/small.ts';

const ledger = checkSmall().ledger!;
const one = (more: object = {}): Assigned =>
  ({
    id: 'shi-01',
    assignedOn: '2026-03-10',
    number: '示办函〔2026〕5号',
    origin: 'city',
    account: '微信公众号：甲街道发布',
    problems: ['更新不及时'],
    finding: '两周未更新',
    measures: '及时更新',
    deadline: '4月底前',
    ...more,
  }) as unknown as Assigned;
const receive = (more: object = {}, of = ledger, campaign: string | undefined = 'zx') =>
  receiveAssigned({ findings: [one(more)], checks: [] }, of, campaign, '2026-03-15');

function file(more: object = {}, list: unknown = []): Uint8Array {
  const text = JSON.stringify(list);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return new TextEncoder().encode(
    JSON.stringify({
      format: ASSIGNMENTS_FORMAT,
      version: '1.0',
      by: '示例市',
      child: { name: ledger.site.name },
      list: text,
      sha256,
      ...more,
    }),
  );
}

test('自称交办单的文件，不看名字', () => {
  expect(isAssignments(file())).toBe(true);
  expect(isAssignments(new TextEncoder().encode('{"format":"别的"}'))).toBe(false);
  expect(isAssignments(new TextEncoder().encode('不是'))).toBe(false);
});

test('拷坏的、给别人的、格式不对的，说一句', () => {
  expect(assignedIn(file({ sha256: '0'.repeat(64) }), ledger)).toContain('校验值不符');
  expect(assignedIn(file({ child: { name: '别的区' } }), ledger)).toBe(
    '这是给“别的区”的交办单，不是给本台账的',
  );
  expect(assignedIn(new TextEncoder().encode('{}'), ledger)).toContain('格式不对');
  expect(assignedIn(file(), ledger)).toEqual({ findings: [], checks: [] });
});

test('给谁的：两边都有代码的看代码，不然看名称', () => {
  const site = { ...ledger.site, code: '610802' };
  expect(isFor({ name: '别名', code: '610802' }, site)).toBe(true);
  expect(isFor({ name: site.name, code: '610803' }, site)).toBe(false);
  expect(isFor({ name: site.name }, site)).toBe(true);
});

test('登记为问题：编号、文号、来源照上级的，序号接着编', () => {
  const { records, lines, faults } = receive();
  expect(faults).toEqual([]);
  expect(lines).toEqual(['shi-01：登记为问题，示办函〔2026〕5号，两周未更新']);
  expect(records[0]).toMatchObject({
    kind: 'issue',
    of: 'shi-01',
    record: {
      campaign: 'zx',
      row: 2,
      account: 'jia-wechat',
      problems: ['stale'],
      origin: 'city',
      deadline: { dueOn: '2026-04-30' },
      source: { document: '示办函〔2026〕5号' },
    },
  });
});

test.each([
  ['没有写专项', {}, undefined, '专项'],
  ['没有这个类别', { problems: ['外星'] }, 'zx', '问题类别“外星”这里没有'],
  ['时限读不懂', { deadline: '尽快' }, 'zx', '时限“尽快”读不懂'],
])('%s的不收，说明白', (_, more, campaign, said) => {
  const { records, faults } = receiveAssigned(
    { findings: [one(more)], checks: [] },
    ledger,
    campaign,
    '2026-03-15',
  );
  expect(records).toEqual([]);
  expect(faults[0]).toContain(said);
});

/** The ledger after `shi-01` was taken, with more updates of it. */
function taken(updates: Record<string, string> = {}) {
  const issue = `campaign: zx
row: 2
account: jia-wechat
listed: 微信公众号：甲街道发布
listedHost: 甲街道
problems: [stale]
finding: 两周未更新
measures: 及时更新
deadline: { text: 4月底前, kind: fixed, dueOn: 2026-04-30 }
listedOn: 2026-03-10
origin: city
source: { document: 示办函〔2026〕5号, at: 交办 shi-01 }
`;
  const made = checkSmall({ 'issues/zx/shi-01.yaml': issue, ...updates });
  if (made.ledger === undefined) throw new Error('no ledger');
  return made.ledger;
}
const confirmed = { confirmed: { number: '示办函〔2026〕9号', on: '2026-03-14' } };

test('收过的不再收；编号相同而不是一件的，不收', () => {
  expect(receive({}, taken())).toMatchObject({ records: [], lines: ['shi-01：收过了'] });
  expect(receive({ number: '别的文' }, taken()).lines[0]).toContain('已有同一个编号的问题');
});

test('上级核销：还没有验收的等着，验收了的登记', () => {
  expect(receive(confirmed, taken()).lines[0]).toContain('这里还没有验收');
  const done = taken({
    'updates/zx/shi-01/20260312-090000-aaa.yaml': submitted
      .replaceAll('zx-01', 'shi-01')
      .replace('2026-03-20', '2026-03-12')
      .replace('2026-03-19', '2026-03-12'),
    'updates/zx/shi-01/20260313-090000-bbb.yaml': report('accepted', '2026-03-13').replace(
      'zx-01',
      'shi-01',
    ),
  });
  const { lines, records } = receive(confirmed, done);
  expect(lines).toEqual(['shi-01：上级核销，示办函〔2026〕9号']);
  expect(records[0]).toMatchObject({
    kind: 'update',
    record: { action: 'confirmedAbove', confirmedOn: '2026-03-14', document: '示办函〔2026〕9号' },
  });
});
