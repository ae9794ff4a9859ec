/**
 * `npm test`: every gate, never stopping at the first failure; at the end what failed, by name, and
 * `N passed, N failed` as the last line.
 *
 * A step waits for the one before it; its gates run side by side. The tests use every core themselves, and what drives
 * a browser or measures it has the machine to itself.
 */
import { runStep, type Gate } from './gate.ts';

const command = (name: string, script: string): Gate => ({ kind: 'command', name, script });
const tests = (name: string, script: string): Gate => ({ kind: 'vitest', name, script });
/** A project in parts, one after the other. */
const inParts = (name: string, script: string, of: number): Gate[][] =>
  Array.from({ length: of }, (_, at) => [
    {
      ...tests(`${name}（${String(at + 1)}/${String(of)}）`, script),
      part: { number: at + 1, of },
    },
  ]);

const steps: Gate[][] = [
  [command('版本', 'versions')],
  // The linter and the check of types both read the types of Astro.
  [command('Astro 的类型', 'sync')],
  // The longest first: the others take the other lane.
  [
    command('代码规则与房间', 'lint'),
    command('类型', 'types:synced'),
    command('格式', 'format:check'),
    command('多余的代码和依赖', 'knip'),
    command('台账检查', 'check'),
    command('生成文件', 'generated:check'),
  ],
  ...inParts('单元测试', 'test:unit', 2),
  [tests('业务规则和它的测试覆盖', 'coverage')],
  ...inParts('报送与审核', 'test:git', 4),
  [
    command('生成公开站', 'build'),
    command('生成内部站', 'build:internal'),
    command('生成示例区两站', 'build:demo'),
  ],
  [tests('站点文件', 'test:site')],
  ...inParts('浏览器', 'test:browser', 3),
  [tests('Lighthouse', 'test:lighthouse')],
];

const began = performance.now();
const lines: string[] = [];
const total = { passed: 0, failed: 0, seconds: 0 };
for (const step of steps) {
  await runStep(step, ({ name }, { passed, failed, names, seconds }) => {
    total.passed += passed;
    total.failed += failed;
    lines.push(
      `${failed === 0 ? '通过' : '失败'} ${name}：${passed} 项通过，` +
        `${failed} 项失败，${seconds.toFixed(1)} 秒`,
      ...names.map((one) => `     ${one}`),
    );
  });
}
total.seconds = (performance.now() - began) / 1000;

console.log(`\n━━ 合计 ${total.seconds.toFixed(0)} 秒`);
for (const line of lines) console.log(line);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
