/**
 * 对照: what Hugo and Eleventy are given. Once the pages of our own finished site, so that they draw the same: each middle
 * is ready for them, and they put head, menu and foot around it. Once the bare records, as a small site of theirs.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import { PROGRAM } from '../program.ts';

const templates = join(PROGRAM, 'scripts/bench/peers');

interface PeerRecord {
  readonly kind: 'issues' | 'units' | 'accounts' | 'campaigns';
  readonly id: string;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly updates: readonly { on: string; action: string; note: string }[];
  /** The issues of a unit, an account or a campaign. */
  readonly rows: readonly { id: string; name: string; finding: string; deadline: string }[];
}

/** Writes the sources of both peers below `folder`, in `hugo/` and `eleventy/`; returns how many records have a page. */
export function writePeers(content: string, folder: string): number {
  const records = recordsOf(content);
  const hugo = join(folder, 'hugo');
  cpSync(join(templates, 'hugo'), hugo, { recursive: true });
  for (const kind of new Set(records.map((one) => one.kind)))
    mkdirSync(join(hugo, 'content', kind), { recursive: true });
  // JSON is YAML, and front matter in JSON needs no further quoting.
  for (const { kind, id, ...page } of records)
    writeFileSync(join(hugo, 'content', kind, `${id}.md`), `${JSON.stringify(page)}\n`);
  const eleventy = join(folder, 'eleventy');
  cpSync(join(templates, 'eleventy'), eleventy, { recursive: true });
  writeFileSync(join(eleventy, 'package.json'), '{"type":"module"}\n');
  writeFileSync(join(eleventy, 'records.json'), JSON.stringify(records));
  return records.length;
}

interface SamePage {
  /** Where it stands in the site, with its ending. */
  readonly url: string;
  readonly title: string;
  /** What stands within `main`. */
  readonly middle: string;
}

/** Writes the pages of the finished site in `site` as sources of a peer into `folder`, made anew. */
export function writeSamePages(site: string, folder: string, peer: 'Hugo' | 'Eleventy'): void {
  const pages = samePages(site);
  const frame = frameOf(readFileSync(join(site, 'index.html'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  if (peer === 'Hugo') givenToHugo(pages, frame, folder);
  else givenToEleventy(pages, frame, folder);
}

/** One after another: all of a large site do not fit into memory. */
function* samePages(site: string): Iterable<SamePage> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) yield samePage(relative(site, file), readFileSync(file, 'utf8'));
}

function givenToHugo(pages: Iterable<SamePage>, frame: Frame, folder: string): void {
  const [layouts, content] = [join(folder, 'layouts/_default'), join(folder, 'content/pages')];
  for (const made of [layouts, content]) mkdirSync(made, { recursive: true });
  cpSync(join(templates, 'hugo/config.yaml'), join(folder, 'config.yaml'));
  const [before, between, after] = frame;
  const single = `${before}{{ .Title }}${between}{{ .Content }}${after}`;
  writeFileSync(join(layouts, 'single.html'), single);
  writeFileSync(join(layouts, 'list.html'), '');
  let at = 0;
  for (const { url, title, middle } of pages) {
    const front = JSON.stringify({ url: `/${url}`, title });
    writeFileSync(join(content, `${String(at)}.html`), `${front}\n${middle}`);
    at += 1;
  }
}

/** A file may not be larger than the longest string: so many pages lie in one. */
const IN_ONE_FILE = 1000;

function givenToEleventy(pages: Iterable<SamePage>, frame: Frame, folder: string): void {
  mkdirSync(join(folder, 'given'), { recursive: true });
  cpSync(join(templates, 'eleventy/same.config.js'), join(folder, 'eleventy.config.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  writeFileSync(join(folder, 'frame.json'), JSON.stringify(frame));
  let part: SamePage[] = [];
  let files = 0;
  const write = (): void => {
    writeFileSync(join(folder, 'given', `${String(files)}.json`), JSON.stringify(part));
    files += 1;
    part = [];
  };
  for (const page of pages) {
    part.push(page);
    if (part.length === IN_ONE_FILE) write();
  }
  write();
}

type Frame = readonly [before: string, between: string, after: string];

/** What stands before the title, between title and middle, and behind the middle, which is what Pagefind reads. */
function frameOf(page: string): Frame {
  const [, before = '', between = '', after = ''] =
    /^(.*<title>)[^<]*(<\/title>.*<main)[^>]*>.*(<\/main>.*)$/su.exec(page) ?? [];
  return [before, `${between} id="main" data-pagefind-body>`, after];
}

function samePage(url: string, page: string): SamePage {
  const [, title = '', middle = ''] =
    /<title>([^<]*)<\/title>.*?<main[^>]*>(.*)<\/main>/su.exec(page) ?? [];
  return { url, title, middle };
}

function recordsOf(content: string): PeerRecord[] {
  const { issues, units, accounts, campaigns, updates } = openLedger(content);
  const ownerOf = (account: string | undefined, unit: string | undefined): string =>
    unit ?? accounts.get(account ?? '')?.unit ?? '';
  const rows = [...issues.values()].map(({ id, account, unit, campaign, row, ...issue }) => ({
    unit: ownerOf(account, unit),
    account,
    campaign,
    row: {
      id,
      name: `序号${String(row)}`,
      finding: issue.finding,
      deadline: issue.deadline.text,
    },
  }));
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  const byAccount = Map.groupBy(rows, ({ account }) => account);
  const byCampaign = Map.groupBy(rows, ({ campaign }) => campaign);
  const own = (some: typeof rows | undefined) => (some ?? []).map(({ row }) => row);
  return [
    ...[...issues.values()].map((one): PeerRecord => {
      const { id, row, finding, measures, deadline, listedOn, listedHost, account, unit } = one;
      return {
        kind: 'issues',
        id,
        title: `序号${String(row)} ${finding}`,
        facts: [
          ['单位', units.get(ownerOf(account, unit))?.name ?? listedHost],
          ['账号', accounts.get(account ?? '')?.name ?? ''],
          ['存在问题', finding],
          ['整改措施', measures],
          ['整改时限', deadline.text],
          ['列入', listedOn],
          ['类别', one.problems.join('、')],
        ],
        updates: (updates.get(id) ?? []).map((update) => ({
          on: update.reportedOn,
          action: update.action,
          note: 'note' in update ? (update.note ?? '') : '',
        })),
        rows: [],
      };
    }),
    ...[...units.values()].map(({ id, name, kind, phone = '' }): PeerRecord => ({
      kind: 'units',
      id,
      title: name,
      facts: [
        ['性质', kind],
        ['电话', phone],
      ],
      updates: [],
      rows: own(byUnit.get(id)),
    })),
    ...[...accounts.values()].map(({ id, name, kind, unit }): PeerRecord => ({
      kind: 'accounts',
      id,
      title: name,
      facts: [
        ['种类', kind],
        ['单位', units.get(unit)?.name ?? ''],
      ],
      updates: [],
      rows: own(byAccount.get(id)),
    })),
    ...[...campaigns.values()].map(({ id, name, list }): PeerRecord => ({
      kind: 'campaigns',
      id,
      title: name,
      facts: [['清单', list.title]],
      updates: [],
      rows: own(byCampaign.get(id)),
    })),
  ];
}
