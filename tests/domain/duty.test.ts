import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/day/calendar.ts';
import { dutyPeriods, dutyRecord, readDuties } from '../../src/domain/duty.ts';
import type { Duty } from '../../src/schema/deadline.ts';

const twiceAWeek: Duty = { what: '信息发布', times: 2, per: 'week' };
const every10: Duty = { what: '更新', everyDays: 10 };
const spans = (duty: Duty, from: string, to: string) =>
  dutyPeriods(duty, from, to).map(
    (period) => `${period.from}..${period.to}${period.whole ? '' : '（不足一期）'}`,
  );
const states = (duty: Duty, from: string, to: string, heldOn: string[], checked: string[][] = []) =>
  dutyRecord(duty, from, to, {
    heldOn,
    checked: checked.map(([start = '', end = '']) => ({ from: start, to: end })),
  }).map(({ state }) => state);

describe('从措施里读出频次', () => {
  test.each([
    [
      '及时更新栏目，确保一周两次信息发布，开通政民互动渠道。',
      [{ what: '信息发布', times: 2, per: 'week' }],
    ],
    [
      '由党委副书记牵头负责, 每月组织办公室工作人员开展微信公众号建设、内容发布、管理 等业务培训',
      [
        {
          what: '组织办公室工作人员开展微信公众号建设、内容发布、管理等业务培训',
          times: 1,
          per: 'month',
        },
      ],
    ],
    ['每两周至少更新一次', [{ what: '更新', everyDays: 14 }]],
    ['更新间隔不得超过14天', [{ what: '更新', everyDays: 14 }]],
    ['每季度至少开展一次自查', [{ what: '开展自查', times: 1, per: 'quarter' }]],
    ['每半年一次全面清查', [{ what: '全面清查', times: 1, per: 'half-year' }]],
    ['坚持每日巡查', [{ what: '巡查', times: 1, per: 'day' }]],
    ['每年度开展两次演练', [{ what: '开展演练', times: 2, per: 'year' }]],
    [
      '微博每周2次、微信每天1次',
      [
        { what: '微博', times: 2, per: 'week' },
        { what: '微信', times: 1, per: 'day' },
      ],
    ],
    [
      '微信公众号每周至少更新3次，微博每天更新一次。',
      [
        { what: '微信公众号更新', times: 3, per: 'week' },
        { what: '微博更新', times: 1, per: 'day' },
      ],
    ],
    [
      '安排专人每天检查并每周汇总',
      [
        { what: '安排专人检查', times: 1, per: 'day' },
        { what: '汇总', times: 1, per: 'week' },
      ],
    ],
    ['每周一、三、五推送信息', [{ what: '推送信息', times: 3, per: 'week' }]],
    ['每周一、三各推送两次', [{ what: '推送', times: 4, per: 'week' }]],
  ])('%s', (measures, duties) => {
    expect(readDuties(measures)).toEqual(duties);
  });

  test('这一句只有频次，事项取前一句；前一句也没有，就取频次本身', () => {
    expect(readDuties('及时更新栏目，一周两次')).toEqual([
      { what: '及时更新栏目', times: 2, per: 'week' },
    ]);
    expect(readDuties('一周两次')).toEqual([{ what: '一周两次', times: 2, per: 'week' }]);
    expect(readDuties('每10天内')).toEqual([{ what: '每10天内', everyDays: 10 }]);
    expect(readDuties('更新栏目；（每10天内）')).toEqual([{ what: '更新栏目', everyDays: 10 }]);
  });

  test('没有频次的、读不准的都不算', () => {
    for (const measures of [
      '按相关要求进行备案',
      '每隔10天更新一次',
      '每周2至3次',
      '每周更新0次',
      '每周最多更新2次',
      '每周一、三推送两次',
      '',
    ])
      expect(readDuties(measures), measures).toEqual([]);
  });
});

