/** 前后个数: 不合格3个 in one section, 本季度不合格的2个账号均因… in another; 检查网站33家 and 检查的35家网站中; 收到留言48条 and 对收到的50条留言. */
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const N = String.raw`(?<n>\d{1,5})(?<unit>[个家条件项])`;
const THING = String.raw`(?<thing>政府网站|网站|政务新媒体账号|政务新媒体|账号|公众号|留言|问题|信件|工单)`;
const DID = String.raw`(?<did>不合格|检查|抽查|监测|收到|发现|被通报|通报|复查|未备案)`;
/** 检查政府网站33家, 发现不合格账号3个, 共收到留言48条, 抽查账号45个. */
const TOLD: readonly RegExp[] = [
  new RegExp(
    String.raw`${DID}(?:的|各级各类|全[市县区省]|各类|了|到|网民|存在)*${THING}(?:账号)?(?:共|共计|为|有)?${N}`,
    'gu',
  ),
  new RegExp(String.raw`${DID}(?:了)?(?:共|的)?${N}${THING}(?!中[，有]|的)`, 'gu'),
  new RegExp(
    String.raw`${THING}[^。；，\d]{0,8}?(?:\d+[个家])?，[^。；]{0,16}?(?<did>不合格)${N}(?=[，。；])`,
    'gu',
  ),
];
/** All of them again: 检查的35家网站中, 对收到的50条留言, 不合格的2个账号均. */
const AGAIN: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:对|上述|以上|这|本季度|本次|^|[，。；])(?:本季度|本次)?${DID}(?:的|到的)${N}${THING}(?:中|均|都|全部|，均|，已|已|进行|逐|的(?:主办|责任))`,
    'gu',
  ),
  new RegExp(String.raw`(?:上述|以上|这)${N}(?<did>不合格)?${THING}`, 'gu'),
  new RegExp(
    String.raw`(?<=^|[，。；：])${N}(?<did>不合格)?${THING}(?:均|都|全部|已全部|均已)(?:已)?[^，。；\d]{0,14}`,
    'gu',
  ),
];
const OTHER =
  /上[一个]*(?:季度|月|年|次|期)|去年|同期|其中|累计|复查|连续|第[一二三四][季批轮次]|[一二三四]季度|上半年|前期|历次|[省市县区州]直|[各该]|乡镇|县区|街道|部门|较|比/u;

interface Count {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly thing: string;
  readonly did: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const period = onlyPeriod(passages);
  const told = passages.flatMap((passage) => countsIn(passage, TOLD, period));
  if (told.length === 0) return [];
  const again = passages.flatMap((passage) => countsIn(passage, AGAIN));
  const found = again.flatMap((one) => {
    const own = told.filter((other) => isBefore(other, one) && isSame(other, one));
    const values = new Set(own.map(({ value }) => value));
    const [other] = own;
    // Told with two numbers already, or with this one anywhere.
    if (other === undefined || values.size !== 1 || values.has(one.value)) return [];
    if (isNamedElsewhere(passages, one)) return [];
    if (Math.abs(other.value - one.value) > Math.max(3, other.value * 0.2)) return [];
    return [disagree(other, one)];
  });
  return found.slice(0, 1);
}

/** 2024年第三季度 in a paper that speaks of no other: its own time, as 本季度 is. */
function onlyPeriod(passages: readonly PlacedText[]): string {
  const named = passages.flatMap(({ read }) => read.match(/第?[一二三四]季度/gu) ?? []);
  const [first, ...more] = named.map((words) => words.replace('第', ''));
  return first === undefined || more.some((one) => one !== first) ? '' : first;
}

/** What is told first, with the paper's own `period`; without one, what is told again. */
function countsIn(passage: PlacedText, shapes: readonly RegExp[], period?: string): Count[] {
  const isAgain = period === undefined;
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    shapes.flatMap((shape) =>
      [...text.matchAll(shape)].flatMap((match): Count[] => {
        const { n = '', unit = '', thing = '', did = '' } = match.groups ?? {};
        const lead = /[^；。]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
        const near = isAgain ? lead.slice(-14) : lead.replaceAll(period || '本季度', '');
        if (OTHER.test(near + match[0].replace(/本季度|部门网站/gu, ''))) return [];
        if (!isAgain && /(?:近|约|超|余|多)$/u.test(lead)) return [];
        const start = at + match.index;
        return [
          {
            passage,
            at: start,
            end: start + match[0].length,
            value: Number(n),
            unit,
            thing: kindOf(thing),
            did: didOf(did, lead),
          },
        ];
      }),
    ),
  );
}

function kindOf(thing: string): string {
  if (/网站/u.test(thing)) return 'site';
  if (/账号|新媒体|公众号/u.test(thing)) return 'account';
  return thing;
}

/** 检查, 抽查 and 监测 are one; 发现不合格网站 is 不合格. */
function didOf(did: string, lead: string): string {
  if (/不合格$/u.test(lead)) return '不合格';
  return /抽查|检查|监测/u.test(did) ? '检查' : did;
}

function isBefore(other: Count, one: Count): boolean {
  return (
    other.passage.block < one.passage.block ||
    (other.passage === one.passage && other.end <= one.at)
  );
}

/** 12个问题 is of 发现问题12个; of 检查 and 不合格 each its own. */
function isSame(other: Count, one: Count): boolean {
  if (other.thing !== one.thing || other.unit !== one.unit) return false;
  if (one.did === '') return other.thing === '问题' && /发现|通报/u.test(other.did);
  return other.did === one.did || (/不合格/u.test(one.did) && /不合格/u.test(other.did));
}

/** Another number of them in between explains it. */
function isNamedElsewhere(passages: readonly PlacedText[], one: Count): boolean {
  const shape = new RegExp(`(?<![\\d.])${String(one.value)}${one.unit}`, 'gu');
  const all = passages.flatMap((passage) =>
    passage.block > one.passage.block
      ? []
      : [...passage.read.matchAll(shape)].filter(
          ({ index }) => passage !== one.passage || index < one.at,
        ),
  );
  return all.length > 0;
}

function disagree(other: Count, one: Count): Contradiction {
  const quoteOf = ({ passage, at, end }: Count): string => quoteAround(passage.text, at, end);
  return {
    rule: toldAgainRule.id,
    place: one.passage.place,
    quote: quoteOf(one),
    against: { place: other.passage.place, quote: quoteOf(other) },
    message: `前面写的是${String(other.value)}${other.unit}，这里写的是${String(one.value)}${one.unit}`,
    expected: `前后一致，为${String(other.value)}${other.unit}，或改正前面的数字`,
  };
}

export const toldAgainRule: ProofRule = { id: 'told-again', name: '前后个数', check };
