/** What `ledger hand-over` would write, and what is told of it: one of four changes. */
import { accountOn, isLive, ledgerOn } from '../../../src/domain/ledger-on.ts';
import {
  accountStep,
  endFiles,
  issueFiles,
  renamedFile,
} from '../../../src/intake/hand-over/hand-over-files.ts';
import { handOverPlan, type Moved } from '../../../src/intake/hand-over/planned-hand-over.ts';
import type { Entry, Ledger } from '../../../src/schema/ledger.ts';
import { type Unit, type UnitEnd, unitEnds } from '../../../src/schema/unit.ts';
import { WrongUse } from '../../command.ts';
import { accountNamed, unitNamed } from '../../scope.ts';
import type { HandingPlace, HandingOptions } from '../handing-in.ts';
import { newStamp } from '../stamp.ts';
import { partsAssigned, refuseUnsettled } from './hand-over-assigned.ts';

export interface HandOverOptions extends HandingOptions {
  to: string[];
  on?: string;
  how?: UnitEnd;
  rename?: string;
  account?: string;
  assign: string[];
  assignFile?: string;
  document?: string;
  publicNote?: string;
  dryRun?: boolean;
  /** Only the step that is a reviewer's: the problems that follow no account. */
  issues?: boolean;
}

/** What will be written and what is told of it. */
export interface UnitMove {
  readonly files: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
  /** For the name of the branch. */
  readonly subject: string;
  readonly message: string;
}

/** Throws WrongUse or DataFaults. */
export function unitMove(
  desk: HandingPlace,
  what: string | undefined,
  on: string,
  options: HandOverOptions,
): UnitMove {
  const ledger = ledgerOn(desk.ledger, on);
  const receivers = options.to.map((name) => liveUnit(ledger, name, on));
  if (options.account !== undefined)
    return accountChange(desk, what, options.account, receivers, on, options);
  if (what === undefined)
    throw new WrongUse('没有写是哪个单位', '写编号或名称；只移交一个账号的加 --account');
  const unit = liveUnit(ledger, what, on);
  if (options.issues === true) return issuesChange(desk, unit, receivers, on, options);
  return options.rename === undefined
    ? endChange(desk, unit, receivers, on, options)
    : renameChange(desk, unit, options.rename, receivers, on, options);
}

/** A unit that there is on the day. Throws WrongUse. */
function liveUnit(ledger: Ledger, name: string, on: string): Entry<Unit> {
  const unit = unitNamed(ledger, name);
  if (isLive(unit, on)) return unit;
  const { ended } = unit;
  throw new WrongUse(
    ended !== undefined && ended.on <= on
      ? `${unit.name}自 ${ended.on} 起已经${unitEnds[ended.how]}`
      : `${unit.name}到 ${on} 还没有设立`,
    (ended?.successors.length ?? 0) > 0
      ? `写现在的单位：${ended?.successors.join('、') ?? ''}`
      : '核对单位和 --on',
  );
}

function accountChange(
  { ledger }: HandingPlace,
  what: string | undefined,
  called: string,
  receivers: readonly Entry<Unit>[],
  on: string,
  options: HandOverOptions,
): UnitMove {
  const known = accountNamed(ledger, called);
  const { id } = known;
  const account = accountOn(ledger, id, on) ?? known;
  const [to, more] = receivers;
  if (to === undefined || more !== undefined)
    throw new WrongUse('一个账号移交给一个单位', '写一个 --to');
  const owner = ledger.units.get(account.unit);
  if (what !== undefined && unitNamed(ledger, what).id !== account.unit)
    throw new WrongUse(
      `${id} 在 ${on} 是${owner?.name ?? account.unit}的账号`,
      '核对单位和账号，或不写单位',
    );
  const [path, text] = accountStep(ledger, id, to.id, on, papersOf(options));
  return {
    files: new Map([[path, text]]),
    lines: [
      `${account.name}（${id}）自 ${on} 起由${owner?.name ?? account.unit}移交给${to.name}；没办结的问题跟着走，办结了的留在原单位。`,
    ],
    subject: id,
    message: `移交 ${id}：${account.unit} → ${to.id}`,
  };
}

