/** 部分与总体: a part that is larger than its whole; 受理 more than 收到, 检查 more than 共有, 整改 more than 发现. */
import { divisionsOf } from '../frames.ts';
import { disagreement, type Contradiction } from '../contradiction.ts';
import { countsOther } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** What comes later in each row is some of what came before it. */
const STAGES: readonly (readonly [whole: RegExp, part: RegExp])[] = [
  [/(?:收到|接到|接收|收件)/u, /受理|登记|采用|采纳|办结|办复|答复|回复/u],
  [/(?:报送|上报|报来|推送)/u, /采用|采纳|录用/u],
  [/共有|现有|开设|备案|在册|纳入|应检|在运行|共$/u, /(?:检查|抽查|抽检|实检|监测)/u],
  [/(?:发现|查出|排查出|反馈|交办|通报|移交|复查)/u, /整改|办结|销号|完成|答复|回复|解决/u],
  [/(?:提出|征集|收集)[^，]{0,8}(?:建议|意见)/u, /采纳|采用/u],
  [/转(?:有关|各|相关|责任)|派单|交办|转办/u, /办结|处理完/u],
  [/(?:发放|发出|下发)/u, /回收|收回|返回/u],
  [/(?:收到|收回|回收|接到)/u, /有效/u],
  [/(?:应到|应参加|应报|应公开|应检)/u, /(?:实到|实际|实报|已公开|实检)/u],
];
/** What was left from before is done as well. */
const BACKLOG =
  /结转|往年|上年|去年|遗留|旧存|历年|历史|累计|含|之前|以前|前期|部分为|次(?:次|数)|其他|另/u;
/** 上季度结转7条，本季度新收到48条，共办结51条: told before what came in anew. */
const CARRIED =
  /结转|遗留|(?:上[季月年期][度末底]?|年初|期初)[^，。；]{0,8}(?:在办|未办结|尚未|挂账|未整改)/u;
const LEFT_OVER = /结转|往年|上年|去年|前年|遗留|旧存|历年|历史|以前年度|往期|上期/u;
const AT_A_TIME = /[月季年度期][末底初](?:共|还|为|有|是|现|总数|在运行|账号|网站)*$/u;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const seen = new Set<SaidNumber>();
    const found = [
      ...ofWhich(statement, statements.slice(Math.max(0, index - 2), index)),
      ...stages(statement),
      ...bracketed(statement),
      ...named(statement, statements[index - 1]),
    ];
    return found.flatMap(([whole, part]) => {
      if (seen.has(part) || isOfList(statement, whole, part)) return [];
      // 通报问题12个，其中已整改10个，往年还有15个: of other years.
      if (part.scope < 0 && LEFT_OVER.test(leadOf(part))) return [];
      // 累计注销6个，其中7月2个，6月末为54个: how many there are on a day, and no part of what came or went.
      if (AT_A_TIME.test(leadOf(part)) && !AT_A_TIME.test(leadOf(whole))) return [];
      if (part.value <= withRow(statement, whole) || /平均/u.test(whole.label)) return [];
      if (CARRIED.test(whole.passage.read.slice(Math.max(0, whole.at - 60), whole.at))) return [];
      seen.add(part);
      return [
        disagreement(largerRule.id, [part], whole, {
          message: `部分写的是${String(part.value)}${part.unit}，总体写的是${String(whole.value)}${whole.unit}`,
          expected: `部分不大于总体${String(whole.value)}${whole.unit}`,
        }),
      ];
    });
  });
}

/** 8家门户网站和35家部门网站，合格41家: of all that stand in the row. */
function withRow({ numbers }: Statement, whole: SaidNumber): number {
  const row = [whole];
  for (const one of numbers.filter(({ end }) => end <= whole.at).toReversed()) {
    const gap = one.passage.read.slice(one.end, (row[0] ?? whole).at);
    if (!/^[^，。；：\d]{0,16}[、和及与][^，。；：\d]{0,12}$/u.test(gap) || !isAlike(one, whole))
      break;
    row.unshift(one);
  }
  return row.reduce((sum, { value }) => sum + value, 0);
}

