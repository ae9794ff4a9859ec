/**
 * 示例区: a fictional ledger of any size, the same for the same seed, legal by construction. Tests, the demonstration
 * and the benchmarks all use it. Every state, action, deadline kind, platform, problem, origin, closing policy and
 * publication level occurs from about 120 issues on, and every field that only offices may see is filled in.
 */
import type { z } from 'zod';
import { addDays } from '../../src/day/calendar.ts';
import { dueOn } from '../../src/domain/issue/deadline/deadline.ts';
import { policyOn } from '../../src/domain/issue/round/closing.ts';
import type { DeadlineKind } from '../../src/schema/deadline.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { issue, origins, type Origin } from '../../src/schema/issue.ts';
import { SCHEMA_VERSION, type site } from '../../src/schema/site.ts';
import { reopenGrounds, type ReopenGround } from '../../src/schema/update.ts';
import type { Problem } from '../../src/schema/vocabulary.ts';
import { plannedCampaigns, type PlannedCampaign } from './campaigns.ts';
import { deadlineFor, deadlineKinds } from './deadlines.ts';
import { evidenceFor, type Store } from './evidence.ts';
import { problemIn, wordingOf } from './findings.ts';
import { findingsOfChecks } from './findings-of-checks.ts';
import { Deck, Random } from './random.ts';
import { EXTENSION_DAYS, plots, tell, type Plot } from './story.ts';
import { remindersFor, type NewReminder, type Overdue } from './reminders.ts';
import { bulletinsFor, summariesFor, templates } from './bulletins.ts';
import { childrenFor } from './children.ts';
import { handOvers } from './hand-overs.ts';
import { hazardFiles, hazardProblem } from './hazards.ts';
import { inspectionsFor, type NewInspection } from './inspections.ts';
import type { Files } from './memory.ts';
import { picture } from './picture.ts';
import { probesFor } from './probes.ts';
import { registryFor } from './registry.ts';
import { selfChecksFor } from './self-checks.ts';
import { laterSteps } from './later-steps.ts';
import { makeAccounts, makeUnits, PORTAL, SERVICE, type MadeAccount } from './units.ts';
import { shippedWords, type Words } from './vocabulary.ts';

export interface GenerateOptions {
  seed: number;
  issues: number;
  /** At least six; without it as many as suit the number of issues. */
  units?: number;
  /** The ledger's day, YYYY-MM-DD: everything happened before it. */
  asOf: string;
  /** With reminders on record; without them nothing was ever sent. */
  reminders?: boolean;
  /** With the findings of the checks opened and rectified, and half-year and quarter summaries on record. */
  supervised?: boolean;
  /** With a campaign whose problems belong to units and places, not to accounts; needs ten units. */
  hazards?: boolean;
  /** With a merger of two units, a rename and an account that was moved; needs forty units and `hazards`. */
  handOvers?: boolean;
  /** With ledgers below it and their snapshots. */
  children?: boolean;
}

const FICTION = '本台账为演示用的虚构数据，示例区及其单位、账号、人员和电话都不存在。';

