import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const doc = readFileSync(join(root, 'docs/security.md'), 'utf8');
const namedIn = (text: string): (readonly [file: string, name: string])[] =>
  [...text.matchAll(/^- `(tests\/[\w/.-]+)` › (.+)$/gmu)].map(
    ([, file = '', name = '']) => [file, name] as const,
  );
const named = namedIn(doc);

/** The names of the tests in a file, as they are written. */
function namesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/\b(?:test|it)(?:\.each\([^)]*\))?\(\s*'([^']+)'/gu)].map(
    ([, name = '']) => name,
  );
}

describe('docs/security.md', () => {
  test('列出了足够多的测试', () => {
    expect(named.length).toBeGreaterThan(50);
  });

  test.each(named)('%s 里有“%s”这个测试', (file, name) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(namesIn(file)).toContain(name);
  });

  test('每一种威胁都有测试证明', () => {
    const threats = doc.split(/^## /mu).find((part) => part.startsWith('威胁与对策'));
    for (const threat of threats?.split(/^### /mu).slice(1) ?? [])
      expect([threat.split('\n')[0], /^- `tests\//mu.test(threat)]).toEqual([
        threat.split('\n')[0],
        true,
      ]);
  });

  test('攻击测试里的每一组威胁，文档里都有一节', () => {
    const attacks = readFileSync(join(root, 'tests/git/attacks.test.ts'), 'utf8');
    const groups = [...attacks.matchAll(/^describe\('([^']+)'/gmu)].map(([, name = '']) => name);
    const sections = [...doc.matchAll(/^### (.+)$/gmu)].map(([, name = '']) => name);
    const covered = new Set([...sections, '规模攻击', '审核员和管理员的本分']);
    expect(groups.filter((name) => !covered.has(name))).toEqual([]);
  });
});

describe('docs/windows.md', () => {
  const page = readFileSync(join(root, 'docs/windows.md'), 'utf8');

  test.each(namedIn(page))('%s 里有“%s”这个测试', (file, name) => {
    expect(namesIn(file)).toContain(name);
  });

  test('没有在 Windows 上运行过的事，流程和这一页都写着', () => {
    const flow = readFileSync(join(root, '.github/workflows/windows.yml'), 'utf8');
    expect([flow, page].map((text) => /未实测/u.test(text))).toEqual([true, true]);
    for (const [file] of flow.matchAll(/tests\/[\w/.-]+\.test\.ts/gu))
      expect(existsSync(join(root, file))).toBe(true);
  });
});
