import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import { readYaml } from '../../../src/ledger/yaml/yaml.ts';
import { kindOfPath, layout, type LayoutKind } from '../../../src/schema/layout.ts';
import { shiliFolder } from '../../generator/fixture.ts';
import { recordOf } from '../arbitrary.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads a canonical text again, strictly. */
function again(kind: LayoutKind, text: string): unknown {
  const reading = readYaml('again.yaml', bytes(text));
  if (!reading.ok) throw new Error(`${JSON.stringify(reading.faults)}\n${text}`);
  return layout[kind].schema.parse(reading.value);
}

test.each(Object.keys(layout) as LayoutKind[])(
  '任意一条 %s 记录，写成规范文本再读，与原来相同，再写一遍也相同',
  (kind) => {
    fc.assert(
      fc.property(recordOf(layout[kind].schema), (record) => {
        const parsed = layout[kind].schema.parse(record) as object;
        const text = canonical(kind, parsed);
        expect(again(kind, text)).toEqual(parsed);
        expect(canonical(kind, again(kind, text) as object)).toBe(text);
      }),
      { numRuns: 40 },
    );
  },
);

test('演示台账的每个文件都是规范文本', () => {
  for (const entry of readdirSync(shiliFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name).slice(shiliFolder.length);
    const text = readFileSync(join(shiliFolder, path), 'utf8');
    const kind = kindOfPath(path)?.kind;
    if (!kind || (path.startsWith('vocabulary/') && kind !== 'timing')) continue;
    expect(canonical(kind, again(kind, text) as object), path).toBe(text);
  }
});

test('栏目按格式的次序，短的列表和小的组写在一行，日期不加引号', () => {
  const record = {
    reportedOn: '2026-03-20',
    evidence: [{ day: '2026-03-19', link: 'https://mp.example/s/a' }],
    action: 'submitted',
    issue: 'zx-01',
    note: '备注: 有冒号',
  };
  expect(canonical('update', record)).toBe(
    `issue: zx-01
action: submitted
reportedOn: 2026-03-20
note: '备注: 有冒号'
evidence: [{ link: https://mp.example/s/a, day: 2026-03-19 }]
`,
  );
});

test('一行放不下的分行写，多段文字用“|-”', () => {
  const record = {
    issue: 'zx-01',
    action: 'progress',
    reportedOn: '2026-03-20',
    note: '第一段\n\n第二段',
    evidence: [
      {
        stored: { name: '文件.pdf', sha256: 'a'.repeat(64), size: 1, where: '档案柜' },
        what: '文件',
      },
    ],
  };
  expect(canonical('update', record)).toBe(
    `issue: zx-01
action: progress
reportedOn: 2026-03-20
note: |-
  第一段

  第二段
evidence:
  - stored:
      name: 文件.pdf
      sha256: ${'a'.repeat(64)}
      size: 1
      where: 档案柜
    what: 文件
`,
  );
});

test('格式里没有的栏目不会悄悄丢掉', () => {
  expect(() => canonical('unit', { name: '甲', kind: 'street', colour: '红' })).toThrow('colour');
});
