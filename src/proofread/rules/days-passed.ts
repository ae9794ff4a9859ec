/** 各日先后: 检查至9月20日 and signed on 9月15日; 收到8月5日的通报后，于8月3日完成整改; 3月18日提交，3月12日变更通过; 5月6日开始、5月10日结束，历时7天. */
import { daysBetween, type Day } from '../../day/calendar.ts';
import { type DateWritten, datesIn, daySpansIn, dayWrittenNear, signedOn } from '../date.ts';
import { type Contradiction, foundAt } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** What can only be done when the one before it has been: earlier above, later below. */
const STEPS: readonly (readonly [first: RegExp, then: RegExp])[] = [
  [
    /印发|下发|发出|制发|反馈|通报(?!后)/u,
    /收到(?:通报|通知|反馈)|(?:完成|已)(?:全部)?整改|整改(?:完成|到位|完毕)/u,
  ],
  [
    /收到|接到|接通报|被通报/u,
    /(?:完成|已)(?:全部)?整改|整改(?:完成|到位|完毕)|恢复(?:正常)?更新|提交整改报告/u,
  ],
  [
    /提交[^，。；]{0,10}申请|申请[^，。；]{0,8}(?:变更|注销|备案)|递交/u,
    /通过|获批|批准|完成[^，。；]{0,8}(?:变更|注销|备案)|审核同意/u,
  ],
  [/首次检查|初次检查|初查|第一次检查/u, /复查|复检|再次检查/u],
  [/开工|启动|上线试运行/u, /竣工|验收|正式上线/u],
  [/发布公告|公告/u, /完成注销|注销完成|正式注销/u],
];
const WORKED = '检查|抽查|监测|巡查|核查|普查|复查|自查|测评|培训|会议|评估';

function check(paper: ReadDocument): Contradiction[] {
  const signed = signedOn(paper);
  return [
    ...mendedBeforeTold(paper, signed?.day),
    ...paragraphsOf(paper).flatMap((passage) => [
      ...(signed === undefined || passage.block >= signed.block
        ? []
        : afterSigning(passage, signed.day)),
      ...sentencesOf(passage.read).flatMap(({ text, at }) => [
        ...outOfTurn(passage, text, at, signed?.day),
      ]),
    ]),
  ];
}

const TOLD_OF = /^(?:[^，。；“”\d]{0,14}?)(?:印发|下发|制发|发出|反馈|通报|收到通[报知])(?!后)/u;
const MENDED =
  /^[^。；\d]{0,16}?(?:整改到位|完成整改|整改完毕|完成了?全部整改|恢复(?:正常)?更新|(?:部署|研究|开展|立即)整改)/u;

/** 8月5日，你办通报…… 我局于8月3日完成整改: mended before anybody had said what was wrong. */
function mendedBeforeTold(paper: ReadDocument, signed: Day | undefined): Contradiction[] {
  const all = paragraphsOf(paper).flatMap((passage) =>
    datesIn(passage.read).map((date) => ({
      passage,
      date,
      behind: passage.read.slice(date.end, date.end + 40),
    })),
  );
  const text = paragraphsOf(paper)
    .map(({ read }) => read)
    .join('');
  if (
    /自查|此前|提前|上级|再次|第二次|上[季月年]|复查/u.test(text) ||
    !/我[局委办镇乡院中县区]|本[局委办镇乡院]/u.test(text)
  )
    return [];
  const told = all.filter(({ behind }) => TOLD_OF.test(behind));
  const [first, more] = told;
  if (first === undefined || more !== undefined) return [];
  const near = signed ?? `${String(first.date.year ?? 2023)}-07-01`;
  const begins = dayWrittenNear(first.date, near);
  return all.flatMap(({ passage, date, behind }) => {
    const day = dayWrittenNear(date, near);
    if (begins === undefined || day === undefined || !MENDED.test(behind) || date === first.date)
      return [];
    const days = daysBetween(day, begins);
    if (days <= 0 || days > 60) return [];
    return [
      foundAt(
        daysPassedRule.id,
        passage,
        [date.at, date.end + 12],
        `${date.words}已整改，通报在${first.date.words}`,
        '整改不早于通报',
      ),
    ];
  });
}

