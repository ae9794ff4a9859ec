/** Whole lists of units and registers of accounts as new records: nothing twice, nothing guessed, nothing lost in silence. */
import { expect, test } from 'vitest';
import { questionKey } from '../../src/intake/inquiry/question.ts';
import { registerEntries } from '../../src/intake/register-entries.ts';
import { registerColumnOf, registerRows } from '../../src/intake/register-table.ts';
import { readText } from '../../src/paper/text.ts';
import { registerColumns } from '../../src/schema/registration.ts';
import { checkSmall, small } from '../ledger/small.ts';

const { columns } = registerColumns.parse({
  columns: [
    { id: 'name', names: ['账号名称'] },
    { id: 'unit', names: ['主办单位'] },
    { id: 'platform', names: ['平台'] },
    { id: 'address', names: ['网址'] },
    { id: 'state', names: ['状态'] },
    { id: 'filingNumber', names: ['备案编号'] },
  ],
});
const find = registerColumnOf(columns);
const { ledger } = checkSmall({
  'vocabulary/platforms.yaml': `${small['vocabulary/platforms.yaml'] ?? ''}  - { id: other, name: 其他 }\n`,
});
const head = '账号名称\t主办单位\t平台\t网址\t状态\t备案编号';

/** A row with all its cells: a short one would be read as a cell that goes on in the next line. */
const whole = (row: string): string => row + '\t'.repeat(5 - (row.split('\t').length - 1));

function enter(
  { units = [], rows = [] }: { units?: string[]; rows?: string[] },
  given = new Map<string, readonly string[]>(),
) {
  if (!ledger) throw new Error('no ledger');
  const paper = readText(
    '名册.txt',
    [head, ...rows.map(whole)].join('\n'),
    (name) => find(name) !== undefined,
  );
  const lists =
    units.length === 0
      ? []
      : [readText('名单.txt', units.join('\n'), (name) => name.includes('单位'))];
  return registerEntries(lists, registerRows([paper], columns), ledger, given, '2026-06-15');
}

test('新账号、新单位登记一次，编号是拼音，写明来自哪一行；同一行再有一次不重复', () => {
  const row = '沙河路发布\t示例区沙河路街道办事处\t公众号\thttps://a.example/\t正常\t示备9号';
  const { files, units, accounts, known } = enter({ rows: [row, row] });
  expect([units, accounts, known]).toEqual([1, 1, 1]);
  expect([...files.keys()].map((path) => path.replace(/\d{8}.*/u, '…'))).toEqual([
    'units/shahelu.yaml',
    'accounts/shahelu/shahelu-wechat.yaml',
    'registry/shahelu-wechat/…',
  ]);
  expect(files.get('accounts/shahelu/shahelu-wechat.yaml')).toContain('名册.txt');
  expect([...files.values()].at(-1)).toMatch(/state: normal\nfilingNumber: 示备9号/u);
});

test('一个单位同一平台两个账号：编号不重，都登记', () => {
  const rows = [
    '甲街道发布\t甲街道\t公众号',
    '甲街道便民\t甲街道\t公众号',
    '甲街道生活\t甲街道\t公众号',
  ];
  const { files, known } = enter({ rows });
  expect(known).toBe(1);
  expect([...files.keys()]).toEqual([
    'accounts/jia/jia-wechat-2.yaml',
    'accounts/jia/jia-wechat-3.yaml',
  ]);
});

test('没有主办单位的、网址不像的、状态不认得的，逐处说明；平台不认得的照原文记为其他', () => {
  const { files, notes } = enter({
    rows: ['无主\t\t公众号', '甲街道看点\t甲街道\t某某号\t见附件\t半停更'],
  });
  expect(notes).toEqual([
    '名册.txt · 正文 · 第2行 “无主”没有主办单位，没有登记 → 补上这一格再运行一次',
    '名册.txt · 正文 · 第3行 网址“见附件”不是网址，没有登记这一格',
    '名册.txt · 正文 · 第3行 状态“半停更”不认得，没有登记这一格',
  ]);
  expect([...files.values()][0]).toMatch(/platform: other\nsubtype: 某某号/u);
});

test('与已有单位相近的问，不猜；有一处没答，一个也不登记；答了照办', () => {
  const rows = ['甲街发布\t示例区甲街办\t公众号', '水务发布\t示例区水务局\t公众号'];
  const asked = enter({ rows });
  expect(asked.questions.map(({ ask, text }) => [ask, text])).toEqual([['unit', '示例区甲街办']]);
  expect(asked.files.size).toBe(0);
  const told = enter({ rows }, new Map([[questionKey('unit', '示例区甲街办'), ['jia']]]));
  expect([told.questions, told.units, told.accounts]).toEqual([[], 1, 2]);
});

test('单位名单里的简称记为别名，名册写简称也认得；合计、说明不是单位，电话不像的不记', () => {
  const units = [
    '序号\t单位名称\t简称\t办公电话',
    '1\t示例区丁水务局\t丁水局、区丁水局\t0000-1234567',
    '2\t示例区甲街道办事处\t\t',
    '合计\t2个\t\t',
  ];
  const made = enter({ units, rows: ['丁水\t丁水局\t公众号'] });
  expect([made.units, made.accounts, made.known, made.questions]).toEqual([1, 1, 1, []]);
  expect([...made.files.values()][0]).toMatch(
    /aliases: \[丁水局, 区丁水局\]\n[^]*phone: 0000-1234567|phone: '0000-1234567'/u,
  );
});

test('认不出表头的单位名单说明要什么栏名', () => {
  const { notes } = enter({ units: ['名目\t数', '示例区戊局\t1'] });
  expect(notes).toEqual([
    '名单.txt 没有读出单位：没有认得“单位名称”一栏的表头 → 把这一栏的栏名改成“单位名称”',
  ]);
});
