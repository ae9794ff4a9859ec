/**
 * 升级: a ledger of version 1 in a real repository — a bulletin of the old program, proposals from before, the step, and
 * reports after it; what is undone and what is not.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentAt } from '../../src/history/content-at.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { committedContent, migrate, formatVersion } from '../../src/ledger/migrations/migrate.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { auditOf } from '../../src/review/audit.ts';
import { review, type Review } from '../../src/review/review.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';
import { countedOn, v1Bulletin, v1Content, v1Folder } from '../ledger/frozen.ts';
import { ledger, scratch } from '../documents/run.ts';
import { Depot, type Entries } from './depot.ts';
import { wrong } from './world.ts';

const TODAY = '2026-06-19';
const ISSUE = '2026-check-16';
const depot = new Depot();
const place = { repository: depot.dir, prefix: 'content/' };
/** The commits of the main line: version 1, its bulletin, the step, a report that was handed in after it. */
let first: string;
let published: string;
let migrated: string;
let reported: string;

beforeAll(() => {
  first = depot.commit(undefined, entriesOf(v1Content.texts.keys(), v1Content.evidence.keys()));
  published = depot.commit(first, { 'content/bulletins/2026-q2-check.yaml': v1Bulletin });
  migrated = depot.commit(published, migration());
  reported = merge(migrated, update('progress', '100000'), 'clerk-shili-jiaoyu');
});
afterAll(() => {
  depot.remove();
});

function entriesOf(texts: Iterable<string>, evidence: Iterable<string>): Entries {
  const paths = [...texts, ...[...evidence].map((path) => `evidence/${path}`)];
  return Object.fromEntries(
    paths.map((path) => [`content/${path}`, new Uint8Array(readFileSync(join(v1Folder, path)))]),
  );
}

/** What `ledger migrate` writes. */
function migration(): Entries {
  const result = migrate(v1Content);
  if (result.kind !== 'migrated') throw new Error(result.kind);
  return Object.fromEntries(
    [...result.files].map(([path, text]) => [`content/${path}`, text ?? null]),
  );
}

function update(action: 'progress' | 'started', time: string): Entries {
  const record = {
    issue: ISSUE,
    action,
    reportedOn: '2026-06-18',
    note: '正在整改',
    reporter: '科员',
  };
  return { [`content/updates/${ISSUE}/20260618-${time}-abc.yaml`]: canonical('update', record) };
}

function proposed(base: string, head: string, author: string): Review {
  return review({ ...place, base, head, author, actor: author, today: TODAY });
}

/** A proposal on `base` that passes, merged by a reviewer. */
function merge(base: string, entries: Entries, author: string, from = base): string {
  const head = depot.commit(from, entries, { as: author });
  expect(wrong(proposed(base, head, author))).toEqual([]);
  return depot.commit(base, entries, { merge: head, as: 'reviewer-1' });
}

function at(commit: string) {
  const content = committedContent(contentAt(place, commit));
  const { ledger, faults } = checkLedger(content);
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  if (ledger === undefined) throw new Error(`${commit} cannot be read`);
  return ledger;
}

function bulletinFaults(commit: string): string[] {
  return auditOf(place, commit)
    .faults.filter(({ rule }) => rule.startsWith('audit-') && rule !== 'audit-alone')
    .map(({ file, message }) => `${file} ${message}`);
}

test('通报写明的提交，正是冻结的台账作为第一次提交', () => {
  expect(v1Bulletin).toContain(`commit: ${first}\n`);
});

test('第 1 版的通报，在升级前、升级后、升级后又有报送时审计，都与印发的数一致', () => {
  expect(readLedger(contentAt(place, first)).ledger).toBeUndefined();
  for (const commit of [published, migrated, reported]) expect(bulletinFaults(commit)).toEqual([]);
});

test('数字被改的第 1 版通报，升级后的审计照样指出', () => {
  const forged = v1Bulletin.replace("{ name: 合格, value: '6' }", "{ name: 合格, value: '7' }");
  expect(forged).not.toBe(v1Bulletin);
  const head = depot.commit(reported, { 'content/bulletins/2026-q2-check.yaml': forged });
  expect(bulletinFaults(head)).toEqual([expect.stringContaining('合格')]);
});

test('升级由管理员提交，审核通过；填报员提交不行', () => {
  const head = depot.commit(published, migration());
  expect(wrong(proposed(published, head, 'maintainer-1'))).toEqual([]);
  expect(proposed(published, head, 'clerk-shili-jiaoyu').ok).toBe(false);
});

test('程序升级了、台账还没有升级：报送照常审核，人员照旧认得', () => {
  const head = depot.commit(published, update('started', '090000'));
  expect(wrong(proposed(published, head, 'clerk-shili-jiaoyu'))).toEqual([]);
  const stranger = proposed(published, head, 'clerk-shili-minzheng');
  expect(stranger.faults.map(({ rule }) => rule)).toContain('not-member');
});

test('主分支还没有升级：录入请先升级，升级合并以后照常录入', () => {
  const folder = scratch();
  const enter = (commit: string) => {
    depot.branch('main', commit);
    const clone = join(folder, commit);
    execFileSync('git', ['clone', '-q', depot.dir, clone]);
    const content = ['--content', join(clone, 'content'), '--as-of', TODAY];
    return ledger('update', ISSUE, '--action', 'progress', '--note', '在改', ...content);
  };
  expect(enter(published)).toMatchObject({
    code: 1,
    err: expect.stringContaining('主分支的台账是第 1 版') as string,
  });
  expect(enter(migrated)).toMatchObject({ code: 0, err: '' });
});

test('升级前的分支，升级后照常审核、合并；合并后的台账是新版，没有错误', () => {
  const main = merge(reported, update('started', '090000'), 'clerk-shili-jiaoyu', first);
  const content = contentAt(place, main);
  expect(formatVersion(content)).toBe(SCHEMA_VERSION);
  expect(isSound(checkLedger(content))).toBe(true);
  expect(at(main).updates.get(ISSUE)).toHaveLength(2);
});

test('升级撤得回：还原升级的提交，之后的报送留着，指标不变，再升级一次也一样', () => {
  const site = new TextDecoder().decode(v1Content.texts.get('site.yaml'));
  const undone = depot.commit(reported, { 'content/site.yaml': site });
  expect(formatVersion(contentAt(place, undone))).toBe(1);
  expect(depot.git('diff', '--name-only', published, undone).split('\n')).toEqual([
    `content/updates/${ISSUE}/20260618-100000-abc.yaml`,
  ]);
  expect(countedOn(at(undone), TODAY)).toEqual(countedOn(at(reported), TODAY));
  const again = depot.commit(undone, migration());
  expect(countedOn(at(again), TODAY)).toEqual(countedOn(at(reported), TODAY));
  expect(bulletinFaults(again)).toEqual([]);
});
