/** 经过: what each step says, to whom. */
import { expect, test } from 'vitest';
import { standing } from '../../../src/domain/issue/standing.ts';
import { faceOf } from '../../../src/views/face.ts';
import { isMergedAcceptance, stepName, storyView } from '../../../src/views/issue/story-view.ts';
import { type Changes, checkSmall, report, small, submitted } from '../../ledger/small.ts';

const TODAY = '2026-06-15';
let stamp = 0;
/** Updates of zx-01 by their texts, one after another. */
function updates(...texts: readonly string[]): Changes {
  return Object.fromEntries(
    texts.map((text) => {
      const day = /reportedOn: (\S+)/u.exec(text)?.[1]?.replaceAll('-', '') ?? '';
      stamp += 1;
      return [
        `updates/zx/zx-01/${day}-0900${String(stamp % 60).padStart(2, '0')}-a${stamp.toString(36)}.yaml`,
        text,
      ];
    }),
  );
}
const open = {
  'campaigns/zx.yaml': `${small['campaigns/zx.yaml']!}publication: { level: list, overdueNames: true, approvedOn: 2026-03-01, basis: 示例 }\n`,
};
function story(changes: Changes, audience: 'public' | 'internal' = 'internal') {
  const { ledger, faults } = checkSmall({ ...open, ...changes });
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  const face = faceOf(ledger, TODAY, audience);
  const one = face.issues.get('zx-01') ?? standing(ledger, TODAY).issues[0]!;
  return storyView(face, one).map(({ what, facts, inside, became }) => ({
    what,
    became,
    facts: facts.map(({ name, value }) => `${name}：${value}`),
    inside: inside.map(({ name, value }) => `${name}：${value}`),
  }));
}

test('列入、报送、验收：各是什么，变成什么', () => {
  const told = story(updates(submitted, report('accepted', '2026-03-22')));
  expect(told.map(({ what, became }) => `${what} ${became ?? ''}`)).toEqual([
    '列入清单 待整改',
    '申请验收 待审核',
    '验收 已销号',
  ]);
});

test.each([
  ['submitted', 'completedOn: 2026-03-18\n', ['完成日期：2026年3月18日']],
  [
    'extended',
    'askedOn: 2026-03-15\ndueOn: 2026-04-30\nreason: 采购未完\n',
    ['申请日期：2026年3月15日', '延期至：2026年4月30日'],
  ],
  ['voided', 'reason: 重复\nground: duplicate\n', [expect.stringContaining('撤销依据：')]],
] as const)('%s 说的日子和依据', (action, more, facts) => {
  const text = action === 'submitted' ? `${submitted}${more}` : report(action, '2026-03-20', more);
  expect(story(updates(text)).at(-1)?.facts).toEqual(facts);
});

test('逾期后批准的延期，能点名的写明逾期了几天', () => {
  const late = report(
    'extended',
    '2026-04-10',
    'askedOn: 2026-04-05\ndueOn: 2026-04-30\nreason: 采购未完\n',
  );
  expect(story(updates(late)).at(-1)?.facts.at(-1)).toMatch(
    /^逾期后批准：批准前已逾期\d+天，照计$/u,
  );
});

test('内部才有的：理由、说明、经办；公开站一样没有', () => {
  const changes = updates(
    report('started', '2026-03-10', 'note: 已联系\nreporter: 股长\n'),
    submitted,
    report('returned', '2026-03-21', 'reason: 截图看不清\n'),
  );
  expect(story(changes).map(({ inside }) => inside)).toEqual([
    [],
    ['进展说明：已联系', '填报人：股长'],
    [],
    ['理由：截图看不清'],
  ]);
  expect(story(changes, 'public').every(({ inside }) => inside.length === 0)).toBe(true);
});

test('不计入的一步，内部写明缘由，公开站没有', () => {
  const changes = updates(report('accepted', '2026-03-10'));
  expect(story(changes).at(-1)?.inside.join()).toContain('不计入：');
  expect(story(changes, 'public').map(({ what }) => what)).toEqual(['列入清单']);
});

test('合并即验收的，说是经审核验收', () => {
  const words = { before: '待整改', after: '已销号' };
  expect(stepName({ action: 'submitted', words })).toContain('验收合格');
  expect(stepName({ action: 'submitted', words: { ...words, after: '待审核' } })).toBe('申请验收');
  expect(isMergedAcceptance({ action: 'accepted', words })).toBe(false);
});

test('合并即销号的：写明谁收的；没有收件记录的直说不知道，写当天在任的审核员；写了收件人的照写', () => {
  const merging = {
    'campaigns/zx.yaml': `${open['campaigns/zx.yaml']}closing: { policy: merge, publicityDays: 0 }\n`,
  };
  const changes = { ...merging, ...updates(submitted) };
  const unknown = story(changes).at(-1)!;
  expect(unknown.what).toBe('申请验收，经审核，验收合格');
  expect(unknown.inside.filter((one) => one.startsWith('收件即验收'))).toEqual([
    expect.stringMatching(/^收件即验收：没有收件记录，不知道是谁收的/u),
  ]);
  const noted = story({ ...merging, ...updates(`${submitted}receivedBy: 值班员\n`) }).at(-1)!;
  expect(noted.inside).toContain('收件人（收件即验收）：值班员');
  expect(noted.inside.join()).not.toContain('没有收件记录');
  expect(story(changes, 'public').at(-1)?.inside).toEqual([]);
});
