/** 本级和下级的文稿: of a city of twelve, four of them out — the papers' numbers are those of a count by other means. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { calendarFile } from '../../src/documents/data/calendar.ts';
import { feedFile } from '../../src/documents/data/feed.ts';
import { areaOffer } from '../../src/documents/area-offer.ts';
import { siteFiles } from '../../src/documents/download.ts';
import { areaImbalances } from '../../src/documents/letter/area.ts';
import { areaIssuesSheet, ledgersSheet } from '../../src/documents/sheet/area-sheets.ts';
import { cellText } from '../../src/documents/sheet/sheet.ts';
import { readPaper } from '../../src/paper/paper.ts';
import { faceOf } from '../../src/views/face.ts';
import { areaIssues, areaView } from '../../src/views/rollup/area.ts';
import { ledger as run, scratch } from '../documents/run.ts';
import { AS_OF, laidDown } from '../generator/city.ts';
import {
  cityOfTwelve,
  codes,
  HIDDEN,
  LATE,
  OLD,
  STOLEN,
  type Twelve,
  WRONG,
} from '../generator/twelve.ts';
import { addedUp, type Area, countedIn } from '../recount/area.ts';

const OUT = [LATE, WRONG, STOLEN, OLD];
const IN = codes.filter((code) => !OUT.includes(code));
const dir = mkdtempSync(join(tmpdir(), 'area-'));
let twelve: Twelve;
let byHand: Area;
let face: ReturnType<typeof faceOf>;

beforeAll(() => {
  twelve = cityOfTwelve(dir);
  const { districts, city, content } = twelve;
  run('gather', '--write', '--content', content, '--as-of', AS_OF);
  face = faceOf(checkLedger(readFolder(content)).ledger!, AS_OF, 'public');
  byHand = addedUp(
    [city, ...IN.map((code) => districts.get(code)!)].map(({ code, files }) =>
      countedIn(laidDown(join(dir, code), files, new Map()), AS_OF, 'public'),
    ),
  );
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const area = () => areaView(face)!;
const paper = (what: string, ...args: string[]) =>
  run('area', what, '--content', twelve.content, '--as-of', AS_OF, '--audience', 'public', ...args);

test('汇总表：一个台账一行，不计入的数栏空着、写明缘由和上次的日子；每一栏相加等于合计，也等于另数的', () => {
  const { columns, rows } = ledgersSheet(face, area());
  expect(rows.slice(1, -1).map(([name]) => name)).toEqual(codes.map((code) => `示例${code}区`));
  for (const [at, { key, kind }] of columns.entries()) {
    if (kind !== 'number') continue;
    const column = rows.map((row) => Number(cellText(row[at])));
    const sum = column.slice(0, -1).reduce((all, one) => all + one, 0);
    expect([key, column.at(-1)]).toEqual([key, sum]);
    if (key !== 'overdue') expect([key, sum]).toEqual([key, byHand.figures[key]]);
    for (const code of OUT) expect(rows[codes.indexOf(code) + 1]![at]).toBeUndefined();
  }
  const late = rows[codes.indexOf(LATE) + 1]!;
  expect([late[1], late[2]]).toEqual(['逾期未报', { day: '2026-04-01' }]);
  expect(late.at(-1)).toContain('上次截至 2026-04-01：问题');
  expect(rows[codes.indexOf(WRONG) + 1]!.at(-1)).toContain('合计与明细不符');
});

test('问题清单：列名的加没有列名的等于合计；没有允许的、没有计入的一个也不列，写明', () => {
  const { total } = byHand.figures;
  const issues = areaIssues(face, area());
  const { rows, lines } = areaIssuesSheet(face, area(), issues);
  const unnamed = issues.unnamed.reduce((sum, { count }) => sum + count, 0);
  expect(rows.length + unnamed).toBe(total);
  expect(issues.unnamed.map(({ name }) => name)).toEqual([`示例${HIDDEN}区`]);
  const ledgers = new Set(rows.map((row) => row[1]));
  expect([...ledgers]).toEqual([
    '本级',
    ...IN.filter((code) => code !== HIDDEN).map((code) => `示例${code}区`),
  ]);
  expect(lines.join('\n')).toContain(`示例${HIDDEN}区 ${String(unnamed)} 个`);
  expect(lines.join('\n')).toContain(`没有计入、没有列名：示例${LATE}区，逾期未报`);
});

test('报告、通报是公文，数是另数的；不计入的写明；对不上的不生成', async () => {
  const { total, closed, unfinished } = byHand.figures;
  const words = `共有问题${String(total)}个，其中已销号${String(closed)}个`;
  for (const what of ['report', 'circular']) {
    const out = join(scratch(), `${what}.docx`);
    const { code, err } = paper(what, '--out', out);
    expect([code, err]).toEqual([0, '']);
    const read = await readPaper(out, readFileSync(out), () => false);
    if (!('paper' in read)) throw new Error('not read');
    const text = read.paper.blocks
      .map((block) => (block.kind === 'line' ? block.text : ''))
      .join('\n');
    expect(text).toContain(words);
    expect(text).toContain(`未完成${String(unfinished)}个`);
    expect(text).toMatch(new RegExp(`示例${LATE}区逾期未报：.*上次截至 2026-04-01`, 'u'));
  }
  const wrong = { ...area(), total: { ...area().total, total: 1 } };
  expect(areaImbalances(face, area())).toEqual([]);
  expect(areaImbalances(face, wrong).join('。')).toContain('合计写的是 1 个');
  expect(paper('table', '--as-of', '2020-01-01').err).toContain('没有登记下级');
});

test('问题多过一本工作簿装得下的：只有汇总表，名称也这样写；清单在 CSV 里', () => {
  const nameOf = (one: typeof face): [string, string | undefined] => {
    const book = areaOffer(one).downloads.find(({ href }) => href.endsWith('.xlsx'));
    return [book?.name ?? '', book?.saveAs];
  };
  expect(nameOf(face)).toEqual(['汇总表和问题清单（Excel）', '本级和下级.xlsx']);
  const { ledger } = face;
  const [id, roster] = [...ledger.rosters.public][0]!;
  const [issue] = roster.issues;
  const many = Array.from({ length: 5001 }, (_, at) => ({ ...issue!, id: `n-${String(at)}` }));
  const kept = ledger.snapshots.public.get(id)!;
  const more = kept.map((one) =>
    one.outcome === 'good'
      ? {
          ...one,
          summary: {
            ...one.summary,
            figures: {
              ...one.summary.figures,
              total: 5001,
              void: 5001 - one.summary.figures['valid']!,
            },
            platforms: [{ name: '微信公众号', total: 5001, unfinished: 0, closed: 0 }],
          },
        }
      : one,
  );
  const long = faceOf(
    {
      ...ledger,
      rosters: {
        ...ledger.rosters,
        public: new Map([...ledger.rosters.public, [id, { ...roster, issues: many }]]),
      },
      snapshots: {
        ...ledger.snapshots,
        public: new Map([...ledger.snapshots.public, [id, more]]),
      },
    },
    AS_OF,
    'public',
  );
  expect(nameOf(long)).toEqual(['汇总表（Excel）', '本级和下级汇总表.xlsx']);
});

test('订阅源、日历、下载也有下级的，只有这一版可以给的', async () => {
  const feed = feedFile(face);
  expect(feed).toContain(`示例${WRONG}区：收来的数不能用`);
  expect(feed).toContain(`示例101区：收到截至${AS_OF}的数`);
  const calendar = calendarFile(face).replaceAll('\r\n ', '');
  expect(calendar).toContain('下级报数到期：示例101区');
  expect(calendar).not.toContain(`下级报数到期：示例${LATE}区`);
  const due = [...twelve.districts.get('101')!.ledger.issues.keys()].filter((id) =>
    calendar.includes(`q101-${id}-due@ledger`),
  );
  expect(due.length).toBeGreaterThan(0);
  // Neither of who allows no names nor of who is in no sum.
  expect(calendar).not.toMatch(new RegExp(`q(?:${[HIDDEN, ...OUT].join('|')})-.*-due@`, 'u'));
  const files = siteFiles(face);
  const list = String(await files.get('downloads/area.csv')!.make());
  expect(list).toContain('示例101区');
  // A list that counts what it does not name says so in every format.
  expect(list).toMatch(/^\uFEFF本级和下级问题清单,+\r\n/u);
  expect(list).toContain('计入合计而不列名（没有允许检索，或在它的下级）');
  expect(list).toContain('没有计入、没有列名');
  const { out: printed } = paper('list', '--format', 'csv', '--audience', 'public');
  expect(printed).toContain('计入合计而不列名');
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['downloads/area.xlsx', 'downloads/area.docx']),
  );
});
