/** 占比: 11个，占P% that does not follow from the totals beside it; shares and structures that make no 100%. */
import { flat } from '../division.ts';
import { disagreement, type Finding, quoteAround } from '../finding.ts';
import { countsOther } from '../meaning.ts';
import type { Paper } from '../paper.ts';
import { isRate, type Percentage, rateWritten, sumOf, written } from '../quantity.ts';
import type { Rule } from '../rule.ts';
import { isAlike, type Said, type Statement, statementsOf } from '../statement.ts';

/** A number and the share it is said to be. */
interface Share {
  readonly part: Said;
  readonly percentage: Percentage;
}

function check(paper: Paper): Finding[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const near = (one: Statement) =>
      one.passage.place.kind === 'paragraph' &&
      statement.passage.place.kind === 'paragraph' &&
      one.passage.block >= statement.passage.block - 6;
    const before = statements.slice(Math.max(0, index - 16), index).filter(near);
    const after = statements
      .slice(index + 1, index + 2)
      .filter(({ passage }) => passage === statement.passage);
    const own = [...sharesIn(statement), ...named(statement, before)];
    const around = [...before.flatMap(({ numbers }) => numbers), ...after.flatMap(totals)];
    return [
      ...own.flatMap((one) => wrong(statement, one, own, around)),
      ...sums(statement, own, around),
      ...structures(statement),
    ];
  });
}

function totals({ numbers }: Statement): Said[] {
  return numbers.filter(({ label }) => /共|总|合计/u.test(label));
}

/** N个，占P%; and 甲a个、乙b个，分别占P%、Q%, each to its own. */
function sharesIn({ passage, at, numbers, percentages }: Statement): Share[] {
  const { read } = passage;
  return percentages.flatMap((percentage, index): Share[] => {
    const lead = /占(?:比|到)?(?:为)?[^，。；、（）\d]{0,14} ?$/u.exec(read.slice(at, percentage.at));
    if (!lead || /约|近|超|逾|不足|全国|全省/u.test(lead[0])) return [];
    const start = at + lead.index;
    const before = numbers.filter((one) => one.end <= start && !isClosed(read, one, start));
    const part = before.at(-1);
    const gap = part && read.slice(part.end, start);
    if (!part || gap === undefined || /[。；]/u.test(gap) || flat(gap).trim().length > 14) return [];
    // 甲783件、乙579件、丙562件，占77%: the share of all three.
    const twin = before.at(-2);
    const isRow = twin && /^[^，。；（]*、[^，。；（]*$/u.test(read.slice(twin.end, part.at)) && isAlike(twin, part);
    if (!/分别$/u.test(gap) && !lead[0].includes('分别')) return isRow ? [] : [{ part, percentage }];
    const all = percentages.slice(index).filter((one, step, list) => {
      const last = list[step - 1];
      return last === undefined || /^[、和，]{1,2}$/u.test(read.slice(last.end, one.at));
    });
    const parts = before.slice(-all.length).filter((one) => isAlike(one, part));
    if (parts.length !== all.length) return [];
    return all.flatMap((one, step) => {
      const own = parts[step];
      return own ? [{ part: own, percentage: one }] : [];
    });
  });
}

/** 乡科级干部问题5199起。其中，乡科级干部问题占总数的91.4%: the number stands in a sentence before. */
function named({ passage, at, percentages }: Statement, before: readonly Statement[]): Share[] {
  return percentages.flatMap((percentage): Share[] => {
    const lead = /(?:^|[，。；：])([^，。；：\d]{4,20})占[^，。；、（）\d]{2,14} ?$/u.exec(
      passage.read.slice(at, percentage.at),
    );
    const name = lead?.[1];
    if (name === undefined || /约|近|超|逾|不足|全国|全省/u.test(lead?.[0] ?? '')) return [];
    const parts = before.flatMap(({ numbers }) => numbers.filter(({ label }) => label.endsWith(name)));
    const [part] = parts;
    return part && parts.length === 1 ? [{ part, percentage }] : [];
  });
}

/** True for a number in brackets that are closed before `end`. */
function isClosed(read: string, { at, scope }: Said, end: number): boolean {
  return scope >= 0 && /^[^（）]*）/u.test(read.slice(at, end));
}

