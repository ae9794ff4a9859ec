/** 记录: what an edit of a record may not do, whoever makes it. */
import { describe, expect, test } from 'vitest';
import type { Posts } from '../../../src/domain/membership.ts';
import type { Case } from '../../../src/review/proposal/case.ts';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { recordFaults } from '../../../src/review/proposal/record.ts';
import { type Changes, checkSmall, small, swap } from '../../ledger/small.ts';
import { blobsWith } from '../blobs.ts';

const posts = (said: Partial<Posts>): Posts => ({
  account: 'a',
  reviewer: false,
  maintainer: false,
  robot: false,
  units: new Set(),
  others: [],
  ...said,
});
const reviewer = posts({ reviewer: true });
const maintainer = posts({ maintainer: true });

/** Rule, line and column of what a person's change of records breaks; undefined takes a file out. */
function told(
  person: Posts,
  changed: Changes,
  before: Readonly<Record<string, string>> = small,
): string[] {
  const texts = Object.entries(changed).flatMap(([path, text]) => [
    ...(before[path] === undefined ? [] : [[`before ${path}`, before[path]] as const]),
    ...(text === undefined ? [] : [[`after ${path}`, text] as const]),
  ]);
  const { blobs, objects } = blobsWith(Object.fromEntries(texts));
  const side = (name: string) => {
    const object = objects[name];
    return object === undefined ? undefined : { mode: '100644', object };
  };
  const changes = Object.keys(changed).map((path) =>
    ledgerChange(
      { path, before: side(`before ${path}`), after: side(`after ${path}`), conflict: false },
      '',
    ),
  );
  const file: Case = {
    changes,
    people: [{ who: '提交人', posts: person }],
    author: person,
    today: '2026-03-21',
    merging: false,
    base: checkSmall().ledger!,
    merged: checkSmall(changed).ledger ?? checkSmall().ledger!,
    blobs,
  };
  return recordFaults(file).map(({ rule, line, col }) => `${rule} ${String(line)}:${String(col)}`);
}
const issue = 'issues/zx/zx-01.yaml';

describe('原文', () => {
  test('审核员改了原文，指出是哪一栏哪一行；归纳的可以改', () => {
    expect(told(reviewer, swap(issue, 'finding: 更新不及时', 'finding: 更新慢'))).toEqual([
      'source-words 7:10',
    ]);
    expect(told(reviewer, swap(issue, 'problems: [stale]', 'problems: [rules]'))).toEqual([]);
  });

  test('管理员更正抄录；删掉的、没改的不说', () => {
    expect(told(maintainer, swap(issue, 'finding: 更新不及时', 'finding: 更新慢'))).toEqual([]);
    expect(told(reviewer, { [issue]: undefined })).toEqual([]);
    expect(told(reviewer, { [issue]: small[issue] })).toEqual([]);
  });

  test('两处原文各说一次', () => {
    const text = (small[issue] ?? '').replace(
      '更新不及时\nmeasures: 及时更新',
      '更新慢\nmeasures: 快改',
    );
    expect(told(reviewer, { [issue]: text })).toHaveLength(2);
  });
});

test('审核员新立的专项先不公开；没写公开程度的、管理员的不说', () => {
  const campaign = (more: string) => ({
    'campaigns/zz.yaml': `${small['campaigns/zx.yaml'] ?? ''}${more}`,
  });
  const open = campaign('publication: { level: list, overdueNames: false }\n');
  expect(told(reviewer, open)).toEqual(['publication 0:0']);
  expect(told(maintainer, open)).toEqual([]);
  expect(told(reviewer, campaign(''))).toEqual([]);
  expect(told(reviewer, campaign('publication: { level: none, overdueNames: false }\n'))).toEqual(
    [],
  );
});

test('账号的文件不能搬：换了单位的登记移交', () => {
  const moved = { 'accounts/ban/jia-wechat.yaml': small['accounts/jia/jia-wechat.yaml'] };
  expect(told(maintainer, moved)).toEqual(['moved-account 0:0']);
  expect(
    told(maintainer, { 'accounts/jia/jia-weibo.yaml': small['accounts/jia/jia-wechat.yaml'] }),
  ).toEqual([]);
});

test('手机号码写在记录里，指出在哪里；读不出的记录不猜', () => {
  const text = `${small['units/jia.yaml'] ?? ''}aliases: []\n`;
  const withNumber = (small['units/jia.yaml'] ?? '').replace(
    '[甲街道]',
    '[甲街道, 请打13800138000]',
  );
  expect(told(maintainer, { 'units/jia.yaml': withNumber })[0]).toMatch(/^\S+ 2:\d+$/u);
  expect(told(maintainer, { 'units/jia.yaml': text })).toEqual([]);
  expect(told(reviewer, { [issue]: '不是 YAML: [' })).toEqual([]);
});
