/** 对照: which issue of the ledger a row was recorded as. */
import { describe, expect, test } from 'vitest';
import { Inquiry, questionKey } from '../../../src/intake/inquiry/question.ts';
import { differencesOf, type NumberedRow, Priors } from '../../../src/intake/record/match.ts';
import { issueOf } from '../../domain/sample.ts';

const place = { file: '清单.xlsx', sheet: 'Sheet1', row: 2, cell: 'A2' };
const first = issueOf({ id: 'a-01', row: 1, finding: '更新不及时' });
const second = issueOf({ id: 'a-02', row: 2, finding: '没有备案' });
const other = issueOf({ id: 'b-01', row: 1, campaign: 'other', finding: '更新不及时' });

function rowOf(said: Partial<NumberedRow>): NumberedRow {
  const { listed = '', listedHost: host, finding } = first;
  return { place, row: 1, isProposed: false, listed, host, finding, ...said };
}

/** The ids that rows were recorded as, and what was asked. */
function found(
  rows: readonly NumberedRow[],
  answer?: string,
): { ids: (string | undefined)[]; asked: number; left: string[] } {
  const priors = new Priors([first, second, other], 'demo');
  const finder = priors.finder(rows);
  const answers = new Map(
    rows.flatMap((row) =>
      answer === undefined
        ? []
        : ['a-01', 'a-02'].map(
            (id) => [questionKey('same', `${id} ${row.listed} ${row.finding}`), [answer]] as const,
          ),
    ),
  );
  const inquiry = new Inquiry(answers);
  const ids = rows.map((row) => finder(row, inquiry)?.id);
  return { ids, asked: inquiry.own.length, left: priors.left.map(({ id }) => id) };
}

test('字一样的就是那一条，换了号也是；别的专项的不算', () => {
  expect(found([rowOf({ row: 7 })])).toEqual({ ids: ['a-01'], asked: 0, left: ['a-02'] });
});

test('每条只认一次：两行一样的，第二行是新的', () => {
  expect(found([rowOf({}), rowOf({ row: 3 })]).ids).toEqual(['a-01', undefined]);
});

test('同号、同账号而改了字的，就是那一条，不问', () => {
  expect(found([rowOf({ finding: '更新很慢' })])).toMatchObject({ ids: ['a-01'], asked: 0 });
});

describe('说不准的要问', () => {
  const changed = rowOf({ row: 9, finding: '更新很慢' });

  test('换了号又改了字；答同一条的是它，答另一个问题的是新的，没答的先不认', () => {
    expect(found([changed])).toMatchObject({ ids: [undefined], asked: 1 });
    expect(found([changed], '同一条').ids).toEqual(['a-01']);
    expect(found([changed], '另一个问题').ids).toEqual([undefined]);
    expect(found([changed], '不知道')).toMatchObject({ ids: [undefined], asked: 1 });
  });

  test('来文里提出的不按序号认', () => {
    const proposed = {
      ...rowOf({ listed: '微博：别的', host: '别的局', finding: '别的' }),
      isProposed: true,
    };
    expect(found([proposed])).toMatchObject({ ids: [undefined], asked: 0 });
  });
});

test('另一行的字就是它的，序号不能把它抢走', () => {
  const rows = [
    rowOf({ row: 2, finding: '全新的问题', listed: '微博：新的', host: '新的局' }),
    rowOf({ row: 1, finding: '没有备案' }),
  ];
  expect(found(rows).ids).toEqual([undefined, 'a-02']);
});

test('改了什么：逐栏说，次序不同、序号不同不算改', () => {
  expect(differencesOf(first, { ...first, row: 9 })).toEqual([]);
  const turned = {
    ...first,
    deadline: Object.fromEntries(
      Object.entries(first.deadline).toReversed(),
    ) as typeof first.deadline,
  };
  expect(differencesOf(first, turned)).toEqual([]);
  expect(differencesOf(first, { ...first, finding: '新', foundOn: '2024-02-01' })).toEqual([
    { field: 'finding', title: '存在问题', was: '更新不及时', now: '新' },
    { field: 'foundOn', title: expect.any(String), was: undefined, now: '2024-02-01' },
  ]);
});
