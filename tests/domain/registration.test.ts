import { expect, test } from 'vitest';
import { register } from '../../src/domain/register.ts';
import {
  type Registered,
  registeredNames,
  registrationOutcome,
  stepsFrom,
} from '../../src/domain/registration.ts';
import type { Entry } from '../../src/schema/ledger.ts';
import {
  registration,
  type Registration,
  type RegistrationAction,
} from '../../src/schema/registration.ts';
import { accountStates, registrations } from '../../src/text/terms.ts';

const rules = [
  { from: '2020-01-01', filingDays: 10, noticeDays: 5, deregisterDays: 10, abandonedDays: 10 },
];
const more: Partial<Record<RegistrationAction, object>> = {
  entered: { state: 'unfiled' },
  filed: { filedOn: '2026-03-02', filingNumber: '示备1号' },
  changed: { what: '改名' },
  transferred: { to: 'yi' },
  notice: { from: '2026-03-02', until: '2026-03-06', link: 'https://mp.example/n' },
};

/** A step on a day; 2 March 2026 is a Monday. */
function step(action: RegistrationAction, reportedOn = '2026-03-02', own: object = {}) {
  const record = registration.parse({ account: 'a', action, reportedOn, ...more[action], ...own });
  const id = `a/${reportedOn.replaceAll('-', '')}-090000`;
  return { ...record, id, path: `registry/${id}.yaml` } as Entry<Registration>;
}

const states = ['unknown', ...Object.keys(accountStates)] as Registered[];
const steps = Object.keys(registrations) as RegistrationAction[];
const allowed = new Map<string, string>([
  ['unknown entered', 'unfiled'],
  ['unfiled applied', 'filing'],
  ['filing filed', 'normal'],
  ['filing refused', 'unfiled'],
  ['normal changed', 'normal'],
  ['abnormal changed', 'abnormal'],
  ['normal faulted', 'abnormal'],
  ['abnormal restored', 'normal'],
  ['abandoned restored', 'normal'],
  ...['unfiled', 'filing', 'normal', 'abnormal'].map((state): [string, string] => [
    `${state} stopped`,
    'abandoned',
  ]),
  ...['unfiled', 'filing', 'normal', 'abnormal', 'abandoned'].map((state): [string, string] => [
    `${state} closing`,
    'closing',
  ]),
  ['closing kept', 'normal'],
  ['notice kept', 'normal'],
  ['closing notice', 'notice'],
  ['notice deregistered', 'deregistered'],
  ['deregistered closureFiled', 'deregistered'],
  // 移交 may be entered at any time and changes no state.
  ...states.map((state): [string, string] => [`${state} transferred`, state]),
]);
const pairs = states.flatMap((state) => steps.map((action) => [state, action] as const));

test.each(pairs)('%s 登记 %s：按表转换，或说明为什么不能', (state, action) => {
  const outcome = registrationOutcome(step(action), state, true);
  const to = allowed.get(`${state} ${action}`);
  if (to === undefined) {
    expect('refusal' in outcome ? outcome.refusal : '').toContain('登记');
    expect(stepsFrom(state)).not.toContain(action);
  } else {
    expect(outcome).toEqual({ to });
    expect(stepsFrom(state)).toContain(action);
  }
});

test('没有备案过的账号恢复使用，回到未备案', () => {
  expect(registrationOutcome(step('restored'), 'abandoned', false)).toEqual({ to: 'unfiled' });
});

test('从未备案到正常，只算到当天为止的各步', () => {
  const life = [
    step('entered', '2026-01-05'),
    step('applied', '2026-02-02'),
    step('filed', '2026-03-02'),
  ];
  expect(register([], '2026-03-02').state).toBe('unknown');
  expect(register(life, '2026-02-01').state).toBe('unfiled');
  const filing = register(life, '2026-03-01', rules);
  expect([filing.state, filing.since]).toEqual(['filing', '2026-02-02']);
  // ten working days after 2 February 2026: the Spring Festival lies between
  expect(filing.dueOn).toBe('2026-02-14');
  const { state, filing: paper, dueOn } = register(life, '2026-03-02', rules);
  expect([state, paper, dueOn]).toEqual([
    'normal',
    { on: '2026-03-02', number: '示备1号' },
    undefined,
  ]);
});

