/**
 * 不作截止日的说法: phrases whose words rule out a single last day, whatever dates they hold: labels, minimum periods,
 * conditions, alternatives, festivals, things already done.
 */
import { addDays, addMonths, type Day, dayOf, inWords, yearOf } from '../../day/calendar.ts';
import { asCandidate } from './doubt.ts';
import { fromList, noDueDay } from './readings-left.ts';

/** What a rule found: its sentence and the readings it offers. */
export interface RuledOut {
  why: string;
  candidates: string[];
  closed: boolean;
}

interface Rule {
  pattern: RegExp;
  why: string;
  /** True where what else the phrase holds would lead to a wrong day: nothing is offered. */
  closed?: boolean;
  candidates?: (listedOn: Day, words: string) => string[];
}

const RULES: readonly Rule[] = [
  {
    // A workbook keeps 6.30 as the number 6.3.
    pattern: /^\d{1,2}\.[123]$/u,
    why: '只写了这个数：表格里 6.30 会存成 6.3，是哪一天说不准。',
    candidates: pointedCandidates,
  },
  {
    pattern:
      /(?:收到|接到|接|收|签收|送达|印发|下发|发文|公布|通报|反馈|交办|发现)[^,;()\d]{0,10}(?:后|起)\d{1,3}日(?!内|之内|以内|前)/u,
    why: '从哪一天算起，原文没有写明。',
    candidates: sinceCandidates,
  },
  {
    pattern: /学期|(?<!日)开学|寒假|暑假|秋季|春季|夏季|冬季/u,
    why: '节日和时节没有写明是哪一天。',
    closed: true,
  },
  {
    pattern: /同上|同前|〃/u,
    why: '“同上”要看上一行写了什么。',
    candidates: () => ['与上一行相同：照上一行的时限填写'],
  },
  {
    pattern: /(?:国庆|五一|劳动节|元旦|十一)[^,;\d前]{0,4}(?:后|期间|至|到)/u,
    why: '节日和时节没有写明是哪一天。',
  },
  {
    pattern: /国庆|五一|劳动节|元旦|(?<![一二三四五六七八九双])十一(?!月|五)/u,
    why: '节日之前含不含当天，原文没有写明。',
    candidates: festivalCandidates,
  },
  {
    pattern: /边[^边,;]{1,4}边/u,
    why: '“边……边……”说的是做法，没有写日期。',
    candidates: (listedOn) => [fromList(listedOn), noDueDay],
  },
  {
    pattern: /短期|中期|远期/u,
    why: '“短期、中期、长期”是分类，没有写日期。',
    candidates: () => ['属于短期或中期：请写明截止日', noDueDay],
  },
  {
    pattern: /公告期|公示期|(?:公告|公示)(?:满|不|时间|\d)/u,
    why: '公告期、公示期是最短期限，不是整改的截止日。',
    candidates: () => ['这是公告、公示要满的天数，截止日另行写明'],
  },
  {
    pattern:
      /已(?:经)?(?:[于在][^,;()]{1,14}?)?(?:全部|基本)?(?:完成|整改|注销|备案|销号|关停|办结|落实|解决|更新|开通|到位)/u,
    why: '原文说已经做完，没有写时限。',
    candidates: () => ['已经完成：登记完成日期和佐证', '尚未完成：请写明截止日'],
  },
  {
    pattern:
      /双十一|农历|阴历|正月|腊月|除夕|春节|元宵|清明|端午|中秋|重阳|两会|汛期|年关|节前|节后|假期/u,
    why: '节日和时节没有写明是哪一天。',
  },
  {
    pattern: /延期|延长|顺延|推迟|展期|延[至到后]|调整?[为至到]|改[为至到](?=[\d本下明年月季])/u,
    why: '原文涉及延期；延期要另行申请，原来的截止日也要留存。',
  },
  { pattern: /或/u, why: '原文用“或”写了不止一种时间。' },
  { pattern: /不[于在是]|并非/u, why: '原文用了否定的说法。' },
  {
    pattern: /早于|最早|启动|着手|动工|开工|[前内](?:全面|正式)?开始/u,
    why: '原文写的是开始的时间，不是截止日。',
  },
  {
    pattern:
      /分阶段|分批|(?<!部)分期|分步|第\d+(?:阶段|批|期|步)|(?<!十[一二三四五])[一二三四五]期|阶段性(?!成[效果]|进展)/u,
    why: '原文分阶段完成，一项时限只能记一个截止日。',
  },
  {
    pattern:
      /如遇|如果|如有|如需|若(?!干)|视情|视.{1,8}情况|特殊情况|除外|条件(?:成熟|具备|允许|许可)|待定|另行|待.{1,12}[后再]/u,
    why: '原文附有条件，条件成就之前没有确定的截止日。',
  },
  {
    pattern: /无法|不能(?!超过|晚|迟|少|低|早)|难以|未能/u,
    why: '原文说的是做不到，没有写截止日。',
  },
  {
    pattern: /(?<!不|不得|不能|不应|不可|最)(?:超过|晚于|迟于)/u,
    why: '原文说的是超过某个时间的情形，不是截止日。',
  },
  { pattern: /大约|大概|约(?=需?要?\d)/u, why: '原文写的是大约的时间。' },
  { pattern: /\?|待确认|待核/u, why: '原文自己也没有定下来。' },
  {
    pattern: /今明/u,
    why: '“今明”到哪一天为止，原文没有写明。',
    candidates: (listedOn) => [
      asCandidate({ note: '今明两年，到明年年底', day: `${yearOf(listedOn) + 1}-12-31` }),
    ],
  },
  {
    pattern:
      /(?:连续|过去|最?近|长达|(?<!不得?)超)(?=(?:\d+(?:个|年|天|日|周|小时))|半[年个])|(?:年|月|周|天|日|星期|礼拜)内?(?:未|没有?|无|不)(?=更|发|维护|整改|回复|互动|登录|运[营维]|使用)/u,
    why: '原文说的是持续了多久的情形，不是期限。',
  },
  { pattern: /一是.*二是|首先.*其次/u, why: '原文写了不止一件事，各有各的时限。' },
];

