/**
 * 填报页和审核同一个结论: whatever a form can express is filled in, judged by the page, written as files, handed in as a
 * real proposal and judged by the review; both say the same sentences, of the same weight, of the same files.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkForm } from '../../src/form/check.ts';
import { inspectionSlice, findingSlice, registerSlice } from '../../src/form/slice/office-slice.ts';
import { ledgerOfSlice, type Slice, sliceOf } from '../../src/form/slice/slice.ts';
import type { NewRecord } from '../../src/form/new-record.ts';
import type { Rule } from '../../src/ledger/rule.ts';
import {
  inspectionFiles,
  inspectionRecord,
  type FilledRow,
} from '../../src/form/works/inspection.ts';
import { inspectionRules } from '../../src/form/works/rules/inspection-rules.ts';
import { findingWork, NEW_FINDING } from '../../src/form/works/finding.ts';
import { registerWork } from '../../src/form/works/register.ts';
import { reportWork } from '../../src/form/works/report.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { actions, registrations } from '../../src/text/terms.ts';
import { updatePath } from '../../src/text/update-path.ts';
import * as samples from './samples.ts';
import { issueFile, TODAY, World, worldFiles } from './world.ts';

let world: World;
let ledger: Ledger;
/** What this file adds to the world. */
let first: Record<string, string>;
let stamps = 0;

/** The states of an issue, each made by the steps that lead to it. */
const ways: Record<string, readonly (readonly [action: string, more?: object])[]> = {
  open: [],
  rectifying: [['started']],
  submitted: [['submitted']],
  returned: [['submitted'], ['returned', { reason: '不全' }]],
  closed: [['submitted'], ['accepted']],
  void: [['voided', { reason: '重复' }]],
};
/** Issue by state: further issues of the world, of the unit 甲. */
const issueOf = (state: string): string => `in-${state}`;
const evidence = [{ number: '示例备〔2024〕1号' }];

function nextStamp(day: string): string {
  stamps += 1;
  return `${day.replaceAll('-', '')}-1000${String(stamps % 60).padStart(2, '0')}-f${stamps.toString(36)}`;
}

const update = (issue: string, value: Record<string, unknown>, campaign = 'plain'): NewRecord => {
  const day = typeof value['reportedOn'] === 'string' ? value['reportedOn'] : TODAY;
  const isStamp = /^\d{4}-\d\d-\d\d$/u.test(day);
  return {
    kind: 'update',
    path: updatePath({ campaign, id: issue }, nextStamp(isStamp ? day : TODAY)),
    value: { issue, ...value },
  };
};

beforeAll(() => {
  world = new World();
  worldFiles();
  const files = Object.fromEntries([
    ...Object.keys(ways).map((state) => issueFile('plain', issueOf(state))),
    issueFile('plain', 'lasting', {
      problems: ['content-stale'],
      deadline: { text: '长期整改', kind: 'ongoing' },
    }),
    issueFile('plain', 'of-unit', { account: undefined, unit: 'jia', listed: undefined }),
    ...Object.entries(ways).flatMap(([state, steps]) =>
      steps.map(([action, more = {}], at) => {
        const day = `2024-05-${String(10 + at)}`;
        const value = { issue: issueOf(state), action, reportedOn: day, ...more };
        return [
          `content/${updatePath({ campaign: 'plain', id: issueOf(state) }, nextStamp(day))}`,
          canonical('update', action === 'submitted' ? { ...value, evidence } : value),
        ] as const;
      }),
    ),
  ]);
  first = files;
  open({});
});

/** Puts the ledger with these files besides onto the main branch, and reads it. */
function open(more: Record<string, string>): void {
  const all = { ...worldFiles(), ...first, ...more };
  world.main = world.depot.commit(world.main, { ...first, ...more });
  const texts = Object.entries(all)
    .filter(([path]) => path.startsWith('content/'))
    .map(([path, text]) => [path.slice('content/'.length), Buffer.from(text)] as const);
  const read = checkLedger({ texts: new Map(texts), evidence: new Map() });
  expect(read.faults.map(({ message }) => message)).toEqual([]);
  ledger = read.ledger!;
}

interface Sending {
  readonly records: readonly NewRecord[];
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly author?: string;
}

