/**
 * Nothing internal is published: markers are planted in every internal field of a copy of the fictional ledger, both sites
 * are built from it, and every file of them is searched.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/ledger/content.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { textsInside } from './inside.ts';
import { brief, filesOf } from './page.ts';
import { markerOf, markerPattern, plantLedger, type Planted } from './plant.ts';

const fictional = 'tests/fixtures/shili';

let folder: string;
let planted: Planted;
/** Marker → the first file it was found in. */
let inPublic: Map<string, string>;
let inInternal: Map<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'leak-'));
  planted = plantLedger(fictional, path.join(folder, 'content'));
  inPublic = markersOf(build('public'));
  inInternal = markersOf(build('internal', '--internal'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function build(name: string, ...options: string[]): string {
  const out = path.join(folder, name);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      'scripts/ledger.ts',
      'build',
      '--content',
      path.join(folder, 'content'),
      '--out',
      out,
      ...options,
    ],
    { encoding: 'utf8' },
  );
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  return out;
}

function markersOf(site: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of filesOf({ name: site, folder: site })) {
    const texts = [
      { where: `${file}（文件名）`, text: file },
      ...textsInside(readFileSync(path.join(site, file)), file),
    ];
    for (const { where, text } of texts) {
      for (const [marker] of text.matchAll(markerPattern)) {
        const one = markerOf(marker);
        if (!found.has(one)) found.set(one, where);
      }
    }
  }
  return found;
}

/** Fields whose markers were found, each with a place. */
function fieldsIn(found: Map<string, string>): Map<string, string> {
  return new Map(
    [...found].map(([marker, where]) => [planted.fields.get(marker) ?? `？${marker}`, where]),
  );
}

const isPublic = (marker: string) => marker.startsWith('open');

describe('记号', () => {
  test('每个内部栏目都埋了记号，埋不进的只有七处引用、审签的人和日期、群能看到什么、一个公开开关、一级来源和下级快照、名录里的数、代码和网页', () => {
    expect(planted.unmarked.toSorted()).toEqual([
      // References and closed sets; each of the items has a marker of its own.
      'assignedCheck.accounts.[].results.[].indicator',
      'assignedCheck.accounts.[].results.[].result',
      'assignedCheck.edition',
      'assignedCheck.items',
      'assignedCheck.kind',
      'assignedCheck.origin',
      'assignment.origin',
      'assignment.problems',
      'campaign.approval',
      'campaign.officer',
      // Of a snapshot numbers, codes and closed sets hold no marker; the names beside them in the same record do.
      'child.internal.privateAddresses',
      'child.proposals.kind',
      'internalRoster.accounts.[].href',
      'internalRoster.issues.[].href',
      'internalRoster.issues.[].problems',
      'internalRoster.units.[].href',
      'internalSnapshot.accounts',
      'internalSnapshot.parts.[].figures',
      'internalSnapshot.signed',
      'internalSnapshot.summary.children.[].code',
      'internalSnapshot.summary.children.[].counted',
      'internalSnapshot.summary.children.[].figures',
      'internalSnapshot.summary.code',
      'internalSnapshot.summary.commit',
      'internalSnapshot.summary.figures',
      'internalSnapshot.summary.level',
      'internalSnapshot.summary.own',
      'internalSnapshot.summary.searchable',
      'internalSnapshot.summary.version',
      'internalSnapshot.summary.withheld',
      'issue.officer',
      'removed.removed.[].file',
      // What a group may be told is one of two words.
      'site.sending.dingtalk',
      'site.sending.mail',
      'site.sending.webhook',
      'site.sending.wecom',
      'update.approvedOn',
      'update.draftedOn',
      'update.drafter',
      'update.evidence.[].public',
      'update.onBehalfOf',
    ]);
  });

  test('列成几条的内部栏目，每一条都有记号', () => {
    expect([...planted.fields.values()]).toContain('assignedCheck.items.[]');
  });

  test('公开栏目里的记号在公开站找得到：搜得出来的才算搜过', () => {
    const fields = [...fieldsIn(inPublic).keys()];
    expect(fields).toEqual(
      expect.arrayContaining(['unit.name', 'account.name', 'campaign.name', 'issue.finding']),
    );
  });

  test('检索库里也搜得到公开栏目的记号', () => {
    const packed = filesOf({ name: '公开站', folder: path.join(folder, 'public') })
      .filter((file) => file.startsWith('search/'))
      .flatMap((file) => [...textsInside(readFileSync(path.join(folder, 'public', file)), file)]);
    expect(packed.some(({ text }) => /open\d{5}z/u.test(text))).toBe(true);
  });

  test('下载的文件、日历、订阅源和数据也搜过：里面搜得到公开栏目的记号', () => {
    const site = path.join(folder, 'public');
    const files = filesOf({ name: '公开站', folder: site });
    for (const name of [
      /^feed\.xml$/u,
      /^calendar\.ics$/u,
      /^calendars\/.+\.ics$/u,
      /^data\/issues\.csv$/u,
      /^data\/issues\.json$/u,
      /^downloads\/issues\.xlsx$/u,
      /^downloads\/units\/.+\.csv$/u,
      /^downloads\/campaigns\/.+\.xlsx$/u,
      /^downloads\/campaigns\/.+\.docx$/u,
      /^downloads\/campaigns\/.+\.json$/u,
    ]) {
      const found = files.filter((file) => name.test(file));
      const marked = found.filter((file) =>
        [...textsInside(readFileSync(path.join(site, file)), file)].some(({ text }) =>
          /open\d{5}z/u.test(text),
        ),
      );
      expect([name.source, marked.length > 0]).toEqual([name.source, true]);
    }
  });

  test('内部栏目里的记号在内部站找得到', () => {
    const fields = [...fieldsIn(inInternal).keys()];
    expect(fields).toEqual(
      expect.arrayContaining(['unit.contacts.[].phone', 'update.note', 'update.evidence.[].link']),
    );
  });
});

