/**
 * 没有读懂的话: words behind an account that say neither that something is wrong nor that all is well — 发布的视频带有学生姓名. Where
 * others are named for problems beside it, so may this one be: a person is asked.
 */
import type { NamedMention } from '../mention/named.ts';
import { OFFICE_WORD } from '../mention/office/offices.ts';
import { isGeneral } from '../tone.ts';
import { trimmedStretch, type TextStretch } from './edges.ts';

/** What was done or is known of it, and no fault: 发布信息32条, 于2020年开通, 粉丝超过10万. */
const REPORTED =
  /^(?:\p{Script=Han}{0,6}(?:共|累计)?(?:发布|推送|更新|转载|制作|回复|办理)(?:各类|政务|原创)*(?:信息|图文|稿件|推文|视频|作品|文章|留言|诉求)?(?:共|累计)?\d+[条篇个期件次部]|(?:于|自)?\d{4}年[^，；]{0,8}(?:开通|上线|认证|注册|备案|运行)|(?:上线|开通|运行|注册)以来|(?:粉丝|关注|阅读|点击|播放|访问)|(?:已|正式|顺利|成功)(?:开通|上线|认证|备案|接入|入驻)|(?:由|主办单位|主管单位|责任单位|运维单位|负责人|联系)|(?:等)?(?:[\d两三四五六七八九十]+个)?(?:账号|平台)?(?:为|是)(?:我|本|全)[省市县区州]|[（）、，；。]*$)/u;

/** 经查，“甲”转载的文章来源为非正规媒体: found by those who check. */
const FOUND =
  /^(?:\p{Script=Han}{0,8}[，：]?)?(?:经(?:检?查|监测|巡查|核查|排查|抽查)|(?:检查|监测|巡查|抽查|排查|核查)?(?:中|时)?发现)/u;

/** The words behind a list in which nothing was understood; undefined where there are hardly any. */
export function leftIn(plain: string, stretch: TextStretch): TextStretch | undefined {
  const own = trimmedStretch(plain, stretch);
  const words = plain.slice(own.from, own.to).replace(/[。！？]+$/u, '');
  // “部门动态”栏目: a part of it, and nothing is said.
  const isSaid = (words.replace(/“[^“”]*”/gu, '').match(/\p{Script=Han}/gu) ?? []).length >= 4;
  // …和“乙”的链接: the sentence goes on with another.
  const isWhole = !/[、和与及或的]$|^[、和与及]/u.test(words);
  return isSaid && isWhole && !REPORTED.test(words) ? own : undefined;
}

/** What is well or only told, although no word of praise says so: 推出…系列视频, 由…代管, 已于…注销, 拟…. */
const TOLD =
  /推出|创新|首创|荣获|入选|获评|成功|圆满|受到|深受|便民|惠民|特色|品牌|积极|主动|认真|提升|增长|增加|优化|(?<![未无没有])新增|上线|启用|开通(?!.*(?:后|但|未))|改版|升级|直播|解读|宣传|展示|介绍|讲述|阅读|点赞|粉丝|正在|拟|计划|将|应|须|可|请|建议|要求|由|系|属|安排|指派|专人|公益|普及|按规定|按要求|负责|注销|归口|分工|为[^，；。]{0,10}(?:账号|平台|窗口|渠道)$|已(?!过|超|废|失|半|\d)|主办|主管|核实|复核|整改|约谈|移交|上报/u;

/**
 * Of those of which nothing was understood, beside others of the same line or part that have a problem, a person is asked;
 * where what stands above says that problems follow, and most beside them have one, what is said is theirs.
 */
export function askLeft(
  named: readonly NamedMention[],
  isShaped: (words: string) => boolean,
): void {
  const wrong = named.filter(({ findings }) => findings.length > 0);
  const known = new Set(wrong.map(({ mention }) => mention.name));
  const told = new Set(wrong.map(({ mention }) => `${mention.name}·${mention.platform}`));
  const amid = named.filter(({ isAmidFaults }) => isAmidFaults === true);
  const proven = amid.filter(({ findings }) => findings.length > 0).length;
  const isOfFaults = proven > 1 && proven * 2 >= amid.length;
  for (const one of named) {
    const { left, section, place, mention, sentence, why, guesses } = one;
    if (left === undefined || (why !== 'nothing' && why !== 'unclear')) continue;
    if (mention.platform === OFFICE_WORD) continue;
    const isNear = (other: NamedMention): boolean =>
      (other.place.row === place.row && other.place.file === place.file) ||
      other.section === section;
    // A paper without headings is one part.
    const beside = named.filter((other) => other !== one && isNear(other));
    const faulty = beside.filter(({ findings }) => findings.length > 0).length;
    // Of one that is alone under its heading, the rest of the paper says whether its headings are of problems.
    const isMostly = beside.length > 0 ? faulty * 2 >= beside.length && faulty > 0 : isOfFaults;

    const isBelowFaults =
      one.isAmidFaults === true && (isMostly || (isOfFaults && one.isUnderFault === true));
    const isTold = told.has(`${mention.name}·${mention.platform}`);
    if (isBelowFaults && !isTold && !TOLD.test(left) && isShaped(left)) {
      one.findings = [left];
      one.why = undefined;
    } else if (why === 'unclear' && guesses.every((guess) => isGeneral(guess))) {
      one.guesses = [left];
    } else if (
      why === 'nothing' &&
      (faulty > 0 || FOUND.test(sentence)) &&
      !known.has(mention.name)
    ) {
      one.why = 'unclear';
      one.guesses = [left, ...guesses];
    }
  }
}
