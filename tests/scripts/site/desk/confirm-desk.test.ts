/** 上级核销 at the desk: what a paper confirms, what is asked about it, and what keeps it from being written. (示例区，虚构) */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfirmDesk, confirmRequest } from '../../../../scripts/site/desk/confirm-desk.ts';
import type { Preview } from '../../../../scripts/site/desk/list-desk.ts';
import { report, small, submitted } from '../../../ledger/small.ts';
import { officeClone, type OfficeClone, staffed } from './office-clone.ts';

const JIA = '序号4 甲街道发布（zx-04）';
const LAST = '序号8 甲街道发布（zx-08）';
const COLUMNS = 'content/vocabulary/columns.yaml';

/** What the level above assigned: 04, 05 and 08 wait for its word, 06 has it, 07 is not accepted yet. */
function assigned(): Record<string, string> {
  const issue = (row: number, more: (text: string) => string = (text) => text) => [
    `content/issues/zx/zx-0${String(row)}.yaml`,
    more(
      (small['issues/zx/zx-01.yaml'] ?? '')
        .replace('row: 1', `row: ${String(row)}`)
        .replace('origin: self-check', 'origin: city'),
    ),
  ];
  const steps = [
    submitted,
    report('accepted', '2026-03-21'),
    report(
      'confirmedAbove',
      '2026-03-23',
      'confirmedOn: 2026-03-22\ndocument: 示例销〔2026〕0号\n',
    ),
  ];
  const done = (row: number, count: number) =>
    steps
      .slice(0, count)
      .map((text, at) => [
        `content/updates/zx/zx-0${String(row)}/2026032${String(at)}-090000-abc.yaml`,
        text.replace('zx-01', `zx-0${String(row)}`),
      ]);
  return Object.fromEntries([
    [
      COLUMNS,
      'columns:\n  - { id: row, names: [编号] }\n  - { id: name, names: [账号名称] }\n  - { id: finding, names: [存在问题] }\n',
    ],
    [
      'content/accounts/jia/jia-weibo.yaml',
      'kind: new-media\nunit: jia\nname: 甲街道微博\nplatform: weibo\n',
    ],
    ...[4, 6, 7, 8].map((row) => issue(row)),
    issue(5, (text) =>
      text.replace('jia-wechat', 'jia-weibo').replace('微信公众号：甲街道发布', '微博：甲街道微博'),
    ),
    ...done(4, 2),
    ...done(5, 2),
    ...done(6, 3),
    ...done(8, 2),
  ] as [string, string][]);
}

let office: OfficeClone;
let desk: ConfirmDesk;
beforeAll(() => {
  office = officeClone(assigned(), true);
  desk = new ConfirmDesk(office.proposing);
});
afterAll(() => {
  office.remove();
});

const sent = (text: string, name = '核销名单.txt') => ({
  name,
  base64: Buffer.from(text).toString('base64'),
});
const paper = (text: string, more: object = {}) => ({
  files: [sent(text)],
  answers: [],
  ...{ document: '示例销〔2026〕1号', confirmedOn: '2026-06-08' },
  ...more,
});
async function shown(text: string, more: object = {}): Promise<Preview> {
  const told = await desk.take(paper(text, more), 'rev-1');
  if (!('seen' in told)) throw new Error(told.sentence);
  return told;
}
const answered = (text: string, answer: string) => ({
  ask: 'same' as const,
  text,
  answer: [answer],
});

test('认得的就是那个问题，写了两行的还是一个；认不准的问；核销过的略过；没有验收的不能核销', async () => {
  const told = await shown(
    'zx-04\n8. 甲街道发布\n4. 甲街道发布\n1. 甲街道发布\n99. 别处的账号\nzx-06\nzx-07\n',
  );
  expect(told.rows).toEqual([
    [`核销 ${JIA}`, '更新不及时'],
    [`核销 ${LAST}`, '更新不及时'],
  ]);
  expect([told.records, told.words]).toEqual([
    '核销 2 个',
    ['名单里读出 7 行，要核销 2 个问题', '已经登记过核销，略过：序号6 甲街道发布（zx-06）'],
  ]);
  // What may be meant, where it is one of several, else all that waits; and to leave it out.
  expect(
    told.questions.map(({ message, candidates }) => [
      message,
      ...candidates.map(({ answer }) => answer),
    ]),
  ).toEqual([
    ['可能是几个问题中的一个', 'zx-04', 'zx-08', '无'],
    ['认不出是哪个问题', 'zx-04', 'zx-05', 'zx-08', '无'],
  ]);
  expect(told.open).toBe(
    '还有 2 处要确认。zx-07 待整改，本轮没有验收，不能核销：先登记“验收”，或从名单里去掉。什么都没有写入。',
  );
});

