/** 承前: sentences that divide what was counted before them: 其中, 按平台分, 处理结果中, 市直部门132条、县区80条. */
import { sumOfParts, type DivisionSurroundings, type Division, isExplained } from './division.ts';
import { countsOther, entityOf, isComplete, sharedPairs } from './meaning.ts';
import { withoutBrackets, inScope, isNested, partsFrom, readWords } from './scope.ts';
import { isAlike, type SaidNumber, type Statement } from './statement.ts';

/** What divides a whole that was named before: 其中, 按平台分, 从级别看, 工单分类：, 不合格账号中. */
const CUT =
  /其中[，：]?$|(?:按|从)[^，。；：]{1,10}(?:分|看|来看|划分|统计|分类)[^，；。]{0,2}[，：]|分[^，。；：]{2,6}看[，：]|(?:分类|构成|分布)(?:情况)?：|^[^，。；：]{1,12}中[，：]|分别(?:为|是|有)：?$/u;

/** The words of a sentence before its first number and what that number is called. */
function leadOf({ text, at, numbers }: Statement): string {
  const first = numbers.find(({ scope }) => scope < 0);
  if (!first) return '';
  const lead = withoutBrackets(text.slice(0, first.at - at));
  const name = /[^，。；：、]*$/u.exec(lead)?.[0] ?? '';
  const cut = name.includes('其中') ? name.indexOf('其中') + 2 : 0;
  return lead.slice(0, lead.length - name.length + cut);
}

/** The words of a piece before its first number. */
function headOf({ passage }: Statement, at: number, end: number): string {
  return /^[^\d]*/u.exec(passage.read.slice(at, end))?.[0] ?? '';
}

/** A sentence that begins with 其中 or 按平台分 divides what was counted before it, each piece what it names. */
export function cutDivisions(
  statement: Statement,
  { before, next, parts: known }: DivisionSurroundings,
): Division[] {
  const text = withoutBrackets(statement.text);
  const lead = leadOf(statement);
  const topical = /^ ?[^，。；：]{2,10}方面[，：]/u.test(lead);
  if (!CUT.test(lead) && !topical) return [];
  const ofLast = /其中/u.test(lead);
  // 三农类诉求中，…: of what is called so.
  const set =
    /^ ?([^，。；：]{1,12})中[，：]/u.exec(lead)?.[1] ??
    /([^，。；：]{2,20})分别(?:为|是|有)：?$/u.exec(lead)?.[1];
  const topic = topical ? entityOf({ label: lead, noun: '' }) : undefined;
  const start = statement.at + lead.length;
  const own = inScope(statement, -1);
  const context = before.map((one) =>
    inScope(one, -1).filter(({ compared, rough }) => !compared && !rough),
  );
  // 按来源分：……。本月共受理1000件。
  const alike = own[0];
  if (alike && next && !context.some((row) => row.some((one) => isAlike(one, alike)))) {
    const [total] = inScope(next, -1).filter(({ label }) => /共|总|合计/u.test(label));
    if (total) context.push([total]);
  }
  const pieces = text
    .slice(lead.length)
    .split(/(?<=；)/u)
    .map((piece, index, list) => {
      const at = start + list.slice(0, index).join('').length;
      return { at, end: at + piece.length };
    });
  const whole = { at: start, end: statement.end };
  // 按主体分，…；按类型分，…: each makes the whole by itself.
  const isByPiece = pieces.slice(1).every(({ at, end }) => CUT.test(headOf(statement, at, end)));
  if (pieces.length > 1 && isByPiece) return pieces.flatMap(divide);
  const divided = divide(whole);
  // The pieces are looked at one by one only where they do not make one whole together.
  if (pieces.length < 2 || divided.some(isExplained)) return divided;
  return [...divided, ...pieces.flatMap(divide)];

  function divide({ at, end }: { at: number; end: number }): Division[] {
    const inside = own.filter(
      (one) =>
        one.at >= at && one.at < end && !isNested(text.slice(lead.length, one.at - statement.at)),
    );
    const [first] = inside;
    if (!first) return [];
    const named = topic ?? entityOf(first);
    const fits = context.map((row) => row.filter((one) => isAlike(one, first)));
    const nearest = fits.findLast((row) => row.length > 0) ?? [];
    const all = ofLast ? nearest : fits.flat();
    const scored = all.map((one) => ({
      one,
      score: set === undefined || GENERIC.test(set) ? 0 : sharedPairs(set, one.label + one.noun),
    }));
    const most = Math.max(0, ...scored.map(({ score }) => score));
    const called = scored.flatMap(({ one, score }) => (score > 0 && score === most ? [one] : []));
    if (set !== undefined && called.length === 0 && !ofLast && !GENERIC.test(set)) return [];
    const free = all.filter((one) => !known?.has(one));
    const candidates = called.length > 0 ? called : free;
    const same = candidates.filter((one) => named !== undefined && entityOf(one) === named);
    const open = candidates.filter((one) => entityOf(one) === undefined || named === undefined);
    // 公众号282个。其中，县级部门218个: units may tell whose the accounts are.
    const other = candidates.filter((one) => !countsOther(one, first));
    const alike = [...open, ...same];
    const best = topic !== undefined ? same : alike.length > 0 ? alike : other;
    const sum = sumOfParts(inside.filter((one) => isAlike(one, first)));
    const row = inside.filter(({ unit }) => unit === first.unit);
    // 问题66个，涉及50个账号、11个网站。按平台分，……: as they stand they make a number that was named before.
    const made = context
      .flat()
      .find((one) => one.unit === first.unit && one.value === sumOfParts(row));
    if (made && row.length > 1)
      return [{ whole: made, parts: row, by: 'cut', words: lead, others: [], exact: false }];
    const of = best.toSorted((a, b) => Math.abs(a.value - sum) - Math.abs(b.value - sum))[0];
    if (!of || of.value > sum * 2 || of.value * 2 < sum) return [];
    const { parts, words: said } = partsFrom(statement, of, inside, at, end);
    const words = lead + said;
    const others = all.filter((one) => one !== of);
    const by = ofLast ? ('of which' as const) : ('cut' as const);
    return parts.length < 2 ? [] : [{ whole: of, parts, by, words, others, exact: false }];
  }
}