test('公开站的任何文件里都没有内部栏目的内容', () => {
  const leaks = [...inPublic]
    .filter(([marker]) => !isPublic(marker))
    .map(([marker, where]) => `${planted.fields.get(marker) ?? '？'}（${marker}）在 ${where}`);
  expect(brief(leaks)).toEqual([]);
});

test('没有批准公开清单的专项，公开站上没有它的问题', () => {
  const { ledger } = readLedger(readFolder(fictional));
  const closed = [...ledger!.issues.values()].filter(
    ({ campaign }) => ledger!.campaigns.get(campaign)!.publication.level !== 'list',
  );
  expect(closed.length).toBeGreaterThan(0);
  const files = new Set(closed.map((issue) => issue.path));
  const shown = [...inPublic].filter(([marker]) => files.has(planted.files.get(marker) ?? ''));
  expect(shown).toEqual([]);
  const inside = [...inInternal].filter(([marker]) => files.has(planted.files.get(marker) ?? ''));
  expect(inside.length).toBeGreaterThan(0);
});

test('交办的只在内部站：文号、问题在公开站找不到，在内部站找得到', () => {
  const isAssigned = (marker: string) =>
    (planted.files.get(marker) ?? '').startsWith('assignments/');
  expect([...inPublic.keys()].filter(isAssigned)).toEqual([]);
  const fields = [...inInternal.keys()].filter(isAssigned).map((one) => planted.fields.get(one));
  expect(fields).toEqual(expect.arrayContaining(['assignment.number', 'assignment.finding']));
});

test('下级的内部快照只在内部站：同一份里的名称在公开站找不到，在内部站找得到', () => {
  const isInside = (marker: string) =>
    (planted.files.get(marker) ?? '').startsWith('internal-snapshots/');
  expect([...inPublic.keys()].filter(isInside)).toEqual([]);
  expect([...inInternal.keys()].filter(isInside).length).toBeGreaterThan(0);
});

test('检查只在内部站：它的名称在公开站找不到，在内部站找得到', () => {
  const isCheck = (marker: string) => (planted.files.get(marker) ?? '').startsWith('inspections/');
  expect([...inPublic.keys()].filter(isCheck)).toEqual([]);
  expect([...inInternal.keys()].filter(isCheck).length).toBeGreaterThan(0);
});