/** As the pages fetch them: whoever has the rules of a finding reads its deadline, too. */
const findings = findingWork(() => TODAY);
const [{ rules: reportRules }, { rules: registerRules }, { rules: findingRules }] =
  await Promise.all([reportWork.rules(), registerWork.rules(), findings.rules()]);

/** What a clerk's page offers. */
const byUnit = ['started', 'progress', 'submitted'];
const isByUnit = (records: readonly NewRecord[]): boolean =>
  records.every(({ value }) => byUnit.includes(String(value['action'])));

/** The page of a clerk or of a reviewer's decisions. */
const onReports = (records: readonly NewRecord[]): Sheet => ({
  rules: reportRules,
  slice: sliceOf(
    ledger,
    records.map(({ value }) => String(value['issue'])),
    !isByUnit(records),
  ),
});

interface Sheet {
  readonly rules: readonly Rule[];
  readonly slice: Slice;
}

/** What both say, sorted; the page holds no more than it is given, as text. */
function both(
  { records, files = new Map(), author = 'clerk-jia' }: Sending,
  { rules, slice }: Sheet = onReports(records),
) {
  const { faults } = checkForm({
    base: ledgerOfSlice(JSON.parse(JSON.stringify(slice)) as typeof slice),
    rules,
    records: JSON.parse(JSON.stringify(records)) as typeof records,
    files,
    account: author,
    unit: undefined,
    today: TODAY,
  });
  const entries = Object.fromEntries<string | Uint8Array>([
    ...records.map(
      ({ kind, path, value }) => [`content/${path}`, canonical(kind, value)] as [string, string],
    ),
    ...[...files].map(([path, bytes]) => [`content/${path}`, bytes] as [string, Uint8Array]),
  ]);
  const reviewed = world.review(entries, author);
  return {
    form: faults
      .map((one) => `${one.severity} ${one.rule} ${one.file} ${one.message} → ${one.remedy}`)
      .toSorted(),
    review: reviewed.faults
      .filter(({ rule }) => rule !== 'same-file')
      .map((one) => {
        const file = one.file.replace(/^content\//u, '');
        return `${one.severity} ${one.rule} ${file} ${one.message} → ${one.remedy}`;
      })
      .toSorted(),
  };
}

/** A page knows the people of its own unit only: of a stranger it says that he is not of the unit. */
function agree(sending: Sending, sheet?: Sheet): string[] {
  const { form, review } = both(sending, sheet);
  const isStranger = review.some((line) => line.includes(' unknown-account '));
  if (isStranger) expect(form.filter((line) => !line.startsWith('warning'))).not.toEqual([]);
  else expect(form).toEqual(review);
  return review;
}

/** What each action owes, filled in as a careful person does. */
const owed: Record<string, Record<string, unknown>> = {
  started: {},
  progress: { note: '正在办理' },
  submitted: { evidence },
  returned: { reason: '材料不全' },
  accepted: {},
  publicity: { from: TODAY, until: '2024-06-14' },
  confirmedAbove: { confirmedOn: TODAY, document: '示例市核〔2024〕1号' },
  sustained: { reviewOn: '2024-12-10' },
  reviewed: { held: true },
  extended: { askedOn: TODAY, dueOn: '2024-08-31', reason: '平台审核慢' },
  deferred: { askedOn: TODAY, until: '2024-09-30', reason: '平台停办' },
  transferred: { to: 'yi' },
  reopened: { reason: '又停更', ground: 'inspection', round: 2 },
  voided: { reason: '重复登记' },
};
const states = [...Object.keys(ways).map(issueOf), 'lasting'];
const ruleOf = (line: string): string => line.split(' ')[1] ?? '';

describe('每一种事项', () => {
  test('在每一种状态下，由填报员、审核员来报，结论相同', () => {
    const told = new Set<string>();
    for (const action of Object.keys(actions))
      for (const author of ['clerk-jia', 'rev-1']) {
        const value = { action, reportedOn: TODAY, ...owed[action] };
        const records = states.map((issue) => update(issue, value));
        for (const line of agree({ records, author })) told.add(ruleOf(line));
      }
    expect([...told].toSorted()).toEqual(expect.arrayContaining(['on-behalf', 'owed', 'step']));
  }, 120_000);

  test('由别的单位的、任期满了的、不认识的人来报，都不收', () => {
    for (const author of ['clerk-yi', 'clerk-both', 'clerk-old', 'keeper', 'mallory'])
      for (const action of ['submitted', 'returned']) {
        const value = { action, reportedOn: TODAY, ...owed[action] };
        const said = agree({ records: [update(issueOf('open'), value)], author });
        if (author !== 'clerk-both') expect(said).not.toEqual([]);
      }
  }, 60_000);

  test('少写一项、写错日期和文字，结论相同', () => {
    const wrongs: Record<string, unknown>[] = [
      { reportedOn: '2024-06-11' },
      { reportedOn: '2024-04-30' },
      { reportedOn: '2024-05-01' },
      { reportedOn: '2024-02-30' },
      { reportedOn: '今天' },
      { reportedOn: undefined },
      { note: ' 首尾有空格 ' },
      { note: '看不见的\u200b字符' },
      { note: '电话 13800000000' },
      { note: '身份证 11010519491231002X' },
      { publicNote: '电话 13800000000' },
      { evidence: [] },
      { evidence: [{ number: '' }] },
      { evidence: [{ link: 'www.example' }] },
      { evidence: [{ link: 'https://example.org/a', day: '2024-06-12' }] },
      { evidence: [{ link: 'https://example.org/a', day: '2024-06-09', public: true }] },
      { evidence: [{ file: '没有交.png' }] },
      { evidence: [{}] },
      { onBehalfOf: 'jia' },
      { completedOn: '2024-06-11' },
      { completedOn: '2024-04-01' },
    ];
    const told = new Set<string>();
    for (const action of Object.keys(actions)) {
      const tried = [
        ...Object.keys(owed[action] ?? {}).map((key) => ({ [key]: undefined })),
        ...wrongs.filter((one) => !('completedOn' in one) || action === 'submitted'),
      ];
      const author = byUnit.includes(action) ? 'clerk-jia' : 'rev-1';
      // One to an issue, several in a proposal: reviews take their time.
      for (let from = 0; from < tried.length; from += states.length) {
        const records = tried
          .slice(from, from + states.length)
          .map((wrong, at) =>
            update(states[at] ?? '', { action, reportedOn: TODAY, ...owed[action], ...wrong }),
          );
        for (const line of agree({ records, author })) told.add(ruleOf(line));
      }
    }
    expect([...told].toSorted()).toEqual(
      expect.arrayContaining(['characters', 'dates', 'future', 'missing', 'privacy', 'reasons']),
    );
  }, 180_000);

  test('几个问题一次报，其中一个不对，结论相同', () => {
    const records = ['open', 'returned', 'closed'].map((state) =>
      update(issueOf(state), { action: 'submitted', reportedOn: TODAY, evidence }),
    );
    expect(agree({ records })).toHaveLength(1);
    agree({ records, author: 'rev-2' });
  });

  test('空报：进展、退回以后的申请验收什么也没有写，结论相同', () => {
    const told = ['progress', 'submitted'].flatMap((action) =>
      agree({ records: states.map((issue) => update(issue, { action, reportedOn: TODAY })) }),
    );
    expect(new Set(told.map(ruleOf))).toContain('empty-report');
    expect(told.find((line) => line.includes('退回以后'))).toContain(issueOf('returned'));
  }, 120_000);

  test('不涉及账号的问题、长期坚持的问题，结论相同', () => {
    for (const author of ['clerk-jia', 'rev-1'])
      for (const value of [
        { action: 'progress', note: '在办' },
        { action: 'submitted', evidence },
        ...(author === 'rev-1'
          ? [
              { action: 'transferred', to: 'yi' },
              { action: 'transferred', to: 'nobody' },
            ]
          : []),
      ]) {
        agree({ records: [update('of-unit', { reportedOn: TODAY, ...value })], author });
        agree({ records: [update('lasting', { reportedOn: TODAY, ...value })], author });
      }
  });
});

/** Registered on the base: an account with each beginning of a life. */
describe('备案登记', () => {
  const accounts = ['unfiled', 'filing', 'normal', 'abandoned', 'notice', 'deregistered', 'none'];
  const idOf = (state: string): string => `reg-${state}`;
  const lives: Record<string, readonly object[]> = {
    unfiled: [{ action: 'entered', state: 'unfiled' }],
    filing: [{ action: 'entered', state: 'filing' }],
    normal: [
      {
        action: 'entered',
        state: 'normal',
        filedOn: '2024-01-02',
        filingNumber: '示例备〔2024〕1号',
      },
    ],
    abandoned: [{ action: 'entered', state: 'abandoned' }],
    notice: [
      { action: 'entered', state: 'closing' },
      {
        action: 'notice',
        from: '2024-03-01',
        until: '2024-04-30',
        link: 'https://example.org/notice',
      },
    ],
    deregistered: [{ action: 'entered', state: 'deregistered' }],
    none: [],
  };
  const owes: Record<string, Record<string, unknown>> = {
    entered: { state: 'unfiled' },
    applied: { receipt: '示例受〔2024〕1号' },
    filed: { filedOn: TODAY, filingNumber: '示例备〔2024〕9号' },
    refused: { reason: '材料不全' },
    changed: { what: '名称由甲改为乙' },
    faulted: { reason: '停更' },
    restored: {},
    transferred: { to: 'yi' },
    stopped: { lastPostOn: '2024-01-01' },
    closing: { approval: '示例批〔2024〕1号' },
    kept: { reason: '继续使用' },
    notice: { from: TODAY, until: '2024-07-31', link: 'https://example.org/notice' },
    deregistered: { receipt: '示例回〔2024〕1号' },
    closureFiled: { receipt: '示例受〔2024〕2号' },
  };
  let before: string;

  beforeAll(() => {
    before = world.main;
    const files = Object.fromEntries(
      accounts.flatMap((state) => [
        [
          `content/accounts/jia/${idOf(state)}.yaml`,
          canonical('account', {
            kind: 'new-media',
            unit: 'jia',
            name: `甲街道${state}`,
            platform: 'other',
            ...(state === 'normal' ? { openedOn: '2024-01-01' } : {}),
          }),
        ],
        ...(lives[state] ?? []).map((life, at) => [
          `content/registry/${idOf(state)}/${nextStamp(`2024-0${String(at + 1)}-10`)}.yaml`,
          canonical('registration', {
            account: idOf(state),
            reportedOn: `2024-0${String(at + 1)}-10`,
            ...life,
          }),
        ]),
      ]),
    ) as Record<string, string>;
    open(files);
  });

  afterAll(() => {
    world.main = before;
    open({});
  });

  const entered = (state: string, fields: Record<string, unknown>): NewRecord => {
    const { action, ...rest } = { reportedOn: TODAY, ...fields } as Record<string, unknown>;
    const given = { subject: idOf(state), action: String(action), fields: rest };
    return registerWork.record(ledger, { ...given, stamp: nextStamp(TODAY) });
  };
  const sheet = (): Sheet => ({
    rules: registerRules,
    slice: registerSlice(ledger, [...accounts.map(idOf), 'jia-wechat']),
  });

  test('每一步在每一种状态下，由审核员、管理员、填报员来登记，结论相同', () => {
    const told = new Set<string>();
    for (const action of Object.keys(registrations))
      for (const author of ['rev-1', 'keeper', 'clerk-jia']) {
        const records = accounts.map((state) => entered(state, { action, ...owes[action] }));
        for (const line of agree({ records, author }, sheet())) told.add(ruleOf(line));
      }
    expect([...told].toSorted()).toEqual(expect.arrayContaining(['not-allowed', 'registry']));
  }, 120_000);

  test('少写一项、写错日期和文字，结论相同', () => {
    const wrongs: Record<string, unknown>[] = [
      { reportedOn: '2024-01-05' },
      { reportedOn: '2024-02-30' },
      { reportedOn: undefined },
      { note: ' 首尾有空格 ' },
      { note: '看不见的\u200b字符' },
      { note: '电话 13800000000' },
      { publicNote: '身份证 11010519491231002X' },
      { filedOn: '2024-07-01' },
      { until: '2024-06-11' },
      { link: 'www.example' },
      { to: 'jia' },
      { to: 'nobody' },
    ];
    const told = new Set<string>();
    for (const action of Object.keys(registrations)) {
      const asked = ['reportedOn', 'note', 'publicNote', ...Object.keys(owes[action] ?? {})];
      const tried = [
        ...Object.keys(owes[action] ?? {}).map((key) => ({ [key]: undefined })),
        ...wrongs.filter((one) => Object.keys(one).every((key) => asked.includes(key))),
      ];
      for (let from = 0; from < tried.length; from += accounts.length) {
        const records = tried
          .slice(from, from + accounts.length)
          .map((wrong, at) => entered(accounts[at] ?? '', { action, ...owes[action], ...wrong }));
        for (const line of agree({ records, author: 'rev-1' }, sheet())) told.add(ruleOf(line));
      }
    }
    expect([...told].toSorted()).toEqual(
      expect.arrayContaining(['characters', 'hand-over', 'missing', 'privacy', 'registry']),
    );
  }, 180_000);
});

describe('检查结果', () => {
  const rows = [
    { account: 'jia-wechat', lookBack: false },
    { account: 'yi-wechat', lookBack: false },
  ];
  const check = {
    name: '第二季度检查',
    checkedOn: '2024-06-05',
    edition: '2019',
    campaign: 'plain',
    population: 2,
    scope: { kind: 'all' },
    accounts: rows,
  };
  let before: string;

  beforeAll(() => {
    before = world.main;
    open({ 'content/inspections/q2.yaml': canonical('inspection', check) });
  });

  afterAll(() => {
    world.main = before;
    open({});
  });

  const good: FilledRow = {
    lastPostOn: '2024-06-01',
    numbers: { days: '30', posts: '8' },
    results: {
      M1: { result: 'passed', finding: '' },
      M3: { result: 'failed', finding: '无人回复' },
    },
    note: '',
  };

  test('填好的通过；日期、指标、数字、文字不对的，不是审核员填的，结论相同', () => {
    const inspection = ledger.inspections.get('q2')!;
    const sheet = { rules: inspectionRules };
    const slice = inspectionSlice(ledger, inspection);
    const told = new Set<string>();
    const tell = (given: Partial<FilledRow>, author = 'rev-1'): string[] => {
      const filled = new Map([['jia-wechat', { ...good, ...given }]]);
      const records = [inspectionRecord(inspection, filled, 'x')];
      const files = inspectionFiles(inspection, filled);
      const said = agree({ records, files, author }, { ...sheet, slice });
      for (const line of said) told.add(ruleOf(line));
      return said;
    };
    expect(tell({})).toEqual([]);
    const wrongs: Partial<FilledRow>[] = [
      { lastPostOn: '2024-06-06' },
      { lastPostOn: '2024-02-30' },
      { lastPostOn: '2023-01-01' },
      { results: { W1: { result: 'passed', finding: '' } } },
      { results: { M9: { result: 'passed', finding: '' } } },
      { results: { M1: { result: '', finding: '看到的' } } },
      { numbers: { days: '三十', posts: '8' } },
      { numbers: { posts: '8' } },
      { note: '电话 13800000000' },
      { note: '身份证 11010519491231002X' },
      { note: '看不见的\u200b字符' },
    ];
    for (const given of wrongs) tell(given);
    for (const author of ['clerk-jia', 'keeper', 'clerk-old']) tell({}, author);
    // Pictures of what was seen: those that are there and sound, by a reviewer alone.
    const shot = (bytes?: Uint8Array, file = '截图.png'): Partial<FilledRow> => ({
      pictures: [{ file, ...(bytes === undefined ? {} : { bytes }) }],
    });
    expect(tell(shot(samples.png))).toEqual([]);
    const refused = (given: Partial<FilledRow>, author = 'rev-1') =>
      tell(given, author).map(ruleOf).toSorted();
    expect(refused(shot())).toEqual(['evidence-files']);
    expect(refused(shot(samples.html))).toEqual(['evidence-type']);
    expect(refused(shot(samples.png), 'clerk-jia')).toEqual(['not-allowed', 'not-allowed']);
    expect([...told].toSorted()).toEqual(
      expect.arrayContaining(['inspections', 'missing', 'not-allowed', 'privacy', 'value']),
    );
  }, 60_000);
});

describe('新列问题', () => {
  const sheet = (): Sheet => ({
    rules: findingRules,
    slice: findingSlice(ledger, ['plain', 'merge']),
  });
  const good = {
    about: 'account:jia-wechat',
    problems: ['content-stale'],
    finding: '超过两周没有更新',
    measures: '立即恢复更新',
    deadline: { text: '6月30日前' },
    campaign: 'plain',
    origin: 'district',
    listedOn: TODAY,
  };
  const found = (fields: Record<string, unknown>): NewRecord => {
    const base = ledgerOfSlice(JSON.parse(JSON.stringify(sheet().slice)) as Slice);
    return findings.record(base, {
      subject: NEW_FINDING,
      action: 'listed',
      fields: { ...good, ...fields },
      stamp: '',
    });
  };

  test('涉及账号的、单位的，各种时限，填好就通过；序号接着排', () => {
    const rows = [...ledger.issues.values()].filter(({ campaign }) => campaign === 'plain');
    const said: Record<string, unknown>[] = [
      {},
      { about: 'unit:jia' },
      { campaign: 'merge' },
      ...['长期坚持', '立行立改', '每周更新两次', '收到通知后5个工作日内'].map((text) => ({
        deadline: { text },
      })),
    ];
    for (const fields of said) {
      const record = found(fields);
      expect([record.value, agree({ records: [record], author: 'rev-1' }, sheet())]).toEqual([
        expect.objectContaining({
          row: fields['campaign'] === 'merge' ? 2 : Math.max(...rows.map(({ row }) => row)) + 1,
        }),
        [],
      ]);
    }
  }, 60_000);

  test('少写一项、写错的、不是审核员登记的，结论相同', () => {
    const told = new Set<string>();
    for (const fields of [
      ...Object.keys(good).map((key) => ({ [key]: undefined })),
      { deadline: { text: '尽快' } },
      { deadline: { text: '5月1日前' } },
      { listedOn: '2024-13-01' },
      { finding: '联系人身份证 11010519491231002X' },
      { measures: '看不见的\u200b字符' },
      { measures: '电话 13800000000' },
      { problems: ['nothing'] },
      { about: 'account:nobody' },
      { origin: 'elsewhere' },
    ])
      for (const line of agree({ records: [found(fields)], author: 'rev-1' }, sheet()))
        told.add(ruleOf(line));
    for (const author of ['clerk-jia', 'keeper'])
      for (const line of agree({ records: [found({})], author }, sheet())) told.add(ruleOf(line));
    expect([...told].toSorted()).toEqual(
      expect.arrayContaining(['missing', 'not-allowed', 'privacy', 'references', 'value']),
    );
  }, 120_000);
});

describe('佐证文件', () => {
  const named = (name: string, bytes: Uint8Array, said: object = {}): Sending => ({
    records: [
      update(issueOf('open'), {
        action: 'submitted',
        reportedOn: TODAY,
        evidence: [...evidence, { file: name, ...said }],
      }),
    ],
    files: new Map([[`evidence/${issueOf('open')}/${name}`, bytes]]),
  });
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);

  test('好的照片、PDF 通过；空的、过大的、不是佐证的、名不副实的不通过', () => {
    expect(agree(named('截图.png', samples.png))).toEqual([]);
    expect(agree(named('回执.pdf', samples.pdf))).toEqual([]);
    const wrong: [string, Uint8Array][] = [
      ['空的.png', new Uint8Array()],
      ['过大.png', new Uint8Array(10 * 1024 * 1024 + 1)],
      ['说明.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
      ['页面.html', text('<!doctype html><title>页面</title>')],
      ['图.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['图.gif', text('GIF89a0000')],
      ['包.rar', new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07])],
      ['照片.heic', text('0000ftypheic')],
      ['程序.exe', text('MZ0000')],
      ['文字.txt', text('一段文字')],
      ['截图.jpg', samples.png],
      ['回执.png', samples.pdf],
      ['con.png', samples.png],
      ['a:b.png', samples.png],
      [' 空格.png', samples.png],
      ['11010519491231002X.png', samples.png],
    ];
    for (const [name, bytes] of wrong) {
      const said = agree(named(name, bytes));
      expect([name, said]).not.toEqual([name, []]);
    }
  }, 60_000);

  test('没有报送提到的文件，结论相同', () => {
    agree({
      records: [update(issueOf('open'), { action: 'submitted', reportedOn: TODAY, evidence })],
      files: new Map([[`evidence/${issueOf('open')}/多的.png`, samples.png]]),
    });
  });
});
