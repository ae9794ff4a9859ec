/** 分法: the ways in which a text says that numbers are parts of another: 其中, brackets, states, 共, 按…分. */
import { numeralValue } from '../text/numeral.ts';
import { continuedDivisions, cutDivisions, wovenDivisions } from './cuts.ts';
import { type Division, sumOfParts, type DivisionSurroundings } from './division.ts';
import { isComplete } from './meaning.ts';
import { withoutBrackets, inScope, isNested, partsFrom, readWords } from './scope.ts';
import { isAlike, type SaidNumber, type Statement } from './statement.ts';
import { dividedByStates } from './states.ts';
import {
  COUNTED,
  END_OF_ROW,
  isByMonths,
  isNearTotal,
  isRowOfWholes,
  isSlight,
  ownPieces,
  sameVerb,
} from './near-total.ts';

const OF_WHICH = /其中：?|中(?=[，有A-Za-z]|现有)|包括|包含|分别(?:为|是|有)|分为|分布在|：/gu;

/** All wholes with parts that a sentence names. */
export function divisionsOf(statement: Statement, context: DivisionSurroundings): Division[] {
  const { before, next } = context;
  const weave = wovenDivisions(statement, before);
  return [
    ...brackets(statement, before),
    ...(weave.length > 0
      ? weave
      : [
          ...ofWhich(statement),
          ...dividedByStates(statement, before, next),
          ...beside(statement),
          ...cutDivisions(statement, context),
          ...continuedDivisions(statement, before),
        ]),
    ...totals(statement, before),
  ];
}

/** 23个（甲11个、乙12个）, and 满意率100%（满意144件、基本满意2件） of a whole named before. */
function brackets(statement: Statement, before: readonly Statement[]): Division[] {
  const scopes = [...new Set(statement.numbers.map(({ scope }) => scope))].filter(
    (one) => one >= 0,
  );
  return scopes.flatMap((scope): Division[] => {
    const inside = inScope(statement, scope).filter(({ compared }) => !compared);
    const [first] = inside;
    const last = inside.at(-1);
    if (!first || !last || inside.length < 2) return [];
    const owner = statement.numbers.findLast(({ end }) => end <= scope);
    const gap = owner === undefined ? '' : readWords(statement, owner.end, scope);
    const close = statement.passage.read.indexOf('）', last.end);
    const words = readWords(statement, scope + 1, close < 0 ? statement.end : close);
    if (owner && !owner.rough && !owner.compared && /^[^，。；：（）\d]{0,14}$/u.test(gap)) {
      const parts = inside.filter((one) => isAlike(owner, one));
      return [{ whole: owner, parts, by: 'bracket', words, others: [], exact: true }];
    }
    const parts = inside.filter((one) => isAlike(first, one));
    if (!isComplete(parts) && !sameStances(parts)) return [];
    const wholes = [...before.slice(-2), statement].flatMap((one) => inScope(one, -1));
    const fit = wholes.filter((one) => one.end <= scope && isAlike(one, first) && !one.compared);
    const whole = fit.at(-1);
    return whole
      ? [{ whole, parts, by: 'states', words, others: fit.slice(0, -1), exact: false }]
      : [];
  });
}

function sameStances(parts: readonly SaidNumber[]): boolean {
  const [first] = parts;
  return (
    first?.stance !== undefined && parts.every((one) => one.stance?.about === first.stance?.about)
  );
}

/** 其中 or a colon behind a whole, in the sentence or in a bracket of it. */
function ofWhich(statement: Statement): Division[] {
  const scopes = [...new Set(statement.numbers.map(({ scope }) => scope))];
  return scopes.flatMap((scope) => {
    const from = scope < 0 ? statement.at : scope + 1;
    const text = withoutBrackets(readWords(statement, from, statement.end)).replace(/）.*$/u, '');
    const all = inScope(statement, scope);
    return [...text.matchAll(OF_WHICH)].flatMap((match): Division[] => {
      const opener = from + match.index;
      const start = opener + match[0].length;
      const earlier = all.filter(({ end, compared }) => end <= opener && !compared);
      // In a bracket the whole may stand before it: 51家（其中甲42家，乙9家）.
      if (earlier.length === 0) {
        const owner = statement.numbers.findLast(({ end }) => scope >= 0 && end <= scope);
        if (owner && scope - owner.end <= 14) earlier.push(owner);
      }
      const until = from + text.length;
      const after = all.filter(
        (one) => one.at >= start && !isNested(text.slice(start - from, one.at - from)),
      );
      const close = match[0] === '：' || match[0] === '中';
      const inTurn = match[0].startsWith('分别');
      const whole = earlier.findLast((one) => after.some((part) => isAlike(one, part)));
      if (!whole) return [];
      const gap = withoutBrackets(readWords(statement, whole.end, opener));
      if (close && !/^[^，。；：]{0,14}$/u.test(gap)) return [];
      if (inTurn && !/^[^；：、]{0,14}$/u.test(gap)) return [];
      // 微信80个、微博20个，合格分别为76个、18个: each is of its own whole.
      if (inTurn && isRowOfWholes(earlier, after, statement)) return [];
      // 9个门户网站中有3个不合格，9个服务网全部合格: as many again are no part of it.
      const isRow = match[0] === '中' && after.some((one) => isBeside(one, whole, opener));
      const piece = start + (text.slice(start - from).split(isRow ? '，' : '；')[0]?.length ?? 0);
      const behind = after.filter((one) => one.at > piece && isAlike(one, whole));
      // 12个（未更新10个，其中5个未备案；已注销1个；未备案1个）: what follows makes up what the whole is part of.
      const owner = statement.numbers.findLast(({ end }) => scope >= 0 && end <= scope);
      const makesUp = behind.length > 0 && owner?.value === sumOfParts([whole, ...behind]);
      // 省级24人，其中处分22人；市级2329人: what follows stands beside the whole.
      const isSibling =
        isRow || makesUp || match[0] === '中' || behind.some(({ value }) => value > whole.value);
      const { parts, words } = partsFrom(
        statement,
        whole,
        after.filter(({ at }) => !isSibling || at < piece),
        start,
        isSibling ? piece : until,
      );
      const others = earlier.filter((one) => one !== whole && isAlike(one, whole));
      return parts.length === 0
        ? []
        : [{ whole, parts, by: 'of which', words, others, exact: /分别|^：/u.test(match[0]) }];
    });
  });
}