describe('分期', () => {
  test('每周从星期一起，两头不足的注明', () => {
    expect(spans(twiceAWeek, '2020-05-13', '2020-05-25')).toEqual([
      '2020-05-13..2020-05-17（不足一期）',
      '2020-05-18..2020-05-24',
      '2020-05-25..2020-05-25（不足一期）',
    ]);
    expect(spans(twiceAWeek, '2020-05-11', '2020-05-17')).toEqual(['2020-05-11..2020-05-17']);
  });

  test('每天、每月、每季度、每半年、每年', () => {
    const per = (unit: 'day' | 'month' | 'quarter' | 'half-year' | 'year'): Duty => ({
      what: '自查',
      times: 1,
      per: unit,
    });
    expect(spans(per('day'), '2020-02-28', '2020-03-01')).toEqual([
      '2020-02-28..2020-02-28',
      '2020-02-29..2020-02-29',
      '2020-03-01..2020-03-01',
    ]);
    expect(spans(per('month'), '2020-02-01', '2020-03-30')).toEqual([
      '2020-02-01..2020-02-29',
      '2020-03-01..2020-03-30（不足一期）',
    ]);
    expect(spans(per('quarter'), '2020-01-01', '2020-12-31')).toEqual([
      '2020-01-01..2020-03-31',
      '2020-04-01..2020-06-30',
      '2020-07-01..2020-09-30',
      '2020-10-01..2020-12-31',
    ]);
    expect(spans(per('quarter'), '2020-02-01', '2020-06-30')).toEqual([
      '2020-02-01..2020-03-31（不足一期）',
      '2020-04-01..2020-06-30',
    ]);
    expect(spans(per('half-year'), '2020-01-01', '2020-12-31')).toEqual([
      '2020-01-01..2020-06-30',
      '2020-07-01..2020-12-31',
    ]);
    expect(spans(per('year'), '2019-12-31', '2020-12-31')).toEqual([
      '2019-12-31..2019-12-31（不足一期）',
      '2020-01-01..2020-12-31',
    ]);
  });

  test('间隔从起算日起按天数分段', () => {
    expect(spans(every10, '2020-05-13', '2020-06-02')).toEqual([
      '2020-05-13..2020-05-22',
      '2020-05-23..2020-06-01',
      '2020-06-02..2020-06-02（不足一期）',
    ]);
  });

  test('止日早于起日就没有一期', () => {
    expect(dutyPeriods(twiceAWeek, '2020-05-13', '2020-05-12')).toEqual([]);
    expect(dutyPeriods(twiceAWeek, '2020-05-13', '2020-05-13')).toHaveLength(1);
  });
});

