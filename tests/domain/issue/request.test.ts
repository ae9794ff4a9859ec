/** 申请: known by its words, waiting until the office acts or answers. */
import { describe, expect, test } from 'vitest';
import { extensionRequest } from '../../../src/domain/issue/extension-request.ts';
import { pendingRequests, requestInWords, requestsIn } from '../../../src/domain/issue/request.ts';
import { fixed, historyOf, issueOf, merging, ongoing, verification } from '../sample.ts';
import type { Said } from '../sample.ts';

const ON = '2024-03-10';
const kindsIn = (note: string) =>
  requestsIn({ note, reportedOn: ON }).map(({ kind, until }) => [kind, until]);

describe('认出申请', () => {
  test.each([
    [extensionRequest('2024-04-15', '等平台审核'), 'extension', '2024-04-15'],
    ['平台审核未完，申请延期到4月15日', 'extension', '2024-04-15'],
    ['恳请予以展期至2024-04-15。', 'extension', '2024-04-15'],
    ['申请将整改期限适当延长', 'extension', undefined],
    ['申请延期至1月8日：等上级', 'extension', '2025-01-08'],
    ['申请延期至2月31日', 'extension', undefined],
    ['申请延期至2024-02-31', 'extension', undefined],
    ['因机构改革申请暂缓到2024年6月30日', 'deferral', '2024-06-30'],
    ['要延到4月15日，平台审核慢', 'extension', '2024-04-15'],
    ['因经费不足申请延期至2024年7月15日', 'extension', '2024-07-15'],
    ['材料不全申请延期', 'extension', undefined],
    ['上次申请延期已获批准，现因平台审核再申请延期至7月15日', 'extension', '2024-07-15'],
    ['请求按长期坚持办理', 'lasting', undefined],
    ['申请转入长期坚持', 'lasting', undefined],
    ['对退回有异议：材料已附', 'objection', undefined],
    ['该账号不是本单位开办，应归乙镇', 'objection', undefined],
    ['清单所列不属实', 'objection', undefined],
    ['账号已划转，申请移交给乙局', 'objection', undefined],
  ])('%s', (note, kind, until) => {
    expect(kindsIn(note)).toEqual([[kind, until]]);
  });

  test.each([
    '已与平台方沟通，正在补充材料',
    '公示期间没有异议',
    '未提出异议',
    '已要求各科室长期坚持更新',
    '已延期至4月15日，正在整改',
    '不需要延期',
    '不再申请延期',
    '如需延期另行申请',
    '已要求运维公司暂缓发布新内容',
    '主要原因是供应商延期',
    '已请技术公司延长域名有效期至2027年6月30日',
    '已按要求延长值班时间',
    '已向微信平台申诉，待恢复',
    '列错的链接已更正',
    '前次申请延期已获批准，正在按新的日子整改',
    '已申请验收，等待审核',
    '',
  ])('不是申请：%s', (note) => {
    expect(kindsIn(note)).toEqual([]);
  });

  test('理由：报送单写法的取冒号后面的，别的取全文；公开仓库里看公开说明；没有说明的没有', () => {
    const reason = (said: Parameters<typeof requestsIn>[0]) => requestsIn(said)[0]?.reason;
    expect(reason({ note: extensionRequest('2024-04-15', '等审核'), reportedOn: ON })).toBe(
      '等审核',
    );
    expect(reason({ note: '等审核，申请延期', reportedOn: ON })).toBe('等审核，申请延期');
    expect(reason({ publicNote: '申请暂缓', reportedOn: ON })).toBe('申请暂缓');
    expect(requestsIn({ reportedOn: ON })).toEqual([]);
  });
});

test('申请写成一句话：要时间的写到哪一天', () => {
  expect(requestInWords({ kind: 'extension', until: '2024-04-15' })).toBe(
    '申请延期至2024年4月15日',
  );
  expect(requestInWords({ kind: 'deferral', until: undefined })).toBe('申请暂缓');
});

