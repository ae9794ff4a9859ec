/**
 * 批量登记: the rows of a register as new units and accounts — what the ledger has already is left alone, so that the
 * same file read again enters nothing. A unit whose name is like another's is asked about and never guessed.
 */
import type { Day } from '../day/calendar.ts';
import { canonical } from '../ledger/yaml/canon.ts';
import { platformOf } from '../domain/issue/standing.ts';
import type { Paper, PaperPlace } from '../paper/sheet.ts';
import type { Account } from '../schema/account.ts';
import { link } from '../schema/field.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { Source } from '../schema/source.ts';
import { accountStates } from '../text/terms.ts';
import type { AccountState } from '../schema/registration.ts';
import { Inquiry, type Question } from './inquiry/question.ts';
import { Known } from './record/known.ts';
import { readUnit } from './record/row/host.ts';
import { registerDay, type RegisterRow, type RegisterTable, rowInWords } from './register-table.ts';
import { type UnitTableRow, unitRows } from './unit-table.ts';
import { OTHER, UNSTATED } from '../text/terms.ts';
import { WEBSITE_PLATFORM } from './words/listed.ts';
import { freeId, newId, unitKindOf } from './words/unit-names.ts';
import { bareText } from './words/wording.ts';

/** What a register adds to a ledger. */
export interface RegisterEntries {
  /** Path below content/ → text; empty while anything is asked. */
  readonly files: Map<string, string>;
  readonly units: number;
  readonly accounts: number;
  /** Rows whose unit or account the ledger has. */
  readonly known: number;
  readonly questions: readonly Question[];
  /** What was read otherwise than it stands, and what was not entered, each with its place. */
  readonly notes: readonly string[];
}

/** Reads lists of units (单位名称, 简称, 办公电话) and registers of accounts into what they add to a ledger. */
export function registerEntries(
  lists: readonly Paper[],
  table: RegisterTable,
  ledger: Ledger,
  given: ReadonlyMap<string, readonly string[]>,
  on: Day,
): RegisterEntries {
  const reader = new Reader(ledger, given, on);
  for (const paper of lists) reader.units(paper);
  for (const row of table.rows) reader.account(row);
  return reader.entries();
}

class Reader {
  readonly #known: Known;
  readonly #inquiry: Inquiry;
  readonly #on: Day;
  readonly #notes: string[] = [];
  readonly #steps = new Map<string, object>();
  #seen = 0;

  constructor(ledger: Ledger, given: ReadonlyMap<string, readonly string[]>, on: Day) {
    this.#known = new Known(ledger);
    this.#inquiry = new Inquiry(given);
    this.#on = on;
  }