test('公告不满规定的工作日、没有期满就注销，都不算数', () => {
  const start = [
    step('entered', '2026-01-05', { state: 'abandoned' }),
    step('closing', '2026-02-25'),
  ];
  const short = register(
    [...start, step('notice', '2026-03-02', { until: '2026-03-05' })],
    '2026-12-31',
    rules,
  );
  expect(short.state).toBe('closing');
  expect(short.faults.map(({ sentence }) => sentence)).toEqual([
    '公告期只有 4 个工作日，规定至少 5 个；把 until 改到满期',
  ]);
  const early = register(
    [...start, step('notice'), step('deregistered', '2026-03-06')],
    '2026-12-31',
    rules,
  );
  expect(early.faults.map(({ sentence }) => sentence)).toEqual([
    '公告到2026年3月6日才期满；期满后再注销',
  ]);
  expect([early.state, early.dueOn]).toEqual(['notice', '2026-03-20']);
  const done = register(
    [...start, step('notice'), step('deregistered', '2026-03-07')],
    '2026-12-31',
    rules,
  );
  expect([registeredNames[done.state], done.faults]).toEqual(['已注销', []]);
});

test('停用未注销按规则限期处理', () => {
  const life = [step('entered', '2026-01-05'), step('stopped', '2026-03-02')];
  expect(register(life, '2026-03-31', rules)).toMatchObject({
    state: 'abandoned',
    dueOn: '2026-03-16',
  });
  expect(register(life, '2026-03-31').dueOn).toBeUndefined();
});

test('变更备案的新编号取代旧的，日期不变', () => {
  const life = [
    step('entered', '2026-03-02', { state: 'normal', filedOn: '2026-01-02', filingNumber: '甲' }),
    step('changed', '2026-03-03', { filingNumber: '乙' }),
  ];
  expect(register(life, '2026-03-03').filing).toEqual({ on: '2026-01-02', number: '乙' });
});

test('入册为正常而没有备案编号的，不算数', () => {
  const { faults } = register([step('entered', '2026-03-02', { state: 'normal' })], '2026-03-02');
  expect(faults.map(({ sentence }) => sentence)).toEqual([
    '入册时已备案的，要写备案日期和备案编号；补上 filedOn 和 filingNumber',
  ]);
});

test('日期对不上的登记不算数：备案晚于登记，公告止日早于起日', () => {
  const late = register(
    [step('entered'), step('applied'), step('filed', '2026-03-02', { filedOn: '2026-03-03' })],
    '2026-03-31',
  );
  expect([late.state, late.faults.map(({ sentence }) => sentence)]).toEqual([
    'filing',
    ['备案日期晚于登记日期；核对 filedOn 和 reportedOn'],
  ]);
  const same = register(
    [step('entered'), step('applied'), step('filed', '2026-03-02', { filedOn: '2026-03-02' })],
    '2026-03-31',
  );
  expect(same.faults).toEqual([]);
  const entered = { state: 'normal', filedOn: '2026-03-03', filingNumber: '甲' };
  expect(register([step('entered', '2026-03-02', entered)], '2026-03-31').state).toBe('unknown');
  const notice = { from: '2026-03-02', until: '2026-03-01' };
  const backwards = register(
    [step('entered'), step('closing'), step('notice', '2026-03-02', notice)],
    '2026-03-31',
    rules,
  );
  expect(backwards.faults.map(({ sentence }) => sentence)).toEqual([
    '公告止日早于公告起日；核对 from 和 until',
  ]);
  const oneDay = { from: '2026-03-02', until: '2026-03-02' };
  const unruled = register(
    [step('entered'), step('closing'), step('notice', '2026-03-02', oneDay)],
    '2026-03-31',
  );
  expect(unruled).toMatchObject({ state: 'notice', faults: [], dueOn: undefined });
});