/** The first rule that the uniform writing meets, or undefined. */
export function ruledOut(read: string, listedOn: Day): RuledOut | undefined {
  for (const { pattern, why, candidates, closed = false } of RULES) {
    const match = pattern.exec(read);
    if (match) return { why, candidates: candidates?.(listedOn, match[0]) ?? [], closed };
  }
  return undefined;
}

/** 国庆 and its like stand on a fixed date: the festival itself or the day before, from the list's day on. */
function festivalCandidates(listedOn: Day, words: string): string[] {
  const date = words === '元旦' ? '01-01' : /^(?:五|劳)/u.test(words) ? '05-01' : '10-01';
  const thisYear = `${listedOn.slice(0, 5)}${date}`;
  const day = thisYear > listedOn ? thisYear : addMonths(thisYear, 12);
  return [
    asCandidate({ note: '不含节日当天', day: addDays(day, -1) }),
    asCandidate({ note: '含节日当天', day }),
  ];
}

/** 6.3: the third or the thirtieth, in the year of the list or the next. */
function pointedCandidates(listedOn: Day, words: string): string[] {
  const [month, figure] = words.split('.').map(Number) as [number, number];
  return [figure, figure * 10].flatMap((date) => {
    const day = [0, 1]
      .map((turn) => dayOf(yearOf(listedOn) + turn, month, date))
      .find((one) => one !== undefined && one >= listedOn);
    return day === undefined ? [] : [asCandidate({ note: `指${month}月${date}日`, day })];
  });
}

/** 收到后15日: fifteen days, counted from the list's day where nothing else is known. */
function sinceCandidates(listedOn: Day, words: string): string[] {
  const days = Number(/\d+/u.exec(words)?.[0]);
  return [
    asCandidate({ note: `以列入日期${inWords(listedOn)}为起算日`, day: addDays(listedOn, days) }),
  ];
}
