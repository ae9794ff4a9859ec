/** The shipped ledger against the text of its source, cell by cell; read here without the program's own importer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import type { Issue } from '../../src/schema/issue.ts';

const { ledger, faults } = checkLedger(readFolder('content'));
const issues = [...ledger!.issues.values()];
const source = readFileSync('tests/fixtures/source/yuyang-2020-report.txt', 'utf8');

/** Row number → its five cells; the row that a page break cuts in two put together. */
const cells = new Map<number, string[]>();
let row = 0;
for (const line of source.slice(source.indexOf('序号\t')).split('\n').slice(1)) {
  const [number = '', ...rest] = line.split('\t');
  if (rest.length === 0) continue;
  if (number !== '') row = Number(number);
  cells.set(
    row,
    rest.map((text, at) => `${cells.get(row)?.[at] ?? ''}${text}`),
  );
}

const written = ({ listed = '', listedHost, finding, measures, deadline }: Issue) => [
  listed,
  listedHost,
  finding,
  measures,
  deadline.text,
];
const unspaced = (text: string) => text.replaceAll(/\s/gu, '');

test('台账没有错误也没有提醒', () => {
  expect(faults.map(faultLine)).toEqual([]);
});

test('23 条与来源附件逐格一致，一个字、一个标点不差', () => {
  expect([...cells.keys()]).toEqual(issues.map((issue) => issue.row));
  expect(issues.map((issue) => written(issue).map(unspaced))).toEqual(
    [...cells.values()].map((row) => row.map(unspaced)),
  );
});

test('留下的空格只有半角标点后面的，和第 13 行两句之间的', () => {
  const spaced = issues.flatMap((issue) =>
    written(issue)
      .filter((text) => /(?<![,:;])\s/u.test(text))
      .map((text) => `${String(issue.row)} ${text}`),
  );
  expect(spaced).toEqual(['13 宣传内容不够丰富 互动交流不够积极']);
});

test('22 个单位、24 个账号和网站，没有一条报送', () => {
  expect([ledger!.units.size, ledger!.accounts.size, ledger!.updates.size]).toEqual([22, 24, 0]);
  expect(new Set(issues.map(({ account }) => ledger!.accounts.get(account ?? '')!.unit)).size).toBe(
    20,
  );
});

test('来源的分项：11 未备案、3 停用未注销，16 个 5月底、3 个长期整改', () => {
  const having = (problem: string) =>
    issues.filter(({ problems }) => problems.includes(problem)).map((issue) => issue.row);
  expect(having('not-filed')).toEqual([3, 4, 10, 11, 16, 17, 18, 19, 20, 21, 22]);
  expect(having('stopped-not-deregistered')).toEqual([6, 9, 23]);
  const written = [...Map.groupBy(issues, ({ deadline }) => deadline.text)];
  expect(Object.fromEntries(written.map(([text, some]) => [text, some.length]))).toEqual({
    '5月底': 16,
    长期整改: 3,
    '6月底': 1,
    '7月底': 1,
    立即整改: 1,
    '7月31日前业务人员能力水平有明显提升, 并长期坚持': 1,
  });
  expect(issues.filter(({ problems }) => problems.length === 2).map((issue) => issue.row)).toEqual([
    1, 13, 15,
  ]);
});
