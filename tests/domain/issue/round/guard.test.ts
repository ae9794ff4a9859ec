import { describe, expect, test } from 'vitest';
import { publicityLength, whyRefused } from '../../../../src/domain/issue/round/guard.ts';
import type { Round } from '../../../../src/domain/issue/round/round.ts';
import { issueOf, roundOf, type Said, updatesOf } from '../../sample.ts';

const why = (said: Said, round: Partial<Round> = {}, publicityDays = 0) =>
  whyRefused(updatesOf(issueOf(), said)[0]!, roundOf(round), publicityDays);

describe('报告日期', () => {
  test('早于本轮开始日的不计，当天的计', () => {
    expect(why({ action: 'progress', reportedOn: '2024-02-29' })).toBe(
      '报告日期2024年2月29日早于本轮开始日2024年3月1日；请核对 reportedOn',
    );
    expect(why({ action: 'progress', reportedOn: '2024-03-01' })).toBeUndefined();
  });

  test('没有别的条件的步骤都可以办', () => {
    const reportedOn = '2024-03-05';
    expect(why({ action: 'started', reportedOn })).toBeUndefined();
    expect(why({ action: 'returned', reportedOn, reason: '材料不全' })).toBeUndefined();
    expect(why({ action: 'accepted', reportedOn })).toBeUndefined();
    expect(why({ action: 'voided', reportedOn, reason: '重复登记' })).toBeUndefined();
  });
});

describe('申请验收', () => {
  const submitted = (completedOn?: string): Said => ({
    action: 'submitted',
    reportedOn: '2024-03-20',
    completedOn,
  });

  test('没有写完成日期、当天完成都可以', () => {
    expect(why(submitted())).toBeUndefined();
    expect(why(submitted('2024-03-20'))).toBeUndefined();
  });

  test('重启后的完成日期不能早于这一轮；第一轮的由日期规则看', () => {
    const second = { number: 2, startedOn: '2024-03-19' };
    expect(why(submitted('2024-03-18'), second)).toBe(
      '完成日期2024年3月18日早于本轮开始日2024年3月19日；写这一轮整改完成的日子',
    );
    expect(why(submitted('2024-03-19'), second)).toBeUndefined();
    expect(why(submitted('2024-02-20'))).toBeUndefined();
  });

  test('完成日期不能晚于报告日期', () => {
    expect(why(submitted('2024-03-21'))).toBe(
      '完成日期2024年3月21日晚于报告日期2024年3月20日；整改完成后再申请验收',
    );
  });
});

describe('公示', () => {
  const publicity = (from: string, until: string): Said => ({
    action: 'publicity',
    reportedOn: '2024-03-20',
    from,
    until,
  });
  const accepted = { acceptedOn: '2024-03-20' };

  test('首尾两天都算：20 日到 26 日是 7 天', () => {
    expect(publicityLength('2024-03-20', '2024-03-26')).toBe(7);
    expect(publicityLength('2024-03-20', '2024-03-20')).toBe(1);
    expect(why(publicity('2024-03-20', '2024-03-26'), accepted, 7)).toBeUndefined();
  });

  test('少一天就不够，并说止日至少到哪天', () => {
    expect(why(publicity('2024-03-20', '2024-03-25'), accepted, 7)).toBe(
      '公示期只有 6 天，专项要求不少于 7 天；公示止日至少到2024年3月26日',
    );
  });

  test('起止写反的按 0 天算', () => {
    expect(why(publicity('2024-03-20', '2024-03-10'), accepted, 7)).toBe(
      '公示期只有 0 天，专项要求不少于 7 天；公示止日至少到2024年3月26日',
    );
  });

  test('不能在验收以前开始；还没有验收时由状态来拦', () => {
    expect(why(publicity('2024-03-19', '2024-03-26'), accepted, 7)).toBe(
      '公示起日2024年3月19日早于验收日2024年3月20日；公示从验收之后开始',
    );
    expect(why(publicity('2024-03-19', '2024-03-26'), {}, 7)).toBeUndefined();
  });
});

describe('上级核销', () => {
  const confirmed = (confirmedOn: string): Said => ({
    action: 'confirmedAbove',
    reportedOn: '2024-03-20',
    confirmedOn,
    document: '示例〔2024〕1号',
  });
  const submitted = { submittedOn: '2024-03-10' };

  test('报告当天、申请验收当天核销的都可以', () => {
    expect(why(confirmed('2024-03-20'), submitted)).toBeUndefined();
    expect(why(confirmed('2024-03-10'), submitted)).toBeUndefined();
    expect(why(confirmed('2024-03-09'))).toBeUndefined();
  });

  test('不能晚于报告日期', () => {
    expect(why(confirmed('2024-03-21'), submitted)).toBe(
      '核销日期2024年3月21日晚于报告日期2024年3月20日；收到核销文件后再登记',
    );
  });

  test('不能早于本轮申请验收', () => {
    expect(why(confirmed('2024-03-09'), submitted)).toBe(
      '核销日期2024年3月9日早于本轮申请验收日2024年3月10日；请核对核销文件是不是这一轮的',
    );
  });
});

