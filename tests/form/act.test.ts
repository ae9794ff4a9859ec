/** 填报页问什么: whatever an act asks for is a field of its record, and what it must have is asked for. */
import { describe, expect, test } from 'vitest';
import { actsOf, findingAct, officeActs, registerActs } from '../../src/form/act.ts';
import { unitActions } from '../../src/text/terms.ts';
import { recordOf } from '../../src/form/filled.ts';
import { recordFiles } from '../../src/form/submitted.ts';
import type { FormField } from '../../src/form/field.ts';
import { sentenceOf } from '../../src/form/sentence.ts';
import { sliceOf } from '../../src/form/slice/slice.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { readRecord } from '../../src/ledger/record.ts';
import { actions, registrations } from '../../src/text/terms.ts';

const ledger = openLedger('tests/fixtures/shili');
const all = [...unitActions, ...officeActs];

/** What a person types who fills in only what must be. */
function typed({ kind, options }: FormField): string {
  if (kind === 'day') return '2026-06-15';
  if (kind === 'number') return '2';
  if (kind === 'yes-no') return 'true';
  return options?.[0]?.value ?? '写明';
}

function least(fields: readonly FormField[]): Record<string, unknown> {
  const needed = fields.filter(({ required }) => required);
  return recordOf(fields, Object.fromEntries(needed.map((one) => [one.path, typed(one)])));
}

test('拟办人写姓名和职务，不写账户；专项写明为什么没有；不提仓库', () => {
  const drafter = actsOf(ledger, all)
    .flatMap(({ fields }) => fields)
    .find(({ path }) => path === 'drafter');
  expect(drafter?.options).toContainEqual({
    value: 'leader-1',
    label: '李示例，分管副主任（示例）',
  });
  const campaign = findingAct([]).fields.find(({ path }) => path === 'campaign');
  expect(campaign?.hint).toContain('没有结项');
  const hints = [...actsOf(ledger, all), findingAct([])].flatMap(({ fields }) =>
    fields.flatMap(({ hint = '' }) => hint),
  );
  expect(hints.join('')).not.toContain('仓库');
});

test('进展说明不是随便可不填：不交材料的必填，下面写明延期怎样算', () => {
  const note = (action: 'progress' | 'submitted') =>
    actsOf(ledger, [action])[0]!.fields.find(({ path }) => path === 'note')!;
  expect(note('progress').leave).toBe('不交材料的必填');
  expect(note('progress').hint).toContain('晚于现截止日');
  expect(note('submitted').leave).toBeUndefined();
});

describe('每一格下面都有一句话', () => {
  const steps = Object.keys(registrations) as (keyof typeof registrations)[];
  test.each([...actsOf(ledger, all), ...registerActs(ledger, steps), findingAct([])])(
    '$title',
    ({ fields }) => {
      const bare = fields.filter(({ hint, kind }) => hint === undefined && kind !== 'evidence');
      expect(bare.map(({ label }) => label)).toEqual([]);
    },
  );
});

describe('事项', () => {
  test('每种事项都有，只填必填的就合格式', () => {
    expect(all.toSorted()).toEqual(Object.keys(actions).toSorted());
    const [issue] = [...ledger.issues.keys()];
    for (const { action, fields } of actsOf(ledger, all)) {
      const value = { issue, action, ...least(fields) };
      const path = `updates/x/${String(issue)}/20260615-090000-abc.yaml`;
      const [file] = recordFiles([{ kind: 'update', path, value }], new Map());
      expect([action, readRecord(path, 'update', file!.bytes)]).toMatchObject([
        action,
        { ok: true },
      ]);
    }
  });

  test('决定要写理由，核销要写文号；公开仓库里没有内部栏目，理由写在公开说明里', () => {
    const required = (of: typeof ledger, action: 'returned' | 'confirmedAbove'): string[] =>
      actsOf(of, [action])[0]!.fields.flatMap(({ path, required: is }) => (is ? [path] : []));
    expect(required(ledger, 'returned')).toContain('reason');
    expect(required(ledger, 'confirmedAbove')).toContain('document');
    const open = { ...ledger, site: { ...ledger.site, repository: 'public' as const } };
    expect(required(open, 'returned')).toContain('publicNote');
    const paths = actsOf(open, all).flatMap(({ fields }) => fields.map(({ path }) => path));
    for (const inside of ['note', 'reason', 'document']) expect(paths).not.toContain(inside);
  });

  test('先问做了什么和佐证，日期在后；名称和说明来自格式', () => {
    const [submitted] = actsOf(ledger, ['submitted']);
    expect(submitted?.fields.map(({ path, label }) => `${path} ${label}`)).toEqual([
      'note 进展说明',
      'evidence 佐证材料',
      'completedOn 完成日期',
      'reportedOn 报告日期',
    ]);
  });
});

describe('填好的记录', () => {
  const fields: FormField[] = [
    { path: 'name', label: '名称', required: true, kind: 'line' },
    { path: 'aliases', label: '别名', required: false, kind: 'lines' },
    { path: 'deadline.kind', label: '时限', required: true, kind: 'choice' },
    { path: 'units', label: '单位', required: false, kind: 'choices' },
    { path: 'row', label: '序号', required: true, kind: 'number' },
    { path: 'held', label: '保持', required: true, kind: 'yes-no' },
  ];

  test('空的不写，首尾空格不写，分行的成列表，数字成数字', () => {
    const values = {
      name: ' 甲 ',
      aliases: '乙\r\n\n 丙 ',
      'deadline.kind': 'fixed',
      units: ['a', 'b'],
      row: '3',
      held: 'false',
      strange: 'x',
    };
    expect(recordOf(fields, values)).toEqual({
      name: '甲',
      aliases: ['乙', '丙'],
      deadline: { kind: 'fixed' },
      units: ['a', 'b'],
      row: 3,
      held: false,
    });
    expect(recordOf(fields, { name: ' ', units: [], row: '三' })).toEqual({ row: '三' });
  });
});

describe('说法', () => {
  test('文件里的栏名换成页面上的', () => {
    const names = new Map([['reportedOn', '报告日期']]);
    const said = { message: '“reportedOn”（报告日期）的值 “x” 不对', remedy: '请核对 reportedOn' };
    expect(sentenceOf(said, names)).toBe('“报告日期”的值 “x” 不对：请核对“报告日期”');
  });
});

describe('一页的台账', () => {
  test('没有联系人、来源和存疑；只有这些问题和它们要用的', () => {
    const [issue] = [...ledger.issues.values()];
    const slice = sliceOf(ledger, [issue!.id]);
    expect(slice.issues.map(({ id }) => id)).toEqual([issue!.id]);
    const text = JSON.stringify(sliceOf(ledger, [...ledger.issues.keys()], true));
    for (const key of ['"source":', '"readings":']) expect(text).not.toContain(key);
    expect(text).not.toMatch(/"contacts":\[\{/u);
  });
});