test('撤回关停后公告作废，备案还在；只写了日期没有编号的不算备案', () => {
  const life = [
    step('entered', '2026-01-05', { state: 'normal', filedOn: '2025-01-02', filingNumber: '甲' }),
    step('closing', '2026-02-25'),
    step('notice'),
    step('kept', '2026-03-04'),
    step('faulted', '2026-03-05'),
    step('changed', '2026-03-06'),
  ];
  expect(register(life, '2026-03-03').notice).toEqual({
    from: '2026-03-02',
    until: '2026-03-06',
    link: 'https://mp.example/n',
  });
  expect(register(life, '2026-03-31')).toMatchObject({
    state: 'abnormal',
    since: '2026-03-05',
    notice: undefined,
    filing: { on: '2025-01-02', number: '甲' },
    faults: [],
  });
  const half = { state: 'unfiled', filedOn: '2026-01-02' };
  expect(register([step('entered', '2026-03-02', half)], '2026-03-31').filing).toBeUndefined();
  const half2 = { state: 'normal', filedOn: '2026-01-02' };
  expect(register([step('entered', '2026-03-02', half2)], '2026-03-31').state).toBe('unknown');
});

test('入册的状态照写的来；第二次入册不算数', () => {
  const twice = [step('entered'), step('entered', '2026-03-03', { state: 'closing' })];
  const { state, since, steps: told, faults } = register(twice, '2026-03-31');
  expect([state, since, told.length]).toEqual(['unfiled', '2026-03-02', 1]);
  expect(faults.map(({ sentence }) => sentence)).toEqual([
    '已经入册；以后的变化按实际情况登记各步，不再登记“入册”',
  ]);
});

test('入册时说已备案的，日期和编号缺一不可；异常的也是', () => {
  const wrong = '入册时已备案的，要写备案日期和备案编号；补上 filedOn 和 filingNumber';
  const entered = (said: object) =>
    register([step('entered', '2026-03-02', said)], '2026-03-02').faults.map(
      ({ sentence }) => sentence,
    );
  for (const state of ['normal', 'abnormal']) {
    expect(entered({ state, filingNumber: '甲', filedOn: undefined })).toEqual([wrong]);
    expect(entered({ state, filedOn: '2026-01-02', filingNumber: undefined })).toEqual([wrong]);
    expect(entered({ state, filedOn: '2026-01-02', filingNumber: '甲' })).toEqual([]);
  }
});

test('只有编号没有日期的不算备案；没有备案过的停用后恢复，回到未备案', () => {
  const life = [
    step('entered', '2026-01-05', { filingNumber: '甲', filedOn: undefined }),
    step('stopped', '2026-03-02'),
    step('restored', '2026-03-03'),
  ];
  const { filing, state } = register(life, '2026-03-31');
  expect([filing, state]).toEqual([undefined, 'unfiled']);
});

test('备案、注销、处理停用各按各的期限', () => {
  const [rule] = rules;
  if (!rule) throw new Error('no rule');
  const own = [{ ...rule, filingDays: 3, deregisterDays: 4, abandonedDays: 6 }];
  const due = (...life: Parameters<typeof register>[0]) => register(life, '2026-12-31', own).dueOn;
  const entered = step('entered', '2026-02-25');
  expect(due(entered, step('applied', '2026-03-02'))).toBe('2026-03-05');
  expect(due(entered, step('stopped', '2026-03-02'))).toBe('2026-03-10');
  expect(due(entered, step('closing', '2026-02-26'), step('notice', '2026-03-02'))).toBe(
    '2026-03-12',
  );
});
