/**
 * 总分: which number of a text is a whole and which are its parts. Every way in which the parts can be read is kept
 * (nested parts, a second cut through the same whole), so that only what no reading explains is a contradiction.
 */
import { countsOther, entityOf, isComplete } from './meaning.ts';
import { sumOf } from './quantity.ts';
import { isAlike, mayBeAlike, type Said, type Statement } from './statement.ts';

export interface Division {
  readonly whole: Said;
  readonly parts: readonly Said[];
  /**
   * How the text joins them: 其中 and the like; 按平台分 of a whole named before; a bracket right behind the whole; states that divide it (已整改, 未整改);
   * 共 behind the parts; or nothing but standing side by side.
   */
  readonly by: 'of which' | 'cut' | 'bracket' | 'states' | 'total' | 'beside';
  /** The words between the first part and the end of the last, with what follows up to the end of the clause. */
  readonly words: string;
  /** 分别为 and a colon: nothing is left out. */
  readonly exact: boolean;
  /** Other numbers that the parts may belong to as well. */
  readonly others: readonly Said[];
}

const OF_WHICH = /其中：?|中(?=[，有A-Za-z])|包括|包含|分别(?:为|是|有)|分为|分布在|：/gu;
/** What divides a whole that was named before: 其中, 按平台分, 从级别看, 工单分类：, 不合格账号中. */
const CUT =
  /其中[，：]?$|(?:按|从)[^，。；：]{1,10}(?:分|看|来看|划分|统计|分类)[^，；。]{0,2}[，：]|分[^，。；：]{2,6}看[，：]|(?:分类|构成|分布)(?:情况)?：|^[^，。；：]{1,12}中[，：]|分别(?:为|是|有)：?$/u;
/** From here on a clause speaks of something else. */
const ELSEWHERE = /涉及|平均|同时|另外|此外|印发|召开|开展|发布/u;

/** 报送1145条，采用358条，其中乡镇报送583条，采用194条，部门报送562条，采用164条: two divisions, one in the other. */
function woven(statement: Statement, before: readonly Statement[]): Division[] {
  const numbers = inScope(statement, -1).filter(({ compared }) => !compared);
  const inside = statement.text.search(/其中/u);
  const opener = inside >= 0 ? statement.at + inside : CUT.test(leadOf(statement)) ? statement.at : -1;
  const after = numbers.filter(({ at }) => at > opener);
  const verbs = [...new Set(after.map(({ label }) => label.slice(-2)))];
  if (opener < 0 || after.length < 4 || verbs.length < 2 || verbs.length * 2 > after.length) return [];
  const rows = verbs.map((verb) => after.filter(({ label }) => label.endsWith(verb)));
  const even = rows.every((row) => row.length === rows[0]?.length);
  if (!even || verbs.some((verb) => !/^[\u4e00-\u9fff]{2}$/u.test(verb))) return [];
  const earlier = [...before.slice(-4).flatMap((one) => inScope(one, -1)), ...numbers.filter(({ end }) => end <= opener)];
  return rows.flatMap((parts, index): Division[] => {
    const verb = verbs[index] ?? '';
    const [first] = parts;
    const sum = added(parts);
    const whole = earlier
      .filter(
        (one) =>
          first && !one.compared && isAlike(one, first) && (one.label + one.noun).includes(verb),
      )
      .toSorted((a, b) => Math.abs(a.value - sum) - Math.abs(b.value - sum))[0];
    if (!whole) return [];
    const by = whole.at < opener && whole.passage === statement.passage && whole.at >= statement.at ? ('of which' as const) : ('cut' as const);
    return [{ whole, parts, by, words: '', others: [], exact: false }];
  });
}

/** The words of a sentence before its first number and what that number is called. */
function leadOf({ text, at, numbers }: Statement): string {
  const first = numbers.find(({ scope }) => scope < 0);
  if (!first) return '';
  const lead = flat(text.slice(0, first.at - at));
  const name = /[^，。；：、]*$/u.exec(lead)?.[0] ?? '';
  const cut = name.includes('其中') ? name.indexOf('其中') + 2 : 0;
  return lead.slice(0, lead.length - name.length + cut);
}

