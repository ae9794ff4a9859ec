/** 领起的话: what a statement in front of names says is wrong with them. */
import type { Known } from '../../record/known.ts';
import { cutAt } from '../passage.ts';
import { toneOf } from '../tone.ts';
import type { TextStretch } from './edges.ts';

/** What leads from a statement to the names: 的有, 分别是, 如. */
const CONNECTOR =
  /(?:[，、：；（\s]|(?:主要|具体|分别|其中|例如|比如|诸如|譬如|包括|包含|涉及|即|如|名单|如下|以下)|(?:的)?(?:有|为|是|系)|的|(?<=[：有为])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)+$/u;
/** Who the statement is about, in general: 部分政务新媒体, 有3个微信公众号, 检查发现10个账号. */
const WHOM =
  /^(?:[一二三四五六七八九十]是|经|其中|本次|此次|对|针对|另外|此外|同时|(?:检查|抽查|监测|巡查|排查|核查)(?!时间|时点|期|周期)|过程中|中|结果|显示|发现|但|仍|目前|截至目前|，|有|尚|还|共|我[市县区州省]|全[市县区州省]|以下|下列|如下|：)*(?:(?:部分|个别|有的|有些|一些|少数|多数|大多数|某些|以下|下列|如下|各|(?:\d+(?:余|多)?|[一二两三四五六七八九十几多]+)[个家](?!月|季|工作日|星期|小时))[^，；“”]{0,12}?(?:账号|帐号|政府门户网站|政府网站|政务网站|政务新媒体|新媒体|微信公众号|订阅号|服务号|公众号|微博|抖音|快手|头条|视频号|小程序|网站|单位|部门|县区|平台|乡镇)?(?:账号|帐号)?|(?:账号|政务新媒体|新媒体|网站|单位)(?:账号)?)?(?:中)?/u;

/** 优秀12个、良好20个、 */
const ROW = /^(?:[^，；。]*：)?(?:[^、，；。：]{1,10}\d+[个家]、)+(?=[^、，；。：]+$)/u;
/** 甲区3个账号、乙县2个账号 */
const WHOSE =
  /^(?:[^、，；。]{2,12}\d+[个家](?:账号|帐号|网站|政务新媒体|新媒体|微信公众号|公众号|单位)?[、和])+[^、，；。]{2,12}\d+[个家](?:账号|帐号|网站|政务新媒体|新媒体|微信公众号|公众号|单位)/u;

/** The words before the last ：, where what follows it only begins a list: 未更新：甲县妇联（. */
function beforeList(words: string, known: Known): string {
  const at = words.lastIndexOf('：');
  return at > 0 && toneOf(words.slice(at), known) !== 'problem' ? words.slice(0, at) : words;
}

/** Clauses between a statement and the names that only lead from one to the other. */
const AROUND =
  /^(?:共|其中|涉及|分别|具体|主要|名单|详见|检查|抽查|经|有|现|特|请|对|一[是些]|部分|个别|分布|包括|本次)|\d+[个家]/u;

/** 此类问题涉及: points back to what was said. */
export const POINTING = /^(?:此类|该类|这类|此|该|上述|以上)(?:问题|情况|现象)/u;

/** 现将典型问题通报如下: says that problems follow, and none. */
const ANNOUNCING = /^(?:现|特|兹)?(?:就|将|对)[^，；]*(?:通报|公布|曝光|反馈)(?:如下)?[：，。]?$/u;

/** 不合格21个（|严重表述错误4个: what brackets say that close behind the names, where that is what is wrong. */
function withinBrackets(plain: string, clause: TextStretch, known: Known): TextStretch {
  const words = plain.slice(clause.from, clause.to);
  const at = words.lastIndexOf('（');
  const inner = words.slice(at + 1);
  const isOpen = at > 0 && !inner.includes('）');
  return isOpen && toneOf(inner, known) === 'problem'
    ? { from: clause.from + at + 1, to: clause.to }
    : clause;
}

/** What a statement before the names says is wrong: 连续两周未更新的有 → 连续两周未更新. */
export function statementIn(
  plain: string,
  stretch: TextStretch,
  known: Known,
): TextStretch | undefined {
  const words = beforeList(plain.slice(stretch.from, stretch.to).replace(/[。！？]$/u, ''), known);
  const end =
    stretch.from +
    words.replace(/的(?:有|是|为)[^，；未不无]{1,12}（$/u, '').replace(CONNECTOR, '').length;
  const clauses = cutAt(
    plain.slice(stretch.from, end),
    (char) => char === '，' || char === '；',
  ).map(([a, b]) => withinBrackets(plain, { from: stretch.from + a, to: stretch.from + b }, known));
  const wrong = clauses.filter(
    ({ from, to }) =>
      ![POINTING, ANNOUNCING].some((one) => one.test(plain.slice(from, to))) &&
      toneOf(plain.slice(from, to), known) === 'problem',
  );
  const at = clauses.findLastIndex((one) => one === wrong.at(-1));
  const problem = clauses[at];
  if (problem === undefined) return undefined;
  // 运维标准不高，转载多、原创少，如: what stands right before the names goes on with it.
  const rest = clauses.slice(at + 1);
  const goesOn = rest.every(
    ({ from, to }) =>
      to - from >= 6 &&
      !AROUND.test(plain.slice(from, to)) &&
      toneOf(plain.slice(from, to), known) === 'none',
  );
  const last = { from: problem.from, to: goesOn ? (rest.at(-1)?.to ?? problem.to) : problem.to };
  const clause = plain.slice(last.from, last.to);
  const whom = WHOM.exec(clause)?.[0].length ?? 0;
  const counted =
    /(?:的)?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|(?:政府)?网站|(?:微信)?(?:公众号|订阅号|服务号|视频号|小程序)|(?:新浪)?微博|抖音号?|快手号?|头条号?|客户端|单位|部门|乡镇|镇街|(?<=更新的?)(?:栏目|专栏|频道|板块))?(?:方面|类)?(?:\s*（?(?:共|有|计)*\d+[个家](?:账号|单位|网站)?）?)?(?:的)?(?:账号|帐号|政务新媒体(?:账号)?|新媒体(?:账号)?|网站)?(?:名单)?[，；、：。（\s]*$/u.exec(
      clause.slice(whom),
    )?.[0].length ?? 0;
  // 优秀12个、良好20个、不合格2个: the last of a row of counts; 甲区3个账号、乙县2个账号未更新: what is said of all.
  const said = plain.slice(last.from + whom, last.to - counted);
  const row = ROW.exec(said)?.[0].length ?? WHOSE.exec(said)?.[0].length ?? 0;
  // 更新不及时（每个扣1分）
  const marks = /（[^（）]*分[^（）]*）$/u.exec(said)?.[0].length ?? 0;
  const until = last.to - counted - marks;
  // 僵尸账号2个: the word alone says it of nobody.
  const kind = /(?:僵尸|空壳|睡眠)$/u.test(plain.slice(last.from, until))
    ? (/^(?:账号|帐号|网站|新媒体|公众号|号)/u.exec(plain.slice(until))?.[0].length ?? 0)
    : 0;
  const found = { from: last.from + whom + row, to: until + kind };
  const isLeft = toneOf(plain.slice(found.from, found.to), known) === 'problem';
  return isLeft ? found : { from: last.from, to: last.to - counted };
}
