/** 网站和新媒体合计: 网站12家、账号86个，共计99个: sites and accounts have measure words of their own and one sum. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

const SITE = '(?:政府|门户|部门|不合格|合格)*网站';
const ACCOUNT =
  '(?:不合格|合格)?(?:政务)?(?:新媒体(?:账号)?|账号|微信公众号|公众号|微博(?:账号)?|微信|抖音号?|客户端|小程序|移动端)';
const ONE = String.raw`(?:${SITE}|${ACCOUNT})\d+[家个款]`;
const ROW = String.raw`(?<row>${SITE}\d+[家个](?:[、，]${ONE}){1,4})`;
const BOTH = String.raw`(?:网站[和与及、](?:政务)?(?:新媒体|账号)(?:账号)?|平台)`;

const SHAPES: readonly RegExp[] = [
  // 检查网站12家、账号86个，共计99个; 合计抽查264个.
  new RegExp(
    String.raw`(?<=^|[，。；：]|(?<deed>检查|抽查|监测|共有))${ROW}，(?:共计|合计|总计|一共|共)(?:有|\k<deed>)?(?<whole>\d+)[个家](?<noun>${BOTH})?(?:[^，。；\d]{0,4})(?=[，。；（])`,
    'gu',
  ),
  // 共监测网站和新媒体135个，其中网站28家、新媒体106个.
  new RegExp(
    String.raw`${BOTH}(?<whole>\d+)[个家][，：（](?:其中[，：]?|分别为)?${ROW}(?=[，。；）])`,
    'gu',
  ),
  // 98个网站和账号（网站15家，账号82个）.
  new RegExp(
    String.raw`(?<whole>\d+)[个家]${BOTH}[，：（](?:其中[，：]?|分别为)?${ROW}(?=[，。；）])`,
    'gu',
  ),
];
/** Some are counted in two of them, or left out. */
const OTHER = /等|约|近|余|重复|其余|除/u;

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) => SHAPES.flatMap((shape) => wrong(passage, shape)));
}

function wrong(passage: PlacedText, shape: RegExp): Contradiction[] {
  return [...passage.read.matchAll(shape)].flatMap((match) => {
    const { row = '', whole = '' } = match.groups ?? {};
    const values = [...row.matchAll(/\d+/gu)].map(([number]) => Number(number));
    const sum = exactSum(values);
    const [first = 0] = values;
    const isNear = sum < Number(whole) * 1.6 && sum * 1.6 > Number(whole) && first > 0;
    if (sum === Number(whole) || !isNear || OTHER.test(match[0])) return [];
    return [
      foundAt(
        joinedRule.id,
        passage,
        [match.index, match.index + match[0].length],
        `网站和新媒体相加，${sumInWords(values)}，与合计${whole}不符`,
        `合计为${String(sum)}，或改正各项`,
      ),
    ];
  });
}

export const joinedRule: ProofRule = { id: 'joined', name: '网站和新媒体合计', check };
