/**
 * 几个数合成的一句: 20家，占总数45家的48.4%; 由205个变为210个 with so many new and so many gone; 不合格率4.4%，合格率96.6%; 前三位的甲、乙;
 * 依次为 with scores out of order.
 */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { isRate } from '../number/quantity.ts';
import { own } from '../../text/own.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => [
    ...portions(passage),
    ...flows(passage),
    ...opposites(passage),
    ...ranks(passage),
    ...inTurn(passage),
  ]);
}

function found(
  { place, text }: PlacedText,
  match: RegExpExecArray,
  message: string,
  expected: string,
): Contradiction {
  const quote = quoteAround(text, match.index, match.index + match[0].length);
  return { rule: quotaRule.id, place, quote, message, expected };
}

const PORTION =
  /(?<![\d.,])(?<part>\d+) ?(?<unit>[个家件条名项篇])[^，。；（）\d]{0,16}，?占(?![^，。；]*(?:约|近|超|不足))[^，。；（）\d]{0,16}(?<whole>\d+) ?\k<unit>[^，。；（）\d]{0,4}的(?<rate>\d+(?:\.(?<decimals>\d+))?)%/gu;

/** 20家，占全市政府网站总数45家的48.4%. */
function portions(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(PORTION)].flatMap((match) => {
    const { part = '', whole = '', rate = '', decimals = '' } = match.groups ?? {};
    const said = { value: Number(rate), decimals: decimals.length, at: 0, end: 0 };
    const [one, all] = [Number(part), Number(whole)];
    const isCut = Math.abs((one / all) * 100 - said.value) < 10 ** -decimals.length;
    if (all === 0 || isRate(said, one, all) || isCut) return [];
    const right = ((one / all) * 100).toFixed(decimals.length);
    return [
      found(
        passage,
        match,
        `占比写的是${rate}%，与所列的${part}、${whole}不符`,
        `${part}÷${whole}为${right}%`,
      ),
    ];
  });
}

const FLOW =
  /新(?:开设|增|开通|备案|注册)(?:账号|网站|新媒体|政务新媒体)?(?<more>\d+) ?[个家]，(?:关停|注销|关闭|清理|整合)(?:账号|网站|新媒体|政务新媒体)?(?<less>\d+) ?[个家]，[^，。；\d]{0,12}(?:总数|数量)由[^，。；\d]{0,8}(?<from>\d+) ?[个家](?:变为|增至|减至|增加到|减少到|调整为|降至|升至)(?<to>\d+) ?[个家]/gu;

/** 新开设6个，注销9个，账号总数由205个变为210个. */
function flows(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(FLOW)].flatMap((match) => {
    const [more, less, from, to] = ['more', 'less', 'from', 'to'].map((name) =>
      Number(own(match.groups, name)),
    );
    const right = (from ?? 0) + (more ?? 0) - (less ?? 0);
    if (right === to) return [];
    const sum = `${String(from)}＋${String(more)}－${String(less)}＝${String(right)}`;
    return [
      found(passage, match, `总数写的是${String(to)}，与增减不符，${sum}`, `为${String(right)}`),
    ];
  });
}

const OPPOSITE =
  /(?<not>[不未])(?<what>合格|达标|满意)率(?:为|是|达)?(?<a>\d+(?:\.\d+)?)%，(?:总体|整体)?\k<what>率(?:为|是|达)?(?<b>\d+(?:\.\d+)?)%/gu;

/** 不合格率为4.4%，合格率为96.6%. */
function opposites(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(OPPOSITE)].flatMap((match) => {
    const { what = '', a = '', b = '' } = match.groups ?? {};
    const sum = Number((Number(a) + Number(b)).toFixed(4));
    // Each is rounded by itself; 基本满意 lies between.
    if (Math.abs(sum - 100) <= 0.11 || /基本|一般/u.test(passage.read)) return [];
    return [found(passage, match, `${what}率与不${what}率相加为${String(sum)}%`, '两者相加为100%')];
  });
}

/** 和 parts two names, so that it stands within none but at its head (和平区): what is both would be tried in every way. */
const RANKED =
  /(?:排名|得分|成绩|位列|居|排在|列)(?:全[市县区省州])?(?:前|后|末|倒数)(?<count>[两二三四五六七八九十]|\d{1,2})(?:位|名)的(?:单位|网站|县区|部门)?(?:是|有|为|分别[是为])?：?(?<names>\p{Script=Han}(?:(?!和)\p{Script=Han}){1,13}(?:[、和]\p{Script=Han}(?:(?!和)\p{Script=Han}){1,13}?)+)(?=予以|被|给予|分别|要|作|[。；])/gu;

/** 排名后三位的甲县、乙县: so many, and not as many names. */
function ranks(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(RANKED)].flatMap((match) => {
    const { count = '', names = '' } = match.groups ?? {};
    const value = /\d/u.test(count) ? Number(count) : numeralValue(count);
    const least = names.split('、').length;
    const most = names.split(/[、和]/u).length;
    const isOpen = /等|并列/u.test(
      match[0] +
        passage.read.slice(match.index + match[0].length, match.index + match[0].length + 2),
    );
    if (value === undefined || isOpen || (value >= least && value <= most)) return [];
    if (Math.abs(value - most) > 2) return [];
    return [
      found(
        passage,
        match,
        `写的是“${count}”位，点到的是${String(most)}个`,
        `为${String(most)}，或补全所列`,
      ),
    ];
  });
}

const IN_TURN =
  /(?<which>前|后|末)(?:[一二两三四五六七八九十]{1,2}|\d{1,2})(?:位|名)[^，。；：\d]{0,8}依次(?:为|是)：?(?<row>[^。；]+)/gu;

/** 前五位依次为甲96分、乙95分、丙97分: the order is that of the scores, down or up. */
function inTurn(passage: PlacedText): Contradiction[] {
  return [...passage.read.matchAll(IN_TURN)].flatMap((match) => {
    const row = match.groups?.['row'] ?? '';
    const scores = [...row.matchAll(/(?<![\d.])(\d+(?:\.\d+)?) ?(?:分|%)(?=[）、，和]|$)/gu)].map(
      ([, score]) => Number(score),
    );
    const isSorted = [1, -1].some((way) =>
      scores.every((score, at) => at === 0 || (score - (scores[at - 1] ?? 0)) * way >= 0),
    );
    if (scores.length < 3 || scores.length !== row.split('、').length || isSorted) return [];
    return [
      found(
        passage,
        match,
        '“依次”所列的得分不是从高到低，也不是从低到高',
        '按得分排列，或改正得分',
      ),
    ];
  });
}

export const quotaRule: ProofRule = { id: 'quota', name: '占比、增减、名次与所列', check };
