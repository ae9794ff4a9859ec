import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countTests, runStep, type Gate } from '../../scripts/gate.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A report as Vitest's JSON reporter writes it; `files` are the statuses of the tests of each file. */
function report(files: string[][], unloaded = 0): string {
  const all = files.flat();
  const how = (status: string) => all.filter((one) => one === status).length;
  const file = path.join(folder, `${String(Math.random())}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: how('passed'),
      numFailedTests: how('failed'),
      numPendingTests: how('pending'),
      numTodoTests: how('todo'),
      testResults: [
        ...files.map((statuses, at) => ({
          name: path.resolve(`tests/${String(at)}.test.ts`),
          status: statuses.includes('failed') ? 'failed' : 'passed',
          assertionResults: statuses.map((status, order) => ({
            status,
            fullName: `第${String(order)}项`,
          })),
        })),
        ...Array.from({ length: unloaded }, () => ({
          name: path.resolve('tests/unloaded.test.ts'),
          status: 'failed',
          assertionResults: [],
        })),
      ],
    }),
  );
  return file;
}

test('全部通过时只有通过数', () => {
  expect(countTests(report([['passed', 'passed'], ['passed']]), 0)).toEqual({
    passed: 3,
    failed: 0,
    names: [],
  });
});

test('失败的测试逐项计数，说出是哪一项', () => {
  expect(countTests(report([['passed', 'failed'], ['failed']]), 1)).toEqual({
    passed: 1,
    failed: 2,
    names: ['tests/0.test.ts 第1项', 'tests/1.test.ts 第0项'],
  });
});

test('跳过的和留待办的测试算失败', () => {
  expect(countTests(report([['passed', 'pending', 'todo']]), 0)).toEqual({
    passed: 1,
    failed: 2,
    names: ['tests/0.test.ts 第1项', 'tests/0.test.ts 第2项'],
  });
});

test('没有载入的测试文件算一项失败', () => {
  expect(countTests(report([['passed']], 1), 1)).toEqual({
    passed: 1,
    failed: 1,
    names: ['tests/unloaded.test.ts'],
  });
});

test('测试都通过而退出码不为 0，算一项失败', () => {
  expect(countTests(report([['passed']]), 1)).toEqual({ passed: 1, failed: 1, names: [] });
});

test('没有结果文件，算一项失败', () => {
  expect(countTests(path.join(folder, 'absent.json'), 0)).toEqual({
    passed: 0,
    failed: 1,
    names: [],
  });
});

test('一步里的几道关同时跑，各自的输出完整不相混；跑不起来的算失败', async () => {
  const gates: Gate[] = [
    { kind: 'command', name: '甲', script: 'versions' },
    { kind: 'command', name: '乙', script: 'no-such-script' },
    { kind: 'command', name: '丙', script: 'versions' },
  ];
  const shown = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const outcomes = new Map<string, [number, number]>();
  await runStep(gates, ({ name }, { passed, failed }) => outcomes.set(name, [passed, failed]));
  const blocks = shown.mock.calls.map(([text]) => String(text)).toSorted();
  shown.mockRestore();
  expect(Object.fromEntries(outcomes)).toEqual({ 甲: [1, 0], 乙: [0, 1], 丙: [1, 0] });
  expect(
    blocks.filter((text) => /^\n━━ [甲丙]\n[^━]*Node \S+，依赖与清单一致。\n$/u.test(text)),
  ).toHaveLength(2);
  expect(blocks.filter((text) => /^\n━━ 乙\n[^]*no-such-script/u.test(text))).toHaveLength(1);
});
