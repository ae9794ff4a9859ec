import { expect, test } from 'vitest';
import { isCauseAmong } from '../../../src/proofread/number/cause.ts';

const labelled = (...labels: string[]) => labels.map((label) => ({ label }));

test.each([
  ['合格', '市档案局网站因空白栏目达到'],
  ['合格', '某账号错别字累计达到'],
])('%s与“%s”里的数不是一类', (...labels) => {
  expect(isCauseAmong(labelled(...labels))).toBe(true);
});

test('都写原因的，各是一部分；都不写的也是', () => {
  expect(isCauseAmong(labelled('因空白栏目存在', '因错链达到'))).toBe(false);
  expect(isCauseAmong(labelled('合格', '不合格'))).toBe(false);
});
