/**
 * 五年: 示例区 from July 2021 to the end of June 2026, in a repository of its own. Twenty quarterly checks with their
 * circulars and summaries, two mergers, a split, two renames, three accounts handed over, four rules changed, three
 * campaigns concluded, three accounts closed, clerks who come and go. The same for the same seed but for the stamps that
 * commands give. What is tested is done by the commands; what only has to be there, by the generator.
 */
import { addDays, addMonths } from '../../../src/day/calendar.ts';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import { policyOn, isFromAbove } from '../../../src/domain/issue/round/closing.ts';
import { dueOn } from '../../../src/domain/issue/deadline/deadline.ts';
import { ownerOn } from '../../../src/domain/issue/owner.ts';
import { type IssueStanding, standing } from '../../../src/domain/issue/standing.ts';
import { accountOn, ledgerOn } from '../../../src/domain/ledger-on.ts';
import { openings } from '../../../src/domain/inspection/openings.ts';
import { inspectionBefore, sampleOf } from '../../../src/domain/inspection/sample.ts';
import { openingFiles } from '../../../src/intake/inspection/opening.ts';
import { register } from '../../../src/domain/register.ts';
import { canonical } from '../../../src/ledger/yaml/canon.ts';
import type { Entry } from '../../../src/schema/ledger.ts';
import { campaign as campaignSchema } from '../../../src/schema/campaign.ts';
import { SCHEMA_VERSION } from '../../../src/schema/site.ts';
import { updateAt, updatePath } from '../../../src/text/update-path.ts';
import { templates } from '../bulletins.ts';
import type { NewCampaign } from '../campaigns.ts';
import { problemIn } from '../findings.ts';
import { evidenceFor, type Store } from '../evidence.ts';
import { IssueWriter } from '../generate.ts';
import type { Files } from '../memory.ts';
import { hazardFiles, hazardProblem } from '../hazards.ts';
import { rowFor } from '../inspections.ts';
import { Random } from '../random.ts';
import { remindersFor } from '../reminders.ts';
import { tell, type NewUpdate, type Plot } from '../story.ts';
import { makeAccounts, makeUnits, type MadeAccount, type MadeUnit } from '../units.ts';
import { shippedWords } from '../vocabulary.ts';
import { type Planned, YearsRepository } from './repository.ts';

const START = '2021-07-01';
/** The last day. */
export const FIVE_YEARS_END = '2026-06-30';
const QUARTERS = 20;
const UNITS = 27;
const FICTION = '本台账为演示用的虚构数据，示例区及其单位、账号、人员和电话都不存在。';
/** Settled before the next check, most of it; some is left. */
const PLOTS: readonly Plot[] = [
  'settled',
  'at-once',
  'kept',
  'returned-twice',
  'settled',
  'underway',
  'extended-settled',
  'lapsed',
  'reopened-settled',
];

export interface YearsOptions {
  readonly seed: number;
  /** An empty folder. */
  readonly dir: string;
}

/** The quarters in order, by id. */
export const fiveYears: readonly { id: string; from: string; until: string }[] = Array.from(
  { length: QUARTERS },
  (_, turn) => {
    const from = addMonths(START, turn * 3);
    const number = Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1;
    return {
      id: `${from.slice(0, 4)}-q${String(number)}`,
      from,
      until: addDays(addMonths(START, (turn + 1) * 3), -1),
    };
  },
);

/** Lives the five years in `dir`. */
export async function liveFiveYears({ seed, dir }: YearsOptions): Promise<YearsRepository> {
  const office = new FiveYears(seed, new YearsRepository(dir, START));
  office.found();
  for (const turn of fiveYears.keys()) await office.quarter(turn);
  office.repository.advance(FIVE_YEARS_END);
  office.repository.settle();
  return office.repository;
}

