/** 再次通报的: 第一季度通报的9个账号均已整改到位 in one place, “甲”自第一季度被通报以来至今没有整改 in another. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const WHEN = String.raw`(?:\d{4}年)?(?:第?[一二三四]季度|上(?:一?个)?(?:季度|月)|[上下]半年|\d{1,2}月份?)`;
/** All of what was told of that time, by itself: no 除, no 市直. */
const ALL = new RegExp(
  `(?<=^|[，；：。])(?:对|针对)?(?<when>${WHEN})(?:被?通报|检查发现|反馈|抽查发现)的(?:\\d+[个家条])?(?:不合格|问题|存在问题的?)?(?<what>账号|政务新媒体|新媒体|网站|政府网站|问题)?(?:\\d+[个家条])?，?(?:目前|现)?(?:均|都|全部|已全部|已全)已?(?:按(?:期|要求))?(?:完成)?(?:整改|销号)(?:到位|完毕|完成)?`,
  'gu',
);
/** One of these, still as it was. */
const OPEN = new RegExp(
  `“[^“”]+”(?<kind>[^，。；“”\\d]{0,10})(?:自|在|于)?(?<when>${WHEN})(?:被)?(?:通报|检查发现|抽查发现)(?:以来|之?后|以后|的?问题)?，?[^，。；“”]{0,12}?(?:仍然?|至今|一直|始终|依然|迄今|尚)(?:未|没有)(?:见)?(?:整改|更新|恢复|改正|处理|落实|注销)`,
  'gu',
);
/** What the units say, what became bad again, what is meant in part. */
const OTHER =
  /反馈称|报告称|自称|自查|除|其余|其他|据[^，]{0,8}报|称|基本|大部分|多数|应|要求|须|责令/u;
const AGAIN =
  /整改(?:后|到位后)|恢复(?:更新)?后|反弹|回潮|又(?!未)|再度|新(?:增|发现)|未列入|除外/u;

interface Said {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly when: string;
  readonly isSite: boolean | undefined;
}

function check(paper: ReadDocument): Contradiction[] {
  const passages = paragraphsOf(paper);
  const all = passages.flatMap((passage) => saidIn(passage, ALL, OTHER));
  const [whole, another] = all;
  if (whole === undefined || another !== undefined) return [];
  return passages
    .flatMap((passage) => saidIn(passage, OPEN, AGAIN))
    .filter((one) => isSameTime(one.when, whole.when) && isSameKind(one.isSite, whole.isSite))
    .map((one) =>
      disagreement(stillOpenRule.id, [one], whole, {
        message: '一处写都已整改，这里写被通报的至今没有整改',
        expected: '写明已整改的和没有整改的',
      }),
    );
}

function saidIn(passage: PlacedText, shape: RegExp, other: RegExp): Said[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const clause = /[^；。]*$/u.exec(text.slice(0, match.index))?.[0] ?? '';
      const behind = /^[^。；]{0,16}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      if (other.test(clause.slice(-20) + match[0] + behind)) return [];
      const { when = '', what = '', kind = '' } = match.groups ?? {};
      const words = what + kind;
      const isSite = words === '' || words === '问题' ? undefined : words.includes('网站');
      const start = at + match.index;
      return [{ passage, at: start, end: start + match[0].length, when, isSite }];
    }),
  );
}

/** Of one period, told in the same words or as the one before. */
function isSameTime(a: string, b: string): boolean {
  const [one, other] = [a, b].map((words) =>
    words.replace(/^\d{4}年第?|^第|份$|(?<=上)一?个?/gu, ''),
  );
  return one === other;
}

function isSameKind(a: boolean | undefined, b: boolean | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

export const stillOpenRule: ProofRule = { id: 'still-open', name: '均已整改与再次通报', check };