describe('等批的', () => {
  const asks = (note: string, reportedOn = ON): Said => ({ action: 'progress', reportedOn, note });
  const pending = (
    said: Said[],
    settings: Parameters<typeof historyOf>[3] = {},
    deadline = fixed,
  ) =>
    pendingRequests(historyOf(issueOf({ deadline }), said, '2024-03-25', settings)).map(
      ({ kind, since }) => `${kind} ${since}`,
    );
  const extension = asks('申请延期至2024年4月15日：等审核');
  const objection = asks('对清单所列有异议');

  test('批准延期或暂缓以后不再等；别的申请还等', () => {
    expect(pending([extension])).toEqual([`extension ${ON}`]);
    const extended: Said = {
      action: 'extended',
      reportedOn: '2024-03-12',
      askedOn: ON,
      dueOn: '2024-04-15',
      reason: '示例',
    };
    expect(pending([extension, objection, extended])).toEqual([`objection ${ON}`]);
    const deferred: Said = {
      action: 'deferred',
      reportedOn: '2024-03-12',
      askedOn: ON,
      until: '2024-04-15',
      reason: '示例',
    };
    expect(pending([asks('申请暂缓'), deferred])).toEqual([]);
  });

  test('同一样申请再报一次，等的日子从第一次算；几样的，等得久的在前', () => {
    const again = asks('申请延期至2024年4月30日：还在等', '2024-03-20');
    expect(pending([asks('有异议', '2024-03-12'), extension, again])).toEqual([
      `extension ${ON}`,
      'objection 2024-03-12',
    ]);
    expect(pending([objection, extension])).toEqual([`objection ${ON}`, `extension ${ON}`]);
  });

  test('账号移交以后，前一个单位申请的不算，接手的从自己申请的那天算起', () => {
    const history = historyOf(
      issueOf({ deadline: fixed }),
      [extension, asks('申请延期至2024年4月30日：刚接手', '2024-03-20')],
      '2024-03-25',
    );
    expect(pendingRequests(history, '2024-03-15').map(({ since }) => since)).toEqual([
      '2024-03-20',
    ]);
    expect(pendingRequests(history, '2024-03-21')).toEqual([]);
  });

  test('单位自己撤回的不再等，别的还等', () => {
    const back = asks('撤回延期申请，已按期整改', '2024-03-14');
    expect(pending([extension, objection, back])).toEqual([`objection ${ON}`]);
    expect(pending([objection, asks('不再提出异议', '2024-03-14')])).toEqual([]);
    expect(pending([asks('申请暂缓'), asks('取消暂缓', '2024-03-14')])).toEqual([]);
  });

  test('申请验收以后不再要时间，异议还在；销号、撤销以后都不等', () => {
    const submitted: Said = { action: 'submitted', reportedOn: '2024-03-15' };
    expect(pending([extension, objection, submitted])).toEqual([`objection ${ON}`]);
    expect(pending([objection, submitted], { campaign: merging })).toEqual([]);
    const accepted: Said = { action: 'accepted', reportedOn: '2024-03-16' };
    expect(pending([objection, submitted, accepted], { campaign: verification })).toEqual([]);
    const voided: Said = { action: 'voided', reportedOn: '2024-03-16', reason: '示例' };
    expect(pending([objection, voided])).toEqual([]);
  });

  test('公示不是答复；长期坚持的复查是', () => {
    const settled: Said[] = [
      { action: 'submitted', reportedOn: '2024-03-05' },
      { action: 'accepted', reportedOn: '2024-03-06' },
      asks('对公示的内容有异议', '2024-03-07'),
      { action: 'publicity', reportedOn: '2024-03-08', from: '2024-03-08', until: '2024-03-28' },
    ];
    const campaign = { closing: { policy: 'verification', publicityDays: 7 } } as const;
    expect(pending(settled, { campaign })).toEqual(['objection 2024-03-07']);
    const lasting: Said[] = [
      { action: 'submitted', reportedOn: '2024-03-05' },
      { action: 'accepted', reportedOn: '2024-03-06' },
      asks('账号不是本单位的', '2024-03-07'),
    ];
    expect(pending(lasting, {}, ongoing)).toEqual(['objection 2024-03-07']);
    const reviewed: Said = { action: 'reviewed', reportedOn: '2024-03-20', held: true };
    expect(pending([...lasting, reviewed], {}, ongoing)).toEqual([]);
  });

  test('审核员代录的“不同意”“答复”是答复；单位自己写的不是；不计入的不算', () => {
    const answer: Said = {
      action: 'progress',
      reportedOn: '2024-03-12',
      note: '不同意延期：理由不充分',
      onBehalfOf: 'demo-unit',
    };
    expect(pending([extension, answer])).toEqual([]);
    const { onBehalfOf: _behalf, ...own } = answer;
    expect(pending([extension, own])).toEqual([`extension ${ON}`]);
    const paper: Said = { ...extension, onBehalfOf: 'demo-unit', channel: '函' };
    expect(pending([paper])).toEqual([`extension ${ON}`]);
    const bare: Said = { action: 'started', reportedOn: '2024-03-09', onBehalfOf: 'demo-unit' };
    const noted: Said = {
      action: 'started',
      reportedOn: '2024-03-09',
      publicNote: '答复：已收到',
      onBehalfOf: 'demo-unit',
    };
    expect(pending([bare, extension])).toEqual([`extension ${ON}`]);
    expect(pending([noted, extension])).toEqual([`extension ${ON}`]);
    expect(
      pending([
        {
          action: 'reopened',
          reportedOn: '2024-03-12',
          reason: '示例',
          ground: 'mistake',
          round: 2,
        },
        extension,
      ]),
    ).toEqual([`extension ${ON}`]);
  });
});
