/** 清单进来 at the desk: read and asked about, nothing written before all is answered; then what was shown, as one branch. (示例区，虚构) */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ListDesk, listRequest, type Preview } from '../../../../scripts/site/desk/list-desk.ts';
import { officeClone, type OfficeClone } from './office-clone.ts';

const COLUMNS = `columns:
  - { id: row, names: [序号] }
  - { id: listed, names: [账号名称] }
  - { id: host, names: [主办单位] }
  - { id: finding, names: [存在问题] }
  - { id: measures, names: [整改措施] }
  - { id: deadline, names: [整改时限] }
`;
const HEAD = '序号,账号名称,主办单位,存在问题,整改措施,整改时限\n';
const LIST = `${HEAD}1,微信公众号：甲街道发布,甲街道,更新不及时,及时更新,2026年7月31日\n2,微信公众号：甲街道发布,丙局,更新不及时,及时更新,尽快\n`;

let office: OfficeClone;
let desk: ListDesk;
beforeAll(() => {
  office = officeClone({ 'content/vocabulary/columns.yaml': COLUMNS }, true);
  desk = new ListDesk(office.proposing);
});
afterAll(() => {
  office.remove();
});
const sent = (text: string, name = '清单.csv') => ({
  name,
  base64: Buffer.from(text).toString('base64'),
});
const said = { campaign: 'q2', listedOn: '2026-06-10' };
const give = (text: string, more: object = {}) =>
  desk.take({ files: [sent(text)], answers: [], ...said, ...more }, 'rev-1');
async function shown(text: string, more: object = {}): Promise<Preview> {
  const told = await give(text, more);
  if (!('seen' in told)) throw new Error(told.sentence);
  return told;
}

const answers = [
  { ask: 'campaign', text: '', answer: ['二季度检查问题清单'] },
  { ask: 'origin', text: '', answer: ['本级检查'] },
  { ask: 'unit', text: '丙局', answer: ['jia'] },
  { ask: 'deadline', text: '尽快', answer: ['立即整改'] },
] as const;
const branches = () => office.depot.git('for-each-ref', '--format=%(refname:short)', 'refs/heads');

test('要问的逐个列出，叫得出栏名、在哪一格；没有答完的不写', async () => {
  const told = await shown(LIST);
  expect(told.questions.map(({ name, text, places }) => [name, text, places])).toEqual([
    ['专项', '', ''],
    ['问题来源', '', '清单.csv'],
    ['单位', '丙局', '清单.csv · 第3行 · C'],
    ['整改时限', '尽快', '清单.csv · 第3行 · F'],
  ]);
  expect([told.open, told.records]).toEqual(['还有 4 处要确认，什么都没有写入。', '']);
  expect(told.rows[0]?.[0]).toBe('待确认 第1条：甲街道，微信公众号：甲街道发布，更新不及时');
  expect(await give(LIST, { seen: told.seen })).toMatchObject({
    ...{ status: 422, sentence: told.open },
  });
});

test('答完了写看过的那一份，整份一个分支；预览以后变了的不写', async () => {
  const ready = await shown(LIST, { answers });
  expect([ready.open, ready.records, ready.questions]).toEqual(['', '专项 1 个、问题 2 个', []]);
  const { seen } = ready;
  const other = answers.map((one) => (one.ask === 'deadline' ? { ...one, answer: ['存疑'] } : one));
  expect(await give(LIST, { answers: other, seen })).toMatchObject({ status: 409 });
  expect(branches()).toBe('main');
  const branch = `import/q2-${seen.slice(0, 8)}`;
  expect(await give(LIST, { answers, seen })).toMatchObject({
    ...{ status: 201, sentence: `已推送，待审核（${branch}）` },
  });
  expect(office.depot.git('show', '--name-only', '--format=%s', branch)).toBe(
    '导入清单：新增 2 条、改动 0 条（q2）\n\ncontent/campaigns/q2.yaml\ncontent/issues/q2/q2-01.yaml\ncontent/issues/q2/q2-02.yaml',
  );
  // Taken in, the same list changes nothing.
  const { depot, first } = office;
  depot.branch('main', depot.git('rev-parse', branch));
  const again = await shown(LIST, { answers });
  expect([again.records, again.open]).toEqual(['', '']);
  expect(await give(LIST, { answers, seen: again.seen })).toMatchObject({
    ...{ status: 422, sentence: '没有新增或改动，什么都没有写入。' },
  });
  depot.branch('main', first);
});

test('栏名的新叫法由管理员登记：审核员答了的这次用，不写进栏名表', async () => {
  const strange = LIST.replace('存在问题', '毛病所在');
  const asked = await shown(strange, { answers });
  expect(asked.questions.map(({ ask }) => ask)).toContain('column');
  const column = { ask: 'column', text: '毛病所在', answer: ['存在问题'] };
  const told = await shown(strange, { answers: [...answers, column] });
  expect([told.open, told.records]).toEqual(['', '专项 1 个、问题 2 个']);
  expect(told.words.at(-1)).toContain('栏名的新叫法不写进栏名表（由管理员登记）');
});

test('读不出清单的、专项编号不能用的，说明白；没有读的文件说哪个', async () => {
  const none = await give('今天天气很好。');
  expect(none).toMatchObject({ status: 422, sentence: expect.stringContaining('没有读出清单') });
  expect(await give(LIST, { campaign: '二季度' })).toMatchObject({
    ...{ status: 422, sentence: expect.stringContaining('专项编号只用小写字母') },
  });
  const mixed = await shown('', { files: [sent(LIST), sent('', '../清单.csv')], answers });
  expect(mixed.words.join('\n')).toContain('../清单.csv 没有读：文件名不能用');
  expect(mixed.open).not.toBe('');
});

test('命令的选项在页上是一格', async () => {
  const told = await shown(LIST.replace('2026年7月31日', '7月31日'), { listedOn: undefined });
  const words = [...told.words, ...told.questions.map(({ message }) => message)].join('\n');
  expect(words).not.toMatch(/--[a-z]/u);
  expect(words).toContain('写在上面“填表日期”一格');
});

test('格子里不能写别的', () => {
  const isTaken = (more: object) =>
    listRequest.safeParse({ files: [sent(LIST)], answers: [], ...said, ...more }).success;
  expect(isTaken({ answers })).toBe(true);
  for (const more of [
    { files: [] },
    { listedOn: '2026-02-30' },
    { answers: [{ ask: '别的', text: '', answer: ['a'] }] },
    { answers: [{ ask: 'unit', text: '', answer: [''] }] },
    { seen: 'main' },
    { as: 'rev-2' },
  ])
    expect([more, isTaken(more)]).toEqual([more, false]);
});