/** 处理结果中 and 上述问题中: of whatever was counted. */
const GENERIC = /结果|情况|收案|结案|上述|以上|全部/u;

/**
 * 收到留言212条。市直部门承办132条、县区承办80条: two opposites right behind a sentence with one whole; what else is said
 * of each of the two (完成投资) adds up as well.
 */
export function continuedDivisions(statement: Statement, before: readonly Statement[]): Division[] {
  const numbers = inScope(statement, -1).filter(({ compared }) => !compared);
  const last = before.at(-1);
  if (last?.passage !== statement.passage) return [];
  const units = [...new Set(numbers.map(({ unit }) => unit))];
  const pairs = units.map((unit) => {
    const all = numbers.filter((one) => one.unit === unit);
    const led = all.filter(({ label }) => label === '');
    return { all, two: led.length === 2 ? led : all.slice(0, 2) };
  });
  const leads = pairs.filter(({ two }) => two.length === 2 && isComplete(two));
  if (leads.length === 0 || /其中/u.test(statement.text)) return [];
  return pairs.flatMap((pair): Division[] => {
    const parts = leads.includes(pair) ? pair.two : pair.all;
    const [first, second] = parts;
    if (!first || !second || parts.length !== 2) return [];
    if (parts.some(({ stance }) => stance?.sign === 'no')) return [];
    const wholes = inScope(last, -1).filter(
      (one) => isAlike(one, first) && !one.compared && one.stance?.sign !== 'no',
    );
    const [whole] = wholes;
    if (!whole || wholes.length > 1) return [];
    const words = readWords(statement, first.at, second.end);
    return [{ whole, parts, by: 'cut', words, others: [], exact: false }];
  });
}

/** 报送1145条，采用358条，其中乡镇报送583条，采用194条，部门报送562条，采用164条: two divisions, one in the other. */
export function wovenDivisions(statement: Statement, before: readonly Statement[]): Division[] {
  const numbers = inScope(statement, -1).filter(({ compared }) => !compared);
  const inside = statement.text.search(/其中/u);
  const opener =
    inside >= 0 ? statement.at + inside : CUT.test(leadOf(statement)) ? statement.at : -1;
  const after = numbers.filter(({ at }) => at > opener);
  if (opener < 0 || after.length < 4) return [];
  // 政策解读4件，多元化解读为2件: what tells them apart may stand before the last two words.
  const labelOf = ({ label }: SaidNumber): string => label.replace(/[为有共]$/u, '');
  const verbs =
    [2, 3]
      .map((length) => [...new Set(after.map((one) => labelOf(one).slice(-length)))])
      .find(({ length }) => length >= 2 && length * 2 <= after.length) ?? [];
  const rows = verbs.map((verb) => after.filter((one) => labelOf(one).endsWith(verb)));
  const even = rows.length > 0 && rows.every((row) => row.length === rows[0]?.length);
  if (!even || verbs.some((verb) => !/^[\u4e00-\u9fff]{2,3}$/u.test(verb))) return [];
  const earlier = [
    ...before.slice(-4).flatMap((one) => inScope(one, -1)),
    ...numbers.filter(({ end }) => end <= opener),
  ];
  const divisions = rows.flatMap((parts, index): Division[] => {
    const verb = verbs[index] ?? '';
    const [first] = parts;
    const sum = sumOfParts(parts);
    const whole = earlier
      .filter(
        (one) =>
          first && !one.compared && isAlike(one, first) && (one.label + one.noun).includes(verb),
      )
      .toSorted((a, b) => Math.abs(a.value - sum) - Math.abs(b.value - sum))[0];
    if (!whole) return [];
    const by =
      whole.at < opener && whole.passage === statement.passage && whole.at >= statement.at
        ? ('of which' as const)
        : ('cut' as const);
    const isColumn = parts.length >= 3 && !/另|此外|补报|还有/u.test(statement.text);
    return [{ whole, parts, by, words: '', others: [], exact: false, isColumn }];
  });
  // Where one of the rows has no whole of its own they are not woven.
  if (divisions.length !== rows.length) return [];
  // 抽查合格网站16个，其中，抽查甲网站9个，合格5个；…: of two rows that would make the same whole the nearer does.
  const gapOf = ({ whole, parts }: Division): number => Math.abs(sumOfParts(parts) - whole.value);
  return divisions.filter((one) =>
    divisions.every(
      (other) => other === one || other.whole !== one.whole || gapOf(one) <= gapOf(other),
    ),
  );
}
