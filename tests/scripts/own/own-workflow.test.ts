/** The workflows of a ledger of one's own: made from the program's, still YAML, none left that looks for the program inside. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { basePath, ownFiles, programVersion } from '../../../scripts/own/own-files.ts';
import {
  FETCH,
  fetchText,
  ownWorkflow,
  PIN,
  pinText,
  withoutSignIn,
} from '../../../scripts/own/own-workflow.ts';
import { PROGRAM } from '../../../scripts/program.ts';
import { SCHEMA_VERSION, type Site } from '../../../src/schema/site.ts';
import { newPlace } from '../../git/machine.ts';

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
const INSTALL = 'npm ci --no-audit --no-fund';
/** What a ledger has no use for: tests of the program. */
const ofProgram = new Set(['program.yml', 'windows.yml']);
const folder = join(PROGRAM, '.github/workflows');

test.each(readdirSync(folder).filter((name) => !ofProgram.has(name)))(
  '%s：名字、触发、权限与程序的一样，只换了安装和运行的那几行',
  (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const own = ownWorkflow(text, 'actions');
    expect(own).not.toMatch(/(?<!program\/)node_modules\/\.bin|^ *run: npm ci/mu);
    // The step that installs is the composite action of the ledger; every other script only calls another program.
    const shape = (yaml: string): unknown =>
      JSON.parse(
        JSON.stringify(load(yaml), (key, value: unknown) => {
          if (key !== 'steps') return value;
          return (value as Record<string, unknown>[]).map(({ run, shell, uses, ...step }) => {
            const isInstalled = uses === './.github/actions/program' || run === INSTALL;
            return {
              ...step,
              does: isInstalled ? 'install' : (uses ?? [shell, run !== undefined]),
            };
          });
        }),
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
  expect(script).toContain('sh .ledger-fetch "../program"');
  expect(script).toContain('"../program/bin/ledger" review --content . --base');
  const [volume, bound] = [jobs['分册'], jobs['pages']].map((job) => job?.script.join('\n') ?? '');
  expect(volume).toContain(
    '"../program/bin/ledger" build --content . --base /zgtz/ --volume "${CI_NODE_INDEX:-1}/$CI_NODE_TOTAL"',
  );
  expect(bound).toContain('build --content . --base /zgtz/ --bind dist/volume-* --out public');
});

test('每种平台各有什么文件', () => {
  const own = (kind: Parameters<typeof site>[0]): string[] =>
    [...ownFiles(site(kind), 'x').keys()].filter((path) => /github|gitlab|OWNERS/u.test(path));
  const flows = ['review.yml', 'publish.yml', 'remind.yml', 'decide.yml'].map(
    (one) => `.github/workflows/${one}`,
  );
  const action = '.github/actions/program/action.yml';
  expect(own('github')).toEqual(['.github/CODEOWNERS', action, ...flows]);
  expect(own('gitea')).toEqual(['CODEOWNERS', action, ...flows]);
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

test('写出来的 YAML 都读得出来，叫的都在，没有别的单位的东西；哪一版只有一个地方写', () => {
  for (const kind of ['github', 'gitlab', 'gitea', 'gitee', 'bare'] as const) {
    const own = ownFiles(site(kind), 'https://git.example/program.git');
    for (const [path, text] of own) {
      expect(text).not.toMatch(/榆阳|yuyang|榆林/iu);
      expect([path, text.includes(programVersion())]).toEqual([path, path === '.ledger-program']);
      if (!path.endsWith('.yml')) continue;
      expect(load(text)).toBeTypeOf('object');
      for (const [, called = ''] of text.matchAll(/uses: \.\/(\S+)/gu))
        expect(own.has(`${called}/action.yml`)).toBe(true);
      for (const [called] of text.matchAll(/\.ledger-[a-z]+/gu)) expect(own.has(called)).toBe(true);
    }
  }
});

test('动作只有一步，用的是各平台共用的那个脚本；脚本读得过、出错就停', () => {
  const own = ownFiles(site('gitea'), 'x');
  const action = load(own.get('.github/actions/program/action.yml') ?? '') as {
    runs: { using: string; steps: { shell: string; run: string }[] };
  };
  expect(action.runs.using).toBe('composite');
  expect(action.runs.steps.map(({ shell, run }) => [shell, run])).toEqual([
    ['bash', 'sh .ledger-fetch "$RUNNER_TEMP/program"'],
  ]);
  const script = own.get('.ledger-fetch') ?? '';
  expect(script).toContain('set -eu\n');
  expect(spawnSync('sh', ['-n'], { input: script }).status).toBe(0);
});

/** Works in a folder that is gone afterwards; what lies in it then. */
function inFolder(work: (dir: string) => void): string[] {
  const dir = newPlace('own');
  try {
    work(dir);
    return readdirSync(dir).toSorted();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Paths of addresses that a shell would run. */
const commanding = [
  'https://a.example/$(touch$IFS%22x%22;touch$IFS.pwned)/',
  'https://a.example/;touch$IFS.pwned;/',
  "https://a.example/'&touch$IFS.pwned&'/",
  'https://a.example/a|touch$IFS.pwned/',
  'https://a.example/zgtz/',
];
test.each(commanding)('站点地址里的命令在流程里只是字：%s', (address) => {
  const base = basePath(address);
  const text = readFileSync(join(folder, 'publish.yml'), 'utf8');
  const own = ownWorkflow(text, 'actions', { public: base, internal: base });
  const lines = own.split('\n').filter((line) => line.includes(' build '));
  expect(lines.length).toBeGreaterThan(1);
  const left = inFolder((dir) => {
    mkdirSync(join(dir, 'program/bin'), { recursive: true });
    const program = join(dir, 'program/bin/ledger');
    writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(program, 0o755);
    for (const line of lines) {
      const env = { ...process.env, RUNNER_TEMP: dir, DIR: 'dir' };
      const ran = spawnSync('sh', ['-c', line.trim()], { cwd: dir, env, encoding: 'utf8' });
      const args = ran.stdout.split('\n');
      expect([ran.status, args[args.indexOf('--base') + 1]]).toEqual([
        0,
        base.replaceAll("'", '%27'),
      ]);
    }
  });
  expect(left).toEqual(['program']);
});

test.each([
  ['https://oauth2:glpat-1@git.example/a/b.git', 'https://git.example/a/b.git'],
  ['https://ghp_token@git.example/a/b.git', 'https://git.example/a/b.git'],
  ['HTTP://u:p@w@git.example:3000/a', 'HTTP://git.example:3000/a'],
  ['ssh://git:secret@git.example/a', 'ssh://git@git.example/a'],
  ['ssh://git@git.example/a', 'ssh://git@git.example/a'],
  ['git@git.example:a/b.git', 'git@git.example:a/b.git'],
  ['https://git.example/a@b.git', 'https://git.example/a@b.git'],
  ['/srv/程序 #1;"x"', '/srv/程序 #1;"x"'],
])('程序的来处 %s 钉住时写成 %s，Git 读回来一个字不变', (source, pinned) => {
  expect(withoutSignIn(source)).toBe(pinned);
  inFolder((dir) => {
    writeFileSync(join(dir, PIN), pinText('1.0.0', pinned));
    const args = ['config', '--file', PIN, 'program.from'];
    expect(spawnSync('git', args, { cwd: dir, encoding: 'utf8' }).stdout).toBe(`${pinned}\n`);
  });
});

test('钉住的来处写成 Git 的选项、会运行程序的地址，取程序时不运行', () => {
  for (const from of ['--upload-pack=touch pwned', '-uTOUCH', 'ext::sh -c touch% pwned']) {
    const left = inFolder((dir) => {
      writeFileSync(join(dir, PIN), pinText('1.0.0', from));
      writeFileSync(join(dir, FETCH), fetchText);
      const ran = spawnSync('sh', [FETCH, 'program'], { cwd: dir, encoding: 'utf8' });
      expect(ran.status).not.toBe(0);
    });
    expect(left).toEqual([FETCH, PIN].toSorted());
  }
});
