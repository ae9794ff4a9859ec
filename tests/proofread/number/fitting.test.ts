/** 合得上: parts of an earlier whole, and what behind or before the parts makes them up. (虚构) */
import { expect, test } from 'vitest';
import type { Division } from '../../../src/proofread/division.ts';
import { plainPaper } from '../../../src/proofread/document/plain.ts';
import { isMadeUp, leavesBatch } from '../../../src/proofread/number/fitting.ts';
import { statementsOf } from '../../../src/proofread/statement.ts';

/** The first number is the whole, the next ones (so many) its parts. */
function said(text: string, count: number, by: Division['by'] = 'of which') {
  const [statement] = statementsOf(plainPaper(text));
  const [whole, ...rest] = statement?.numbers ?? [];
  if (statement === undefined || whole === undefined) throw new Error(text);
  const division: Division = {
    ...{ whole, parts: rest.slice(0, count), others: [], by },
    ...{ words: text, exact: true },
  };
  return { division, statement };
}

test.each([
  ['后面的正好补上', '问题30个，已整改25个，尚有4个未整改，1个不属实。', true],
  ['补上了还差', '问题31个，已整改25个，尚有4个未整改，1个不属实。', false],
  ['后面没有了', '问题30个，已整改25个。', false],
])('%s', (_, text, made) => {
  const { division, statement } = said(text, 1);
  expect(isMadeUp(division, statement)).toBe(made);
});

test('是合计的、没有部分的，不看后面', () => {
  const text = '问题30个，已整改25个，尚有4个未整改，1个不属实。';
  const total = said(text, 1, 'total');
  expect(isMadeUp(total.division, total.statement)).toBe(false);
  const none = said(text, 0);
  expect(isMadeUp(none.division, none.statement)).toBe(false);
});

test('没有说分几批的，不是少说一批', () => {
  const { division, statement } = said('问题30个，第一批12个，第二批10个。', 2);
  expect(leavesBatch(division, statement)).toBe(false);
});

test.each([
  ['分三批，说了两批', '问题30个，分三批整改，第一批12个，第二批10个。', true],
  ['分两批，说了两批', '问题30个，分两批整改，第一批12个，第二批18个。', false],
])('%s', (_, text, left) => {
  const { division, statement } = said(text, 2);
  expect(leavesBatch(division, statement)).toBe(left);
});