/** The exact numbers of a sentence that stand in one scope. */
function inScope({ numbers }: Statement, scope: number): Said[] {
  return numbers.filter((one) => one.scope === scope && !one.rough);
}

function read(statement: Statement, from: number, to: number): string {
  return statement.passage.read.slice(from, to);
}

/** The text with what stands in brackets blanked out, so that places stay. */
export function flat(text: string): string {
  let last = text;
  for (;;) {
    const next = last.replace(/（[^（）]*）/gu, (inner) => ' '.repeat(inner.length));
    if (next === last) return next;
    last = next;
  }
}

/** What stands around a sentence. */
export interface Context {
  /** The sentences that lead to it, nearest last. */
  readonly before: readonly Statement[];
  readonly next?: Statement | undefined;
  /** Numbers that are parts of a whole already: they are wholes only of what is called like them. */
  readonly parts?: ReadonlySet<Said>;
}

/** All wholes with parts that a sentence names. */
export function divisionsOf(statement: Statement, context: Context): Division[] {
  const { before, next } = context;
  const weave = woven(statement, before);
  return [
    ...brackets(statement, before),
    ...(weave.length > 0
      ? weave
      : [
          ...ofWhich(statement),
          ...states(statement, before, next),
          ...beside(statement),
          ...cuts(statement, context),
          ...continued(statement, before),
        ]),
    ...totals(statement, before),
  ];
}

/** 23个（甲11个、乙12个）, and 满意率100%（满意144件、基本满意2件） of a whole named before. */
function brackets(statement: Statement, before: readonly Statement[]): Division[] {
  const scopes = [...new Set(statement.numbers.map(({ scope }) => scope))].filter((one) => one >= 0);
  return scopes.flatMap((scope): Division[] => {
    const inside = inScope(statement, scope).filter(({ compared }) => !compared);
    const [first] = inside;
    const last = inside.at(-1);
    if (!first || !last || inside.length < 2) return [];
    const owner = statement.numbers.findLast(({ end }) => end <= scope);
    const gap = owner === undefined ? '' : read(statement, owner.end, scope);
    const close = statement.passage.read.indexOf('）', last.end);
    const words = read(statement, scope + 1, close < 0 ? statement.end : close);
    if (owner && !owner.rough && !owner.compared && /^[^，。；：（）\d]{0,14}$/u.test(gap)) {
      const parts = inside.filter((one) => isAlike(owner, one));
      return [{ whole: owner, parts, by: 'bracket', words, others: [], exact: true }];
    }
    const parts = inside.filter((one) => isAlike(first, one));
    if (!isComplete(parts) && !sameStances(parts)) return [];
    const wholes = [...before.slice(-2), statement].flatMap((one) => inScope(one, -1));
    const fit = wholes.filter((one) => one.end <= scope && isAlike(one, first) && !one.compared);
    const whole = fit.at(-1);
    return whole ? [{ whole, parts, by: 'states', words, others: fit.slice(0, -1), exact: false }] : [];
  });
}

function sameStances(parts: readonly Said[]): boolean {
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
    const text = flat(read(statement, from, statement.end)).replace(/）.*$/u, '');
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
      const gap = flat(read(statement, whole.end, opener));
      if (close && !/^[^，。；：]{0,14}$/u.test(gap)) return [];
      if (inTurn && !/^[^；：、]{0,14}$/u.test(gap)) return [];
      const piece = start + (text.slice(start - from).split('；')[0]?.length ?? 0);
      // 省级24人，其中处分22人；市级2329人: what follows stands beside the whole.
      const isSibling = after.some((one) => one.at > piece && isAlike(one, whole) && one.value > whole.value);
      const { parts, words } = partsFrom(
        statement,
        whole,
        after.filter(({ at }) => !isSibling || at < piece),
        start,
        isSibling ? piece : until,
      );
      const others = earlier.filter((one) => one !== whole && isAlike(one, whole));
      return parts.length === 0 ? [] : [{ whole, parts, by: 'of which', words, others, exact: /分别|^：/u.test(match[0]) }];
    });
  });
}

