/**
 * The ledgers below 示例区: two zones and a new town that keep ledgers of their own. One reports in public and internally,
 * one is late, of one nothing could be taken the last time. Their sums are made up and balance.
 */
import type { z } from 'zod';
import { addDays, endOfMonth } from '../../src/day/calendar.ts';
import type { assignedCheck } from '../../src/schema/assigned-check.ts';
import type { assignment } from '../../src/schema/assignment.ts';
import type { child } from '../../src/schema/child.ts';
import { ROLLUP_VERSION } from '../../src/schema/rollup.ts';
import type { roster } from '../../src/schema/roster.ts';
import type { snapshot } from '../../src/schema/snapshot.ts';

export type NewChild = z.input<typeof child>;
type NewAssignment = z.input<typeof assignment>;
type NewAssignedCheck = z.input<typeof assignedCheck>;
export type NewRoster = z.input<typeof roster>;
export type NewSnapshot = z.input<typeof snapshot>;

/** Issues in each state, and how many of the unfinished are overdue. */
interface States {
  closed: number;
  sustained: number;
  submitted: number;
  rectifying: number;
  returned: number;
  open: number;
  void: number;
  overdue: number;
}

function figuresOf(states: States): Record<string, number> {
  const unfinished = states.submitted + states.rectifying + states.returned + states.open;
  const valid = states.closed + states.sustained + unfinished;
  return {
    'registered-units': 9,
    'registered-accounts': 14,
    total: valid + states.void,
    valid,
    unfinished,
    ...states,
  };
}

const names = ['示例高新技术产业园区', '示例经济开发区', '示例新城'] as const;
const short = ['高新园区', '经开区', '新城'] as const;
const codes = ['990101', '990102', '990103'] as const;
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIpZy0m3RnT8v9Zr0m2mA1m0s1y0b0Zt0y0b0Zt0y0bQ';

function summary(at: 0 | 1 | 2, asOf: string, level: 'public' | 'internal', states: States) {
  const figures = figuresOf(states);
  const total = figures['total'] ?? 0;
  const { unfinished = 0, closed = 0 } = figures;
  const first = (whole: number): number => Math.floor(whole * 0.7);
  const sizes = { total, unfinished, closed };
  const parted = (size: (whole: number) => number) => ({
    total: size(total),
    unfinished: size(unfinished),
    closed: size(closed),
  });
  return {
    version: ROLLUP_VERSION,
    name: `${names[at]}整改台账（虚构）`,
    authority: `${names[at]}管理委员会`,
    code: codes[at],
    level,
    asOf,
    commit: String(at + 1).repeat(40),
    address: `https://zone${String(at + 1)}.gov.example`,
    fiction: '本台账为演示用的虚构数据。',
    ...(at === 0 ? { searchable: true } : {}),
    rules: 'y2019',
    figures,
    countedOnly: 0,
    platforms: [
      { name: '微信公众号', ...parted(first) },
      { name: '政府网站', ...parted((whole) => whole - first(whole)) },
    ],
    problems: [{ name: '更新不及时', ...sizes }],
    indicators: [
      { name: 'M2 内容不更新（y2019 版）', ...parted(first) },
      { name: '没有写明指标', ...parted((whole) => whole - first(whole)) },
    ],
  };
}

function good(
  at: 0 | 1 | 2,
  asOf: string,
  level: 'public' | 'internal',
  states: States,
  accounts?: string[],
): NewSnapshot {
  return {
    outcome: 'good',
    sha256: `${String(at)}${asOf.replaceAll('-', '')}`.padEnd(64, '0'),
    summary: summary(at, asOf, level, states),
    ...(accounts === undefined ? {} : { accounts }),
  };
}

const before: States = {
  closed: 12,
  sustained: 3,
  submitted: 2,
  rectifying: 5,
  returned: 1,
  open: 4,
  void: 1,
  overdue: 3,
};
const now: States = { ...before, closed: 17, submitted: 3, rectifying: 2, open: 2, overdue: 1 };

