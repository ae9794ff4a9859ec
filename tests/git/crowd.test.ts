/** 36 units hand in their reports at the same time: nobody waits for anybody, nothing is lost, the order does not matter. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standing } from '../../src/domain/issue/standing.ts';
import { contentAt } from '../../src/history/content-at.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { Random } from '../generator/random.ts';
import { Clone } from './clone.ts';
import { Depot } from './depot.ts';
import { GitServer } from './http-server.ts';
import * as samples from './samples.ts';
import { issueFile, submitted, TODAY, updateFile, worldFiles } from './world.ts';

const UNITS = 36;
/** Two a unit; 200 in tests/long. */
const REPORTS = Number(process.env['LEDGER_CROWD'] ?? '70');
const program = resolve(import.meta.dirname, '../..');

let root: string;
let depot: Depot;
let server: GitServer;
let first: string;

const unitId = (index: number) => `unit-${String(index + 1).padStart(2, '0')}`;
const issueId = (index: number) => `plain-${String(index + 101)}`;

/** The small ledger with 36 more units, an account each, and as many more issues as there are reports dealt out among them. */
function crowdFiles(): Record<string, string> {
  const files = worldFiles();
  for (let index = 0; index < UNITS; index += 1) {
    const id = unitId(index);
    files[`content/units/${id}.yaml`] = canonical('unit', {
      name: `示例区第${String(index + 1)}街道办事处`,
      kind: 'street',
      members: [{ account: `clerk-${id}`, from: '2024-01-01' }],
    });
    files[`content/accounts/${id}/${id}-wechat.yaml`] = canonical('account', {
      kind: 'new-media',
      unit: id,
      name: `第${String(index + 1)}街道发布`,
      platform: 'wechat-official',
    });
  }
  for (let index = 0; index < REPORTS; index += 1) {
    const [path, text] = issueFile('plain', issueId(index), {
      row: index + 101,
      account: `${unitId(index % UNITS)}-wechat`,
    });
    files[path] = text;
  }
  return files;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'ledger-crowd-')));
  depot = new Depot(join(root, 'ledger.git'));
  first = depot.commit(undefined, crowdFiles());
  depot.branch('main', first);
  execFileSync(process.execPath, [join(program, 'scripts/ledger.ts'), 'install-hook', depot.dir]);
  const hook = join(depot.dir, 'hooks/pre-receive');
  writeFileSync(
    hook,
    readFileSync(hook, 'utf8').replace('pre-receive \\', `pre-receive --as-of ${TODAY} \\`),
  );
  server = new GitServer(root);
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** One unit's afternoon: a branch for each of its reports, all pushed in one go. */
async function handIn(index: number): Promise<string[]> {
  const id = unitId(index);
  const clone = await Clone.of(server.address('ledger.git', `clerk-${id}`), join(root, id));
  const branches: string[] = [];
  for (let at = index; at < REPORTS; at += UNITS) {
    const issue = issueId(at);
    const withFile = at % 5 === 0;
    const evidence = [
      { number: `示例备〔2024〕${String(at)}号` },
      ...(withFile ? [{ file: '截图.png' }] : []),
    ];
    await clone.commit(
      `report/${issue}`,
      {
        ...updateFile(submitted(issue, { evidence }), '20240610-090000'),
        ...(withFile ? { [`content/evidence/${issue}/截图.png`]: samples.png } : {}),
      },
      first,
    );
    branches.push(`report/${issue}`);
  }
  const { ok, text } = await clone.push(...branches);
  expect([id, ok, text]).toEqual([id, true, expect.any(String)]);
  return branches;
}

/** Merges branches one after another and returns the tree that results. Throws when one conflicts. */
function mergedTree(branches: readonly string[]): string {
  let main = first;
  let tree = '';
  for (const branch of branches) {
    tree = depot.git('merge-tree', '--write-tree', main, branch);
    main = depot.git('commit-tree', '-p', main, '-p', branch, '-m', '合并', tree);
  }
  return tree;
}

test('36 个单位同时推送报送：全部收下，任何次序合并都不冲突，回放的结果相同', async () => {
  const branches = (
    await Promise.all(Array.from({ length: UNITS }, (_, index) => handIn(index)))
  ).flat();
  expect(branches).toHaveLength(REPORTS);
  const there = depot.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/report');
  expect(there.split('\n').toSorted()).toEqual(branches.toSorted());

  const random = new Random(36);
  const shuffled = branches
    .map((branch) => ({ branch, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ branch }) => branch);
  const tree = mergedTree(branches);
  expect(mergedTree(branches.toReversed())).toBe(tree);
  expect(mergedTree(shuffled)).toBe(tree);

  const commit = depot.git('commit-tree', '-p', first, '-m', '全部', tree);
  const content = contentAt({ repository: depot.dir, prefix: 'content/' }, commit);
  const { ledger, faults } = checkLedger(content);
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  const reported = standing(ledger!, TODAY).issues.filter(
    ({ history }) => history.state === 'submitted',
  );
  expect(reported).toHaveLength(REPORTS);
  expect(content.evidence.size).toBe(REPORTS / 5);
}, 300_000);