/** Behind a 其中 of its own, up to the next semicolon. */
function isNested(lead: string): boolean {
  return /其中[^；]*$/u.test(lead);
}

/** The numbers counted as the whole is, until a clause that speaks of something else. */
function partsFrom(
  statement: Statement,
  whole: Said,
  after: readonly Said[],
  start: number,
  until: number,
): { parts: Said[]; words: string } {
  const text = flat(read(statement, start, until));
  const clauses = [...text.matchAll(/[^，；]+[，；]?/gu)];
  const stop = clauses.find(({ 0: clause }) => ELSEWHERE.test(clause))?.index ?? text.length;
  const parts = after.filter(
    (one) =>
      one.at < start + stop && isAlike(one, whole) && !one.compared && !countsOther(whole, one),
  );
  return { parts, words: text.slice(0, stop) };
}

/** 问题60项，已整改45项，正在整改16项: states of one thing divide what was counted before them. */
function states(
  statement: Statement,
  before: readonly Statement[],
  next: Statement | undefined,
): Division[] {
  const numbers = inScope(statement, -1).filter(({ compared }) => !compared);
  const units = [...new Set(numbers.map(({ unit }) => unit))];
  const runs = units.flatMap((unit) => {
    const [sample] = numbers.filter((one) => one.unit === unit);
    return runsOf(numbers.filter((one) => sample && isAlike(one, sample)));
  });
  return runs.flatMap((run): Division[] => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const [lead, ...row] = rowBefore(numbers, first).toReversed();
    // 优秀8家、良好20家、合格10家、不合格2家: two of a longer row.
    if (lead && (row.length > 0 || !/检查|抽查|共|总/u.test(lead.label))) return [];
    const mayBe = (one: Said) =>
      !/存量|上年末|年初|期初|结转/u.test(one.label) &&
      isAlike(one, first) &&
      !one.rough &&
      !one.compared &&
      !countsOther(one, first) &&
      one.stance?.about !== first.stance?.about;
    const own = numbers.filter((one) => one.end <= first.at && mayBe(one));
    const earlier = before.slice(-2).flatMap((one) => inScope(one, -1).filter(mayBe));
    const later = next === undefined ? [] : inScope(next, -1).filter(mayBe);
    const candidates = [
      own,
      earlier,
      ofTopic(statement, first, before),
      later.filter(({ label }) => /全部|共|总/u.test(label)).slice(0, 1),
    ].find((some) => some.length > 0) ?? [];
    const most = Math.max(...run.map(({ value }) => value));
    const large = ({ value }: Said) => value >= most;
    const whole = candidates.findLast(large) ?? earlier.findLast(large) ?? candidates.at(-1);
    if (!whole) return [];
    const words = read(statement, first.at - first.label.length, statement.end);
    const others = [...earlier, ...own].filter((one) => one !== whole);
    return [{ whole, parts: run, by: 'states', words, others, exact: false }];
  });
}

/** 优秀8家、良好20家、合格10家: what stands before a number in one row with it. */
function rowBefore(numbers: readonly Said[], first: Said): Said[] {
  const index = numbers.indexOf(first);
  const before = numbers[index - 1];
  if (!before) return [];
  const gap = flat(first.passage.read.slice(before.end, first.at));
  return gap.includes('、') && !/[，；：。]|其中/u.test(gap) ? [before, ...rowBefore(numbers, before)] : [];
}

/** 政务新媒体检查比例为100%，其中合格510个: the number of what the sentence is about, some sentences before. */
function ofTopic(statement: Statement, first: Said, before: readonly Statement[]): Said[] {
  const lead = read(statement, statement.at, first.at);
  if (!/(?:100%|全覆盖|全部)/u.test(lead)) return [];
  const topic = entityOf({ label: lead, noun: '' });
  return before
    .flatMap((one) => inScope(one, -1))
    .filter((one) => isAlike(one, first) && topic !== undefined && entityOf(one) === topic);
}