class FiveYears {
  readonly repository: YearsRepository;
  readonly #random: Random;
  readonly #words = shippedWords();
  readonly #owners: MadeUnit[];
  readonly #accounts: MadeAccount[];
  readonly #store: Store = { files: new Map(), removed: [] };
  readonly #closing: string[];
  #count = 0;
  #isRemovalPlanned = false;
  #isCorrected = false;
  /** Stamps given out so far, by day. */
  readonly #turns = new Map<string, number>();

  constructor(seed: number, repository: YearsRepository) {
    this.repository = repository;
    this.#random = new Random(seed);
    // Their clerks have served since the beginning, some of them until a year and a half later.
    this.#owners = makeUnits(UNITS, addDays(START, 700));
    this.#accounts = makeAccounts(this.#random, this.#owners, this.#words.platforms, START);
    this.#closing = this.#accounts
      .filter(({ unit, record }) => record.kind === 'new-media' && unit.kind === 'street')
      .slice(-3)
      .map(({ id }) => id);
  }

  /** 建账. */
  found(): void {
    const site = {
      schemaVersion: SCHEMA_VERSION,
      name: '示例区政府网站与政务新媒体整改台账（虚构）',
      authority: '示例区人民政府办公室',
      address: 'https://ledger.example/zhenggai/',
      fiction: FICTION,
      repository: 'internal' as const,
      reviewers: [
        { account: 'reviewer-1', name: '赵示例', from: START, until: '2023-12-31' },
        { account: 'reviewer-2', name: '钱示例', from: START },
        { account: 'reviewer-3', name: '周示例', from: '2024-01-01' },
        { account: 'leader-1', name: '李示例', from: START },
      ],
      maintainers: [{ account: 'maintainer-1', name: '孙示例', from: START }],
      office: 'shili-office',
    };
    const files = new Map<string, string | Uint8Array>([
      ['site.yaml', canonical('site', site)],
      ...this.#words.files,
      ...templates(),
    ]);
    const problems = 'vocabulary/problems.yaml';
    files.set(problems, `${String(files.get(problems))}${hazardProblem}`);
    for (const { id, record } of this.#owners)
      files.set(`units/${id}.yaml`, canonical('unit', record));
    for (const [turn, { id, unit, record }] of this.#accounts.entries()) {
      files.set(`accounts/${unit.id}/${id}.yaml`, canonical('account', record));
      const filing = {
        filedOn: addDays(START, -60),
        filingNumber: `示备〔2021〕${String(turn + 1)}号`,
      };
      const isFiled = turn % 6 !== 5;
      this.#step(id, START, {
        action: 'entered',
        state: isFiled ? 'normal' : 'unfiled',
        ...(isFiled ? filing : {}),
      });
      if (isFiled) continue;
      const applied = addDays(START, 100 + turn);
      this.#step(id, applied, { action: 'applied', receipt: `示受〔2021〕${String(turn)}号` });
      this.#step(id, addDays(applied, 9), {
        action: 'filed',
        filedOn: addDays(applied, 8),
        filingNumber: filing.filingNumber,
      });
    }
    this.repository.commit('maintainer', files, '建账');
    this.repository.advance(START);
  }

  async quarter(turn: number): Promise<void> {
    const quarter = fiveYears[turn];
    if (quarter === undefined) throw new RangeError(`no quarter ${String(turn)}`);
    const on = (days: number): void => this.repository.advance(addDays(quarter.from, days));
    on(2);
    this.#settings(turn);
    this.#clerks(turn);
    const before = fiveYears[turn - 1];
    if (before !== undefined) {
      on(4);
      if (turn % 2 === 0) await this.#publish('summary', halfOf(before.id));
      else await this.#publish('summary', before.id);
    }
    on(8);
    this.#campaigns(turn);
    on(12);
    await this.#units(turn);
    await this.#closures(turn, 12);
    on(20);
    await this.#conclude(turn);
    this.#hardship(turn);
    on(45);
    await this.#check(turn, quarter.id);
    on(58);
    await this.#publish('circular', `${quarter.id}-check`);
    if (turn >= 9 && !this.#isCorrected) await this.#correct(`${quarter.id}-check`);
    await this.#closures(turn, 58);
  }

  /** The rules that change, each from a day on; the past keeps what held then. */
  #settings(turn: number): void {
    const { day } = this.repository;
    const change = (path: string, by: (text: string) => string, message: string): void =>
      this.repository.commit(
        'maintainer',
        new Map([[path, by(this.repository.text(path))]]),
        message,
      );
    if (turn === 5)
      change(
        'vocabulary/timing.yaml',
        (text) =>
          text
            .replace(/^dueSoonDays: \[(.*)\]$/mu, `dueSoonDays: [$1, { from: ${day}, value: 10 }]`)
            .replace(/^graceDays: \[(.*)\]$/mu, `graceDays: [$1, { from: ${day}, value: 2 }]`)
            .replace(
              /^immediateDays: \[(.*)\]$/mu,
              `immediateDays: [$1, { from: ${day}, value: 5 }]`,
            ),
        '改时限规则',
      );
    if (turn === 10)
      change(
        'vocabulary/indicators.yaml',
        (text) =>
          `${text.trimEnd()}\n  - { from: ${day}, indicator: M2, every: { everyDays: 12 }, source: 示政办函〔2024〕3号 }\n`,
        '本地更新要求',
      );
    if (turn === 14)
      change(
        'vocabulary/registering.yaml',
        (text) =>
          `${text.trimEnd()}\n  - { from: ${day}, filingDays: 8, noticeDays: 10, deregisterDays: 10, abandonedDays: 10 }\n`,
        '改备案规则',
      );
  }

  /** Every other quarter two clerks hand over to others. */
  #clerks(turn: number): void {
    if (turn === 0 || turn % 2 === 1) return;
    const { day } = this.repository;
    const { units } = this.repository.ledger();
    const files = new Map<string, string>();
    for (const at of [turn, turn + 7]) {
      const unit = units.get(this.#owners[at % this.#owners.length]?.id ?? '');
      if (unit === undefined || unit.ended !== undefined) continue;
      const members = [
        ...unit.members.map((member) =>
          member.until === undefined && member.from < day
            ? { ...member, until: addDays(day, -1) }
            : member,
        ),
        { account: `clerk-${unit.id}-${String(turn)}`, name: '新示例', from: day },
      ];
      files.set(unit.path, canonical('unit', record({ ...unit, members })));
    }
    if (files.size > 0) this.repository.commit('maintainer', files, '填报员交接');
  }

  /** Lists that come from elsewhere. */
  #campaigns(turn: number): void {
    const { day } = this.repository;
    if (turn === 8) this.#hazards(day);
    const plan = lists[turn];
    if (plan === undefined) return;
    const changed = addDays(day, 60);
    const closing = {
      ...plan.closing,
      ...(plan.earlier ? { earlier: [{ until: addDays(changed, -1), ...plan.earlier }] } : {}),
    };
    const id = `${day.slice(0, 4)}-${plan.slug}`;
    const list = `${plan.name}问题清单`;
    const made: NewCampaign = {
      name: `示例区${plan.name}`,
      notice: { title: `关于开展${plan.name}的通知` },
      list: { title: list, reportedBy: '示例区人民政府办公室', listedOn: day },
      closing,
      publication: { level: plan.level, ...(plan.level === 'none' ? {} : { approvedOn: day }) },
      office: 'shili-office',
      officer: 'reviewer-2',
      source: { document: `${list}（虚构）`, at: '全文' },
    };
    const files: Files = new Map();
    const living = this.#living(day);
    const writer = new IssueWriter(
      this.#random,
      this.#words,
      living,
      this.#store,
      files,
      addDays(day, 300),
    );
    writer.write({
      id,
      listedOn: day,
      issues: plan.issues,
      record: made,
      closing: { closing: campaignSchema.parse(made).closing },
    });
    for (const [name, reminder] of remindersFor(writer.overdue, writer.listedOn, addDays(day, 300)))
      this.repository.plan({
        day: reminder.sentOn,
        path: `reminders/${name}.yaml`,
        data: canonical('reminder', reminder),
        by: 'reviewer',
      });
    const first = { ...made, closing: plan.earlier ?? plan.closing };
    this.#enter(id, files, canonical('campaign', first), '列入专项');
    const [removed] = this.#store.removed;
    if (removed !== undefined && !this.#isRemovalPlanned) {
      this.#isRemovalPlanned = true;
      this.repository.plan({
        day: removed.removedOn,
        path: 'evidence/removed.yaml',
        data: canonical('removed', { removed: [removed] }),
        by: 'reviewer',
        // Forgotten with the report that it belongs to.
        issue: removed.file.split('/')[0] ?? '',
      });
    }
    if (plan.earlier !== undefined)
      this.repository.plan({
        day: changed,
        path: `campaigns/${id}.yaml`,
        data: canonical('campaign', made),
        by: 'maintainer',
      });
  }

  /** Problems of units and places. */
  #hazards(day: string): void {
    const { units } = this.repository.ledger();
    const living = this.#owners.filter(({ id }) => units.get(id)?.ended === undefined);
    const all = hazardFiles(living, addDays(day, 35));
    const path = `campaigns/${day.slice(0, 4)}-hazard.yaml`;
    const files: Files = new Map([...all].filter(([one]) => one !== path));
    this.#enter('', files, all.get(path) ?? '', '列入隐患排查', path);
  }

  /** Issues on the day, what happens to them later. */
  #enter(
    id: string,
    files: Files,
    campaign: string,
    message: string,
    path = `campaigns/${id}.yaml`,
  ): void {
    const now = new Map<string, string | Uint8Array>([[path, campaign]]);
    for (const [name, data] of files) {
      const at = updateAt(name);
      if (at === undefined) now.set(name, data);
      else this.#planUpdate(at.issue, name, String(data));
    }
    this.repository.commit('reviewer', now, message);
  }

  #planUpdate(issue: string, path: string, text: string): void {
    const day = /^reportedOn: '?(\d{4}-\d{2}-\d{2})/mu.exec(text)?.[1];
    if (day === undefined) throw new Error(`${path} has no day`);
    const by = /^action: (?:started|progress|submitted)$/mu.test(text) ? 'clerk' : 'reviewer';
    this.repository.plan({ day, path, data: text, by, issue });
    for (const [file, data] of this.#store.files) {
      // Evidence comes with the report that names it.
      if (!file.startsWith(`${issue}/`) || !text.includes(file.slice(issue.length + 1))) continue;
      this.repository.plan({ day, path: `evidence/${file}`, data, by, issue });
      this.#store.files.delete(file);
    }
  }

  /** 合并, 分设, 更名, 移交, by the command. */
  async #units(turn: number): Promise<void> {
    const { day } = this.repository;
    const order = changes[turn];
    if (order === undefined) return;
    // Of a mere change of name no document is recorded.
    const isRenamed = order.args.includes('--rename');
    const document = isRenamed ? [] : ['--document', `示政发〔${day.slice(0, 4)}〕9号`];
    const on = ['--on', day, ...document];
    if (order.split === undefined)
      await this.repository.proposed('maintainer', 'hand-over', ...order.args, ...on);
    else {
      this.repository.commit(
        'maintainer',
        new Map([
          [
            `units/${order.split}.yaml`,
            canonical('unit', {
              name: '示例区数据局',
              aliases: ['区数据局'],
              kind: 'department',
              establishedOn: day,
              members: [{ account: `clerk-${order.split}`, from: day }],
            }),
          ],
        ]),
        '新设单位',
      );
      const args = ['hand-over', ...order.args, ...on];
      const asked = await this.repository.ledgerCommand(args, 1);
      const ids = asked.split('\n').flatMap((line) => /^(\S+)= #/u.exec(line)?.[1] ?? []);
      const receivers = order.args.slice(2);
      const assigned = ids.map((id, at) => `${id}=${String(receivers[at % receivers.length])}`);
      await this.repository.proposed('maintainer', ...args, '--assign', ...assigned);
    }
    this.#follow();
  }

  /** After units changed: accounts and what is planned follow. */
  #follow(): void {
    const ledger = this.repository.ledger();
    const { day } = this.repository;
    for (const account of this.#accounts) {
      const unit = accountOn(ledger, account.id, day)?.unit ?? '';
      const name = ledger.units.get(unit)?.name ?? '';
      const owner = this.#owners.find(({ id }) => id === unit);
      account.unit = { ...(owner ?? account.unit), id: unit, name };
    }
    this.repository.replan((planned): Planned => {
      const issue = ledger.issues.get(planned.issue ?? '');
      if (issue === undefined || typeof planned.data !== 'string') return planned;
      const unit = ownerOn(ledger, issue, planned.day) ?? '';
      return {
        ...planned,
        data: planned.data.replace(/^onBehalfOf: .*$/mu, `onBehalfOf: ${unit}`),
      };
    });
  }

  /** 关停 of three accounts, step by step, over two quarters. */
  async #closures(turn: number, after: number): Promise<void> {
    for (const [at, account] of this.#closing.entries()) {
      const since = turn - (3 + at * 5);
      const step = (...args: string[]) =>
        this.repository.proposed('reviewer', 'close-account', account, '--next', ...args);
      if (since === 0 && after === 12) await step('--approval', `示政办批〔${String(at + 1)}〕号`);
      if (since === 0 && after === 58) await step('--link', `https://mp.example/notice/${account}`);
      if (since === 1 && after === 12) {
        await step('--receipt', `示注〔${String(at + 1)}〕号`);
        await step('--receipt', `示受〔${String(at + 1)}〕号`);
        const said = await this.repository.ledgerCommand(['close-account', account]);
        if (/--next/u.test(said)) await step();
        for (const issue of this.repository.ledger().issues.values())
          if (issue.account === account) this.repository.forget(issue.id);
      }
    }
  }

  /** 结项 of the lists, a year after; what goes on is named and rectified afterwards. */
  async #conclude(turn: number): Promise<void> {
    const plan = lists[turn - 4];
    if (plan === undefined) return;
    const { day } = this.repository;
    const id = `${String(Number(day.slice(0, 4)) - 1)}-${plan.slug}`;
    await this.repository.proposed(
      'maintainer',
      ...['conclude', id, '--on', day, '--document', `示政办函〔${day.slice(0, 4)}〕40号`],
      ...['--remaining', 'all'],
    );
    for (const one of this.#unfinished(({ issue }) => issue.campaign === id).slice(0, 4))
      this.#rectify(one);
  }

  /** 暂缓, and 延期 that was asked for after the day; opened again, withdrawn. */
  #hardship(turn: number): void {
    if (turn % 3 !== 1) return;
    const { day } = this.repository;
    const said = { note: '经研究同意（虚构）', reporter: '审核员（示例）' };
    const open = this.#unfinished(
      ({ issue, history }) => !isFromAbove(issue) && history.state !== 'submitted',
    );
    const late = open.find(({ lateness }) => lateness.kind === 'overdue');
    const soon = open.findLast(({ id }) => id !== late?.id);
    if (late !== undefined) {
      this.#rectify(late, 3);
      this.#planStep({
        issue: late.id,
        action: 'extended',
        reportedOn: day,
        askedOn: addDays(day, -1),
        dueOn: addDays(day, 25),
        reason: '逾期后才说明平台审核未完，已约谈（虚构）',
        ...said,
      });
    }
    if (soon !== undefined) {
      this.#rectify(soon, 90);
      this.#planStep({
        issue: soon.id,
        action: 'deferred',
        reportedOn: day,
        askedOn: addDays(day, -2),
        until: addDays(day, 300),
        reason: '平台改版期间不办理（虚构）',
        publicNote: '平台改版期间不能办理，改版后继续整改',
        ...said,
      });
    }
    this.repository.advance(addDays(day, 1));
  }

  /** 抽取, 检查, 开列, by the commands; what was seen is filled in by the generator. */
  async #check(turn: number, quarter: string): Promise<void> {
    const { day } = this.repository;
    const id = `${quarter}-check`;
    const isSample = turn % 2 === 1;
    const name = `示例区${day.slice(0, 4)}年第${['一', '二', '三', '四'][Number(quarter.slice(-1)) - 1] ?? ''}季度检查`;
    const seed = day.replaceAll('-', '');
    // Every other year by the commands; else by what they call, which is quicker.
    const isTyped = turn % 8 < 2;
    if (isTyped)
      await this.repository.proposed(
        'reviewer',
        ...['sample', '--id', id, '--name', name, '--campaign', quarter],
        ...(isSample ? ['--share', '40', '--seed', seed] : []),
      );
    else this.#sample(id, name, quarter, isSample ? Number(seed) : undefined);
    this.#fill(id);
    this.repository.advance(addDays(day, 3));
    const listedOn = this.repository.day;
    this.repository.commit(
      'maintainer',
      new Map([
        [`campaigns/${quarter}.yaml`, canonical('campaign', ofCheck(name, listedOn, turn))],
      ]),
      '立专项',
    );
    if (isTyped) await this.repository.proposed('reviewer', 'inspect', 'open', id);
    else this.#open(id);
    const ledger = this.repository.ledger();
    const now = standing(ledger, listedOn);
    for (const one of now.issues) {
      const { issue } = one;
      if (issue.campaign === quarter && issue.listedOn === listedOn)
        this.#story(one, PLOTS[(issue.row + turn) % PLOTS.length] ?? 'settled');
      else if (
        ledger.updates
          .get(one.id)
          ?.some(({ action, reportedOn }) => action === 'reopened' && reportedOn === listedOn)
      ) {
        this.repository.forget(one.id);
        this.#rectify(one);
      }
    }
  }

  #sample(id: string, name: string, campaign: string, seed: number | undefined): void {
    const { day } = this.repository;
    const ledger = this.repository.ledger();
    const scope =
      seed === undefined
        ? ({ kind: 'all' } as const)
        : { kind: 'sample' as const, seed, share: 40 };
    const previous = inspectionBefore(ledger, day);
    const { population, again, accounts } = sampleOf(ledger, scope, day, previous);
    const made = {
      name,
      checkedOn: day,
      edition: this.#words.indicators.editions.at(-1)?.id ?? '',
      campaign,
      ...(previous === undefined ? {} : { previous: previous.id }),
      population,
      scope,
      accounts: accounts.map((account) => ({ account, lookBack: again.includes(account) })),
    };
    const files = new Map([[`inspections/${id}.yaml`, canonical('inspection', made)]]);
    this.repository.commit('reviewer', files, `建立检查 ${name}`);
  }

  #open(id: string): void {
    const { day } = this.repository;
    const ledger = ledgerOn(this.repository.ledger(), day);
    const check = ledger.inspections.get(id);
    if (check === undefined) throw new Error(`no check ${id}`);
    const found = openings(ledger, check, day);
    const files = openingFiles(ledger, check, found, day, (on) => this.#stamp(on));
    this.repository.commit('reviewer', files, `开列${check.name}发现的问题`);
  }

  #fill(id: string): void {
    const { day } = this.repository;
    const check = this.repository.ledger().inspections.get(id);
    const edition = this.#words.indicators.editions.at(-1);
    if (check === undefined || edition === undefined) throw new Error(`no check ${id}`);
    const accounts = check.accounts.map(({ account, lookBack }) => {
      const made = this.#accounts.find((one) => one.id === account);
      if (made === undefined) throw new Error(`no account ${account}`);
      return rowFor(this.#random, made, lookBack, edition.veto, day, true).row;
    });
    const filled = {
      ...check,
      from: addDays(day, -4),
      until: day,
      replyBy: addDays(day, 40),
      checker: '区政府办信息科（示例）',
      accounts,
    };
    const text = canonical('inspection', record(filled));
    this.repository.commit('reviewer', new Map([[check.path, text]]), `填写检查结果 ${id}`);
  }

  async #publish(command: 'circular' | 'summary', id: string): Promise<void> {
    await this.repository.proposed('reviewer', command, id, '--freeze');
  }

  /** A result was wrong: it is put right, and the circular published anew; nothing where nobody failed. */
  async #correct(id: string): Promise<void> {
    const check = this.repository.ledger().inspections.get(id);
    if (check === undefined) throw new Error(`no check ${id}`);
    const before = this.repository.text(check.path);
    const text = before.replace('result: failed', 'result: passed');
    if (text === before) return;
    this.#isCorrected = true;
    this.repository.commit('maintainer', new Map([[check.path, text]]), `更正检查结果 ${id}`);
    await this.repository.proposed(
      'reviewer',
      ...['circular', id, '--freeze', '--id', `${id}-again`, '--corrects', id],
    );
  }

  #living(day: string): MadeAccount[] {
    const { registry, units } = this.repository.ledger();
    return this.#accounts.filter(
      ({ id, unit }) =>
        register(registry.get(id) ?? [], day).state !== 'deregistered' &&
        units.get(unit.id)?.ended === undefined,
    );
  }

  #unfinished(is: (one: IssueStanding) => boolean): IssueStanding[] {
    const { day } = this.repository;
    return standing(this.repository.ledger(), day).issues.filter(
      (one) => isUnfinished(one) && is(one),
    );
  }

  /** Handed in and settled from today on, `after` days later. */
  #rectify(one: IssueStanding, after = 0): void {
    if (one.history.state === 'submitted') return;
    this.repository.forget(one.id);
    this.#story(one, 'at-once', after);
  }

  #story(one: IssueStanding, plot: Plot, after = 0): void {
    const { campaigns, vocabulary } = this.repository.ledger();
    const { issue, id } = one;
    const campaign = campaigns.get(issue.campaign);
    if (campaign === undefined) throw new Error(`no campaign ${issue.campaign}`);
    const listedOn = addDays(this.repository.day, after);
    const { above, ongoing } = policyOn(issue, campaign, listedOn);
    this.#count += 1;
    const updates = tell(this.#random, plot, {
      issue: id,
      unit: one.unit,
      listedOn,
      asOf: FIVE_YEARS_END,
      dueOn: dueOn(issue.deadline)?.day,
      closing: campaign,
      above,
      ongoing,
      turn: this.#count,
      problem: problemIn({ vocabulary }, issue),
      ground: () => 'inspection',
      evidence: (day) =>
        evidenceFor(this.#random, this.#store, {
          issue: id,
          problems: vocabulary.problems.filter((kind) => issue.problems.includes(kind.id)),
          day,
          withFiles: false,
          turn: this.#count,
        }),
    });
    for (const update of updates) this.#planStep(update);
  }

  #planStep(update: NewUpdate): void {
    const stamp = this.#stamp(update.reportedOn);
    const issue = this.repository.ledger().issues.get(update.issue);
    if (issue === undefined) throw new Error(`no issue ${update.issue}`);
    this.#planUpdate(update.issue, updatePath(issue, stamp), canonical('update', update));
  }

  /** Later than every stamp before it on the same day. */
  #stamp(day: string): string {
    const turn = (this.#turns.get(day) ?? 0) + 1;
    this.#turns.set(day, turn);
    const minutes = 9 * 60 + turn;
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
    return `${day.replaceAll('-', '')}-${time}-${this.#random.code(3)}`;
  }

  #step(account: string, day: string, step: object): void {
    this.#count += 1;
    const stamp = `${day.replaceAll('-', '')}-1000${String(this.#count % 60).padStart(2, '0')}-${this.#random.code(3)}`;
    this.repository.plan({
      day,
      path: `registry/${account}/${stamp}.yaml`,
      data: canonical('registration', { account, reportedOn: day, ...step }),
      by: 'reviewer',
    });
  }
}