function wrong(
  { passage, numbers }: Statement,
  { part, percentage }: Share,
  shares: readonly Share[],
  around: readonly Said[],
): Finding[] {
  const siblings = shares.filter((one) => isAlike(one.part, part));
  const isSibling = (one: Said) =>
    siblings.some((other) => other.part === one) &&
    !passage.read.slice(one.end, part.at).includes('其中');
  const wholes = [...around, ...numbers].filter(
    (one) =>
      isAlike(one, part) && one !== part && one.value >= part.value && !isSibling(one) && !one.rough,
  );
  // Parts that are listed with their shares often stand for everything, though nobody writes the sum.
  const sum = sumOf(siblings.map((one) => one.part.value));
  const agree = siblings.filter((one) => isRate(one.percentage, one.part.value, sum)).length;
  const sure = (one: Said) =>
    !one.compared && !countsOther(one, part) && (TOTAL.test(one.label + one.noun) || agreesElsewhere(one));
  const agreesElsewhere = (one: Said) =>
    siblings.filter((other) => isRate(other.percentage, other.part.value, one.value)).length >= 1;
  const values = [...wholes.map(({ value }) => value), sum];
  const isShare = (value: number) =>
    isRate(percentage, part.value, value) || isCut(percentage, part.value, value);
  if (values.some(isShare)) return [];
  // The largest share is often bent by its last digit, so that all of them make 100%.
  const bent = sumOf(siblings.map((one) => one.percentage.value)) === 100;
  const digit = 10 ** -percentage.decimals;
  const gap = (value: number) => Math.abs((part.value / value) * 100 - percentage.value);
  if (bent && values.some((value) => gap(value) < digit)) return [];
  const whole = wholes.filter(sure).toSorted((a, b) => gap(a.value) - gap(b.value))[0];
  const from = part.passage === passage ? Math.min(part.at, percentage.at) : percentage.at;
  const here = { passage, at: from, end: percentage.end };
  const told = (value: number) => ({
    message: `占比写的是${written(percentage)}%，与所列的${String(part.value)}、${String(value)}不符`,
    expected: `${String(part.value)}÷${String(value)}为${rateWritten(part.value, value, percentage.decimals)}%`,
  });
  if (whole) return [disagreement(rule.id, [here], whole, told(whole.value))];
  if (siblings.length < 3 || agree < 2) return [];
  const quote = quoteAround(passage.text, here.at, here.end);
  return [{ rule: rule.id, place: passage.place, quote, ...told(sum) }];
}

/** The last digit cut off instead of rounded. */
function isCut({ value, decimals }: Percentage, part: number, whole: number): boolean {
  const scale = 10 ** decimals;
  return Math.floor((part / whole) * 100 * scale) === Math.round(value * scale);
}

const TOTAL =
  /检查|抽查|抽检|普查|复查|监测|核查|共|总|合计|应|全区|全市|全县|参加|纳入|列入|发现|现有|排查|发放|收到|受理|交办|通报|诉求|的$/u;

/** 甲占30%、乙占40%、丙占31% make more than everything. */
function sums(
  { text, passage, at, percentages, numbers: all }: Statement,
  shares: readonly Share[],
  around: readonly Said[],
): Finding[] {
  const wholes = [...all, ...around];
  if (/同比|环比|较上|比上|多选|同时|交叉/u.test(text)) return [];
  const shape = /占[^，。；、\d]{0,10}$/u;
  const isShare = (one: Percentage) => shape.test(passage.read.slice(at, one.at));
  const together = /分别(?:占|为)|占比(?:分别)?(?:为|是)/u.test(text) && /占/u.test(text);
  // 占 may be left out behind the first: 咨询类占77.18%，……，其他类0.01%.
  const isShort = (one: Percentage) => /[，、；][^，。；、\d率比增降升长]{1,8}$/u.test(passage.read.slice(at, one.at));
  const marked = percentages.filter(isShare).length;
  const each = together ? percentages : percentages.filter((one) => isShare(one) || (marked >= 2 && isShort(one)));
  const [first] = each;
  const last = each.at(-1);
  if (!first || !last || each.length < 2 || each.length < percentages.length) return [];
  // 60岁及以上占22%，其中65岁及以上占15.6%: some lie inside others.
  if (/(?<=占.*)其中/u.test(text)) return [];
  const sum = sumOf(each.map(({ value }) => value));
  const slack = each.reduce((most, { decimals }) => most + 0.5 * 10 ** -decimals, 0);
  const numbers = shares.map(({ part }) => part.value);
  if (shares.length === each.length && wholes.some((whole) => shares.every(({ part, percentage }) => isRate(percentage, part.value, whole.value)))) {
    return [];
  }
  const pair = each.length === 2 && (numbers.length < 2 || sum > 100 + slack);
  // Much less than 100%: the rest was left out on purpose; two shares may be of different things.
  const least = /其他|其余|其它/u.test(text) ? 90 : 98;
  if (Math.abs(sum - 100) <= slack || sum < least || sum > 130 || (pair && sum > 115)) return [];
  return [
    {
      rule: rule.id,
      place: passage.place,
      quote: quoteAround(passage.text, first.at, last.end),
      message: `各项占比相加，${each.map(written).join('＋')}＝${String(sum)}，不是100%`,
      expected: '各项占比相加为100%',
    },
  ];
}

/** 三次产业结构12.4:30.9:56.7. */
function structures({ passage, text, at }: Statement): Finding[] {
  if (!/结构|构成|比重/u.test(text)) return [];
  const shape = /(?<![\d.：:])(\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,})(?![\d.：:])/gu;
  return [...text.matchAll(shape)].flatMap((match) => {
    const terms = match[0].split(/[:：]/u);
    const sum = sumOf(terms.map(Number));
    const decimals = terms.map((term) => term.split('.')[1]?.length ?? 0);
    const slack = decimals.reduce((most, one) => most + 0.5 * 10 ** -one, 0);
    if (Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > 15) return [];
    return [
      {
        rule: rule.id,
        place: passage.place,
        quote: quoteAround(passage.text, at + match.index, at + match.index + match[0].length),
        message: `结构各项相加，${terms.join('＋')}＝${String(sum)}，不是100`,
        expected: '各项相加为100',
      },
    ];
  });
}

const rule: Rule = { id: 'shares', name: '占比与所列数字', check };
export { rule as shares };