function renameChange(
  { ledger, content }: HandingPlace,
  { id }: Entry<Unit>,
  name: string,
  receivers: readonly unknown[],
  on: string,
  { document, publicNote }: HandOverOptions,
): UnitMove {
  const unit = ledger.units.get(id) as Entry<Unit>;
  if (receivers.length > 0) throw new WrongUse('更名不用写 --to', '去掉 --to，或去掉 --rename');
  // A unit's former names have no place for them, and what is said and dropped would be held to be on record.
  if (document !== undefined || publicNote !== undefined)
    throw new WrongUse(
      '更名只记新旧名称和日期，不记文号、公开说明',
      '去掉 --document、--public-note',
    );
  if (unit.name === name) throw new WrongUse(`它本来就叫“${name}”`, '核对 --rename');
  const [path, text] = renamedFile(content.texts, unit, name, on);
  return {
    files: new Map([[path, text]]),
    lines: [
      `${unit.name}（${id}）自 ${on} 起更名为${name}；编号和网页地址不变，以前的日子仍按旧名。`,
    ],
    subject: id,
    message: `更名 ${id}：${unit.name} → ${name}`,
  };
}

/** The first of two steps where nobody holds both posts: the problems alone, which a reviewer hands over. */
function issuesChange(
  { ledger }: HandingPlace,
  { id, name }: Entry<Unit>,
  receivers: readonly Entry<Unit>[],
  on: string,
  options: HandOverOptions,
): UnitMove {
  const to = receivers.map((one) => one.id);
  if (to.length === 0) throw new WrongUse('没有写接收单位', '写 --to');
  const how = to.length === 1 ? 'merged' : 'split';
  const assigned = partsAssigned(ledger, receivers, options);
  const plan = handOverPlan(ledger, { from: id, to, on, how, assigned });
  const unassigned = plan.unassigned.filter((one) => ledger.issues.has(one.id));
  refuseUnsettled(ledger, { ...plan, unassigned });
  if (plan.issues.length === 0)
    throw new WrongUse(
      `${name}没有不涉及账号而没办结的问题`,
      '不用先移交问题，由管理员去掉 --issues 直接办',
    );
  return {
    files: issueFiles(ledger, plan, on, papersOf(options)),
    lines: moves('不涉及账号的问题', plan.issues, ({ id: one }) => one, ledger),
    subject: `${id}-issues`,
    message: `移交 ${id} 的问题 → ${to.join('、')}`,
  };
}

function endChange(
  { ledger, content }: HandingPlace,
  { id, name }: Entry<Unit>,
  receivers: readonly Entry<Unit>[],
  on: string,
  options: HandOverOptions,
): UnitMove {
  const to = receivers.map((one) => one.id);
  const how = options.how ?? (to.length === 1 ? 'merged' : to.length > 1 ? 'split' : undefined);
  if (how === undefined)
    throw new WrongUse('没有写接收单位', '写 --to；撤销而没有接收单位的，写 --how abolished');
  if (how !== 'abolished' && to.length === 0)
    throw new WrongUse(`${unitEnds[how]}要有接收单位`, '写 --to');
  if (to.includes(id)) throw new WrongUse('接收单位写的是它自己', '只更名的用 --rename');
  const order = { from: id, to, on, how, assigned: partsAssigned(ledger, receivers, options) };
  const plan = handOverPlan(ledger, order);
  refuseUnsettled(ledger, plan);
  const files = endFiles(ledger, content.texts, order, plan, {
    ...papersOf(options),
    document: options.document,
  });
  const into = receivers.map((one) => one.name).join('、');
  return {
    files,
    lines: [
      `${name}（${id}）自 ${on} 起${unitEnds[how]}${into === '' ? '' : `，由${into}承接`}`,
      ...moves('账号', plan.accounts, ({ name: called, id: one }) => `${called}（${one}）`, ledger),
      ...moves('不涉及账号的问题', plan.issues, ({ id: one }) => one, ledger),
      ...moves('填报员', plan.members, ({ account }) => account, ledger),
      ...(plan.following.length === 0
        ? []
        : [`随账号走的没办结问题：${plan.following.join('、')}`]),
      ...(plan.leaving.length === 0
        ? []
        : [
            `填报员到前一天为止：${plan.leaving.map(({ account }) => account).join('、')}；接着任职的加 --assign 账户=单位`,
          ]),
    ],
    subject: id,
    message: `${unitEnds[how]} ${name}${into === '' ? '' : ` → ${into}`}`,
  };
}

function moves<T>(
  title: string,
  moved: readonly Moved<T>[],
  nameOf: (one: T) => string,
  { units }: Ledger,
): string[] {
  return moved.map(({ what, to }) => `${title} ${nameOf(what)} → ${units.get(to)?.name ?? to}`);
}

function papersOf({ publicNote }: HandOverOptions) {
  return { publicNote, stamp: newStamp };
}