/** A record without what its file's place says. */
function record<T extends object>({
  id: _id,
  path: _path,
  ...rest
}: Entry<T>): Omit<Entry<T>, 'id' | 'path'> {
  return rest;
}

function halfOf(quarter: string): string {
  return `${quarter.slice(0, 4)}-h${quarter.endsWith('q2') ? '1' : '2'}`;
}

function ofCheck(name: string, listedOn: string, turn: number): NewCampaign {
  return {
    name,
    list: {
      title: `${name}问题清单`,
      reportedBy: '示例区人民政府办公室',
      listedOn,
    },
    publication: { level: 'list', overdueNames: turn % 4 === 0, approvedOn: listedOn },
    office: 'shili-office',
    source: { document: `${name}问题清单（虚构）`, at: '全文' },
  };
}

interface List {
  readonly slug: string;
  readonly name: string;
  readonly issues: number;
  readonly level: 'list' | 'statistics' | 'none';
  readonly closing: NonNullable<NewCampaign['closing']>;
  /** The rule of its first two months. */
  readonly earlier?: NonNullable<NewCampaign['closing']>;
}

/** By quarter: the lists of 专项整治; each is concluded four quarters later. */
const lists: Readonly<Record<number, List>> = {
  1: {
    slug: 'special',
    name: '政府网站与政务新媒体专项整治',
    issues: 26,
    level: 'list',
    closing: { policy: 'verification', publicityDays: 5 },
    earlier: { policy: 'verification', publicityDays: 0 },
  },
  6: {
    slug: 'lookback',
    name: '专项整治回头看',
    issues: 14,
    level: 'statistics',
    closing: { policy: 'merge', publicityDays: 0 },
    earlier: { policy: 'verification', publicityDays: 0 },
  },
  13: {
    slug: 'hotline',
    name: '群众反映问题集中办理',
    issues: 14,
    level: 'none',
    closing: { policy: 'merge', publicityDays: 3 },
  },
};

