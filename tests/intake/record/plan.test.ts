/** 导入方案: a list as a whole — the campaigns of its rows, what keeps it from being written, what it leaves. (虚构) */
import { expect, test } from 'vitest';
import { questionKey } from '../../../src/intake/inquiry/question.ts';
import { columnNamesOf } from '../../../src/intake/record/papers.ts';
import { type ImportPlan, planImport } from '../../../src/intake/record/plan.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import { type Changes, checkSmall, small } from '../../ledger/small.ts';
import { csvOf } from '../papers.ts';

const COLUMNS = `columns:
  - { id: row, names: [序号] }
  - { id: listed, names: [账号名称] }
  - { id: host, names: [主办单位] }
  - { id: finding, names: [存在问题] }
  - { id: measures, names: [整改措施] }
  - { id: deadline, names: [整改时限] }
  - { id: campaign, names: [专项] }
`;
const HEAD = ['序号', '账号名称', '主办单位', '存在问题', '整改措施', '整改时限'];
const row = (number: string, more: Partial<Record<number, string>> = {}, campaign?: string) => [
  ...[
    number,
    '微信公众号：甲街道发布',
    '示例区甲街道办事处',
    '更新不及时',
    '及时更新',
    '2026年6月30日',
  ].map((text, index) => more[index] ?? text),
  ...(campaign === undefined ? [] : [campaign]),
];
interface Given {
  changes?: Changes;
  head?: string[];
  given?: Record<string, string>;
  said?: { campaign?: string };
}
async function plan(
  rows: string[][],
  { changes = {}, head = HEAD, given = {}, said = { campaign: 'zx' } }: Given = {},
): Promise<ImportPlan> {
  const { ledger } = checkSmall({ 'vocabulary/columns.yaml': COLUMNS, ...changes });
  if (ledger === undefined) throw new Error('no ledger');
  const names = columnNamesOf(ledger);
  const bytes = csvOf.utf8({
    above: ['示例区问题清单', '填表日期：2026年6月1日'],
    rows: [head, ...rows],
  });
  const reading = await readPaper('清单.csv', bytes, (one) => names.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(reading.refusal.problem);
  const answers = new Map(
    Object.entries({ origin: 'district', ...given }).map(([key, answer]) => {
      const at = key.indexOf(' ');
      const [ask, text] = at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
      return [questionKey(ask as Parameters<typeof questionKey>[0], text), [answer]] as const;
    }),
  );
  const texts = new Map([['vocabulary/columns.yaml', new TextEncoder().encode(COLUMNS)]]);
  return planImport([reading.paper], ledger, said, answers, texts);
}
const asks = (one: ImportPlan) => one.questions.map(({ ask, text }) => `${ask} ${text}`.trim());

test('没有要问的，写出文件：专项、日期照清单', async () => {
  const made = await plan([row('2')]);
  expect(asks(made)).toEqual([]);
  expect([made.campaign, made.listedOn]).toEqual(['zx', '2026-06-01']);
  expect([...made.files.keys()]).toEqual(['issues/zx/zx-02.yaml']);
  expect(made.absent.map(({ id }) => id)).toEqual(['zx-01']);
});

test('有一处要问，一个文件也不写', async () => {
  const made = await plan([row('2'), row('3', { 3: '栏目荒废' })]);
  expect(asks(made)).toEqual(['problems 栏目荒废']);
  expect(made.files.size).toBe(0);
  expect(made.rows).toHaveLength(2);
});

test('栏名没有弄清以前，一行也不读；答了的记进栏名的词典', async () => {
  const head = [...HEAD.slice(0, 3), '情况描述甲', ...HEAD.slice(4)];
  const open = await plan([row('2')], { head });
  if (open.questions.some(({ ask }) => ask === 'column')) expect(open.files.size).toBe(0);
  const answered = await plan([row('2')], { head, given: { 'column 情况描述甲': 'finding' } });
  expect(asks(answered)).toEqual([]);
  expect(answered.files.get('vocabulary/columns.yaml')).toContain('情况描述甲');
});

test('只有一个专项名的，就是清单的专项；几个的各归各，没有写的归清单的', async () => {
  const head = [...HEAD, '专项'];
  const two = {
    'campaigns/zy.yaml': (small['campaigns/zx.yaml'] ?? '').replace('示例专项', '另一专项'),
  };
  const made = await plan([row('2', {}, '示例专项'), row('1', {}, '另一专项')], {
    head,
    changes: two,
  });
  expect([...made.files.keys()].toSorted()).toEqual([
    'issues/zx/zx-02.yaml',
    'issues/zy/zy-01.yaml',
  ]);
  const one = await plan([row('2', {}, '示例专项'), row('3', { 3: '制度不完善' }, '示例专项')], {
    head,
  });
  expect([...one.files.keys()]).toEqual(['issues/zx/zx-02.yaml', 'issues/zx/zx-03.yaml']);
});

test('和台账里一样的不写；没有发现问题的行不算问题', async () => {
  const same = await plan([row('1', { 5: '3月底' })]);
  expect(same.absent).toEqual([]);
  const none = await plan([row('1', { 3: '未发现问题', 4: '', 5: '' })]);
  expect([none.nothingFound, none.rows, none.questions, none.files.size]).toEqual([1, [], [], 0]);
});