  /** A list of units is taken at its word: it names each of them in full, so nothing like another is asked about. */
  units(paper: Paper): void {
    const rows = unitRows(paper);
    for (const row of rows) this.#unit(row);
    if (rows.length === 0)
      this.#notes.push(
        `${paper.file} 没有读出单位：没有认得“单位名称”一栏的表头 → 把这一栏的栏名改成“单位名称”`,
      );
  }

  #unit({ name, aliases, phone, place }: UnitTableRow): void {
    if (this.#known.units.find(name) !== undefined) {
      this.#seen += 1;
      return;
    }
    const id = newId(this.#known.units.stem(name), (one) => this.#known.isTaken(one));
    this.#known.addUnit(id, {
      name,
      aliases,
      kind: unitKindOf(name),
      ...(phone !== undefined && { phone }),
      members: [],
      contacts: [],
      source: sourceOf(place),
    });
  }

  account(row: RegisterRow): void {
    const { values, place } = row;
    const name = values.get('name') ?? '';
    const host = values.get('unit');
    if (host === undefined) {
      this.#notes.push(`${rowInWords(row)} “${name}”没有主办单位，没有登记 → 补上这一格再运行一次`);
      return;
    }
    const inquiry = this.#inquiry.part();
    // In an office's own register 统计局 is its own, where only one unit is called so.
    const unit = this.#known.units.find(host) ?? readUnit(host, place, this.#known, inquiry, []);
    if (unit === undefined) return;
    const { platform, subtype } = this.#platform(values.get('platform'));
    const same = this.#known
      .accountsNamed(name)
      .find(({ account }) => account.unit === unit && platformOf(account) === platform);
    if (same !== undefined) {
      this.#seen += 1;
      return;
    }
    const id = freeId(`${unit}-${platform === WEBSITE_PLATFORM ? 'website' : platform}`, (one) =>
      this.#known.isTaken(one),
    );
    this.#known.addAccount(id, this.#record(row, name, unit, platform, subtype));
    this.#state(id, row);
  }

  #platform(words: string | undefined): { platform: string; subtype?: string | undefined } {
    if (words === undefined) return { platform: UNSTATED };
    const { platform, subtype } = this.#known.platforms.read(`${words}：x`);
    const found = /网站/u.test(words)
      ? WEBSITE_PLATFORM
      : (platform ?? this.#known.platforms.find(words));
    return found === undefined ? { platform: OTHER, subtype: words } : { platform: found, subtype };
  }

  #record(
    row: RegisterRow,
    name: string,
    unit: string,
    platform: string,
    subtype: string | undefined,
  ): Account {
    const { values, place } = row;
    const openedOn = registerDay(values.get('openedOn') ?? '');
    const address = values.get('address');
    const web =
      address !== undefined && /^[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/iu.test(address)
        ? `http://${address}`
        : address;
    const hasLink = link.safeParse(web).success;
    if (address !== undefined && !hasLink)
      this.#notes.push(`${rowInWords(row)} 网址“${address}”不是网址，没有登记这一格`);
    const common = {
      unit,
      name,
      aliases: [],
      ...(hasLink && { address: web }),
      ...textsIn(values, ['supervisor', 'operator']),
      ...(openedOn !== undefined && { openedOn }),
      source: sourceOf(place),
    };
    if (platform === WEBSITE_PLATFORM)
      return { kind: 'website', ...common, ...textsIn(values, ['siteCode', 'icp', 'police']) };
    const kind = values.get('subtype') ?? subtype;
    return {
      kind: 'new-media',
      ...common,
      platform,
      ...(kind !== undefined && { subtype: kind }),
      ...textsIn(values, ['certifiedBody']),
    };
  }

  /** 入册: where the register says how an account stands. Other words for it than the ledger's are told and not read. */
  #state(account: string, row: RegisterRow): void {
    const words = row.values.get('state');
    if (words === undefined) return;
    const state = (Object.keys(accountStates) as AccountState[]).find(
      (one) => bareText(accountStates[one]) === bareText(words),
    );
    if (state === undefined) {
      this.#notes.push(`${rowInWords(row)} 状态“${words}”不认得，没有登记这一格`);
      return;
    }
    const filedOn = registerDay(row.values.get('filedOn') ?? '');
    const filingNumber = row.values.get('filingNumber');
    this.#steps.set(`registry/${account}/${this.#on.replaceAll('-', '')}-000000-abc.yaml`, {
      account,
      reportedOn: this.#on,
      action: 'entered',
      state,
      ...(filedOn !== undefined && filedOn <= this.#on && { filedOn }),
      ...(filingNumber !== undefined && { filingNumber }),
    });
  }

  entries(): RegisterEntries {
    const { questions } = this.#inquiry;
    const { newUnits, newAccounts } = this.#known;
    const files = new Map<string, string>();
    if (questions.length === 0) {
      for (const [id, unit] of newUnits) files.set(`units/${id}.yaml`, canonical('unit', unit));
      for (const [id, account] of newAccounts)
        files.set(`accounts/${account.unit}/${id}.yaml`, canonical('account', account));
      for (const [path, step] of this.#steps) files.set(path, canonical('registration', step));
    }
    return {
      files,
      units: newUnits.size,
      accounts: newAccounts.size,
      known: this.#seen,
      questions,
      notes: this.#notes,
    };
  }
}

function sourceOf({ file, sheet, row }: PaperPlace): Source {
  return { document: file, at: `${sheet}第${String(row)}行` };
}

function textsIn<C extends string>(
  values: ReadonlyMap<string, string>,
  columns: readonly C[],
): Partial<Record<C, string>> {
  return Object.fromEntries(
    columns.flatMap((one) => {
      const text = values.get(one);
      return text === undefined ? [] : [[one, text]];
    }),
  ) as Partial<Record<C, string>>;
}