type Pair = readonly [whole: SaidNumber, part: SaidNumber];

/** 甲11个、乙3个、丙1个（其中3个归入两类）: 其中 in a bracket behind a list is of the list, not of its last member. */
function isOfList({ passage }: Statement, whole: SaidNumber, part: SaidNumber): boolean {
  const before = passage.read.slice(0, whole.at);
  return (
    part.scope >= whole.end &&
    /^[（(]?其中/u.test(passage.read.slice(part.scope)) &&
    /\d[^，；。：（）]*、[^，；。：（）\d]*$/u.test(before)
  );
}

/** 未完成31件，其中逾期36件. */
function ofWhich(statement: Statement, before: readonly Statement[]): Pair[] {
  const same = before.filter(({ passage }) => passage === statement.passage);
  const divisions = divisionsOf(statement, { before: same }).filter(
    ({ by }) => by !== 'cut' && by !== 'total' && by !== 'beside',
  );
  const inner = divisions.flatMap(({ by, parts }) => (by === 'states' ? [] : parts));
  return divisions.flatMap(({ whole, parts, others, by }): Pair[] => {
    if (by === 'states' && inner.includes(whole)) return [];
    const isRow = (one: SaidNumber): boolean =>
      by === 'states' &&
      [one, whole].every(({ label, noun }) => label === '' && noun !== '') &&
      one.noun !== whole.noun;
    const most = Math.max(
      whole.value,
      ...(by === 'bracket' ? [] : others.map(({ value }) => value)),
    );
    const large = parts.find(
      // 59个中，甲44个、乙6个…，合计68个账号: a sum of something else.
      (one) => one.value > most && !isRow(one) && !/^(?:合计|共计|总计)$/u.test(one.label),
    );
    return large && !countsOther(whole, large) ? [[whole, large]] : [];
  });
}

/** 908件已转有关部门办理（已办结994件）. */
function bracketed({ passage, numbers }: Statement): Pair[] {
  return numbers.flatMap((part): Pair[] => {
    const whole = numbers.findLast(({ end }) => end <= part.scope);
    if (!whole || part.scope < 0 || part.rough || whole.rough || !isAlike(whole, part)) return [];
    const direct = /^[^，。；：（）\d]{0,14}$/u.test(passage.read.slice(whole.end, part.scope));
    const some = part.stance?.sign === 'yes' || /其中|含/u.test(part.label);
    return direct && some && part.value > whole.value && !countsOther(whole, part)
      ? [[whole, part]]
      : [];
  });
}

/** 收到举报19815件，受理20700件. */
function stages({ passage, numbers, end }: Statement): Pair[] {
  const level = numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  return level.flatMap((part, index): Pair[] => {
    const whole = level.slice(0, index).findLast((one) => isAlike(one, part));
    if (!whole || whole.value >= part.value || countsOther(whole, part)) return [];
    const behind = passage.read.slice(part.end, end);
    const words = passage.read.slice(whole.at - whole.label.length, part.end) + behind;
    if (BACKLOG.test(words)) return [];
    const fits =
      isCheckedThenFailed(whole, part) ||
      isLeftOfAll(whole, part) ||
      STAGES.some(
        ([of, own]) =>
          of.test(leadOf(whole)) &&
          !own.test(leadOf(whole)) &&
          own.test(leadOf(part)) &&
          !of.test(leadOf(part)),
      );
    // A larger number of the same kind before it may be the whole, unless the part stands right behind its own.
    const close = passage.read.slice(whole.end, part.at).length <= 5;
    const larger =
      !close &&
      level
        .slice(0, index)
        .some((one) => isAlike(one, part) && one.value >= part.value && !isAllOf(one, whole));
    return fits && !larger ? [[whole, part]] : [];
  });
}

/** 1061个政务新媒体中的173个: the larger number is what the smaller one was drawn from. */
function isAllOf(all: SaidNumber, some: SaidNumber): boolean {
  const between = all.passage.read.slice(all.end, some.at);
  return all.at < some.at && /^[^，。；\d]{0,14}(?:中的?|中抽取|中随机抽取)$/u.test(between);
}

/** 对其中173个进行了抽查，发现存在突出问题的政务新媒体183个. */
function isCheckedThenFailed(whole: SaidNumber, part: SaidNumber): boolean {
  const behind = whole.passage.read.slice(whole.end, whole.end + 16);
  const isChecked =
    /(?:检查|抽查|抽检|监测)[^，。；\d]{0,8}$/u.test(leadOf(whole)) ||
    /^[^，。；\d]{0,10}(?:检查|抽查|抽检|监测)/u.test(behind);
  const lead = leadOf(part);
  const isFailed =
    /(?:不合格|问题)的?(?:政府)?(?:网站|政务新媒体|新媒体|账号|单位)$|^(?:其中)?不合格$/u.test(
      lead,
    ) || /^不合格(?=[，。；：]|$)/u.test(part.passage.read.slice(part.end));
  return isChecked && isFailed;
}

/** What is done with all of them; 未备案 is a fault of its own, unless 备案 was to be done. */
const DEALT_WITH =
  /^[^\d]{0,12}(?:未|没有)(?:按[期时要求]+|及时|全部|完全|能|得到|完成)*(?:完成|整改|清理|注销|销号|办结|办理|处理|处置|关停|关闭|落实|答复|回复|解决|到位|整合|迁移|修复|改正|更正)/u;
/** Nobody and nothing else: 截至6月底还有, 目前仍有. */
const STILL =
  /^(?:但|却|其中|(?:截至|截止|到|至)?(?:目前|现在|今|当前|昨日|本?[年月日季度]*[底末]?)(?:为止)?)*(?<still>还|仍|尚|剩余?)(?:然)?有?$/u;

/**
 * 应清理账号65个，截至目前还有75个账号未完成注销: more are left than there were. 还有 is “also” where somebody else or another
 * fault follows, and may be where no time is said.
 */
function isLeftOfAll(whole: SaidNumber, part: SaidNumber): boolean {
  const behind = /^[^，。；：]*/u.exec(part.passage.read.slice(part.end))?.[0] ?? '';
  const all = leadOf(whole);
  const asked = /(?:应|需|须|待)(?<what>[^，。；：\d]*)$/u.exec(all)?.groups?.['what'];
  const still = STILL.exec(leadOf(part));
  if (still === null) return false;
  if (asked !== undefined) {
    const fault = /(?:未|没有)(?<fault>\p{Script=Han}{2})/u.exec(behind)?.groups?.['fault'];
    return DEALT_WITH.test(behind) || (fault !== undefined && asked.includes(fault));
  }
  const isLater = still.groups?.['still'] !== '还' || /[目至今前底末]/u.test(still[0]);
  return (
    isLater && /(?:涉及|交办|通报|发现|排查出)[^，。；：\d]*$/u.test(all) && DEALT_WITH.test(behind)
  );
}

/** The words of its clause before a number, without those before another number. */
function leadOf({ passage, at, label, noun }: SaidNumber): string {
  const clause = /[^，；。：\d]*$/u.exec(passage.read.slice(0, at))?.[0] ?? label;
  return clause === '' ? noun : clause;
}

/** 发现火灾隐患683条……火灾隐患已整改699条. */
function named(statement: Statement, before: Statement | undefined): Pair[] {
  const earlier = [
    ...(before?.passage === statement.passage ? before.numbers : []),
    ...statement.numbers,
  ];
  return statement.numbers.flatMap((part): Pair[] => {
    const name = /^(.{2,10}?)(?:已|共)?(?:完成)?(?:整改|办结|销号|完成|解决)(?:到位|完成)?$/u.exec(
      part.label,
    )?.[1];
    if (name === undefined || part.rough || part.compared) return [];
    const whole = earlier.findLast(
      (one) =>
        one.at < part.at &&
        isAlike(one, part) &&
        one.label.replace(/^.*(?:共|发现|查出|存在|有)/u, '') === name,
    );
    return whole && whole.value < part.value ? [[whole, part]] : [];
  });
}

export const largerRule: ProofRule = { id: 'larger', name: '部分与总体的大小', check };
