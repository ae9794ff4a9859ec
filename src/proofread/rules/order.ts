/** 先后: spans that end before they begin, days that the day of signing cannot know, years that do not fit. */
import { type Day, inWords, yearOf } from '../../day/calendar.ts';
import {
  type DateWritten,
  dayWrittenNear,
  datesIn,
  daySpansIn,
  signedOn,
  type Signed,
} from '../date.ts';
import { type Contradiction, quoteAround } from '../contradiction.ts';
import { type ReadDocument, type PlacedText, placedTexts } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';

function check(paper: ReadDocument): Contradiction[] {
  const signed = signedOn(paper);
  // What will be checked is told in other papers.
  const isReport = placedTexts(paper).some(({ read }) =>
    /通报如下|情况(?:的?通报|如下)|检查(?:结果|发现)|(?:进行|开展|组织)了|均正常|运行(?:总体|情况)?(?:良好|平稳|较好|正常)|共(?:发布|检查|监测|抽查)|未发现|(?:检查|监测)发现|合格率(?:为|达)?\d/u.test(
      read,
    ),
  );
  return placedTexts(paper).flatMap((passage) => [
    ...spans(passage),
    ...monthSpans(passage),
    ...(signed
      ? [
          ...afterSigning(passage, signed),
          ...(isReport ? checkedLater(passage, signed) : []),
          ...documentYears(passage, signed),
        ]
      : []),
  ]);
}

function orderBroken(
  passage: PlacedText,
  at: number,
  end: number,
  message: string,
  expected: string,
) {
  const quote = quoteAround(passage.text, at, end);
  return { rule: orderRule.id, place: passage.place, quote, message, expected };
}

/** A日至B日: the second takes the year of the first; a span without any year may run over New Year. */
function spans(passage: PlacedText): Contradiction[] {
  return daySpansIn(passage.read).flatMap(({ from, to, start, end }) => {
    const overNewYear = to.year === undefined && from.month >= 9 && to.month <= 5;
    if (end >= start || overNewYear) return [];
    const words = `“${to.words}”早于“${from.words}”`;
    return [
      orderBroken(passage, from.at, to.end, `截止在起始之前：${words}`, '后一个日期不早于前一个'),
    ];
  });
}

