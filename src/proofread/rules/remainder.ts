/** 其余: 共检查426个。不合格9个，其余407个合格; 60余个 that its rate does not leave; 回复 and 办理中 above what was received. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { countsOther } from '../meaning.ts';
import type { ReadDocument } from '../document/paper.ts';
import { exactSum } from '../number/quantity.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1];
    const same = before?.passage === statement.passage ? before : undefined;
    return [
      ...rests(statement, same),
      ...roughly(statement, same),
      ...roughSum(statement),
      ...settled(statement),
    ];
  });
}

const WHOLE = /共|总|检查|抽查|监测|对|纳入|现有|开设|在册|应|合计/u;

/** The number behind 其余 is what the parts before it leave of the whole. */
function rests(statement: Statement, before: Statement | undefined): Contradiction[] {
  return statement.numbers.flatMap((rest, index) => {
    if (!/^(?:其余|其他|剩余|余下)的?$/u.test(rest.label) || rest.rough || rest.scope >= 0)
      return [];
    // 510家网站……其余20个市: of places.
    if (/^(?:地级|县级)?[市县区州镇乡]/u.test(rest.noun)) return [];
    const own = statement.numbers.slice(0, index).filter((one) => counts(one, rest));
    const earlier = (before?.numbers ?? []).filter((one) => counts(one, rest));
    const largest = own.toSorted((a, b) => b.value - a.value)[0];
    if (
      largest &&
      WHOLE.test(largest.label + largest.noun + wordsOf(largest)) &&
      // 检查不合格的4个，其余56个合格: it is what the rest is left by.
      !/不合格|不达标|问题/u.test(largest.label + largest.noun + wordsOf(largest)) &&
      largest.value < rest.value
    )
      return [tooMany(largest, rest)];
    // A whole in the same sentence is the matter of 总数与分项.
    if (own.some((one) => one.value > rest.value)) return [];
    const wholes = earlier.filter(
      (one) =>
        one.value > rest.value &&
        // 合计27个次: one that failed twice is counted twice.
        !one.noun.startsWith('次') &&
        WHOLE.test(one.label + one.noun + wordsOf(one)),
    );
    const [whole] = wholes;
    if (whole === undefined || new Set(wholes.map(({ value }) => value)).size > 1) return [];
    const parts = own.filter((one) => one !== whole && one.value < whole.value);
    if (parts.length === 0 || parts.length > 4) return [];
    const left = exactSum([whole.value, ...parts.map(({ value }) => -value)]);
    // Any of the parts before may be a part of another one.
    const some = parts.map((_, from) =>
      exactSum([whole.value, ...parts.slice(from).map(({ value }) => -value)]),
    );
    const single = parts.map(({ value }) => exactSum([whole.value, -value]));
    // 其余54个合格，2个正在注销: both are left.
    const behind = statement.numbers.slice(index + 1).filter((one) => counts(one, rest));
    const rests = [rest, ...behind].map((_, to, all) =>
      exactSum(all.slice(0, to + 1).map(({ value }) => value)),
    );
    const lefts = [...some, ...single, left];
    if (left < 0 || rests.some((value) => lefts.includes(value))) return [];
    const sum = parts.map(({ value }) => String(value)).join('－');
    return [
      disagreement(remainderRule.id, [rest], whole, {
        message: `其余写的是${String(rest.value)}${rest.unit}，与${String(whole.value)}－${sum}＝${String(left)}不符`,
        expected: `其余为${String(left)}${rest.unit}`,
      }),
    ];
  });
}

function tooMany(whole: SaidNumber, rest: SaidNumber): Contradiction {
  return disagreement(remainderRule.id, [rest], whole, {
    message: `其余写的是${String(rest.value)}${rest.unit}，总数写的是${String(whole.value)}${whole.unit}`,
    expected: `其余少于总数${String(whole.value)}${whole.unit}`,
  });
}

/** The words of its clause before a number. */
function wordsOf({ passage, at }: SaidNumber): string {
  return /[^，；。：]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '';
}

const COUNTS: ReadonlyMap<string, number> = new Map([
  ['两', 2],
  ['二', 2],
  ['三', 3],
  ['四', 4],
]);