/** What is told as done until a day that lies behind the day of signing. */
function afterSigning(passage: PlacedText, signed: Day): Contradiction[] {
  return sentencesOf(passage.read).flatMap(({ text, at }) => {
    if (!/现将|通报如下|报告如下|进行了|开展了|组织了|完成了|组织开展|已/u.test(text)) return [];
    if (/拟|将(?!有关|检查|情况|结果|自查)|计划|要求|请|前|起|公示|有效期|至今/u.test(text))
      return [];
    return daySpansIn(text).flatMap(({ from, to }) => {
      if (!new RegExp(WORKED, 'u').test(text.slice(to.end, to.end + 40))) return [];
      const start = dayWrittenNear(from, signed);
      const end = dayWrittenNear({ ...to, year: to.year ?? from.year }, signed);
      if (start === undefined || end === undefined || daysBetween(signed, end) <= 0) return [];
      if (
        daysBetween(start, signed) > 200 ||
        daysBetween(signed, end) > 120 ||
        daysBetween(start, signed) < 0
      )
        return [];
      return [
        foundAt(
          daysPassedRule.id,
          passage,
          [at + from.at, at + to.end],
          `写的是到${to.words}已做完，成文日期为${signed}`,
          '做完的日子不晚于成文日期',
        ),
      ];
    });
  });
}

function outOfTurn(
  passage: PlacedText,
  text: string,
  at: number,
  signed: Day | undefined,
): Contradiction[] {
  const dates = datesIn(text);
  if (
    dates.length < 2 ||
    dates.length > 5 ||
    /计划|拟|预计|每年|前将|原定|提前|自查|第[一二三四]批/u.test(text)
  )
    return [];
  const told = dates.map((date, index) => ({ date, words: wordsOf(text, date, dates[index + 1]) }));
  const near =
    signed ?? `${String(dates.find(({ year }) => year !== undefined)?.year ?? 2023)}-07-01`;
  for (const [first, then] of STEPS) {
    const one = told.find(({ words }) => first.test(words) && !then.test(words));
    const two = told.find(({ words, date }) => then.test(words) && date !== one?.date);
    if (one === undefined || two === undefined || one.date.at > two.date.at) continue;
    if (
      /“/u.test(text.slice(one.date.at, two.date.at)) &&
      text.slice(one.date.at, two.date.at).split('“').length > 2
    )
      continue;
    const [a, b] = [one, two].map(({ date }) => dayWrittenNear(date, near));
    const year = two.date.year ?? one.date.year;
    const [c, d] = [a, b];
    if (c === undefined || d === undefined) continue;
    const days = daysBetween(c, d);
    if (
      days >= 0 ||
      days < -90 ||
      (year !== undefined &&
        one.date.year !== undefined &&
        two.date.year !== undefined &&
        one.date.year !== two.date.year &&
        days < -90)
    )
      continue;
    return [
      foundAt(
        daysPassedRule.id,
        passage,
        [at + one.date.at, at + two.date.end],
        `${two.date.words}（${then.exec(two.words)?.[0] ?? ''}）早于${one.date.words}（${first.exec(one.words)?.[0] ?? ''}）`,
        '后一步的日期不早于前一步',
      ),
    ];
  }
  return [];
}

/** What is said of a date: up to the next date, at most to the end of its clause, and the few words before. */
function wordsOf(text: string, date: DateWritten, next: DateWritten | undefined): string {
  const behind = text.slice(date.end, next?.at ?? text.length);
  const clause = /^[^。；]{0,24}/u.exec(behind)?.[0] ?? '';
  const own = clause.split('，')[0] ?? '';
  const before = /(?:收到|接到)$/u.exec(text.slice(0, date.at))?.[0] ?? '';
  return before + (own.length >= 2 ? own : clause);
}

export const daysPassedRule: ProofRule = { id: 'days-passed', name: '各日先后', check };
