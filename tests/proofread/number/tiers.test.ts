import { expect, test } from 'vitest';
import { plainPaper } from '../../../src/proofread/document/plain.ts';
import { areTiers } from '../../../src/proofread/number/tiers.ts';
import { statementsOf } from '../../../src/proofread/statement.ts';

/** Whether the numbers behind the first are tiers of it. */
function tiersIn(text: string): boolean {
  const [whole, ...parts] = statementsOf(plainPaper(text)).flatMap(({ numbers }) => numbers);
  if (whole === undefined) throw new Error('没有数');
  return areTiers(whole, parts);
}

test.each([
  '133个公众号年阅读量超百万，其中超五百万的18个，一百万至五百万的115个。',
  '133个账号阅读量过百万，其中过千万的21个，百万至千万的112个。',
  '40个账号粉丝超过1万，其中10万以上的12个，1万至10万的28个。',
])('一档接一档，到底为止：%s', (text) => {
  expect(tiersIn(text)).toBe(true);
});

test.each([
  '133个账号阅读量过百万，其中过千万的21个，过五百万的60个。',
  '133个公众号年阅读量超百万，其中超五百万的18个，两百万至五百万的50个。',
  '133个账号阅读量过百万，其中政法类的21个，发布类的40个。',
])('有重叠、有空档、不是档次的不算：%s', (text) => {
  expect(tiersIn(text)).toBe(false);
});