/** Rows of numbers that stand each for a state of the same thing, at least two different ones. */
function runsOf(numbers: readonly Said[]): Said[][] {
  const runs: Said[][] = [];
  let run: Said[] = [];
  const close = () => {
    const signs = new Set(run.map(({ stance }) => stance?.sign));
    if (signs.size >= 2 && signs.has('yes')) runs.push(run);
    run = [];
  };
  for (const one of numbers) {
    const about = run.find(({ stance }) => stance?.about !== 'any')?.stance?.about;
    const fits =
      one.stance !== undefined &&
      (about === undefined || one.stance.about === about || one.stance.about === 'any');
    if (!fits) close();
    // A second 已整改 belongs to another whole.
    else if (run.some(({ stance }) => isSame(stance, one.stance) && stance?.sign === 'yes')) close();
    if (one.stance !== undefined) run.push(one);
  }
  close();
  return runs;
}

function isSame(a: Said['stance'], b: Said['stance']): boolean {
  return a?.sign === b?.sign && a?.about === b?.about;
}

/** 甲11个、乙12个，共23个; 以上问题共4处. */
function totals(statement: Statement, before: readonly Statement[]): Division[] {
  const numbers = inScope(statement, -1);
  return numbers.flatMap((whole, place): Division[] => {
    if (whole.compared) return [];
    const above = /^(?:以上|上述)[^，。；]{0,8}(?:共|合计|总计)(?:计|有)?$/u.test(whole.label);
    const here = /^(?:共|共计|合计|总计|总共|一共|计|累计)$/u.test(whole.label);
    const these = /^这$/u.test(whole.label);
    const verb = /(?:共|合计|总计|累计)([^，。；]{1,4})$/u.exec(whole.label)?.[1];
    if (!above && !here && !these && verb === undefined) return [];
    const text = read(statement, statement.at, whole.at);
    const own = above || these ? 0 : Math.max(...['；', '：'].map((mark) => text.lastIndexOf(mark)));
    const inSentence = numbers
      .slice(0, place)
      .filter((one) => above || these || one.at >= statement.at + own);
    const alike = inSentence.filter((one) => isAlike(one, whole) && !one.compared);
    const named = above || here || these || alike.every(({ label }) => label.endsWith(verb ?? ''));
    const parts =
      above && alike.length < 2
        ? [...before.slice(-3), statement].flatMap((one) =>
            inScope(one, -1).filter((part) => part.at < whole.at && isAlike(part, whole)),
          )
        : alike;
    const others = before.slice(-2).flatMap((one) => inScope(one, -1));
    const words = parts[0] ? read(statement, Math.min(parts[0].at, whole.at), whole.at) : '';
    return parts.length < 2 || !named ? [] : [{ whole, parts, by: 'total', words, others, exact: true }];
  });
}