describe('复查日', () => {
  test('转长期坚持要写以后的复查日，次日可以', () => {
    const sustained = (reviewOn: string): Said => ({
      action: 'sustained',
      reportedOn: '2024-03-20',
      reviewOn,
    });
    expect(why(sustained('2024-03-20'))).toBe(
      '下次复查日2024年3月20日不晚于报告日期2024年3月20日；请写以后的日子',
    );
    expect(why(sustained('2024-03-21'))).toBeUndefined();
  });

  test('复查可以不写下次复查日，写了就要在以后', () => {
    const reviewed = (reviewOn?: string): Said => ({
      action: 'reviewed',
      reportedOn: '2024-03-20',
      held: true,
      reviewOn,
    });
    expect(why(reviewed())).toBeUndefined();
    expect(why(reviewed('2024-03-21'))).toBeUndefined();
    expect(why(reviewed('2024-03-19'))).toBe(
      '下次复查日2024年3月19日不晚于报告日期2024年3月20日；请写以后的日子',
    );
  });
});

describe('延期', () => {
  const extended = (askedOn: string, dueOn: string, reportedOn = '2024-04-02'): Said => ({
    action: 'extended',
    reportedOn,
    askedOn,
    dueOn,
    reason: '等平台答复',
  });

  test('截止日前一天和当天申请的可以，审核员过后登记也算', () => {
    expect(why(extended('2024-03-30', '2024-04-15'))).toBeUndefined();
    expect(why(extended('2024-03-31', '2024-04-15'))).toBeUndefined();
  });

  test('截止日过后才申请的照样登记，只能延到批准那天或以后', () => {
    expect(why(extended('2024-04-01', '2024-04-15'))).toBeUndefined();
    expect(why(extended('2024-04-01', '2024-04-02'))).toBeUndefined();
    expect(why(extended('2024-04-01', '2024-04-01'))).toBe(
      '延期后的截止日2024年4月1日早于报告日期2024年4月2日；截止日过后才申请的，只能延到批准那天或以后',
    );
    expect(why(extended('2024-03-31', '2024-04-01'))).toBeUndefined();
  });

  test('申请日期不能晚于报告日期，当天可以', () => {
    expect(why(extended('2024-03-30', '2024-04-15', '2024-03-29'))).toBe(
      '申请日期2024年3月30日晚于报告日期2024年3月29日；请核对 askedOn',
    );
    expect(why(extended('2024-03-29', '2024-04-15', '2024-03-29'))).toBeUndefined();
  });

  test('新的截止日要比现在的晚', () => {
    expect(why(extended('2024-03-20', '2024-03-31'))).toBe(
      '延期后的截止日2024年3月31日不晚于现截止日2024年3月31日；延期只能往后',
    );
    expect(why(extended('2024-03-20', '2024-04-01'))).toBeUndefined();
  });

  test('再次延期按现在的截止日算，不按原来的', () => {
    const moved = { dueOn: '2024-04-30' };
    expect(why(extended('2024-04-01', '2024-05-31'), moved)).toBeUndefined();
    expect(why(extended('2024-04-01', '2024-04-15'), moved)).toBe(
      '延期后的截止日2024年4月15日不晚于现截止日2024年4月30日；延期只能往后',
    );
  });

  test('没有截止日的不能延期', () => {
    expect(why(extended('2024-03-20', '2024-04-15'), { dueOn: undefined })).toBe(
      '这个问题没有确定的截止日，不能延期；时限要改的，请审核员先核实问题记录',
    );
  });
});

describe('暂缓', () => {
  const deferred = (askedOn: string, until: string, reportedOn = '2024-03-20'): Said => ({
    action: 'deferred',
    reportedOn,
    askedOn,
    until,
    reason: '等平台开放注销',
  });

  test('没有截止日的也可以；过了截止日也可以', () => {
    expect(why(deferred('2024-03-20', '2024-09-30'))).toBeUndefined();
    expect(why(deferred('2024-03-20', '2024-03-21'), { dueOn: undefined })).toBeUndefined();
    expect(why(deferred('2024-04-05', '2024-09-30', '2024-04-06'))).toBeUndefined();
  });

  test('日子的先后', () => {
    expect(why(deferred('2024-03-21', '2024-09-30'))).toBe(
      '申请日期2024年3月21日晚于报告日期2024年3月20日；请核对 askedOn',
    );
    expect(why(deferred('2024-03-20', '2024-03-20'))).toBe(
      '暂缓到2024年3月20日，不晚于报告日期2024年3月20日；请写以后的日子',
    );
    expect(why(deferred('2024-03-20', '2024-03-31'))).toBe(
      '暂缓到2024年3月31日，不晚于现截止日2024年3月31日；暂缓只能往后',
    );
  });
});

describe('重启', () => {
  const reopened = (round: number, dueOn?: string): Said => ({
    action: 'reopened',
    reportedOn: '2024-06-01',
    reason: '又停更了',
    ground: 'recurrence',
    round,
    dueOn,
  });

  test('轮次接着数', () => {
    expect(why(reopened(2))).toBeUndefined();
    expect(why(reopened(3), { number: 2 })).toBeUndefined();
    expect(why(reopened(3))).toBe('轮次写的是第 3 轮，应为第 2 轮；请改 round');
    expect(why(reopened(2), { number: 2 })).toBe('轮次写的是第 2 轮，应为第 3 轮；请改 round');
  });

  test('新一轮的截止日不能在报告日期以前，当天可以', () => {
    expect(why(reopened(2, '2024-05-31'))).toBe(
      '新一轮截止日2024年5月31日早于报告日期2024年6月1日；请写以后的日子',
    );
    expect(why(reopened(2, '2024-06-01'))).toBeUndefined();
  });
});