/** 告警25次，更新提醒35次，两类合计70余次: more than 60, or less. */
function roughSum({ passage, at, text, numbers }: Statement): Contradiction[] {
  const shape =
    /(?:[两二三四]类|[两二三四]项|[两二三四]者)[^，。；\d]{0,6}(?:合计|共计|共)(\d+)余([\u4e00-\u9fff]{1,2})/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const said = Number(match[1]);
    const place = at + match.index;
    const parts = numbers.filter(
      (one) =>
        one.end <= place && one.scope < 0 && !one.rough && (match[2] ?? '').startsWith(one.unit),
    );
    const [first] = parts;
    const count = COUNTS.get(match[0].charAt(0));
    if (first === undefined || parts.length !== count) return [];
    const sum = exactSum(parts.map(({ value }) => value));
    const step = 10 ** (/0*$/u.exec(String(said))?.[0].length ?? 0);
    if (sum > said && sum < said + step) return [];
    const here = { passage, at: place, end: place + match[0].length };
    return [
      disagreement(remainderRule.id, [here], first, {
        message: `合计写的是${String(said)}余${first.unit}，各项相加为${String(sum)}${first.unit}`,
        expected: `合计为${String(sum)}${first.unit}`,
      }),
    ];
  });
}

function counts(one: SaidNumber, rest: SaidNumber): boolean {
  return one.scope < 0 && !one.rough && !one.compared && isAlike(one, rest);
}

/** 共检查314个，不合格60余个，合格率82.48%: the rate leaves 55. */
function roughly(statement: Statement, before: Statement | undefined): Contradiction[] {
  const { passage, at, text, percentages } = statement;
  const shape =
    /不合格(?:的)?(?:共|有|为)?(\d+)余([个家])|(\d+)余([个家])[^，。；\d]{0,12}不合格/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const said = Number(match[1] ?? match[3]);
    const unit = match[2] ?? match[4] ?? '';
    const rate = percentages.find(
      (one) =>
        /合格率[^，。\d]{0,4}$/u.test(passage.read.slice(at, one.at)) &&
        !/不合格率[^，。\d]{0,4}$/u.test(passage.read.slice(at, one.at)),
    );
    const whole = [...statement.numbers, ...(before?.numbers ?? [])].find(
      (one) => one.unit === unit && one.value > said && WHOLE.test(one.label + one.noun),
    );
    if (rate === undefined || whole === undefined) return [];
    const failed = (whole.value * (100 - rate.value)) / 100;
    const slack = (whole.value * 10 ** -rate.decimals) / 200 + 0.5;
    const step = 10 ** (/0*$/u.exec(String(said))?.[0].length ?? 0);
    if (failed + slack > said && failed - slack < said + step) return [];
    const here = { passage, at: at + match.index, end: at + match.index + match[0].length };
    return [
      disagreement(remainderRule.id, [here, { passage, at: rate.at, end: rate.end }], whole, {
        message: `不合格写的是${String(said)}余${unit}，与${String(whole.value)}${unit}的合格率${rate.value.toFixed(rate.decimals)}%不符`,
        expected: `不合格约${String(Math.round(failed))}${unit}`,
      }),
    ];
  });
}

const RECEIVED = /(?:收到|接收|收件|来信|受理)[^，。；\d]{0,10}$/u;
const DONE = /(?:回复|答复|办结|办复)[^，。；\d]{0,10}$/u;
const OPEN = /(?:办理中|正在办理|在办|待办|未办结|未回复|待回复)[^，。；\d]{0,6}$/u;

/** 收到604封，回复580封，办理中42封. */
function settled({ numbers, text, at }: Statement): Contradiction[] {
  // 上季度结转7条，本季度新收到48条: what was left over is done as well.
  if (/结转|遗留|上[季月年期]度?末/u.test(text)) return [];
  const level = numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const lead = (one: SaidNumber): string =>
    one.passage.read.slice(Math.max(0, one.at - 24), one.at);
  return level.flatMap((open, index) => {
    if (!OPEN.test(lead(open))) return [];
    const alike = level.slice(0, index).filter((one) => isAlike(one, open));
    const done = alike.findLast((one) => DONE.test(lead(one)));
    const whole = alike.findLast((one) => one !== done && RECEIVED.test(lead(one)));
    if (!done || !whole || whole.at > done.at || countsOther(whole, done)) return [];
    // 其中实名49封，匿名17封；已办结63封: of all of them, not of the last kind.
    const between = text.slice(whole.end - at, done.at - at);
    if (between.includes('；') && /其中/u.test(text.slice(0, whole.at - at))) return [];
    const sum = exactSum([done.value, open.value]);
    if (sum <= whole.value) return [];
    return [
      disagreement(remainderRule.id, [done, open], whole, {
        message: `${String(done.value)}＋${String(open.value)}＝${String(sum)}，多于收到的${String(whole.value)}${whole.unit}`,
        expected: `已办和在办合起来不超过${String(whole.value)}${whole.unit}`,
      }),
    ];
  });
}

export const remainderRule: ProofRule = { id: 'remainder', name: '其余、余数与总数', check };
