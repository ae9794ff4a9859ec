/** 写出的文件: what a plan writes, changed where it stands, and the titles that somebody explained. (虚构) */
import { expect, test } from 'vitest';
import { columnsText, planFiles } from '../../../src/intake/record/plan-files.ts';
import type { PlannedRow } from '../../../src/intake/record/planned.ts';
import type { ColumnId } from '../../../src/schema/vocabulary.ts';
import { checkSmall, small } from '../../ledger/small.ts';
import { knownOf } from './row/rows.ts';

const PATH = 'issues/zx/zx-01.yaml';
const known = knownOf();
const { ledger } = checkSmall({
  'vocabulary/columns.yaml':
    'columns:\n  - { id: row, names: [序号] }\n  - { id: finding, names: [存在问题] }\n',
});
const prior = ledger?.issues.get('zx-01');
const bytes = (text: string) => new TextEncoder().encode(text);
function row(more: Partial<PlannedRow>): PlannedRow {
  const { id: _id, path: _path, ...record } = prior ?? { id: '', path: '' };
  return {
    status: 'new',
    issue: 'zx-02',
    record,
    prior: undefined,
    differences: [],
    ...more,
  } as unknown as PlannedRow;
}
const files = (rows: PlannedRow[], texts = new Map<string, Uint8Array>(), who = known) =>
  planFiles(rows, [], who, texts);

test('新的一份新写；没有变的、还问着的不写', () => {
  expect([...files([row({})]).keys()]).toEqual(['issues/zx/zx-02.yaml']);
  expect(files([row({ status: 'unchanged' }), row({ record: undefined })]).size).toBe(0);
});

const changed = row({
  status: 'changed',
  prior,
  record: { ...row({}).record, finding: '未备案' },
  differences: [{ field: 'finding', was: '更新不及时', now: '未备案' }],
} as unknown as Partial<PlannedRow>);

test('有变的改在原来的文件里，注释和没有变的行都留着', () => {
  const text = `# 手写的说明\n${small[PATH] ?? ''}`;
  const written = files([changed], new Map([[PATH, bytes(text)]])).get(PATH) ?? '';
  expect(written).toContain('# 手写的说明');
  expect(written).toContain('finding: 未备案');
  expect(written.split('\n').filter((line, at) => line !== text.split('\n')[at])).toHaveLength(1);
});

test('原来的文件不在手边的，整份写在原来的路径上', () => {
  expect([...files([changed]).keys()]).toEqual([PATH]);
});

test('多出来的读法记进去', () => {
  const readings = [{ field: 'problems', note: '经确认' }];
  const more = { ...changed, record: { ...changed.record, readings } } as unknown as PlannedRow;
  expect(files([more], new Map([[PATH, bytes(small[PATH] ?? '')]])).get(PATH)).toContain('经确认');
});

test('新的单位、账号、专项先写', () => {
  const fresh = knownOf();
  fresh.addUnit('yi', {
    name: '示例区乙局',
    aliases: [],
    kind: 'department',
    members: [],
    contacts: [],
  });
  fresh.addAccount('yi-weibo', {
    kind: 'new-media',
    unit: 'yi',
    name: '乙微博',
    aliases: [],
    platform: 'weibo',
  });
  const { id: _id, path: _path, ...campaign } = ledger!.campaigns.get('zx')!;
  const made = planFiles(
    [row({})],
    [{ id: 'zy', fresh: campaign }, { id: 'zx' }],
    fresh,
    new Map(),
  );
  expect([...made.keys()]).toEqual([
    'units/yi.yaml',
    'accounts/yi/yi-weibo.yaml',
    'campaigns/zy.yaml',
    'issues/zx/zx-02.yaml',
  ]);
});

const columns = (learned: [string, ColumnId][], text?: string) => {
  if (ledger === undefined) throw new Error('no ledger');
  const source =
    text ?? 'columns:\n  - { id: row, names: [序号] }\n  - { id: finding, names: [存在问题] }\n';
  return columnsText(
    new Map(learned),
    ledger,
    new Map(text === '' ? [] : [['vocabulary/columns.yaml', bytes(source)]]),
  );
};

test('学会的栏名加在它那一栏；已有的、不在词典里的不动', () => {
  expect(
    columns([
      ['情况', 'finding'],
      ['编号', 'row'],
    ])?.[1],
  ).toMatch(/names: \[ ?序号, 编号 ?\][\s\S]*names: \[ ?存在问题, 情况 ?\]/u);
  expect(columns([['存在问题', 'finding']])).toBeUndefined();
  expect(columns([['谁', 'host']])).toBeUndefined();
  expect(columns([['情况', 'finding']], '')).toBeUndefined();
});
