/** 总体与各部分的比率: 市直98.6%、县区97.2%，总体96.8%: a rate of all lies between those of its parts, where these are all there are. */
import { numeralValue } from '../../text/numeral.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const RATED =
  /(?<lead>[^，。；：、（）\d%]{0,30}?)(?<what>合格|达标|优良|按期办结|按时办结|办结|按期答复|按时回复|回复|答复|满意|整改|完成|备案|更新|更新及时|采用|及格|优秀|响应)率(?:分别)?(?:均?为|达到?|是|仅为|仅)?(?<values>\d+(?:\.\d+)?%(?:[、和，]\d+(?:\.\d+)?%)*)/gu;
const WHOLE =
  /总体|综合|整体|总(?=$|的)|合计|全部(?!为|合格)|全年(?:平均)?$|全[市省县区州](?!直)|平均|两类平台|各类/u;
/** Pairs that leave nothing out. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /[省市县区州]直|[省市县]级部门|部门/u,
    /县区|区县|[市县区]级(?!部门)|市州|各县|乡镇|镇街|街道|县级|地方|镇（/u,
  ],
  [/网站/u, /新媒体|账号/u],
  [/上半年/u, /下半年/u],
  [/城市|城区|城镇/u, /农村|乡村/u],
  [/线上|网上/u, /线下/u],
];
const ELSEWHERE =
  /上[一个]*(?:季度|月|年|期|次)|去年|同期|较|比上|比去|目标|要求|力争|全国|不低于|以上|以下|复查|整改后|除/u;

interface Rate {
  readonly lead: string;
  readonly what: string;
  readonly values: readonly number[];
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  return paragraphsOf(paper).flatMap((passage) => {
    if (!/率/u.test(passage.read)) return [];
    // 市（州）账号 is one word.
    const read = passage.read.replace(/（[市州区县、旗]{1,4}）/gu, (kinds) =>
      '级'.repeat(kinds.length),
    );
    const sentences = sentencesOf(read);
    return sentences.flatMap(({ text, at }, index) => {
      const next = sentences[index + 1];
      const alone = wrong(passage, text, at, text);
      // 总体合格率98.5%。其中，网站97.6%…
      if (alone.length > 0 || next === undefined || !/其中/u.test(next.text.slice(0, 4)))
        return alone;
      return wrong(passage, text + next.text, at, text + next.text);
    });
  });
}

function wrong(passage: PlacedText, text: string, at: number, around: string): Contradiction[] {
  if (
    ELSEWHERE.test(
      text.replace(
        /(?:比|较)上[^，。；\d%]{1,6}?(?:有所|略有|明显|均|进一步|稳步)[^，。；\d%]{1,6}(?=[，。；])/gu,
        '',
      ),
    )
  )
    return [];
  const rates = [...text.matchAll(RATED)].map((match): Rate => {
    const { lead = '', what = '', values = '' } = match.groups ?? {};
    return {
      lead: lead.replace(/^.*其中/u, ''),
      what,
      values: [...values.matchAll(/[\d.]+(?=%)/gu)].map(Number),
      at: match.index,
      end: match.index + match[0].length,
    };
  });
  const wholes = rates.filter(
    ({ lead, values }) =>
      values.length === 1 && WHOLE.test(lead) && !/[省市县区州]直|部门/u.test(lead),
  );
  const [whole, more] = wholes;
  if (whole === undefined || more !== undefined) return [];
  const parts = rates.filter((one) => one !== whole && one.what === whole.what);
  if (parts.length + 1 !== rates.length) return [];
  const values = parts.flatMap((one) => one.values);
  const [value = 0] = whole.values;
  if (values.length < 2 || !areAll(parts, around, passage.read.slice(0, at))) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (value >= low && value <= high) return [];
  const end = Math.max(whole.end, ...parts.map((one) => one.end));
  const from = Math.min(whole.at, ...parts.map((one) => one.at));
  return [
    foundAt(
      overallRule.id,
      passage,
      [at + from, at + end],
      `总体写的是${String(value)}%，各部分为${values.map((one) => `${String(one)}%`).join('、')}，总体不在其间`,
      `在${String(low)}%与${String(high)}%之间`,
    ),
  ];
}

/** Two opposites, four quarters, or as many as are said to be: 两类. */
function areAll(parts: readonly Rate[], text: string, before: string): boolean {
  const leads = parts.map(({ lead }) => lead);
  const [one = '', two = ''] = leads;
  if (
    parts.length === 2 &&
    PAIRS.some(
      ([a, b]) => (a.test(one) && b.test(two)) || (b.test(one) && a.test(two) && !a.test(one)),
    )
  )
    return true;
  const values = parts.flatMap(({ values: own }) => own).length;
  if (parts.length === 1) return /[两三四]个季度/u.test(text) && values === 4;
  const counted = /(?<count>[两二三四五六七八九]|\d)(?:大?类|种|个层级|级)/u.exec(before + text)
    ?.groups?.['count'];
  const count =
    counted === undefined
      ? undefined
      : /\d/u.test(counted)
        ? Number(counted)
        : numeralValue(counted);
  return count === parts.length && leads.every((lead) => lead !== '');
}

export const overallRule: ProofRule = { id: 'overall', name: '总体与各部分的比率', check };
