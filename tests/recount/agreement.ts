/**
 * 对账: what the program says of a ledger on a day and of a period, everywhere that it says it, against the count that
 * shares no code with it. Figures, groups, pages, Excel, CSV, JSON and the text of Word files.
 */
import * as xlsx from '@e965/xlsx';
import mammoth from 'mammoth';
import { expect } from 'vitest';
import { dataFiles } from '../../src/documents/data/data.ts';
import { summaryValues } from '../../src/documents/letter/summary.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import { sheetFile } from '../../src/documents/sheet/sheet-word.ts';
import { workingSheet } from '../../src/documents/sheet/working-ledger.ts';
import { workbook } from '../../src/documents/sheet/xlsx.ts';
import { periodOf } from '../../src/day/period.ts';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import {
  periodCounts,
  periodFigures,
  periodImbalances,
} from '../../src/domain/inspection/period-figures.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { type Face, faceOf } from '../../src/views/face.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { homeView } from '../../src/views/home/home-view.ts';
import { trendPages } from '../../src/views/trend/trend-view.ts';
import { unitView } from '../../src/views/unit/unit-view.ts';
import { soundLetter } from '../../scripts/letters/letter.ts';
import { campaignReportLetter } from '../../scripts/letters/report.ts';
import { filledTemplate } from '../../scripts/letters/wording.ts';
import { flowsOf, grouped, type Recount, tally, unfinished } from './recount.ts';

/** The states as readers see them. */
const STATES: Readonly<Record<string, string>> = {
  open: '待整改',
  rectifying: '整改中',
  submitted: '待审核',
  returned: '退回',
  closed: '已销号',
  sustained: '长期坚持',
  void: '撤销',
};

export interface Books {
  readonly content: string;
  readonly ledger: Ledger;
  readonly count: (day: string) => Recount;
}

/** A day of a ledger, counted on both sides. */
export class Day {
  readonly #books: Books;
  readonly #day: string;
  readonly #counted: Recount;
  readonly #face: Face;

  constructor(books: Books, day: string) {
    this.#books = books;
    this.#day = day;
    this.#counted = books.count(day);
    this.#face = faceOf(books.ledger, day, 'internal');
  }