/** 现有84个，拟保留60个、整合15个、注销10个: no word says that these are parts. */
function beside(statement: Statement): Division[] {
  const numbers = inScope(statement, -1);
  return numbers.flatMap((whole, place): Division[] => {
    if (whole.compared || !/共|现有|累计|总|检查|抽查|复查|受理|收到|接收|派单|交办|转办|发现|反馈|通报|有效/u.test(whole.label)) {
      return [];
    }
    const text = flat(read(statement, whole.end, statement.end)).split('其中')[0] ?? '';
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

/** 共收到3059条，部门收到1904条，县区收到1155条. */
function sameVerb(whole: Said, parts: readonly Said[]): boolean {
  const verb = parts[0]?.label.slice(-2) ?? '';
  return (
    /^[\u4e00-\u9fff]{2}$/u.test(verb) &&
    whole.label.includes(`共${verb}`) &&
    parts.every(({ label }) => label.endsWith(verb))
  );
}

/** A sentence that begins with 其中 or 按平台分 divides what was counted before it, each piece what it names. */
function cuts(statement: Statement, { before, parts: known }: Context): Division[] {
  const text = flat(statement.text);
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
  const pieces = text
    .slice(lead.length)
    .split(/(?<=；)/u)
    .map((piece, index, list) => {
      const at = start + list.slice(0, index).join('').length;
      return { at, end: at + piece.length };
    });
  const whole = { at: start, end: statement.end };
  const divided = divide(whole);
  // The pieces are looked at one by one only where they do not make one whole together.
  if (pieces.length < 2 || divided.some(isExplained)) return divided;
  return [...divided, ...pieces.flatMap(divide)];

  function divide({ at, end }: { at: number; end: number }): Division[] {
    const inside = own.filter(
      (one) => one.at >= at && one.at < end && !isNested(text.slice(lead.length, one.at - statement.at)),
    );
    const [first] = inside;
    if (!first) return [];
    const named = topic ?? entityOf(first);
    const fits = context.map((row) => row.filter((one) => isAlike(one, first)));
    const nearest = fits.findLast((row) => row.length > 0) ?? [];
    const all = ofLast ? nearest : fits.flat();
    const scored = all.map((one) => ({
      one,
      score: set === undefined || GENERIC.test(set) ? 0 : sharedWords(set, one.label + one.noun),
    }));
    const most = Math.max(0, ...scored.map(({ score }) => score));
    const called = scored.flatMap(({ one, score }) => (score > 0 && score === most ? [one] : []));
    if (set !== undefined && called.length === 0 && !ofLast && !GENERIC.test(set)) return [];
    const free = all.filter((one) => !known?.has(one));
    const candidates = called.length > 0 ? called : free;
    const same = candidates.filter((one) => named !== undefined && entityOf(one) === named);
    const open = candidates.filter((one) => entityOf(one) === undefined || named === undefined);
    const best = topic === undefined ? [...open, ...same] : same;
    const sum = added(inside.filter((one) => isAlike(one, first)));
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

/** How many pairs of characters of `name` stand in the words. */
function sharedWords(name: string, words: string): number {
  return [...name].filter((_, at) => at > 0 && words.includes(name.slice(at - 1, at + 1))).length;
}

/** 收到留言212条。市直部门承办132条、县区承办80条: two opposites right behind a sentence with one whole. */
function continued(statement: Statement, before: readonly Statement[]): Division[] {
  const parts = inScope(statement, -1).slice(0, 2);
  const [first, second] = parts;
  if (!first || !second || !isAlike(first, second) || !isComplete(parts)) return [];
  if (parts.some(({ compared, stance }) => compared || stance?.sign === 'no')) return [];
  const last = before.at(-1);
  if (last?.passage !== statement.passage) return [];
  const wholes = inScope(last, -1).filter(
    (one) => isAlike(one, first) && !one.compared && one.stance === undefined,
  );
  const [whole] = wholes;
  if (!whole || wholes.length > 1) return [];
  const words = read(statement, first.at, second.end);
  return [{ whole, parts, by: 'cut', words, others: [], exact: false }];
}

/** The sum of the parts. */
export function added(parts: readonly Said[]): number {
  return sumOf(parts.map(({ value }) => value));
}

/** The ways to read parts: all of them, the first of each piece, the first piece, without what only tells their state. */
export function readingsOf(parts: readonly Said[]): Said[][] {
  const [first] = parts;
  if (!first) return [];
  const text = first.passage.read;
  const pieces = split(parts, (gap) => gap.includes('；'), text);
  const rows = split(parts, (gap) => /[，；。]/u.test(gap), text);
  const neutral = parts.filter(({ stance }) => stance === undefined || stance.about === 'any');
  const readings = [
    [...parts],
    unnested(parts),
    ...(pieces.length > 1 ? [pieces.flatMap((piece) => piece.slice(0, 1)), pieces[0] ?? []] : []),
    ...(rows.length > 1 ? [rows.flatMap((row) => row.slice(0, 1)), rows[0] ?? []] : []),
    ...(first.stance === undefined && neutral.length < parts.length ? [neutral] : []),
  ];
  return readings.filter((one) => one.length >= 2);
}

/** Without what makes up the number before it: 13件，已办结8件，未办结5件. */
export function unnested(parts: readonly Said[]): Said[] {
  const kept: Said[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    kept.push(part);
    // 698件，344件已转办，已办结328件，354件已指引: what leads its clause belongs to the number before.
    const led = parts.slice(index + 1).filter(({ label }) => label === '');
    if (led.length >= 2 && part.label !== '' && added(led) === part.value) return kept;
    for (let count = 2; index + count < parts.length; count += 1) {
      const inside = parts.slice(index + 1, index + 1 + count);
      const signs = inside.map(({ stance }) => stance?.sign);
      if (added(inside) !== part.value || signs.includes(undefined) || !signs.includes('yes')) continue;
      index += count;
      break;
    }
  }
  return kept;
}

function split(
  parts: readonly Said[],
  isEdge: (gap: string) => boolean,
  text: string,
): Said[][] {
  const pieces: Said[][] = [];
  parts.forEach((part, index) => {
    const before = parts[index - 1];
    const piece = pieces.at(-1);
    if (piece && before && !isEdge(flat(text.slice(before.end, part.at)))) piece.push(part);
    else pieces.push([part]);
  });
  return pieces;
}

/** Whether some reading of the parts makes one of the wholes: all, the first few, or one cut behind the other. */
export function isExplained({ whole, parts, others, by }: Division): boolean {
  const wholes = [whole, ...others];
  if (unnested(parts).length < 2) return true;
  const sums = readingsOf(parts).flatMap((reading) =>
    reading.map((_, index) => ({ count: index + 1, sum: added(reading.slice(0, index + 1)) })),
  );
  if (sums.some(({ count, sum }) => count >= 2 && wholes.some((one) => isSum(one, sum, count)))) return true;
  return by === 'total' ? canMake(whole.value, parts) : inCuts(whole.value, parts);
}

/** Numbers with decimals and those in 万 are rounded each for itself. */
function isSum({ value, unit }: Said, sum: number, count: number): boolean {
  const decimals = Math.max(...[value, sum].map((one) => String(one).split('.')[1]?.length ?? 0));
  const slack = decimals > 0 || /^[万亿]/u.test(unit) ? ((count + 1) / 2) * 10 ** -decimals : 0;
  return Math.abs(value - sum) <= slack + 1e-9;
}

/** Of more numbers than these only the last are tried out: every one doubles the work. */
const MOST_PARTS = 12;

/** Whether some two or more of the numbers make `value`: 44个部门开设97个，12个县开设535个，合计632个 leaves some out. */
function canMake(value: number, parts: readonly Said[]): boolean {
  let sums: { sum: number; count: number }[] = [{ sum: 0, count: 0 }];
  for (const part of parts.slice(-MOST_PARTS)) {
    sums = [
      ...sums,
      ...sums.map(({ sum, count }) => ({ sum: sumOf([sum, part.value]), count: count + 1 })),
    ];
  }
  return sums.some(({ sum, count }) => count >= 2 && sum === value);
}

/** Two cuts one behind the other: each makes the whole. */
function inCuts(value: number, parts: readonly Said[]): boolean {
  let sum = 0;
  let cuts = 0;
  for (const part of parts) {
    sum = sumOf([sum, part.value]);
    if (sum > value) return false;
    if (sum === value) [sum, cuts] = [0, cuts + 1];
  }
  return cuts > 0 && sum === 0;
}

/** Whether numbers of other measure words among the parts may be parts as well: 小学51所、教学点9个. */
export function hasOtherMeasures({ whole, parts }: Division, all: readonly Said[]): boolean {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return false;
  return all.some(
    (one) =>
      one.scope === first.scope &&
      one.at > first.at &&
      one.at < last.end + 24 &&
      !isAlike(one, whole) &&
      mayBeAlike(one, whole) &&
      !/[。；]/u.test(flat(first.passage.read.slice(last.end, Math.max(one.at, last.end)))),
  );
}