/** Path below content/ → record and its kind. `shared`: an account of this ledger that a child has as well. */
export function childrenFor(
  asOf: string,
  shared: string,
): Map<
  string,
  | ['child', NewChild]
  | ['assignment', NewAssignment]
  | ['assignedCheck', NewAssignedCheck]
  | ['snapshot' | 'internalSnapshot', NewSnapshot]
  | ['roster' | 'internalRoster', NewRoster]
> {
  const month = endOfMonth(addDays(`${asOf.slice(0, 7)}-01`, -1));
  const child = (at: 0 | 1 | 2, more: Partial<NewChild>): NewChild => ({
    name: `${names[at]}整改台账（虚构）`,
    shortName: short[at],
    code: codes[at],
    order: at + 1,
    since: '2026-01-01',
    public: { address: `https://zone${String(at + 1)}.gov.example` },
    ...more,
  });
  return new Map([
    [
      'children/gaoxin.yaml',
      [
        'child',
        child(0, {
          internal: { path: '../sticks/gaoxin.json' },
          proposals: {
            kind: 'gitea',
            address: 'https://git.gov.example',
            repository: 'gaoxin/ledger',
            folder: '.',
            git: 'git@git.gov.example:gaoxin/ledger.git',
          },
          key: KEY,
        }),
      ],
    ],
    [
      'children/jingkai.yaml',
      [
        'child',
        child(1, { internal: { address: 'https://zone2.inner.example', privateAddresses: true } }),
      ],
    ],
    [
      'children/xincheng.yaml',
      [
        'child',
        child(2, {
          internal: {
            git: 'git@git.gov.example:xincheng/site.git',
            branch: 'pages',
            folder: 'internal',
          },
        }),
      ],
    ],
    [
      `snapshots/gaoxin/${month}.yaml`,
      ['snapshot', good(0, month, 'public', before, [shared, '微信公众号：高新园区发布（虚构）'])],
    ],
    [
      `snapshots/gaoxin/${asOf}.yaml`,
      ['snapshot', { ...good(0, asOf, 'public', now), signed: true } as NewSnapshot],
    ],
    [
      `internal-snapshots/gaoxin/${asOf}.yaml`,
      [
        'internalSnapshot',
        {
          ...internally(good(0, asOf, 'internal', { ...now, open: 4, overdue: 2 }, [shared])),
          signed: true,
          assigned: [
            { id: 'gaoxin-jb-01', state: '已销号' },
            { id: 'gaoxin-jc-01', state: '已登记，检查 1 个，不合格 1 个' },
          ],
        } as NewSnapshot,
      ],
    ],
    ['rosters/gaoxin.yaml', ['roster', rosterOf(asOf)]],
    ['internal-rosters/gaoxin.yaml', ['internalRoster', rosterOf(asOf)]],
    [
      'assignments/gaoxin/gaoxin-jb-01.yaml',
      [
        'assignment',
        {
          number: '示办函〔2026〕7号',
          assignedOn: `${month.slice(0, 7)}-06`,
          origin: 'city',
          account: '微信公众号：高新园区发布（虚构）',
          problems: ['content-stale'],
          finding: '两周没有更新',
          measures: '恢复更新',
          deadline: '立行立改',
          indicator: { id: 'M2', edition: 'y2019' },
          confirmed: { on: asOf, number: '示办函〔2026〕11号' },
        },
      ],
    ],
    [
      'assignments/gaoxin/gaoxin-jb-02.yaml',
      [
        'assignment',
        {
          number: '示办函〔2026〕7号',
          assignedOn: `${month.slice(0, 7)}-06`,
          origin: 'city',
          unit: '示例高新技术产业园区管理委员会办公室',
          problems: ['rules-incomplete'],
          finding: '没有印发政务新媒体管理制度',
          measures: '印发制度',
          deadline: '2026年6月30日',
        },
      ],
    ],
    [
      'assigned-checks/gaoxin/gaoxin-jc-01.yaml',
      [
        'assignedCheck',
        {
          kind: 'inspection',
          name: '示例园区2026年第二季度检查（虚构）',
          number: '示办函〔2026〕7号',
          assignedOn: `${month.slice(0, 7)}-06`,
          origin: 'city',
          checkedOn: `${month.slice(0, 7)}-04`,
          edition: '2019',
          accounts: [
            {
              account: '微信公众号：高新园区发布（虚构）',
              results: [
                { indicator: 'M1', result: 'passed' },
                { indicator: 'M2', result: 'failed', finding: '两周没有更新' },
                { indicator: 'M3', result: 'passed' },
              ],
            },
          ],
        },
      ],
    ],
    [
      'assigned-checks/gaoxin/gaoxin-zc-01.yaml',
      [
        'assignedCheck',
        {
          kind: 'self-check',
          name: '示例园区2026年自查（虚构）',
          number: '示办函〔2026〕8号',
          assignedOn: `${month.slice(0, 7)}-10`,
          origin: 'city',
          items: ['有没有长期不更新的账号', '有没有没有备案的账号'],
          replyBy: '2026-06-30',
        },
      ],
    ],
    [`snapshots/jingkai/2026-04-10.yaml`, ['snapshot', good(1, '2026-04-10', 'public', before)]],
    [`snapshots/xincheng/${month}.yaml`, ['snapshot', good(2, month, 'public', before)]],
    [
      `snapshots/xincheng/${asOf}-fault.yaml`,
      ['snapshot', { outcome: 'fault', why: '合计与明细不符：问题总数写的是 28，数出来是 27' }],
    ],
    // Before it kept a ledger it sent a list under a letter.
    [
      `internal-snapshots/jingkai/${month}.yaml`,
      ['internalSnapshot', byCampaign(good(1, month, 'internal', before), '示办函〔2026〕9号')],
    ],
    [
      `internal-snapshots/xincheng/${asOf}-fault.yaml`,
      [
        'internalSnapshot',
        {
          outcome: 'fault',
          why: '没有取到下级发布的数据（pages）：请下级的管理员核对登记的存放位置',
        },
      ],
    ],
  ]);
}

