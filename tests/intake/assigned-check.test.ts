/** 收交办的检查: a check or a self-check of the office above as a record here, once, or why not. (虚构) */
import { expect, test } from 'vitest';
import { assignedCheckTaken, NO_CAMPAIGN } from '../../src/intake/assigned-check.ts';
import type { ListedAssignedCheck } from '../../src/schema/assigned-check.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { type Changes, checkSmall, small } from '../ledger/small.ts';

const COMMON = {
  name: '市抽查',
  number: '市办〔2026〕1号',
  origin: 'city',
  assignedOn: '2026-05-01',
};
const check = {
  ...COMMON,
  kind: 'inspection',
  id: 'shi-01',
  checkedOn: '2026-05-08',
  edition: '2019',
  accounts: [
    { account: '微信公众号：甲街道发布', results: [{ indicator: 'M2', result: 'failed' }] },
  ],
} as unknown as ListedAssignedCheck;
const selfCheck = {
  ...COMMON,
  kind: 'self-check',
  id: 'shi-02',
  items: ['有没有错链'],
  replyBy: '2026-06-01',
} as unknown as ListedAssignedCheck;

function ledgerWith(changes: Changes = {}) {
  const { ledger, faults } = checkSmall(changes);
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return ledger;
}
const taken = (
  one: ListedAssignedCheck,
  changes: Changes = {},
  campaign: string | undefined = 'zx',
) => assignedCheckTaken(one, ledgerWith(changes), campaign);
/** The record as a file, for the second time. */
function kept(one: ListedAssignedCheck): Changes {
  const first = taken(one);
  if (!('record' in first) || first.record === undefined) throw new Error(JSON.stringify(first));
  const { kind, record } = first.record;
  const folder = kind === 'inspection' ? 'inspections' : 'campaigns';
  return { [`${folder}/${one.id}.yaml`]: canonical(kind, record) };
}

test('检查：版本和结果照上级的，账号换成这里的编号', () => {
  expect(taken(check)).toMatchObject({
    line: '登记为检查，市办〔2026〕1号，市抽查',
    record: {
      kind: 'inspection',
      of: 'shi-01',
      record: {
        edition: '2019',
        campaign: 'zx',
        population: 1,
        scope: { kind: 'above', origin: 'city', document: '市办〔2026〕1号' },
        accounts: [{ account: 'jia-wechat' }],
      },
    },
  });
});

test('没有写专项、没有这个专项、没有这个版本、没有这个账号', () => {
  expect(assignedCheckTaken(check, ledgerWith(), undefined)).toEqual({ fault: NO_CAMPAIGN });
  expect(taken(check, {}, 'no')).toEqual({ fault: NO_CAMPAIGN });
  expect(taken({ ...check, edition: '2031' } as ListedAssignedCheck)).toEqual({
    fault: '检查指标 2031 版这里没有，先加进 vocabulary/indicators.yaml',
  });
  const strange = { ...check, accounts: [{ account: '微信公众号：没有的', results: [] }] };
  expect(taken(strange as unknown as ListedAssignedCheck)).toHaveProperty('fault');
});

test('自查：是一个专项，记着谁交办、几时报', () => {
  expect(taken(selfCheck)).toMatchObject({
    line: '登记为自查，市办〔2026〕1号，市抽查，2026-06-01 前报',
    record: {
      kind: 'campaign',
      record: {
        checklist: { items: ['有没有错链'] },
        assigned: { replyBy: '2026-06-01' },
        office: 'ban',
      },
    },
  });
  const { office: _, ...site } = ledgerWith().site;
  expect(assignedCheckTaken(selfCheck, { ...ledgerWith(), site }, 'zx')).toEqual({
    fault: 'site.yaml 没有写牵头单位，先补上 office',
  });
});

test('收过了的不再收；同一编号是别的，请上级换', () => {
  expect(taken(check, kept(check))).toEqual({ line: '收过了' });
  expect(taken(selfCheck, kept(selfCheck))).toEqual({ line: '收过了' });
  const other = { number: '市办〔2026〕9号' };
  expect(taken({ ...check, ...other }, kept(check))).toMatchObject({
    line: expect.stringContaining('已有同一个编号的检查') as string,
  });
  const own = {
    'campaigns/shi-02.yaml': small['campaigns/zx.yaml']?.replace('示例专项', '自己的'),
  };
  expect(taken(selfCheck, own)).toMatchObject({
    line: expect.stringContaining('已有同一个编号的专项') as string,
  });
});
