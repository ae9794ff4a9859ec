/** 平均与最高、最低: 22家网站平均得分93.6分, and 得分最高的为甲局网站，得92.9分: no mean is above what is highest, none below what is lowest. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

const VALUE = String.raw`(?<value>\d{1,6}(?:\.\d{1,4})?) ?(?<unit>个工作日|小时|分钟|分(?!别|钟|类|布)|%|人次|[条件次天篇个期日])`;
const MEAN = new RegExp(
  String.raw`平均[^，。；：\d（）最]{0,14}(?:，[^，。；\d]{0,3})?${VALUE}|(?:均分|均值)(?:为|是|达)?${valueOfScore()}`,
  'gu',
);
const EXTREME = new RegExp(
  String.raw`最(?<which>高|低|多|少|长|短|快|慢|大|小)[^，。；\d（最]{0,18}[，（：]?[^，。；\d（最均]{0,8}${VALUE}`,
  'gu',
);
/** Of another time, another group or a limit. */
const OTHER =
  /上[一个]*[轮季年月期次]|去年|同期|提高|下降|增加|减少|比|较|不得|不超过|满分|要求|规定|应|除|剔除|去掉|其他|目标|标准|加分|扣/u;
const GROUP = /县区|部门|乡镇|街道|门户|网站|新媒体|公众号|微博|抖音|视频号|留言|信件|工单|账号/gu;

/** The number behind 均分 has names of its own. */
function valueOfScore(): string {
  return VALUE.replace('<value>', '<score>').replace('<unit>', '<of>');
}

interface Told {
  readonly at: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly words: string;
}

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    passage.read.includes('最') && passage.read.includes('均') ? wrong(passage) : [],
  );
}

function wrong(passage: PlacedText): Contradiction[] {
  const { read } = passage;
  const means = [...read.matchAll(MEAN)].map((match): Told => {
    const { value, unit, score, of } = match.groups ?? {};
    return told(match, value ?? score ?? '', unit ?? of ?? '');
  });
  const [mean, second] = means;
  if (mean === undefined || second !== undefined || OTHER.test(mean.words)) return [];
  if (/[较比与上去][^，。；]{0,8}$/u.test(read.slice(0, mean.at))) return [];
  return [...read.matchAll(EXTREME)].flatMap((match) => {
    const { which = '', value = '', unit = '' } = match.groups ?? {};
    const one = told(match, value, unit);
    const lead = /[^，。；]*$/u.exec(read.slice(0, one.at))?.[0] ?? '';
    if (unit !== mean.unit || OTHER.test(lead + one.words)) return [];
    const between = read.slice(Math.min(one.end, mean.end), Math.max(one.at, mean.at));
    if (between.includes('其中') || isOfOther(read, mean, lead + one.words)) return [];
    const isMost = /[高多长慢大]/u.test(which);
    if (isMost ? mean.value <= one.value : mean.value >= one.value) return [];
    return [
      foundAt(
        meanBoundsRule.id,
        passage,
        [one.at, one.end],
        `平均写的是${String(mean.value)}${unit}，最${which}的写的是${value}${unit}`,
        `平均不${isMost ? '高于最高' : '低于最低'}的数`,
      ),
    ];
  });
}

function told(match: RegExpExecArray, value: string, unit: string): Told {
  const at = match.index;
  return { at, end: at + match[0].length, value: Number(value), unit, words: match[0] };
}

/** 部门网站平均90分，县级门户网站最高88分: of a group or a measure that the clause of the mean does not name. */
function isOfOther(read: string, mean: Told, words: string): boolean {
  const own = /[^。；]*$/u.exec(read.slice(0, mean.at))?.[0] ?? '';
  const owned = own + mean.words;
  const [lead = '', inner = ''] = words.split(/最[高低多少长短快慢大小]/u);
  const measures = [
    lead.replace(/其中|单个|得分|的|，/gu, ''),
    /\p{Script=Han}{2}[量数率]/u.exec(inner)?.[0] ?? '',
  ];
  const named = [...(words.match(GROUP) ?? []), ...measures];
  // 平均每周3.5次，最多的每天2次: of other lengths of time.
  return named.some((name) => !owned.includes(name)) || perOf(words) !== perOf(owned);
}

/** 每周, 月均: the length of time that a number is of. */
function perOf(words: string): string | undefined {
  const { a, b } = /每个?(?<a>[天日周月季年])|(?<b>[日周月季年])均/u.exec(words)?.groups ?? {};
  return (a ?? b)?.replace('天', '日');
}

export const meanBoundsRule: ProofRule = { id: 'mean-bounds', name: '平均与最高、最低', check };
