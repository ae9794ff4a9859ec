/** 收件并推送: each unit's branch pushed by itself; what the server refuses is said in its words, and pushed when it may be. (示例区，虚构) */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filling, fillSheet, filesOf, Office, put } from './office-round.ts';
import { ROUND, roundLedger } from './round-ledger.ts';

const WHO = { reporter: '办公室主任', approver: '分管负责人', reportedOn: '2026-06-12' };
const ARGS = ['--received-by', '政务公开股', '--as-of', '2026-06-15', '--content', 'content'];

let office: Office;
let remote: string;

const at = (...args: string[]): string =>
  execFileSync('git', ['-C', remote, ...args], { encoding: 'utf8' }).trim();
const there = (): string[] =>
  at('for-each-ref', '--format=%(refname:short)', 'refs/heads/receive/')
    .split('\n')
    .filter(Boolean);
/** The server refuses branches of these units. */
function refuse(...units: string[]): void {
  const hook = join(remote, 'hooks/pre-receive');
  const words = units.map(
    (unit) => `  *receive/${unit}-*) echo "示例：${unit} 今天不收" >&2; exit 1;;`,
  );
  writeFileSync(
    hook,
    `#!/bin/sh\nwhile read old new ref; do case "$ref" in\n${words.join('\n')}\n  *) ;;\nesac; done\n`,
  );
  chmodSync(hook, 0o755);
}

beforeAll(async () => {
  const files = roundLedger();
  const site = String(files.get('site.yaml')).replace(/^forge: .*$/mu, 'forge: { kind: bare }');
  office = new Office(files.set('site.yaml', site));
  remote = office.path('远端.git');
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  office.git('remote', 'add', 'origin', remote);
  office.git('push', '-q', 'origin', 'main');
  office.git('fetch', '-q');
  office.ledger('collect', '--campaign', ROUND, '--out', '发出');
  for (const [index, { bytes }] of filesOf(office.path('发出')).slice(0, 3).entries()) {
    const sheet = await fillSheet(bytes, ([, two = '']): Filling => ({
      ...WHO,
      rows: {
        [two]: {
          本次报送: '申请验收',
          完成日期: '6月10日',
          // The third hands in what proves nothing.
          佐证: index === 2 ? '见微信群' : `示制〔2026〕${String(index + 1)}号`,
        },
      },
    }));
    put(office.path('收回'), `${String(index)}.xlsx`, sheet.bytes);
  }
});
afterAll(() => {
  office.close();
});

interface Told {
  units: { unit: string; unitName: string; updates: unknown[]; faults: { message: string }[] }[];
  written: Record<string, string>;
}
const receive = (...more: string[]) => office.look('receive', '收回', ...ARGS, ...more);

test('一个单位推一次：推成的、服务器没有收的、自己没有收的各说各的', () => {
  const preview = JSON.parse(receive('--json').out) as Told;
  const [one, two, three] = preview.units.map(({ unit }) => unit) as [string, string, string];
  expect(preview.units.map(({ updates }) => updates.length)).toEqual([1, 1, 0]);
  refuse(two);
  const { code, out } = receive('--push', '--json');
  const told = JSON.parse(out) as Told;
  expect(code).toBe(1);
  expect(told.written[one]).toMatch(/已推送到 origin：receive\/.+。$/u);
  expect(told.written[two]).toContain('推送没有成功：origin 的服务器没有收');
  expect(told.written[two]).toContain(`示例：${two} 今天不收`);
  expect(told.written[three]).toBeUndefined();
  expect(told.units[2]?.faults.map(({ message }) => message)).toEqual([
    expect.stringContaining('缺少销号所需的佐证'),
  ]);
  expect(there()).toEqual([expect.stringMatching(new RegExp(`^receive/${one}-`, 'u'))]);
});

test('服务器收了以后再推一次，补推没有推成的，不重复登记', () => {
  refuse();
  const before = office.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads');
  const { out } = receive('--push', '--json');
  const told = JSON.parse(out) as Told;
  expect(told.units.flatMap(({ updates }) => updates)).toEqual([]);
  expect(there()).toHaveLength(2);
  expect(office.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads')).toBe(
    before,
  );
});

test('推上去的分支，审核都通过：说已收的就是审核收的', () => {
  for (const branch of there()) {
    const people = ['--author', 'reviewer-1', '--actor', 'reviewer-1'];
    const found = office.look('review', '--base', 'main', '--head', branch, ...people);
    expect([branch, found.code]).toEqual([branch, 0]);
  }
});

test('远端推上去的分支别人也看得到：另一处收同样的文件，不再登记', () => {
  office.git('fetch', '-q');
  for (const branch of there()) office.git('branch', '-q', '-D', branch);
  const told = JSON.parse(receive('--branch', '--json').out) as Told;
  expect(told.units.flatMap(({ updates }) => updates)).toEqual([]);
});

test('连不上远端：说没有连上，分支留着', () => {
  rmSync(remote, { recursive: true });
  office.git('update-ref', '-d', 'refs/remotes/origin/main');
  for (const ref of office.git('for-each-ref', '--format=%(refname)', 'refs/remotes').split('\n'))
    if (ref !== '') office.git('update-ref', '-d', ref);
  const { code, out } = receive('--push');
  expect([code, out]).toEqual([1, expect.stringContaining('没有连上 origin，或登录、设置不对')]);
  expect(office.git('for-each-ref', 'refs/heads/receive/').split('\n')).toHaveLength(2);
});