/** Behind a comma, without a word before it, and not smaller. */
function isBeside(one: SaidNumber, whole: SaidNumber, opener: number): boolean {
  const gap = one.passage.read.slice(opener, one.at);
  return gap.endsWith('，') && isAlike(one, whole) && one.value >= whole.value;
}

/** 甲11个、乙12个，共23个; 以上问题共4处. */
function totals(statement: Statement, before: readonly Statement[]): Division[] {
  const numbers = inScope(statement, -1);
  return numbers.flatMap((whole, place): Division[] => {
    if (whole.compared) return [];
    const above = /^(?:以上|上述)[^，。；]{0,8}(?:共|合计|总计)(?:计|有)?$/u.test(whole.label);
    const counted = COUNTED.exec(whole.label)?.[1];
    const here =
      counted !== undefined || /^(?:共|共计|合计|总计|总共|一共|计|累计)$/u.test(whole.label);
    const these = /^这$/u.test(whole.label);
    const verb = /(?:共|合计|总计|累计)([^，。；]{1,6})$/u.exec(whole.label)?.[1];
    const isEnd = END_OF_ROW.test(whole.label);
    if (!above && !here && !these && !isEnd && verb === undefined) return [];
    const text = readWords(statement, statement.at, whole.at);
    const own =
      above || these ? 0 : Math.max(...['；', '：'].map((mark) => text.lastIndexOf(mark)));
    const inSentence = numbers
      .slice(0, place)
      .filter((one) => above || these || one.at >= statement.at + own);
    const all = inSentence.filter((one) => isAlike(one, whole) && !one.compared);
    // 三类合计: of the last three.
    const last = counted === undefined ? all.length : (numeralValue(counted) ?? Number(counted));
    const alike = last > all.length ? [] : all.slice(all.length - last);
    const named =
      above ||
      here ||
      these ||
      (isEnd && isSlight(alike, whole)) ||
      isNearTotal(alike, whole, verb) ||
      alike.every(({ label }) => label.endsWith((verb ?? '').slice(-2))) ||
      isByMonths(alike, verb);
    const parts =
      above && alike.length < 2
        ? [...before.slice(-3), statement].flatMap((one) =>
            inScope(one, -1).filter((part) => part.at < whole.at && isAlike(part, whole)),
          )
        : alike;
    const others = before.slice(-2).flatMap((one) => inScope(one, -1));
    const words = parts[0] ? readWords(statement, Math.min(parts[0].at, whole.at), whole.at) : '';
    return parts.length < 2 || !named
      ? []
      : [{ whole, parts, by: 'total', words, others, exact: true }];
  });
}

/** 现有84个，拟保留60个、整合15个、注销10个: no word says that these are parts. */
function beside(statement: Statement): Division[] {
  const numbers = inScope(statement, -1);
  return numbers.flatMap((whole, place): Division[] => {
    if (
      whole.compared ||
      !/共|现有|(?:运行|在用|开设|开办)的?(?:政府)?(?:网站|政务新媒体)|主动公开|制发|应参训|^全[省市县区州](?:政府系统)?(?:政府网站|政务新媒体)(?:账号)?$|累计|总|检查|抽查|复查|受理|收到|接收|派单|交办|转办|发现|反馈|通报|有效|应到|应检|应报|应参加/u.test(
        whole.label,
      )
    ) {
      return [];
    }
    const text = ownPieces(
      withoutBrackets(readWords(statement, whole.end, statement.end)).split('其中')[0] ?? '',
      whole,
    );
    if (!/^[^，。；：\d]{0,14}，/u.test(text)) return [];
    const end = whole.end + text.length;
    const after = numbers.slice(place + 1).filter(({ at }) => at < end);
    const from = partsFrom(statement, whole, after, whole.end, end);
    // 698件，344件已转有关部门办理，已办结328件，354件已指引: those that lead their clauses.
    const led = from.parts.filter(({ label }) => label === '');
    const parts = led.length >= 2 ? led : from.parts;
    const { words } = from;
    // 咨询类共5件，求助类共3件: one of a row, no whole.
    if (parts.length < 2 || parts.some(({ label }) => label.includes('共'))) return [];
    return [{ whole, parts, by: 'beside', words, others: [], exact: sameVerb(whole, parts) }];
  });
}
