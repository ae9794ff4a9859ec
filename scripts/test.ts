/** `npm test`: every gate, in order, never stopping at the first failure; the last line is `N passed, N failed`. */
import { readFileSync } from 'node:fs';
import { runGate, type Gate, type Outcome } from './gate.ts';

const gates: Gate[] = [
  { kind: 'command', name: '版本', script: 'versions' },
  { kind: 'command', name: '类型', script: 'types' },
  { kind: 'command', name: '代码规则与房间', script: 'lint' },
  { kind: 'command', name: '格式', script: 'format:check' },
  { kind: 'command', name: '生成文件', script: 'generated:check' },
  { kind: 'command', name: '多余的代码和依赖', script: 'knip' },
  { kind: 'command', name: '台账检查', script: 'check' },
  { kind: 'vitest', name: '单元测试', project: 'unit' },
  { kind: 'command', name: '业务规则的测试覆盖', script: 'coverage' },
  { kind: 'vitest', name: '报送与审核', project: 'git' },
  { kind: 'command', name: '生成公开站', script: 'build' },
  { kind: 'command', name: '生成内部站', script: 'build:internal' },
  { kind: 'command', name: '生成示例区两站', script: 'build:demo' },
  { kind: 'vitest', name: '站点文件', project: 'site' },
  { kind: 'vitest', name: '浏览器', project: 'browser' },
  { kind: 'vitest', name: 'Lighthouse', project: 'lighthouse' },
];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

const lines: string[] = [];
const total: Outcome = { passed: 0, failed: 0, seconds: 0 };
for (const gate of gates) {
  console.log(`\n━━ ${gate.name}`);
  if (gate.kind === 'command' && scripts[gate.script] === undefined) {
    lines.push(`未接上 ${gate.name}（package.json 里没有 ${gate.script}）`);
    total.failed += 1;
    continue;
  }
  const outcome = await runGate(gate);
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.seconds += outcome.seconds;
  lines.push(
    `${outcome.failed === 0 ? '通过' : '失败'} ${gate.name}：${outcome.passed} 项通过，` +
      `${outcome.failed} 项失败，${outcome.seconds.toFixed(1)} 秒`,
  );
}

console.log(`\n━━ 合计 ${total.seconds.toFixed(0)} 秒`);
for (const line of lines) console.log(line);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
