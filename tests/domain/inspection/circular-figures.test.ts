import { expect, test } from 'vitest';
import {
  circularFigures,
  figureDifferences,
  turnover,
} from '../../../src/domain/inspection/circular-figures.ts';
import { inspectionFigures } from '../../../src/domain/inspection/inspection-figures.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import type { Registration } from '../../../src/schema/registration.ts';
import type { Entry } from '../../../src/schema/ledger.ts';

const shili = openLedger('tests/fixtures/shili');
const checks = [...shili.inspections.values()];
const [first, second] = checks;
if (!first || !second) throw new Error('no two checks');

/** A step of the register on a day. */
function step(account: string, reportedOn: string, said: object): Entry<Registration> {
  const id = `${account}/${reportedOn}`;
  return { id, path: `registry/${id}.yaml`, account, reportedOn, ...said } as Entry<Registration>;
}

test('通报的数都来自检查统计，平台、单位的数相加等于总数', () => {
  const figures = inspectionFigures(shili, second);
  const named = new Map(circularFigures(shili, second).map(({ name, value }) => [name, value]));
  expect(named.get('检查')).toBe(String(figures.checked));
  const sum = (start: string, end: string) =>
    [...named]
      .filter(([name]) => name.startsWith(start) && name.endsWith(end))
      .reduce((total, [, value]) => total + Number(value), 0);
  for (const part of ['平台 ', '单位 ']) {
    expect(sum(part, ' 检查')).toBe(figures.checked);
    expect(sum(part, ' 不合格')).toBe(figures.failed);
  }
});

test('第一次检查没有上次可比：不写变化，也没有新入册和注销', () => {
  const names = circularFigures(shili, first).map(({ name }) => name);
  expect(names).toContain('合格率');
  expect(names).not.toContain('合格率变化');
  expect(names).not.toContain(undefined);
  expect(turnover(shili, first)).toEqual({ entered: [], gone: [] });
});

test('新入册和注销只算上次检查日以后、这次检查日为止的', () => {
  const { checkedOn: before } = first;
  const { checkedOn: on } = second;
  const ledger = {
    ...shili,
    registry: new Map([
      ['early', [step('early', before, { action: 'entered', state: 'unfiled' })]],
      ['new', [step('new', on, { action: 'entered', state: 'unfiled' })]],
      [
        'gone',
        [
          step('gone', '2020-01-02', { action: 'entered', state: 'notice' }),
          step('gone', on, { action: 'deregistered' }),
        ],
      ],
      ['late', [step('late', '2099-01-01', { action: 'entered', state: 'unfiled' })]],
    ]),
  };
  expect(turnover(ledger, second)).toEqual({ entered: ['new'], gone: ['gone'] });
  expect(turnover({ ...shili, registry: new Map() }, second)).toEqual({ entered: [], gone: [] });
});

test('两次计数不同的、少了的、多出的，都说出来', () => {
  const published = [
    { name: '检查', value: '10' },
    { name: '合格', value: '8' },
    { name: '单位 a 检查', value: '1' },
  ];
  const counted = [
    { name: '检查', value: '10' },
    { name: '合格', value: '7' },
    { name: '单位 b 检查', value: '1' },
  ];
  expect(figureDifferences(published, counted)).toEqual([
    '合格印发时为8，现在重算为7',
    '单位 a 检查印发时为1，现在重算为无',
    '单位 b 检查印发时没有，现在重算为1',
  ]);
  expect(figureDifferences(published, published)).toEqual([]);
});