interface UnitChange {
  readonly args: readonly string[];
  /** A unit that is set up for it. */
  readonly split?: string;
}

/** By quarter: what becomes of units and accounts. */
const changes: Readonly<Record<number, UnitChange>> = {
  3: { args: ['yin-zhen', '--rename', '示例区寅山镇人民政府'] },
  5: { args: ['zi-zhen', '--to', 'chou-zhen'] },
  7: { args: ['--account', 'shili-jiaoyu-service', '--to', 'shili-sifa'] },
  9: { args: ['shili-minzheng', '--to', 'shili-sifa', 'shili-shuju'], split: 'shili-shuju' },
  11: { args: ['--account', 'shili-sifa-service', '--to', 'shili-shuju'] },
  12: { args: ['chou-zhen', '--rename', '示例区丑河镇人民政府'] },
  15: { args: ['mao-zhen', '--to', 'chou-zhen'] },
  17: { args: ['--account', 'shili-jiaoyu-service', '--to', 'shili-jiaoyu'] },
};

if (import.meta.main) {
  const [dir, seed = '5'] = process.argv.slice(2);
  if (dir === undefined) throw new Error('用法：five-years.ts 空文件夹 [种子]');
  const began = performance.now();
  await liveFiveYears({ seed: Number(seed), dir });
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} 秒`);
}
