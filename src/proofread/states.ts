/** 状态: numbers that say how one thing stands (已整改45项，正在整改16项) divide what was counted before them. */
import type { Division } from './division.ts';
import { countsOther, entityOf } from './meaning.ts';
import { withoutBrackets, inScope, readWords } from './scope.ts';
import { isAlike, type SaidNumber, type Statement } from './statement.ts';

/** 问题60项，已整改45项，正在整改16项: states of one thing divide what was counted before them. */
export function dividedByStates(
  statement: Statement,
  before: readonly Statement[],
  next: Statement | undefined,
): Division[] {
  const numbers = inScope(statement, -1).filter(({ compared }) => !compared);
  const units = [...new Set(numbers.map(({ unit }) => unit))];
  const runs = units.flatMap((unit) => {
    const [sample] = numbers.filter((one) => one.unit === unit);
    return runsOf(
      numbers.filter((one, at) => sample && isAlike(one, sample) && !isHost(one, numbers[at + 1])),
    );
  });
  return runs.flatMap((run): Division[] => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const [lead, ...row] = rowBefore(numbers, first).toReversed();
    // 优秀8家、良好20家、合格10家、不合格2家: two of a longer row.
    if (lead && (row.length > 0 || !/检查|抽查|共|总/u.test(lead.label))) return [];
    const mayBe = (one: SaidNumber) =>
      !/存量|上年末|年初|期初|结转/u.test(one.label) &&
      isAlike(one, first) &&
      !one.rough &&
      !one.compared &&
      !countsOther(one, first) &&
      one.stance?.about !== first.stance?.about;
    const own = numbers.filter((one) => one.end <= first.at && mayBe(one));
    const earlier = before.slice(-2).flatMap((one) => inScope(one, -1).filter(mayBe));
    const later = next === undefined ? [] : inScope(next, -1).filter(mayBe);
    const candidates =
      [
        own,
        earlier,
        ofTopic(statement, first, before),
        later.filter(({ label }) => /全部|共|总/u.test(label)).slice(0, 1),
      ].find((some) => some.length > 0) ?? [];
    const most = Math.max(...run.map(({ value }) => value));
    const large = ({ value }: SaidNumber) => value >= most;
    const isOne = candidates.length === 1 || candidates.some(isTold);
    const whole =
      candidates.findLast(large) ??
      earlier.findLast(large) ??
      (isOne ? candidates.at(-1) : undefined);
    if (!whole) return [];
    const words = readWords(statement, first.at - first.label.length, statement.end);
    const others = [...earlier, ...own].filter((one) => one !== whole);
    return [{ whole, parts: run, by: 'states', words, others, exact: false }];
  });
}

/** 其余单位30个问题完成23个: a whole of its own, and no state of another. */
function isHost(one: SaidNumber, next: SaidNumber | undefined): boolean {
  return (
    one.stance?.about === 'any' &&
    next?.stance?.sign === 'yes' &&
    next.label.startsWith(one.unit) &&
    isAlike(one, next)
  );
}

/** Of several only what is told as a whole: 链接失效71个 is one of the kinds of 312. */
function isTold({ label, noun }: SaidNumber): boolean {
  return /发现|共|交办|通报|反馈|应|收到|受理|存在|查出|排查|梳理|总|检查|抽查/u.test(label + noun);
}

/** 优秀8家、良好20家、合格10家: what stands before a number in one row with it. */
function rowBefore(numbers: readonly SaidNumber[], first: SaidNumber): SaidNumber[] {
  const index = numbers.indexOf(first);
  const before = numbers[index - 1];
  if (!before) return [];
  const gap = withoutBrackets(first.passage.read.slice(before.end, first.at));
  const isGrade =
    /[，、](?:优秀|良好|优良|一般|较差)$/u.test(`，${before.label}`) && gap.length <= 5;
  return (isGrade || gap.includes('、')) &&
    !/[；：。]|其中/u.test(gap) &&
    (isGrade || !gap.includes('，'))
    ? [before, ...rowBefore(numbers, before)]
    : [];
}

/** 政务新媒体检查比例为100%，其中合格510个: the number of what the sentence is about, some sentences before. */
function ofTopic(
  statement: Statement,
  first: SaidNumber,
  before: readonly Statement[],
): SaidNumber[] {
  const lead = readWords(statement, statement.at, first.at);
  if (!/(?:100%|全覆盖|全部)/u.test(lead)) return [];
  const topic = entityOf({ label: lead, noun: '' });
  return before
    .flatMap((one) => inScope(one, -1))
    .filter((one) => isAlike(one, first) && topic !== undefined && entityOf(one) === topic);
}

/** Rows of numbers that stand each for a state of the same thing, at least two different ones. */
function runsOf(numbers: readonly SaidNumber[]): SaidNumber[][] {
  const runs: SaidNumber[][] = [];
  let run: SaidNumber[] = [];
  const close = () => {
    const signs = new Set(run.map(({ stance }) => stance?.sign));
    if (signs.size >= 2 && signs.has('yes')) runs.push(run);
    run = [];
  };
  for (const one of numbers) {
    const last = run.at(-1);
    // 其余7个均已完成；其中5个率先完成: the second is some of the first.
    if (last && /[；，]其中/u.test(one.passage.read.slice(last.end, one.at))) close();
    const about = run.find(({ stance }) => stance?.about !== 'any')?.stance?.about;
    const fits =
      one.stance !== undefined &&
      (about === undefined || one.stance.about === about || one.stance.about === 'any');
    if (!fits) close();
    // A second 已整改 belongs to another whole.
    else if (run.some(({ stance }) => isSame(stance, one.stance) && stance?.sign === 'yes'))
      close();
    if (one.stance !== undefined) run.push(one);
  }
  close();
  return runs;
}

function isSame(a: SaidNumber['stance'], b: SaidNumber['stance']): boolean {
  return a?.sign === b?.sign && a?.about === b?.about;
}

/** 网站已整改20个，账号已整改30个: how much of each, no parts of what was found. */
export function areStates({ whole }: Division, parts: readonly SaidNumber[]): boolean {
  const [first] = parts;
  const about = first?.stance?.sign === 'yes' ? first.stance.about : undefined;
  return (
    about !== undefined &&
    whole.stance?.about !== about &&
    parts.every(({ stance }) => stance?.about === about && stance.sign === 'yes')
  );
}