/** Makes a ledger. */
export function generate(options: GenerateOptions): Files {
  const { seed, issues, units, asOf, reminders } = options;
  const random = new Random(seed);
  const words = shippedWords();
  const owners = makeUnits(Math.max(6, units ?? Math.min(400, 6 + Math.ceil(issues / 5))), asOf);
  const accounts = makeAccounts(random, owners, words.platforms, asOf);
  const store: Store = { files: new Map(), removed: [] };
  const files: Files = new Map([
    ['site.yaml', canonical('site', siteRecord(asOf))],
    ...words.files,
  ]);
  files.set('vocabulary/timing.yaml', canonical('timing', timing(asOf)));
  for (const { id, record } of owners) files.set(`units/${id}.yaml`, canonical('unit', record));
  for (const { id, unit, record } of accounts)
    files.set(`accounts/${unit.id}/${id}.yaml`, canonical('account', record));
  const writer = new IssueWriter(random, words, accounts, store, files, asOf);
  const campaigns = plannedCampaigns(asOf, issues);
  for (const campaign of campaigns) {
    const named = writer.write(campaign);
    files.set(
      `campaigns/${campaign.id}.yaml`,
      canonical('campaign', { ...campaign.record, reported: reportedTotals(named) }),
    );
  }
  const sent = reminders
    ? remindersFor(writer.overdue, writer.listedOn, asOf)
    : new Map<string, NewReminder>();
  for (const [id, record] of sent) files.set(`reminders/${id}.yaml`, canonical('reminder', record));
  supervise(files, seed, accounts, words, asOf, options.supervised === true ? store : undefined);
  for (const campaign of campaigns.slice(0, 1))
    for (const [path, record] of selfChecksFor(
      new Random(seed + 3),
      owners,
      campaign,
      writer.foundBy(campaign.id),
    ))
      files.set(path, canonical('selfCheck', record));
  if (options.supervised === true) {
    findingsOfChecks(new Random(seed + 5), files, store, asOf);
    laterSteps(new Random(seed + 6), files, asOf);
  }
  for (const [path, bytes] of store.files) files.set(`evidence/${path}`, bytes);
  if (store.removed.length > 0)
    files.set('evidence/removed.yaml', canonical('removed', { removed: store.removed }));
  if (options.supervised === true) for (const [path, text] of templates()) files.set(path, text);
  if (options.hazards === true) {
    const path = 'vocabulary/problems.yaml';
    files.set(path, `${String(files.get(path))}${hazardProblem}`);
    for (const [name, text] of hazardFiles(owners, asOf)) files.set(name, text);
  }
  if (options.children === true) childrenOf(files, accounts, words, asOf);
  if (options.handOvers === true) handOvers(files, owners, accounts, asOf);
  if (options.supervised === true)
    for (const [id, record] of summariesFor(files, asOf))
      files.set(`bulletins/${id}.yaml`, canonical('bulletin', record));
  return files;
}

/** The ledgers below, one of which has an account of this one as well. */
function childrenOf(
  files: Files,
  accounts: readonly MadeAccount[],
  { platforms }: Words,
  asOf: string,
): void {
  const [shared = ''] = accounts.flatMap(({ record }) => {
    if (record.kind === 'website') return [];
    const platform = platforms.find(({ id }) => id === record.platform && id !== 'unstated');
    return platform === undefined ? [] : [`${platform.name}：${record.name}`];
  });
  for (const [path, [kind, record]] of childrenFor(asOf, shared))
    files.set(path, canonical(kind, record));
}

/** The register and the quarterly checks, by a chance of their own so that they change nothing else. */
function supervise(
  files: Files,
  seed: number,
  accounts: readonly MadeAccount[],
  words: Words,
  asOf: string,
  store: Store | undefined,
): void {
  const registry = registryFor(new Random(seed + 1), accounts, asOf);
  for (const [path, record] of registry) files.set(path, canonical('registration', record));
  const checks = inspectionsFor(new Random(seed + 2), accounts, registry, words.indicators, asOf);
  const latest = [...checks].at(-1);
  if (store !== undefined && latest !== undefined) picturesOf(latest, store);
  for (const [id, record] of checks)
    files.set(`inspections/${id}.yaml`, canonical('inspection', record));
  const last = [...checks.values()].at(-1)?.checkedOn ?? asOf;
  for (const [path, record] of probesFor(accounts, last))
    files.set(path, canonical('probe', record));
  for (const [id, record] of bulletinsFor(files))
    files.set(`bulletins/${id}.yaml`, canonical('bulletin', record));
}

/** What was seen at the first account of a check that failed. */
function picturesOf([id, { accounts }]: [string, NewInspection], store: Store): void {
  const seen = accounts.find(({ results = [] }) =>
    results.some(({ result }) => result === 'failed'),
  );
  if (seen === undefined) return;
  seen.pictures = [{ file: '截图-1.png' }];
  store.files.set(`${id}/截图-1.png`, picture(40));
}

/** What the campaign reported: what its list names, and a few more that it does not name. */
function reportedTotals(named: readonly MadeAccount[]) {
  const media = new Set(named.filter(({ record }) => record.kind === 'new-media'));
  const websites = new Set(named.filter(({ record }) => record.kind === 'website'));
  return {
    units: new Set(named.map(({ unit }) => unit.id)).size + 2,
    accounts: media.size + 5,
    websites: websites.size,
  };
}

