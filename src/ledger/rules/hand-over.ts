import { type Day, inWords } from '../../day/calendar.ts';
import { isLive } from '../../domain/ledger-on.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { type Unit, unitEnds } from '../../schema/unit.ts';
import { didYouMean } from '../message.ts';
import type { Finding, Rule, RuleInput } from '../rule.ts';
import type { DataPath } from '../yaml/node.ts';

const COMMAND = '用 npx ledger hand-over 办';

/** Units begin and end in order, and what is handed over goes to another unit that there is on that day. */
export const handOverRule: Rule = {
  id: 'hand-over',
  title: '更名、合并、分设、撤销和移交的日子、单位都对得上',
  *check(input) {
    for (const unit of input.ledger.units.values()) {
      yield* names(unit);
      yield* end(unit, input);
    }
    yield* accountSteps(input);
    yield* issueSteps(input);
  },
};

/** The days of a unit's own names stand in their order. */
function* names({
  path: file,
  formerNames = [],
  establishedOn,
  ended,
}: Entry<Unit>): Iterable<Finding> {
  for (const [index, { until }] of formerNames.entries()) {
    const before = formerNames[index - 1]?.until;
    if (before !== undefined && until <= before)
      yield {
        file,
        at: ['formerNames', index, 'until'],
        message: `曾用名用到${inWords(until)}，不晚于前一个的${inWords(before)}`,
        remedy: '按先后次序写，日子不重复',
      };
    if (ended !== undefined && until >= ended.on)
      yield {
        file,
        at: ['formerNames', index, 'until'],
        message: `曾用名用到${inWords(until)}，而单位到${inWords(ended.on)}已经撤并`,
        remedy: `核对日子；更名在前、撤并在后，${COMMAND}`,
      };
  }
  if (establishedOn !== undefined && ended !== undefined && ended.on <= establishedOn)
    yield {
      file,
      at: ['ended', 'on'],
      message: `撤并日${inWords(ended.on)}不晚于设立日期${inWords(establishedOn)}`,
      remedy: '核对 ended.on 和 establishedOn',
    };
}

/** Its successors are other units, there on the day: so no chain of successors comes back to its beginning. */
function* end(
  { path: file, id, ended }: Entry<Unit>,
  { ledger, known }: RuleInput,
): Iterable<Finding> {
  if (ended === undefined) return;
  for (const [index, successor] of ended.successors.entries()) {
    const at = ['ended', 'successors', index];
    if (successor === id)
      yield { file, at, message: '承接单位写的是它自己', remedy: '写接手的那个单位' };
    else
      yield* receiver({ file, at, to: successor, on: ended.on, what: '承接单位' }, ledger, known);
  }
  if (ledger.site.office === id)
    yield {
      file,
      at: ['ended'],
      message: '它还是 site.yaml 写的牵头单位（office）',
      remedy: '由管理员先把 site.yaml 的 office 改成现在的牵头单位',
    };
}

/** Whoever takes something over exists and is there on that day. */
function* receiver(
  { file, at, to, on, what }: { file: string; at: DataPath; to: string; on: Day; what: string },
  { units }: Ledger,
  known: RuleInput['known'],
): Iterable<Finding> {
  const unit = units.get(to);
  if (unit === undefined) {
    if (!known.unit.has(to))
      yield {
        file,
        at,
        message: `${what} ${to} 不存在`,
        remedy: didYouMean(to, known.unit.keys()) || '先在 units/ 登记，再引用',
      };
    return;
  }
  if (isLive(unit, on)) return;
  const { ended, establishedOn } = unit;
  const isOver = ended !== undefined && ended.on <= on;
  yield {
    file,
    at,
    message: isOver
      ? `${what}${unit.name}（${to}）自${inWords(ended.on)}起已经${unitEnds[ended.how]}`
      : `${what}${unit.name}（${to}）到${inWords(establishedOn ?? on)}才设立`,
    remedy:
      isOver && ended.successors.length > 0
        ? `写现在的单位：${ended.successors.join('、')}；或核对日子`
        : '核对单位和日子',
  };
}

/** 移交 of accounts. */
function* accountSteps({ ledger, known }: RuleInput): Iterable<Finding> {
  for (const [account, steps] of ledger.registry) {
    const enteredOn = steps.findLast(({ action }) => action === 'entered')?.reportedOn;
    let owner = ledger.accounts.get(account)?.unit;
    for (const step of steps) {
      if (step.action !== 'transferred') continue;
      const { path: file, to, reportedOn: on } = step;
      if (enteredOn !== undefined && on < enteredOn)
        yield {
          file,
          at: ['reportedOn'],
          message: `移交日${inWords(on)}早于入册日${inWords(enteredOn)}`,
          remedy: '核对日子；入册时就是这个单位的，不用移交',
        };
      yield* taken({ file, to, on }, owner, ledger, known);
      owner = to;
    }
  }
}

/** 移交 of what is a unit's own. */
function* issueSteps({ ledger, known }: RuleInput): Iterable<Finding> {
  for (const [id, updates] of ledger.updates) {
    const issue = ledger.issues.get(id);
    let owner = issue?.unit;
    for (const update of updates) {
      if (update.action !== 'transferred') continue;
      const { path: file, to, reportedOn: on } = update;
      if (issue?.account !== undefined)
        yield {
          file,
          at: ['action'],
          message: `这个问题涉及账号 ${issue.account}，随账号走，不单独移交`,
          remedy:
            '删去这份报送；账号换了主办单位的，登记账号的移交（npx ledger hand-over --account）',
        };
      yield* taken({ file, to, on }, owner, ledger, known);
      owner = to;
    }
  }
}

function* taken(
  { file, to, on }: { file: string; to: string; on: Day },
  owner: string | undefined,
  ledger: Ledger,
  known: RuleInput['known'],
): Iterable<Finding> {
  if (to === owner)
    yield {
      file,
      at: ['to'],
      message: `本来就是 ${to} 的，不用移交`,
      remedy: '核对 to；重复登记的删去这一份',
    };
  yield* receiver({ file, at: ['to'], to, on, what: '接收单位' }, ledger, known);
}