describe('做到、没做到、不清楚', () => {
  const week = ['2020-05-11', '2020-05-17'] as const;

  test('次数够了就是做到，同一天两次算两次', () => {
    expect(states(twiceAWeek, ...week, ['2020-05-11', '2020-05-17'])).toEqual(['met']);
    expect(states(twiceAWeek, ...week, ['2020-05-13', '2020-05-13'])).toEqual(['met']);
    expect(states(twiceAWeek, '2020-05-13', '2020-05-17', ['2020-05-13', '2020-05-14'])).toEqual([
      'met',
    ]);
  });

  test('次数不够，检查又看全了一期，才是没做到', () => {
    const once = ['2020-05-12', '2020-05-10', '2020-05-18'];
    expect(states(twiceAWeek, ...week, once, [['2020-05-11', '2020-05-17']])).toEqual(['missed']);
    expect(
      states(twiceAWeek, ...week, once, [
        ['2020-05-14', '2020-05-20'],
        ['2020-05-09', '2020-05-13'],
      ]),
    ).toEqual(['missed']);
  });

  test('检查差一天没看到，就是不清楚', () => {
    const once = ['2020-05-12'];
    for (const checked of [
      [],
      [['2020-05-11', '2020-05-16']],
      [['2020-05-12', '2020-05-17']],
      [
        ['2020-05-11', '2020-05-13'],
        ['2020-05-15', '2020-05-17'],
      ],
    ])
      expect(states(twiceAWeek, ...week, once, checked)).toEqual(['unknown']);
  });

  test('不足一期的，次数不够也不算没做到', () => {
    const checked = [['2020-05-01', '2020-06-30']];
    expect(states(twiceAWeek, '2020-05-13', '2020-05-17', ['2020-05-14'], checked)).toEqual([
      'unknown',
    ]);
  });

  test('记下每一期的次数', () => {
    // 5月20日 is a day of the week after.
    const heldOn = ['2020-05-12', '2020-05-20'];
    const [first] = dutyRecord(twiceAWeek, ...week, { heldOn, checked: [] });
    expect(first).toEqual({
      from: '2020-05-11',
      to: '2020-05-17',
      whole: true,
      state: 'unknown',
      count: 1,
    });
  });

  test('间隔不超过 10 天：各段都有，隔得太久也是没做到', () => {
    const all = [['2020-05-01', '2020-05-20']];
    const held = (heldOn: string[], checked: string[][]) =>
      states(every10, '2020-05-01', '2020-05-20', heldOn, checked);
    expect(held(['2020-05-10', '2020-05-20'], [])).toEqual(['met', 'met']);
    expect(held(['2020-05-10', '2020-05-19'], [])).toEqual(['met', 'met']);
    expect(held(['2020-05-01', '2020-05-20'], all)).toEqual(['met', 'missed']);
    expect(held(['2020-05-01', '2020-05-20'], [])).toEqual(['met', 'unknown']);
    expect(held(['2020-05-01', '2020-05-12'], [['2020-05-02', '2020-05-11']])).toEqual([
      'met',
      'missed',
    ]);
    expect(held(['2020-05-01', '2020-05-12'], [['2020-05-03', '2020-05-11']])).toEqual([
      'met',
      'unknown',
    ]);
    expect(held([], all)).toEqual(['missed', 'missed']);
    expect(held([], [])).toEqual(['unknown', 'unknown']);
  });

  test('间隔：还没有过完的一段先不下结论，已经断了的就是没做到', () => {
    const held = (heldOn: string[], checked: string[][]) =>
      states(every10, '2020-05-01', '2020-05-15', heldOn, checked);
    expect(held(['2020-05-10', '2020-05-15'], [])).toEqual(['met', 'unknown']);
    expect(held(['2020-05-01'], [['2020-05-01', '2020-05-15']])).toEqual(['met', 'missed']);
    expect(states(every10, '2020-05-01', '2020-05-05', [], [['2020-05-01', '2020-05-05']])).toEqual(
      ['unknown'],
    );
  });
});

describe('性质', () => {
  const duties = fc.oneof(
    fc
      .constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'year')
      .map((per): Duty => ({ what: '更新', times: 2, per })),
    fc.integer({ min: 1, max: 40 }).map((everyDays): Duty => ({ what: '更新', everyDays })),
  );
  const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2020-01-01', count));

  test('各期首尾相接，不重不漏', () => {
    fc.assert(
      fc.property(duties, day, day, (duty, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const periods = dutyPeriods(duty, from, to);
        expect(periods[0]?.from).toBe(from);
        expect(periods.at(-1)?.to).toBe(to);
        periods.slice(1).forEach((period, index) => {
          expect(period.from).toBe(addDays(periods[index]?.to ?? '', 1));
        });
      }),
    );
  });

  test('没有检查就没有“没做到”，什么都没记就没有“做到”', () => {
    fc.assert(
      fc.property(duties, day, fc.array(day, { maxLength: 20 }), (duty, from, heldOn) => {
        const to = addDays(from, 60);
        expect(states(duty, from, to, heldOn)).not.toContain('missed');
        expect(states(duty, from, to, [], [[from, to]])).not.toContain('met');
      }),
    );
  });
});
