import { expect, test } from 'vitest';
import { foundInWords } from '../../../src/views/inspection/found-words.ts';
import { openLedger } from '../../../src/ledger/open.ts';

const shili = openLedger('tests/fixtures/shili');
const said = { listedOn: '2026-04-01' } as const;

test('写着多少天、多少个月的，说哪天的情况：检查的检查日，其次发现日，再次列入日', () => {
  const [check] = shili.inspections.values();
  const source = { document: check?.name ?? '' };
  const finding = '已60天未更新';
  const words = (more: object) => foundInWords(shili, { ...said, finding, ...more });
  expect(words({ foundOn: '2026-03-30', source })).toBe('2024年9月6日检查时的情况');
  expect(words({ foundOn: '2026-03-30' })).toBe('2026年3月30日发现时的情况');
  expect(words({})).toBe('2026年4月1日列入时的情况');
  expect(words({ finding: '两个多月未更新' })).toBe('2026年4月1日列入时的情况');
  expect(words({ finding: '6月5日起无法打开' })).toBe('');
  expect(words({ finding: '留言无人回复' })).toBe('');
});
