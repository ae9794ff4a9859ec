/** The workflows of a ledger of one's own: made from the program's, still YAML, none left that looks for the program inside. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { basePath, ownFiles } from '../../../scripts/own/own-files.ts';
import { ownWorkflow } from '../../../scripts/own/own-workflow.ts';
import { PROGRAM } from '../../../scripts/program.ts';
import { SCHEMA_VERSION, type Site } from '../../../src/schema/site.ts';

const site = (kind: 'github' | 'gitlab' | 'gitea' | 'gitee' | 'bare'): Site => ({
  schemaVersion: SCHEMA_VERSION,
  name: '样例县整改台账',
  authority: '样例县数据局',
  address: 'https://www.example/zgtz',
  repository: 'internal',
  forge: { kind, branch: 'main', folder: '.' },
  reviewers: [{ account: 'a', from: '2026-01-01' }],
  maintainers: [{ account: 'b', from: '2026-01-01' }],
  robots: [],
});
const folder = join(PROGRAM, '.github/workflows');

test.each(readdirSync(folder).filter((name) => name !== 'program.yml'))(
  '%s：名字、触发、权限与程序的一样，只换了安装和运行的那几行',
  (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const own = ownWorkflow(text, 'actions');
    expect(own).not.toMatch(/(?<!program\/)node_modules\/\.bin|^ *run: npm ci/mu);
    const shape = (yaml: string): unknown =>
      JSON.parse(
        JSON.stringify(load(yaml), (key, value: unknown) => (key === 'run' ? 'x' : value)),
      );
    expect(shape(own)).toEqual(shape(text));
  },
);

test('GitLab 的任务读得出来，从钉住的版本取程序', () => {
  const text = ownFiles(site('gitlab'), 'https://git.example/program.git').get(
    '.gitlab/ledger.yml',
  );
  const jobs = load(text ?? '') as Record<string, { script: string[] }>;
  const script = jobs['报送检查']?.script.join('\n') ?? '';
  expect(script).toContain('git clone --quiet --depth 1 --branch "v$version" "$from" "../program"');
  expect(script).toContain('"../program/scripts/ledger.ts" review --content . --base');
});

test('每种平台各有什么文件', () => {
  const own = (kind: Parameters<typeof site>[0]): string[] =>
    [...ownFiles(site(kind), 'x').keys()].filter((path) => /github|gitlab|OWNERS/u.test(path));
  const flows = ['review.yml', 'publish.yml', 'remind.yml', 'decide.yml'].map(
    (one) => `.github/workflows/${one}`,
  );
  expect(own('github')).toEqual(['.github/CODEOWNERS', ...flows]);
  expect(own('gitea')).toEqual(['CODEOWNERS', ...flows]);
  expect(own('gitlab')).toEqual(['.gitlab/CODEOWNERS', '.gitlab/ledger.yml']);
  expect([own('gitee'), own('bare')]).toEqual([['CODEOWNERS'], []]);
});

test('网站放在哪个路径下，由地址而来', () => {
  expect([
    basePath(undefined),
    basePath('https://a.example/zgtz'),
    basePath('https://a.example/'),
  ]).toEqual(['/', '/zgtz/', '/']);
});