  /** 各指标：总数、各状态、未完成, of the whole, of each campaign and of each unit. */
  figures(): void {
    const whole = standing(this.#books.ledger, this.#day);
    const said = (part: typeof whole) =>
      new Map(
        overviewOf(part).figures.map(({ id, value }) => [
          id,
          value.kind === 'count' ? value.value : undefined,
        ]),
      );
    const agree = (name: string, part: typeof whole, issues: Recount['issues']): void => {
      const figures = said(part);
      const states = tally(issues.map(({ state }) => state));
      expect([name, 'total', figures.get('total')]).toEqual([name, 'total', issues.length]);
      expect([name, figures.get('unfinished')]).toEqual([name, unfinished(issues)]);
      for (const state of Object.keys(STATES))
        expect([name, state, figures.get(state)]).toEqual([name, state, states[state] ?? 0]);
    };
    agree('', whole, this.#counted.issues);
    const reckoned = this.#counted.issues.filter(({ isOverdue }) => isOverdue !== undefined);
    const late = overviewOf(whole).figures.find(({ id }) => id === 'overdue')?.value;
    const rows = late?.kind === 'count' ? late.rows : [];
    expect(rows.filter((id) => reckoned.some((one) => one.id === id)).toSorted()).toEqual(
      reckoned.flatMap(({ id, isOverdue }) => (isOverdue === true ? id : [])).toSorted(),
    );
    for (const dimension of ['campaign', 'unit'])
      for (const [key, issues] of grouped(this.#counted, dimension))
        agree(key, standingWithin(whole, { [dimension]: key }), issues);
  }

  /** 各分组：每组是哪些问题。 */
  groups(): void {
    const { breakdowns } = overviewOf(standing(this.#books.ledger, this.#day));
    for (const dimension of ['unit', 'platform', 'problem', 'deadlineKind', 'state'] as const) {
      const table = breakdowns.find((one) => one.dimension === dimension);
      const groups = grouped(this.#counted, dimension);
      expect(new Map(table?.parts.map(({ key, rows }) => [key, rows.toSorted()]))).toEqual(
        new Map([...groups].map(([key, list]) => [key, list.map(({ id }) => id).toSorted()])),
      );
      for (const part of table?.parts ?? [])
        expect(part.figures.unfinished).toBe(unfinished(groups.get(part.key) ?? []));
    }
  }

  /** 数据文件（JSON、CSV）：逐行的状态、单位、专项，逐月的进出。 */
  data(): void {
    const { issues } = this.#counted;
    const files = dataFiles(this.#face);
    const json = JSON.parse(files.get('issues.json') ?? '') as Record<string, unknown>[];
    const [sheet] = Object.values(
      xlsx.read((files.get('issues.csv') ?? '').replace(/^\uFEFF/u, ''), { type: 'string' }).Sheets,
    );
    const csv = xlsx.utils.sheet_to_json<Record<string, unknown>>(sheet!, { raw: false });
    const expected = new Map(
      issues.map(({ id, state, groups }) => [
        id,
        [state, groups['unit']?.[0], groups['campaign']?.[0]],
      ]),
    );
    for (const rows of [json, csv])
      expect(
        new Map(rows.map((row) => [row['id'], [row['stateId'], row['unit'], row['campaign']]])),
      ).toEqual(expected);
    let before = 0;
    for (const { month, ...numbers } of this.#months(files)) {
      const last = `${String(month)}-31`;
      const flow = flowsOf(this.#counted, `${String(month)}-00`, last);
      const after = unfinished(this.#books.count(last < this.#day ? last : this.#day).issues);
      expect([month, numbers]).toEqual([month, { before, ...flow, after }]);
      before = after;
    }
  }

  /** 网页：首页、趋势页、专项页、单位页的数。 */
  pages(): void {
    const { issues } = this.#counted;
    const { headline, sentences } = homeView(this.#face).lead;
    const [whole = '', ...compared] = sentences;
    if (issues.length > 0) {
      expect(whole).toContain(leadOf(this.#counted));
      if (unfinished(issues) > 0)
        expect(headline.join('')).toContain(`未完成的问题${String(unfinished(issues))}个`);
    }
    const monthEnd = dayBefore(`${this.#day.slice(0, 7)}-01`);
    const then = unfinished(this.#books.count(monthEnd).issues);
    const change = unfinished(issues) - then;
    const since = compared.find((sentence) => /月底相比/u.test(sentence));
    if (since !== undefined && change !== 0)
      expect(since).toContain(
        `未完成的${change > 0 ? '增加' : '减少'}${String(Math.abs(change))}个`,
      );
    const course = trendPages(this.#face).find(({ id }) => id === 'course');
    const table = course?.sections.find((one) => one.table.id === 'flows')?.table;
    const names = ['before', 'listed', 'reopened', 'closed', 'sustained', 'withdrawn', 'after'];
    // A page of trends shows two years at most.
    const months = this.#months(dataFiles(this.#face)).slice(-24);
    if (table !== undefined)
      expect(table.rows.map((row) => row.slice(1).map(({ text }) => Number(text)))).toEqual(
        months.map((one) => names.map((name) => one[name])),
      );
    for (const [id, list] of grouped(this.#counted, 'unit')) {
      const { row, groups } = unitView(this.#face, this.#face.ledger.units.get(id)!);
      expect([id, row.issues, row.unfinished]).toEqual([id, list.length, unfinished(list)]);
      expect([id, groups.flatMap(({ rows }) => rows.map((one) => one.id)).toSorted()]).toEqual([
        id,
        list.map((one) => one.id).toSorted(),
      ]);
    }
    for (const [id, list] of grouped(this.#counted, 'campaign')) {
      const { figures } = campaignView(this.#face, id).head;
      const words = (figure: string) => figures.find((one) => one.id === figure)?.words;
      expect([id, words('total'), words('unfinished')]).toEqual([
        id,
        String(list.length),
        String(unfinished(list)),
      ]);
    }
  }

  /** 工作台账（Excel、Word）逐行的状态。 */
  async ledgers(): Promise<void> {
    const { rows } = selectedRows(this.#face, {});
    const { today } = this.#face;
    const office = this.#books.ledger.site.authority;
    const sheet = (isWord: boolean) => workingSheet(this.#face, rows, undefined, isWord);
    const bytes = await workbook([sheet(false)], { office, on: today });
    const [page] = Object.values(xlsx.read(bytes).Sheets);
    const table = xlsx.utils.sheet_to_json<string[]>(page!, { header: 1 });
    const head = table.find((row) => row.includes('状态') && row.includes('编号'));
    const [state, id] = ['状态', '编号'].map((name) => head?.indexOf(name) ?? -1);
    this.#statesAre(new Map(table.map((row) => [row[id!], row[state!]])));
    // Paper has no room for ids: its rows stand in the order of the ledger.
    const paper = tableIn(await htmlOf(await sheetFile(sheet(true), office, today)));
    const at = paper[0]?.indexOf('状态') ?? -1;
    this.#statesAre(new Map(rows.map((row, turn) => [row.id, paper[turn + 1]?.[at]])));
  }

  /** 情况报告（Word）：各专项的数。 */
  async reports(): Promise<void> {
    const campaigns = [...grouped(this.#counted, 'campaign')];
    // Those listed last: what was listed long ago was counted on an earlier day.
    for (const [id, issues] of campaigns.slice(-3)) {
      const campaign = this.#face.ledger.campaigns.get(id);
      const { letter } = campaignReportLetter(this.#face, campaign!, this.#books.content);
      const text = await textOf(await soundLetter(letter, []));
      const states = tally(issues.map(({ state }) => state));
      expect(text).toContain(`列入清单的问题共${String(issues.length)}个`);
      expect(text).toContain(
        `已销号${String(states['closed'] ?? 0)}个、长期坚持${String(states['sustained'] ?? 0)}个、未完成${String(unfinished(issues))}个`,
      );
    }
  }

  #months(files: ReadonlyMap<string, string>): Record<string, number | string>[] {
    return JSON.parse(files.get('flows.json') ?? '') as Record<string, number | string>[];
  }

  #statesAre(said: ReadonlyMap<string | undefined, string | undefined>): void {
    for (const { id, state, isHeld } of this.#counted.issues) {
      // What is accepted and waits says for what: 公示, or the level above.
      const words = isHeld
        ? /^已验收(?:待公示|公示中|待上级核销)/u
        : new RegExp(`^${STATES[state] ?? ''}$`, 'u');
      expect([id, said.get(id)]).toEqual([id, expect.stringMatching(words)]);
    }
  }
}

/** The flows of a period: as figures, and in the Word file of its summary. */
export async function agreesInPeriod(
  { content, ledger, count }: Books,
  id: string,
  on: string,
): Promise<void> {
  const period = periodOf(id)!;
  const after = dayBefore(period.from);
  const [then, now] = [count(after), count(period.until)];
  const flow = flowsOf(now, after, period.until);
  const said = new Map(
    periodFigures(ledger, period).map(({ name, value }) => [name, Number(value)]),
  );
  const [before, left] = [unfinished(then.issues), unfinished(now.issues)];
  expect([
    said.get('问题 期初未完成'),
    said.get('问题 新列'),
    said.get('问题 重启'),
    said.get('问题 销号'),
    said.get('问题 转长期坚持'),
    said.get('问题 期内撤销'),
    said.get('问题 未完成'),
  ]).toEqual([before, ...Object.values(flow), left]);
  const { listed, reopened, closed, sustained, withdrawn } = flow;
  expect(before + listed + reopened - closed - sustained - withdrawn).toBe(left);
  const { blocks } = filledTemplate(content, 'summary', summaryValues(ledger, period, on));
  const { authority: office, fiction } = ledger.site;
  const letter = { blocks, annexes: [], office, on, fiction };
  const text = await textOf(
    await soundLetter(letter, periodImbalances(periodCounts(ledger, period))),
  );
  expect(text).toContain(
    `期初未完成的问题${String(before)}个；本期新列${String(listed)}个、重启${String(reopened)}个，销号${String(closed)}个、转长期坚持${String(sustained)}个、撤销${String(withdrawn)}个；期末未完成${String(left)}个。`,
  );
}

/** 问题共…个（不涉及网站、账号的…个）：已销号…个，转入长期坚持…个，未完成…个, as the home page says it. */
export function leadOf({ issues, states }: Recount): string {
  const elsewhere = issues.filter(({ isElsewhere }) => isElsewhere).length;
  const apart =
    elsewhere === 0 || elsewhere === issues.length
      ? ''
      : `（不涉及网站、账号的${String(elsewhere)}个）`;
  return `问题共${String(issues.length)}个${apart}：已销号${String(states['closed'] ?? 0)}个，转入长期坚持${String(states['sustained'] ?? 0)}个，未完成${String(unfinished(issues))}个`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The text of a Word file, without any space. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replaceAll(/\s/gu, '');
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
}

/** The cells of the tables of a page. */
function tableIn(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]+>/gu, '').trim(),
    ),
  );
}
