/**
 * 备案登记: where the accounts stand, by platform and by unit, what is owed, and what changed in the quarter. Internal:
 * comparisons of units and what is not filed are the office's own. A ledger without a register has none of these pages.
 */
import { addDays, type Day, inWords } from '../../day/calendar.ts';
import { type Register, register } from '../../domain/register.ts';
import { registeredNames, type Registered } from '../../domain/registration.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import { isNamedPlatform, registrations } from '../../text/terms.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Account } from '../../schema/account.ts';
import type { Entry } from '../../schema/ledger.ts';
import { registryAddress } from '../address.ts';
import {
  type ShownCell,
  type CellTable,
  withRows,
  linked,
  numeral,
  type TablePage,
  words,
} from '../cell-table.ts';
import type { Face } from '../face.ts';
import { accountRef, platformRef, unitRef } from '../names.ts';

interface Row {
  readonly account: Entry<Account>;
  readonly register: Register;
}

/** The account's steps replayed to the day of the face. */
export function registerOf({ ledger, today }: Face, account: string): Register {
  return register(ledger.registry.get(account) ?? [], today, ledger.vocabulary.registering);
}

/** The pages of the register; none on the public site and none where nothing is on record. */
export function registryPages(face: Face): TablePage[] {
  const { audience, ledger, today } = face;
  if (audience !== 'internal' || ledger.registry.size === 0) return [];
  const accounts = inUnitOrder(ledger.units, [...ledger.accounts.values()], ({ unit }) => unit);
  const rows = accounts.map((account): Row => ({
    account,
    register: registerOf(face, account.id),
  }));
  const page = (id: string, title: string, intro: string[], tables: CellTable[]): TablePage => ({
    id,
    href: registryAddress(id),
    title,
    intro,
    tables: withRows(tables),
  });
  return [
    page(
      'states',
      '账号状态',
      [`截至${inWords(today)}，台账登记的${String(rows.length)}个账号和网站按备案登记推算的状态。`],
      [
        tally(
          rows,
          'by-platform',
          '按平台',
          ({ account }) => platformRef(ledger, platformOf(account)),
          '类',
        ),
        tally(rows, 'by-unit', '按单位', ({ account }) => unitRef(ledger, account.unit), '家'),
      ],
    ),
    page(
      'owed',
      '备案和注销待办',
      [
        '没有备案的、备案没有办完的、停用没有注销的、正在关停的，以及办理期限；期限按本单位的备案规则（系统设定）推算。',
        '这里一个账号计一次，各状态的个数与“账号状态”一致。列为“未备案”问题的另按问题计：账号已经备案、问题还没有销号的，只在那里计。',
      ],
      [...OWED.map((state) => owedTable(face, rows, state))],
    ),
    page(
      'exceptions',
      '一单位多账号',
      ['一个单位在一个平台一般只有一个账号；确需保留几个的写明理由。'],
      [severalTable(face, rows)],
    ),
    page(
      'changes',
      '本季度账号变动',
      [`${inWords(quarterStart(today))}至${inWords(today)}登记的变动。`],
      [changesTable(face, rows)],
    ),
  ].filter(({ tables }) => tables.length > 0);
}

/** The first day of the quarter of a day. */
export function quarterStart(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

const order = Object.keys(registeredNames) as Registered[];

/** What somebody still has to do something about, a table a state, so that each number is that of 账号状态. */
const OWED = [
  'unfiled',
  'filing',
  'unknown',
  'abandoned',
  'closing',
  'notice',
  'abnormal',
] as const satisfies readonly Registered[];

function tally(
  rows: readonly Row[],
  id: string,
  title: string,
  ref: (row: Row) => { id: string; name: string; href: string },
  unit: string,
): CellTable {
  const shown = order.filter((state) => rows.some(({ register: { state: own } }) => own === state));
  const groups = Map.groupBy(rows, (row) => ref(row).id);
  return {
    id,
    title,
    unit,
    columns: [
      { title: title.slice(1) },
      { title: '合计', number: true },
      ...shown.map((state) => ({ title: registeredNames[state], number: true })),
    ],
    rows: [...groups.values()].map((group): ShownCell[] => [
      ...group.slice(0, 1).map((row) => linked(ref(row))),
      numeral(group.length),
      ...shown.map((state) => numeral(group.filter((row) => row.register.state === state).length)),
    ]),
  };
}

function owedTable({ ledger, today }: Face, rows: readonly Row[], state: Registered): CellTable {
  return {
    id: state,
    title: registeredNames[state],
    unit: '个',
    columns: ['账号', '平台', '主办单位', '自', '办理期限'].map((name) => ({
      title: name,
    })),
    rows: rows
      .filter(({ register: { state: own } }) => own === state)
      .map(({ account, register: { since, dueOn } }) => [
        linked(accountRef(ledger, account.id)),
        linked(platformRef(ledger, platformOf(account))),
        linked(unitRef(ledger, account.unit)),
        words(since === undefined ? '' : inWords(since)),
        words(dueOn === undefined ? '' : `${inWords(dueOn)}${dueOn < today ? '（已过期）' : ''}`),
      ]),
  };
}

function severalTable({ ledger }: Face, rows: readonly Row[]): CellTable {
  const live = rows.filter(({ account, register: { state } }) => {
    const platform = platformOf(account);
    return state !== 'deregistered' && isNamedPlatform(platform);
  });
  const groups = Map.groupBy(live, ({ account }) => `${account.unit} ${platformOf(account)}`);
  const several = [...groups.values()].filter(({ length }) => length > 1).flat();
  return {
    id: 'several',
    title: '同一平台有几个账号',
    unit: '个',
    columns: ['账号', '平台', '主办单位', '状态', '说明'].map((name) => ({ title: name })),
    rows: several.map(({ account, register: { state } }) => [
      linked(accountRef(ledger, account.id)),
      linked(platformRef(ledger, platformOf(account))),
      linked(unitRef(ledger, account.unit)),
      words(registeredNames[state]),
      words(account.exception ?? '没有说明'),
    ]),
  };
}

function changesTable({ ledger, today }: Face, rows: readonly Row[]): CellTable {
  const from = quarterStart(today);
  const steps = rows.flatMap(({ account, register: { steps: all } }) =>
    all
      .filter(({ step }) => step.reportedOn > addDays(from, -1))
      .map(({ step, before, after }) => ({ account, step, before, after })),
  );
  return {
    id: 'steps',
    title: '变动',
    unit: '次',
    columns: ['账号', '主办单位', '日期', '事项', '状态'].map((name) => ({ title: name })),
    rows: steps
      .toSorted((a, b) => (a.step.reportedOn < b.step.reportedOn ? 1 : -1))
      .map(({ account, step, before, after }) => [
        linked(accountRef(ledger, account.id)),
        linked(unitRef(ledger, account.unit)),
        words(inWords(step.reportedOn)),
        words(registrations[step.action]),
        words(registerStepInWords(before, after)),
      ]),
  };
}

/** 待备案 → 正常; the state alone where it did not change or was not known before. */
export function registerStepInWords(before: Registered, after: Registered): string {
  return before === after || before === 'unknown'
    ? registeredNames[after]
    : `${registeredNames[before]} → ${registeredNames[after]}`;
}