/** 2020年5月至2020年3月. */
function monthSpans(passage: PlacedText): Contradiction[] {
  const shape =
    /(\d{4}) ?年 ?(\d{1,2}) ?月份?起? ?(?:至|到|—{1,2}|-|～) ?(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月(?! ?\d)/gu;
  return [...passage.read.matchAll(shape)].flatMap((match) => {
    const months = (year: string | undefined, month: string | undefined) =>
      Number(year) * 12 + Number(month);
    const [from, to] = [months(match[1], match[2]), months(match[3] ?? match[1], match[4])];
    if (to >= from) return [];
    const end = match.index + match[0].length;
    return [
      orderBroken(passage, match.index, end, '截止月份在起始月份之前', '后一个月份不早于前一个'),
    ];
  });
}

const COUNTED = /已|共|累计|完成|检查|排查|全部|仍|尚/u;

/** What is counted 截至 a day, filled in on a day, or asked for before a day, against the day of signing. */
function afterSigning(passage: PlacedText, signed: Signed): Contradiction[] {
  return datesIn(passage.read).flatMap((date) => {
    const day = dayWrittenNear(date, signed.day);
    if (day === undefined) return [];
    const before = passage.read.slice(Math.max(0, date.at - 12), date.at);
    const behind = /^[^。]*/u.exec(passage.read.slice(date.end))?.[0] ?? '';
    const wrong = contradiction(before, behind, day, date, signed.day);
    return wrong === undefined
      ? []
      : [orderBroken(passage, date.at, date.end, wrong, `成文日期为${inWords(signed.day)}`)];
  });
}

function contradiction(
  before: string,
  behind: string,
  day: Day,
  date: DateWritten,
  signed: Day,
): string | undefined {
  const later = day > signed;
  if (/截至(?:目前（)?$/u.test(before) && later && COUNTED.test(behind)) {
    return `统计截至“${date.words}”，晚于成文日期`;
  }
  if (/(?:填表|填报|制表|统计)(?:日期|时间)：? ?$/u.test(before)) {
    if (later) return `填表日期“${date.words}”晚于成文日期`;
    if (date.year !== yearOf(signed) && day.slice(5) === signed.slice(5)) {
      return `填表日期“${date.words}”与成文日期月日相同而年份不同`;
    }
  }
  if (
    /请(?:各单位|你单位|各部门|你们|务必)?(?:务必)?[于在]$/u.test(before) &&
    !later &&
    /^ ?[^，。]{0,8}前/u.test(behind)
  ) {
    return day === signed ? undefined : `要求的期限“${date.words}”早于成文日期`;
  }
  const isLimit = /(?:整改|报送|办理|完成|反馈)(?:期限|时限|截止时间)(?:为|：|至|截至)?$/u.test(
    before,
  );
  if (isLimit && day < signed && !/逾期|已|仍|未|尚|目前|曾/u.test(behind))
    return `要求的期限“${date.words}”早于成文日期`;
  // 10个工作日内完成，即6月5日前报送结果.
  const isDue = /(?:即|须|应|务必|必须|需)(?:于|在)?$/u.test(before);
  if (
    isDue &&
    day < signed &&
    /^ ?之?前(?:将[^，。；]{0,16})?(?:报送?|上报|反馈|提交|完成|整改)/u.test(behind)
  )
    return `要求的期限“${date.words}”早于成文日期`;
  if (isReportedBy(before, behind) && day < signed)
    return `要求报送的期限“${date.words}”早于成文日期`;
  return undefined;
}

/** 整改情况于4月6日12：00前报区政府办: asked for, and not told of what was done or asked before. */
function isReportedBy(before: string, behind: string): boolean {
  const isAsked =
    /^ ?(?:[上下]午|中午)?(?:\d{1,2}[:：点时]\d{0,2})?(?:下班)?之?前，?(?:将[^，。；]{0,24}|[^，。；]{0,8})?(?:报送?|上报|反馈|提交|送)(?:至|到|给|我|[区县市省州政][^，。；]{0,12}(?:办|局|室|组|中心|处|科))/u.test(
      behind,
    );
  return (
    /(?:于|在|务必)$/u.test(before) &&
    isAsked &&
    !/已|曾|了|要求|通知|按照|根据|仍/u.test(before + behind)
  );
}

/** 4月5日至4月20日，我办开展了检查 in a paper signed on 10 April: what was done is over when it is told. */
function checkedLater(passage: PlacedText, signed: Signed): Contradiction[] {
  return daySpansIn(passage.read).flatMap(({ from, to }) => {
    const [start, end] = [from, to].map((one) => dayWrittenNear(one, signed.day));
    if (start === undefined || end === undefined || end <= signed.day) return [];
    const isHere = passage.block < signed.block;
    const before = /[^。；]*$/u.exec(passage.read.slice(0, from.at))?.[0] ?? '';
    const behind = /^[^。；]*/u.exec(passage.read.slice(to.end))?.[0] ?? '';
    const isDone =
      /(?:检查|抽查|监测|巡查|采集|统计)(?:的?(?:时间|时段|周期|日期|区间))(?:范围|区间|段)?(?:为|是|：|自|从)$/u.test(
        before,
      ) ||
      /^(?:期间)?，?对[^，]{0,14}(?:检查|抽查|监测)(?:完毕|结束|了)/u.test(behind) ||
      /^(?:期间)?，?[^，]{0,24}(?:开展|进行|组织|实施|完成)了[^，]*(?:检查|抽查|监测|巡查|评估|普查)/u.test(
        behind,
      );
    const isPlanned = /将|拟|计划|安排|下一步|请|要求|要|届时|预计|公示|整改|专项行动/u.test(
      before + behind,
    );
    if (!isHere || !isDone || isPlanned || to.month < from.month) return [];
    const wrong = `检查的时段止于“${to.words}”，晚于成文日期`;
    return [orderBroken(passage, from.at, to.end, wrong, `成文日期为${inWords(signed.day)}`)];
  });
}

/** 〔2021〕3号 in a document that was signed in 2020. */
function documentYears(passage: PlacedText, signed: Signed): Contradiction[] {
  return [...passage.read.matchAll(/[〔[［](\d{4})[〕\]］] ?\d+ ?号/gu)].flatMap((match) => {
    if (Number(match[1]) <= yearOf(signed.day)) return [];
    const end = match.index + match[0].length;
    const expected = `成文日期为${inWords(signed.day)}`;
    return [
      orderBroken(passage, match.index, end, `文号“${match[0]}”的年份晚于成文日期`, expected),
    ];
  });
}

export const orderRule: ProofRule = { id: 'order', name: '日期的先后和年份', check };