type NewIssue = z.input<typeof issue>;

/** Writes the issues of campaigns with their updates, none after the day. */
export class IssueWriter {
  readonly #random: Random;
  readonly #words: Words;
  readonly #store: Store;
  readonly #files: Files;
  readonly #asOf: string;
  readonly #found = new Map<string, ReadonlySet<string>>();
  readonly #accounts: Deck<MadeAccount>;
  readonly #problems: Deck<Problem>;
  readonly #kinds: Deck<DeadlineKind>;
  readonly #origins: Deck<Origin>;
  readonly #plots: Deck<Plot>;
  readonly #grounds: Deck<ReopenGround>;
  /** Last days relative to the ledger's day, so that some are overdue, some due today, soon or later. */
  readonly #offsets: Deck<number>;
  #turn = 0;
  /** Issues left open past their day, in order, and the day on which each was listed. */
  readonly overdue: Overdue[] = [];
  readonly listedOn = new Map<string, string>();

  constructor(
    random: Random,
    words: Words,
    accounts: readonly MadeAccount[],
    store: Store,
    files: Files,
    asOf: string,
  ) {
    this.#random = random;
    this.#words = words;
    this.#store = store;
    this.#files = files;
    this.#asOf = asOf;
    this.#accounts = new Deck(random, accounts);
    this.#problems = new Deck(random, words.problems);
    this.#kinds = new Deck(random, deadlineKinds);
    this.#origins = new Deck(random, [
      ...Array<Origin>(6).fill('self-check'),
      ...(Object.keys(origins) as Origin[]),
    ]);
    this.#plots = new Deck(random, plots);
    this.#grounds = new Deck(random, Object.keys(reopenGrounds) as ReopenGround[]);
    this.#offsets = new Deck(random, [-90, -60, -40, -25, -12, -4, -1, 0, 1, 3, 6, 9, 20, 45]);
  }

  /** The units of whose problems a campaign's list says that they found them themselves. */
  foundBy(campaign: string): ReadonlySet<string> {
    return this.#found.get(campaign) ?? new Set();
  }

  /** Writes the issues of a campaign with their updates; returns the accounts that they name. */
  write(campaign: PlannedCampaign): MadeAccount[] {
    const named: MadeAccount[] = [];
    const width = Math.max(2, String(campaign.issues).length);
    for (let row = 1; row <= campaign.issues; row += 1) {
      const account = this.#accounts.deal();
      named.push(account);
      const id = `${campaign.id}-${String(row).padStart(width, '0')}`;
      this.#turn += 1;
      this.#issue(campaign, id, row, account);
    }
    return named;
  }

  #issue(campaign: PlannedCampaign, id: string, row: number, account: MadeAccount): void {
    const { listedOn } = campaign;
    const turn = this.#turn;
    const problems = [this.#problems.deal()];
    if (turn % 5 === 0) problems.push(this.#problems.deal((other) => other !== problems[0]));
    const origin = campaign.id.endsWith('hotline') ? 'public' : this.#origins.deal();
    if (origin === 'self-check')
      this.#found.set(campaign.id, new Set([...this.foundBy(campaign.id), account.unit.id]));
    const kind = this.#kinds.deal();
    const plot = this.#plots.deal((card) => suits(card, campaign, isAbove(origin), kind));
    const deadline = deadlineFor(this.#random, {
      kind,
      listedOn,
      turn,
      ...this.#lastDay(plot, kind, listedOn),
    });
    const wordings = problems.map((problem) => wordingOf(problem, turn));
    const column = columnOf(account, problems);
    const indicator = column === undefined ? this.#indicatorOf(problems, account) : undefined;
    const record: NewIssue = {
      campaign: campaign.id,
      row,
      ...(column === undefined
        ? { account: account.id, listed: listedAs(account, this.#words, turn) }
        : { unit: account.unit.id, listed: column }),
      listedHost: turn % 4 === 0 ? account.unit.short : account.unit.name,
      problems: problems.map((problem) => problem.id),
      finding: wordings.map(({ finding }) => finding).join('，'),
      measures: `${wordings.map(({ measures }) => measures).join('；')}。`,
      duties: wordings.flatMap(({ duty }) => duty ?? []),
      deadline,
      listedOn,
      ...(turn % 3 === 0 ? { foundOn: addDays(listedOn, -this.#random.int(1, 9)) } : {}),
      origin,
      ...(indicator && turn % 2 === 0 ? { indicator } : {}),
      ...(turn % 4 === 1 ? { note: '检查时已当面向单位反馈（内部备注，虚构）' } : {}),
      source: { document: `${campaign.record.list.title}（虚构）`, at: `第${String(row)}行` },
    };
    this.#files.set(`issues/${campaign.id}/${id}.yaml`, canonical('issue', record));
    const last = dueOn(issue.parse(record).deadline)?.day;
    if (last !== undefined && last < this.#asOf && isLeftOpen(plot) && plot !== 'extended') {
      this.overdue.push({ issue: id, unit: account.unit.id, dueOn: last });
      this.listedOn.set(id, listedOn);
    }
    this.#updates(campaign, id, account, record, problems, plot);
  }

  /**
   * The day that the words of a deadline name. Where the plot leaves the issue open it lies around the ledger's day and
   * near it is named exactly; where the issue is settled it lies soon after the list, so that some are late.
   */
  #lastDay(plot: Plot, kind: DeadlineKind, listedOn: string): { dueOn: string; exact: boolean } {
    const dated = kind === 'fixed' || kind === 'fixed-then-ongoing';
    if (!dated || !isLeftOpen(plot))
      return { dueOn: addDays(listedOn, this.#random.int(8, 60)), exact: false };
    const offset = this.#offsets.deal();
    const dueOn = addDays(this.#asOf, plot === 'extended' ? offset - EXTENSION_DAYS : offset);
    const earliest = addDays(listedOn, 10);
    return { dueOn: dueOn > earliest ? dueOn : earliest, exact: offset > -10 && offset < 15 };
  }

  #updates(
    campaign: PlannedCampaign,
    id: string,
    account: MadeAccount,
    record: NewIssue,
    problems: readonly Problem[],
    plot: Plot,
  ): void {
    const turn = this.#turn;
    const { closing } = campaign;
    const parsed = issue.parse(record);
    const { above, ongoing } = policyOn(parsed, closing, record.listedOn);
    const updates = tell(this.#random, plot, {
      issue: id,
      unit: account.unit.id,
      listedOn: record.listedOn,
      asOf: this.#asOf,
      dueOn: dueOn(parsed.deadline)?.day,
      closing,
      above,
      ongoing,
      turn,
      problem: problemIn({ vocabulary: this.#words }, parsed),
      ground: () => this.#grounds.deal(),
      evidence: (day) =>
        evidenceFor(this.#random, this.#store, {
          issue: id,
          problems,
          day,
          withFiles: turn % 12 === 0 && turn < 2400,
          turn,
        }),
    });
    for (const [index, update] of updates.entries()) {
      const time = `${String(9 + Math.floor(index / 4)).padStart(2, '0')}${String((index % 4) * 15).padStart(2, '0')}00`;
      const stamp = `${update.reportedOn.replaceAll('-', '')}-${time}-${this.#random.code(3)}`;
      this.#files.set(`updates/${id}/${stamp}.yaml`, canonical('update', update));
    }
  }

  #indicatorOf(problems: readonly Problem[], { record }: MadeAccount) {
    const edition = this.#words.indicators.editions.at(-1);
    const letter = record.kind === 'website' ? 'W' : 'M';
    const found = problems
      .flatMap(({ indicators }) => indicators)
      .find((id) => id.startsWith(letter));
    return edition && found ? { id: found, edition: edition.id } : undefined;
  }
}

/** True for what only the level above can close. */
function isAbove(origin: Origin): boolean {
  return origin === 'city' || origin === 'province' || origin === 'nation';
}

/** True for the plots after which the unit still has to act. */
function isLeftOpen(plot: Plot): boolean {
  return ['untouched', 'underway', 'returned', 'extended'].includes(plot);
}

/** Plots that need something of the campaign or the issue wait until they find it. */
function suits(
  plot: Plot,
  { record }: PlannedCampaign,
  above: boolean,
  kind: DeadlineKind,
): boolean {
  const publicity = (record.closing?.publicityDays ?? 0) > 0;
  switch (plot) {
    case 'to-be-published':
    case 'being-published':
      return publicity && !above;
    case 'to-be-confirmed':
      return above;
    case 'waiting':
    case 'returned':
    case 'returned-twice':
    case 'kept':
    case 'reviewed':
    case 'lapsed':
      return record.closing?.policy === 'verification';
    case 'extended':
    case 'extended-settled':
      return kind === 'fixed' || kind === 'fixed-then-ongoing';
    default:
      return true;
  }
}

/** What is wrong with the portal's pages of a bureau is the bureau's to mend: a column, not an account of its own. */
function columnOf({ id, unit }: MadeAccount, problems: readonly Problem[]): string | undefined {
  const [only, ...rest] = problems;
  if (!id.endsWith(SERVICE) || rest.length > 0 || !only?.id.startsWith('content-'))
    return undefined;
  return `${PORTAL}“${unit.short.replace(/^区|局$/gu, '')}”栏目`;
}

/** How lists write an account: platform before or behind, or not at all. */
function listedAs({ record }: MadeAccount, words: Words, turn: number): string {
  if (record.kind === 'website') return record.name;
  const platform = words.platforms.find(({ id }) => id === record.platform);
  if (!platform || platform.id === 'unstated') return record.name;
  switch (turn % 4) {
    case 0:
      return `${record.name}（${platform.name}）`;
    case 1:
      return `${platform.aliases[0] ?? platform.name}：${record.name}`;
    default:
      return `${platform.name}：${record.name}`;
  }
}

function siteRecord(asOf: string): z.input<typeof site> {
  const from = addDays(asOf, -700);
  return {
    schemaVersion: SCHEMA_VERSION,
    name: '示例区政府网站与政务新媒体整改台账（虚构）',
    authority: '示例区人民政府办公室',
    address: 'https://ledger.example/zhenggai/',
    internalAddress: 'https://inside.ledger.example/',
    asOf,
    asOfNote: '演示用的统计截止日',
    fiction: FICTION,
    repository: 'internal',
    footer: {
      host: '示例区人民政府办公室',
      operator: '示例区电子政务中心',
      phone: '0000-1000000',
      siteCode: '0000000000',
      icp: '示ICP备00000000号',
      police: '示公网安备00000000000000号',
      corrections: 'https://corrections.example/',
    },
    forge: {
      kind: 'gitea',
      address: 'https://git.example/',
      repository: 'shili/ledger',
      branch: 'main',
    },
    reviewers: [
      { account: 'reviewer-1', name: '赵示例', post: '审核员（示例）', from },
      {
        account: 'reviewer-0',
        name: '钱示例',
        post: '审核员（示例）',
        from: addDays(asOf, -1400),
        until: addDays(asOf, -701),
      },
      { account: 'leader-1', name: '李示例', post: '分管副主任（示例）', from },
    ],
    maintainers: [{ account: 'maintainer-1', name: '孙示例', post: '管理员（示例）', from }],
    robots: [{ account: 'reminder-1', name: '催办任务（示例）', post: '定时任务（示例）', from }],
    sending: { mail: 'internal', wecom: 'internal', dingtalk: 'internal', webhook: 'public' },
    office: 'shili-office',
  };
}

/** The office's settings, one of them changed in the course of the year. */
function timing(asOf: string) {
  const from = addDays(asOf, -700);
  const later = addDays(asOf, -90);
  return {
    dueSoonDays: [
      { from, value: 7 },
      { from: later, value: 10 },
    ],
    graceDays: [{ from, value: 0 }],
    reviewEveryDays: [{ from, value: 90 }],
    immediateDays: [{ from, value: 7 }],
    lateReceiptDays: [{ from, value: 7 }],
    closeOfBusiness: [{ from, value: '18:00' }],
  };
}
