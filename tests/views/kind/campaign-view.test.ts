/** 专项页: what is said of a campaign, and what of it is public. (示例区，虚构) */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { campaignHeads, campaignView, listedRows } from '../../../src/views/kind/campaign-view.ts';
import { type Changes, checkSmall, small } from '../../ledger/small.ts';

const CAMPAIGN = small['campaigns/zx.yaml'] ?? '';
const ISSUE = small['issues/zx/zx-01.yaml'] ?? '';
const campaign = (more: string, id = 'zx', from = CAMPAIGN): Changes => ({
  [`campaigns/${id}.yaml`]: `${from}${more}`,
});
function faceWith(changes: Changes = {}, audience: Audience = 'internal') {
  const { ledger, faults } = checkSmall(changes);
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  if (ledger === undefined || wrong.length > 0)
    throw new Error(wrong.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return faceOf(ledger, '2026-06-15', audience);
}
const view = (more = '', audience: Audience = 'internal', changes: Changes = {}) =>
  campaignView(faceWith({ ...campaign(more), ...changes }, audience), 'zx');

test('数写成一句：没有撤销、逾期的不提', () => {
  expect(view().head.words).toBe('问题共1个：已销号0个，长期坚持0个，未完成1个，其中逾期1个。');
  const later = { 'issues/zx/zx-01.yaml': ISSUE.replace('dueOn: 2026-03-31', 'dueOn: 2026-12-31') };
  expect(view('', 'internal', later).head.words).toBe(
    '问题共1个：已销号0个，长期坚持0个，未完成1个。',
  );
});

test('怎样销号：验收还是合并，公示几天', () => {
  expect(view('closing: { policy: verification }\n').closing).toEqual([
    '单位申请验收后，由审核员验收；验收合格才销号。',
  ]);
  expect(view('closing: { policy: merge, publicityDays: 5 }\n').closing).toEqual([
    '单位的整改报送经审核合并，即为验收合格。',
    '验收后公示5天，期满无异议再销号。',
  ]);
});

test('公开到哪一步、依据、哪天审签；审签只说给里面的人', () => {
  const said = (more: string, audience: Audience = 'internal') => view(more, audience).publication;
  expect(said('')).toEqual([expect.stringMatching(/。$/u)]);
  expect(said('publication: { level: list, basis: 示办函1号, approvedOn: 2026-03-02 }\n')).toEqual([
    '公开清单。',
    '公开依据：示办函1号。',
    '不公开逾期单位名称。',
    '2026年3月2日审签。',
  ]);
  expect(
    said('publication: { level: list, overdueNames: true, approvedOn: 2026-03-02 }\n', 'public'),
  ).toEqual(['公开清单。']);
  expect(said('publication: { level: statistics }\n')).toEqual(['只公开统计数，不公开清单。']);
});

test('只公开统计的，公开站有数没有行；不公开的找不到', () => {
  const head = view('publication: { level: statistics }\n', 'public').head;
  expect([head.shows, head.figures.every(({ href }) => href === undefined)]).toEqual([
    'counts',
    true,
  ]);
  expect(() => view('publication: { level: none }\n', 'public')).toThrow(RangeError);
  expect(view('publication: { level: list }\n', 'public').head.shows).toBe('rows');
});

test('结项：到了那天才说，带文号和还在整改的', () => {
  const ended = (on: string, more = '') =>
    view(`concluded: { on: ${on}, remaining: [zx-01]${more} }\n`).head.concluded?.words;
  expect(ended('2026-06-15')).toBe('2026年6月15日结项，1个继续整改');
  expect(ended('2026-06-15', ', document: 示办函2号')).toBe(
    '2026年6月15日结项（示办函2号），1个继续整改',
  );
  expect(ended('2026-06-16')).toBeUndefined();
});

test('各专项的次序：没有结项的在前，清单新的在前，只有统计的在后', () => {
  const named = (id: string, listedOn: string, more = '') => ({
    ...campaign(
      more,
      id,
      CAMPAIGN.replace('示例专项', `专项${id}`).replace('2026-03-01', listedOn),
    ),
  });
  const heads = (audience: Audience, more = '') =>
    campaignHeads(
      faceWith(
        {
          ...campaign(
            `publication: { level: list }\nconcluded: { on: 2026-06-01, remaining: [zx-01] }\n`,
          ),
          ...named('za', '2026-01-01', 'publication: { level: list }\n'),
          ...named('zb', '2026-02-01', `publication: { level: list }\n${more}`),
          ...named('zc', '2026-05-01', 'publication: { level: statistics }\n'),
        },
        audience,
      ),
    ).map(({ id }) => id);
  expect(heads('internal')).toEqual(['zc', 'zb', 'za', 'zx']);
  expect(heads('public')).toEqual(['zb', 'za', 'zx', 'zc']);
});

test('依据有就写；清单的栏有值才列', () => {
  expect(view().notice).toBeUndefined();
  expect(view('notice: { title: 通知 }\n').notice).toEqual({ title: '通知', number: undefined });
  const keys = (changes: Changes) =>
    view('', 'internal', changes).list.columns.map(({ key }) => key);
  expect(keys({})).not.toContain('place');
  expect(keys({ 'issues/zx/zx-01.yaml': `${ISSUE}place: 三楼\n` })).toContain('place');
});

test('清单的行，照原话；没有的问题没有行', () => {
  const face = faceWith({ 'issues/zx/zx-01.yaml': `${ISSUE}assisting: [ban]\n` });
  expect(listedRows(face, ['zx-01', 'zx-99']).map(({ cells }) => cells)).toEqual([
    {
      listed: '微信公众号：甲街道发布',
      place: '',
      listedHost: '甲街道',
      assisting: '示例区人民政府办公室',
      finding: '更新不及时',
      measures: '及时更新',
    },
  ]);
});
