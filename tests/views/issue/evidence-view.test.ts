/** 佐证材料: what each site shows of a piece, and why a file is gone. */
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/schema/field.ts';
import { faceOf } from '../../../src/views/face.ts';
import { evidenceViews, shownEvidence } from '../../../src/views/issue/evidence-view.ts';
import { checkSmall, report, swap } from '../../ledger/small.ts';

const SUM = 'a'.repeat(64);
const ON = '2026-03-20';
const pieces = `evidence:
  - { link: 'https://mp.example/s/a', what: 首页, day: 2026-03-19, public: true }
  - { number: 示办发〔2026〕3号 }
  - { file: 截图-2026-03-20-1.png, public: true }
  - { file: 截图-2026-03-20-2.png }
  - { file: 截图-2026-03-20-3.png, public: true }
  - { stored: { name: 录屏.mp4, sha256: ${SUM}, size: 2500000, where: 办公室电脑 }, public: true }
`;
const { ledger, faults } = checkSmall({
  ...swap('campaigns/zx.yaml', 'office: ban', 'office: ban\npublication: { level: list }'),
  'updates/zx/zx-01/20260320-100000-abc.yaml': report('submitted', ON, pieces),
  'evidence/zx-01/截图-2026-03-20-1.png': new Uint8Array([1]),
  'evidence/zx-01/截图-2026-03-20-2.png': new Uint8Array([2]),
  'evidence/removed.yaml': `removed:
  - { file: zx-01/截图-2026-03-20-3.png, sha256: ${SUM}, removedOn: 2026-04-01, reason: 有手机号 }
`,
});
const at = (audience: Audience) => {
  if (ledger === undefined) throw new Error(faults.map(({ message }) => message).join());
  const face = faceOf(ledger, '2026-06-15', audience, undefined, (file) => `hash of ${file}`);
  const [update] = face.ledger.updates.get('zx-01') ?? [];
  return { face, views: evidenceViews(face, 'zx-01', update?.evidence ?? []) };
};

test('内部站六样都有，各写各的', () => {
  expect(at('internal').views.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
    '链接 https://mp.example/s/a',
    '编号 示办发〔2026〕3号',
    '文件 截图-2026-03-20-1.png',
    '文件 截图-2026-03-20-2.png',
    '文件 截图-2026-03-20-3.png',
    '另存文件 录屏.mp4（2.4 MB，存于办公室电脑）',
  ]);
});

test('公开站只有可公开的，不说存在哪里，没有校验值', () => {
  const { views } = at('public');
  expect(views.map(({ words }) => words)).toEqual([
    'https://mp.example/s/a',
    '截图-2026-03-20-1.png',
    '截图-2026-03-20-3.png',
    '录屏.mp4',
  ]);
  expect(views.map(({ sha256 }) => sha256)).toEqual(Array.from({ length: 4 }));
});

test('链接就是地址，在的文件有地址，不在的没有', () => {
  const [link, number, file, , gone, stored] = at('internal').views.map(({ href }) => href);
  expect(link).toBe('https://mp.example/s/a');
  expect(file).toContain('zx-01/');
  expect([number, gone, stored]).toEqual([undefined, undefined, undefined]);
});

test('移除的说移除，内部说为什么；校验值照留', () => {
  const gone = (audience: Audience, place: number) => at(audience).views[place];
  expect(gone('internal', 4)).toMatchObject({ removed: '已移除：有手机号', sha256: SUM });
  expect(gone('public', 2)).toMatchObject({ removed: '已移除', sha256: undefined });
  expect(at('internal').views.map(({ sha256 }) => sha256)).toEqual([
    undefined,
    undefined,
    'hash of zx-01/截图-2026-03-20-1.png',
    'hash of zx-01/截图-2026-03-20-2.png',
    SUM,
    SUM,
  ]);
  expect(gone('internal', 0)?.removed).toBeUndefined();
});

test('随站发布的文件：在的，公开站只有可公开的', () => {
  expect(shownEvidence(at('internal').face)).toEqual([
    'zx-01/截图-2026-03-20-1.png',
    'zx-01/截图-2026-03-20-2.png',
  ]);
  expect(shownEvidence(at('public').face)).toEqual(['zx-01/截图-2026-03-20-1.png']);
});