test('答了的照答的；略过的不再问，认得的也可以略过；答的不是上级交办的，再问', async () => {
  const lines = ['97. 别处的账号', '98. 别处的账号', '99. 别处的账号', 'zx-04'];
  const answers = ['zx-05', '无', 'zx-01', '无'].map((answer, at) =>
    answered(`核销名单.txt · 正文 · 第${String(at + 1)}行 ${lines[at] ?? ''}`, answer),
  );
  const told = await shown(lines.join('\n'), { answers });
  expect(told.rows).toEqual([['核销 序号5 甲街道微博（zx-05）', '更新不及时']]);
  expect(told.questions.map(({ message }) => message)).toEqual(['“zx-01”不是上级交办的问题']);
});

test('表格照栏名读；有文件没有读的、少了文号和日期的，都说明，不写', async () => {
  const told = await shown('', {
    files: [
      sent('编号,账号名称,存在问题\n8,甲街道发布,更新不及时\n', '名单.csv'),
      sent('不是表格', '名单.xlsx'),
      sent('zx-05\n', '../名单.txt'),
    ],
    ...{ document: '', confirmedOn: undefined },
  });
  expect(told.rows).toEqual([[`核销 ${LAST}`, '更新不及时']]);
  expect(told.open).toBe(
    '还没有写核销文号、核销日期。有文件没有读，去掉它，或改好再来。什么都没有写入。',
  );
  expect(told.words.slice(1)).toEqual([
    expect.stringMatching(/^名单\.xlsx 没有读：/u),
    expect.stringMatching(/^\.\.\/名单\.txt：文件名不能用，没有读 → /u),
  ]);
});

test('公开的台账不写文号，写了也不算；没有栏名的台账照样读文字', async () => {
  const { depot, first } = office;
  const settings = staffed()['content/site.yaml'] ?? '';
  const isOpen = {
    [COLUMNS]: null,
    'content/site.yaml': settings.replace('repository: internal', 'repository: public'),
  };
  depot.branch('main', depot.commit(first, isOpen));
  const open = await shown('zx-04\n', { document: undefined });
  const numbered = await shown('zx-04\n');
  depot.branch('main', first);
  expect([open.open, open.rows.length]).toEqual(['', 1]);
  expect(numbered.seen).toBe(open.seen);
});

test('看过的那一份才写：有没办的、没有可写的、变了的都不写；写成一个分支，注明由审核员录入', async () => {
  const { seen } = await shown('zx-04\n');
  const write = (text: string, more: object = {}) =>
    desk.take(paper(text, { seen, ...more }), 'rev-1');
  expect(await write('zx-07\n')).toMatchObject({
    ...{ status: 422, sentence: expect.stringContaining('本轮没有验收') },
  });
  expect(await write('zx-06\n')).toMatchObject({ sentence: '没有要核销的，什么都没有写入。' });
  expect(await write('zx-04\n', { confirmedOn: '2026-06-09' })).toMatchObject({ status: 409 });
  const { depot } = office;
  expect(depot.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  const branch = `confirm/2026-06-15-${seen.slice(0, 8)}`;
  expect(await write('zx-04\n')).toMatchObject({
    ...{ status: 201, sentence: `已推送，待审核（${branch}）` },
  });
  expect(depot.git('show', '--format=%s', branch)).toMatch(
    /^上级核销 1 个问题\n[\s\S]*\+action: confirmedAbove\n\+reportedOn: 2026-06-15\n\+confirmedOn: 2026-06-08\n\+document: 示例销〔2026〕1号\n\+receivedBy: 审核员/u,
  );
});

test('不是审核员的不能；格子里不能写别的', async () => {
  expect(await desk.take(paper('zx-04\n'), 'clerk-jia')).toMatchObject({ status: 403 });
  const isTaken = (more: object) => confirmRequest.safeParse(paper('zx-04\n', more)).success;
  expect([{}, { document: undefined }].map(isTaken)).toEqual([true, true]);
  const strange = [
    { files: [] },
    { document: '第一行\n第二行' },
    { confirmedOn: '2026-02-30' },
    { seen: 'main' },
    { as: 'rev-2' },
    { answers: [{ ask: 'other', text: 'a', answer: ['无'] }] },
    { answers: [{ ask: 'same', text: 'a', answer: [] }] },
  ];
  for (const more of strange) expect([more, isTaken(more)]).toEqual([more, false]);
});