/** A paper child that handed in the package of a campaign. */
function byCampaign(made: NewSnapshot, number: string): NewSnapshot {
  if (made.outcome !== 'good') return made;
  const { asOf, figures, platforms } = made.summary;
  const part = { campaign: '示例园区专项整治（虚构）', number, asOf, sha256: made.sha256 };
  return { ...made, paper: number, parts: [{ ...part, figures, platforms }] };
}

/** What 高新园区 allows to be searched by. */
function rosterOf(asOf: string): NewRoster {
  const [name, unit] = ['高新园区发布（虚构）', '示例高新技术产业园区管理委员会办公室（虚构）'];
  return {
    asOf,
    units: [{ name: unit, href: '/units/gaoxin-office.html' }],
    accounts: [{ name, unit, platform: '微信公众号', href: '/accounts/gaoxin-wechat.html' }],
    issues: [
      {
        id: 'gaoxin-jb-01',
        title: `序号1 ${name}：两周没有更新`,
        unit,
        platform: '微信公众号',
        problems: ['更新不及时'],
        state: '已销号',
        href: '/issues/gaoxin-jb-01.html',
      },
      {
        id: 'gaoxin-jb-02',
        title: `序号2 ${name}：没有互动功能`,
        unit,
        platform: '微信公众号',
        problems: ['未提供有效互动'],
        state: '整改中',
        dueOn: addDays(asOf, 20),
        href: '/issues/gaoxin-jb-02.html',
      },
    ],
  };
}

/** What only a ledger with children of its own says: one of them counts, one does not. */
function internally(made: NewSnapshot): NewSnapshot {
  if (made.outcome !== 'good') return made;
  const { figures } = made.summary;
  const child = { code: '99010101', asOf: made.summary.asOf, address: 'https://park.gov.example' };
  return {
    ...made,
    summary: {
      ...made.summary,
      own: figures,
      withheld: { overdue: 2 },
      children: [
        {
          ...child,
          name: '示例软件园（虚构）',
          counted: false,
          why: '逾期未报',
          figures: { total: 3 },
        },
      ],
      shared: 1,
    },
  };
}
