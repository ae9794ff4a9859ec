/** 佐证文件: what a proposal adds. */
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/review/file/evidence-file.ts';
import { LARGEST_FILE } from '../../../src/review/file/limits.ts';
import type { Case } from '../../../src/review/proposal/case.ts';
import { ledgerChange } from '../../../src/review/proposal/change.ts';
import { picture } from '../../generator/picture.ts';
import { type Changes, checkSmall, report } from '../../ledger/small.ts';
import { blobsWith } from '../blobs.ts';

const update = 'updates/zx-01/20260320-090000-aaa.yaml';
const naming = (...files: string[]) =>
  report(
    'progress',
    '2026-03-20',
    `note: 在改\nevidence:\n${files.map((file) => `  - { file: ${file} }\n`).join('')}`,
  );

/** What is read of the files that come in with reports; `before` lies in the ledger already. */
function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  before: Changes = {},
  taken: readonly string[] = [],
) {
  const { blobs, objects } = blobsWith(files);
  const changes = Object.entries(objects).map(([path, object]) =>
    ledgerChange(
      { path, before: undefined, after: { mode: '100644', object }, conflict: false },
      '',
    ),
  );
  const author = {
    account: 'a',
    reviewer: true,
    maintainer: false,
    robot: false,
    units: new Set<string>(),
    others: [],
  };
  const file: Case = {
    changes,
    people: [{ who: '提交人', posts: author }],
    author,
    today: '2026-03-21',
    merging: false,
    base: checkSmall(before).ledger!,
    merged: checkSmall({ ...before, ...files }).ledger!,
    blobs,
  };
  const known = new Map(taken.map((path) => [objects[path]!, 'zx-00/旧.png']));
  const { facts, faults } = readFiles(file, known);
  return {
    facts,
    told: faults.map((one) => `${one.file} ${one.rule} ${one.severity}`),
  };
}
const png = picture(1);
const at = 'evidence/zx-01/a.png';

test('报送写了的图片：收下，记下大小、类型和校验值', () => {
  const { facts, told } = read({ [at]: png, [update]: naming('a.png') });
  expect(told).toEqual([]);
  expect(facts).toEqual([
    {
      file: 'zx-01/a.png',
      size: png.length,
      type: 'png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/u),
    },
  ]);
});

test('没有一份报送写它：说出来', () => {
  expect(read({ [at]: png }).told).toEqual([expect.stringContaining(`${at} `)]);
});

test('内容不是图片的不收，类型不记', () => {
  const { facts, told } = read({ [at]: '<html>', [update]: naming('a.png') });
  expect(told).toContain(`${at} evidence-type fault`);
  expect(facts[0]?.type).toBeUndefined();
});

test('太大的一个只说太大，不读；别的照读', () => {
  const large = 'evidence/zx-01/b.png';
  const { facts, told } = read({
    [at]: png,
    [large]: new Uint8Array(LARGEST_FILE + 1),
    [update]: naming('a.png', 'b.png'),
  });
  expect(told).toEqual([`${large} evidence-size fault`]);
  expect(facts.map(({ file }) => file)).toEqual(['zx-01/a.png']);
});

describe('用过的', () => {
  test('与台账里的一个文件一模一样：提醒', () => {
    expect(read({ [at]: png, [update]: naming('a.png') }, {}, [at]).told).toEqual([
      `${at} same-file warning`,
    ]);
  });

  test('报送引用以前交过的文件：提醒', () => {
    expect(read({ [update]: naming('a.png') }, { [at]: png }).told).toEqual([
      `${update} same-file warning`,
    ]);
  });

  test('两个名字、一样的内容，各读各的', () => {
    const twin = 'evidence/zx-01/b.png';
    const { facts } = read({ [at]: png, [twin]: png, [update]: naming('a.png', 'b.png') });
    expect(facts.map(({ file }) => file).toSorted()).toEqual(['zx-01/a.png', 'zx-01/b.png']);
  });
});
