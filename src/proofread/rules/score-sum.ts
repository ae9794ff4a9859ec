/** 得分之和: 发布解读28.5分，办事服务22分，互动交流20.5分，功能设计18分；加分项得6分。最终得分97分: what the parts make with what is added and taken. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

const SCORE =
  /(?<label>[^，。；：、\d（）]{0,16})(?<value>\d{1,3}(?:\.\d{1,2})?)分(?!别|钟|类|布|之|项)/gu;
const TOTAL =
  /(?:总得分|总分|最终得分|最后得分|综合得分|合计得?分?|总计|实得|共得|合计)(?:为|是|达|共)?$/u;
const TAKEN = /扣|减|倒扣/u;
/** Not of the sum: full marks, means, other times, weights. */
const OTHER =
  /满分|平均|最高|最低|权重|折算|占|×|上[一个]*[季年月期次]|去年|同期|较|比上|提高|下降|差距|其他|等|部分|目标|分值|封顶|上限|其中|原/u;
/** What has scores of its own, which nobody adds up. */
const PLACE = /(?:[县市区镇乡州局委办]|街道|网站|公众号|账号|单位|组)(?:得分?|为|是)?$/u;

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) =>
    passage.read.includes('分') ? wrong(passage) : [],
  );
}

function wrong(passage: PlacedText): Contradiction[] {
  const { read } = passage;
  const scores = [...read.matchAll(SCORE)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    label: match.groups?.['label'] ?? '',
    value: Number(match.groups?.['value']),
  }));
  const index = scores.findIndex(({ label }) => TOTAL.test(label));
  const total = scores[index];
  const row = scores.slice(0, Math.max(0, index));
  const [first] = row;
  if (total === undefined || first === undefined || row.length < 3) return [];
  const words = read.slice(0, total.end).replace(/各部分|[无没][有]?其他/gu, '');
  const isRow = row.every(
    ({ end }, at) =>
      /^[，、；。]?$/u.test(read.slice(end, end + 1)) && (row[at + 1] ?? total).at - end <= 30,
  );
  // 满分100分 stands before the row at the most.
  if (!isRow || OTHER.test(words) || row.some(({ label }) => PLACE.test(label))) return [];
  const values = row.map(({ label, value }) => (TAKEN.test(label) ? -value : value));
  const sum = exactSum(values);
  const plain = exactSum(values.filter((_, at) => !/加分|附加|奖励/u.test(row[at]?.label ?? '')));
  // Lost marks are told as well where one began from a hundred.
  const lost = exactSum([100, ...values.filter((value) => value < 0)]);
  if ([sum, plain, lost].includes(total.value) || Math.abs(sum - total.value) > sum * 0.15)
    return [];
  return [
    foundAt(
      scoreSumRule.id,
      passage,
      [first.at, total.end],
      `各项得分相加，${sumInWords(values).replaceAll('＋-', '－')}，与${String(total.value)}分不符`,
      `总分为${String(sum)}分，或改正各项得分`,
    ),
  ];
}

export const scoreSumRule: ProofRule = { id: 'score-sum', name: '各项得分之和', check };
