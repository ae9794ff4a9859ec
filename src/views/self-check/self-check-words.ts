/** 自查的话: whether a self-check goes on, by when and how one answers it, who is counted in it, how a unit answered. */
import { type Day, inWords } from '../../day/calendar.ts';
import { isLive } from '../../domain/ledger-on.ts';
import type { Account } from '../../schema/account.ts';
import type { Campaign } from '../../schema/campaign.ts';
import { origins } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { SelfCheck } from '../../schema/self-check.ts';
import type { Unit } from '../../schema/unit.ts';
import type { Face } from '../face.ts';
import { officeWithPhone } from '../office-words.ts';
import { registerOf } from '../inspection/registry-view.ts';

/** Whether a self-check is concluded by the day. */
export function isOver({ today }: Face, { concluded }: Campaign): boolean {
  return concluded !== undefined && concluded.on <= today;
}

/** 进行中，还没有结项。 or by when and by which document it was concluded. */
export function standingInShort(face: Face, { concluded }: Campaign): string {
  if (concluded === undefined || concluded.on > face.today) return '进行中，还没有结项。';
  const by = concluded.document === undefined ? '' : `（${concluded.document}）`;
  return `已结束，${inWords(concluded.on)}结项${by}。`;
}

/** 市级交办（示办函〔2026〕9号）的自查，2026年6月30日前报，结项要有上级同意的文号。 */
export function replyByInWords({ assigned, notice }: Campaign): string {
  const number = notice?.number === undefined ? '' : `（${notice.number}）`;
  return assigned === undefined
    ? `最迟报送的日期台账没有登记，以布置自查的通知${number}为准。`
    : `${origins[assigned.origin]}${number}的自查，${inWords(assigned.replyBy)}前报，结项要有上级同意的文号。`;
}

/** What a unit looks at and how it reports that nothing was found; nothing where the campaign is over. */
export function howToAnswer(face: Face, campaign: Campaign): string[] {
  if (isOver(face, campaign)) return [];
  const { items } = campaign.checklist;
  return [
    ...(items.length === 0
      ? []
      : [
          `看什么：本单位的每个账号和网站，逐个对照${String(items.length)}项重点内容：${items.join('；')}。`,
        ]),
    `怎么报：${items.length === 0 ? '自查表' : '在下面本单位一行下载自查表（Excel），表'}上每项填“有”“无”或“不适用”，填“有”的写明是哪个账号、什么情况，填完交${officeWithPhone(face.ledger.site)}。没有发现问题的、没有账号和网站的也要交，各项都填“无”或“不适用”，就是零报告；不交的按未报计。报过的可以再报，以最后报的为准。`,
  ];
}

/** What a unit has to look at, without what is 已注销. */
export function accountsToLookAt(face: Face, unit: string): readonly Entry<Account>[] {
  return (face.accountsOf.get(unit) ?? []).filter(
    ({ id }) => registerOf(face, id).state !== 'deregistered',
  );
}

/** As many units are named. */
const NAMED = 5;

function unitNames(units: readonly Entry<Unit>[]): string {
  const names = units.slice(0, NAMED).map(({ name }) => name);
  return `${names.join('、')}${units.length > NAMED ? `等${String(units.length)}家` : ''}`;
}

/**
 * Why more or fewer units are counted than have something to look at: which have ended and reported before, which have
 * ended and are not counted, which have no accounts.
 */
export function unitsCounted(
  face: Face,
  campaign: Campaign,
  answered: readonly Entry<SelfCheck>[],
): string {
  const { ledger, today } = face;
  const units = [...ledger.units.values()];
  const gone = units.filter((unit) => !isLive(unit, today));
  const [before, uncounted] = [true, false].map((did) =>
    gone.filter(({ id }) => answered.some(({ unit }) => unit === id) === did),
  );
  const none = units.filter(
    (unit) => isLive(unit, today) && accountsToLookAt(face, unit.id).length === 0,
  );
  const said = (of: readonly Entry<Unit>[] | undefined, rule: string): string[] =>
    of === undefined || of.length === 0 ? [] : [`${unitNames(of)}${rule}`];
  return [
    '计的是截止日还在的单位，不论有没有账号和网站',
    ...said(before, '报过以后才撤并，仍计在内，不用再报'),
    ...said(uncounted, '没有报过，截止日已撤并或还没有设立，不计'),
    ...said(
      none,
      isOver(face, campaign) ? '现在没有账号和网站，也计' : '现在没有账号和网站，也计、也要报',
    ),
  ].join('；');
}

/** 2025年11月11日已报：4项重点内容中1项有问题（账号是否备案）。 */
export function answeredInWords({ answeredOn, answers }: SelfCheck): string {
  const found = answers.filter(({ answer }) => answer === 'yes');
  const what =
    found.length === 0
      ? '零报告'
      : `${String(answers.length)}项重点内容中${String(found.length)}项有问题（${found.map(({ item }) => item).join('、')}）`;
  return `${inWords(answeredOn)}已报：${what}。`;
}

/** 还没有报，2026年6月30日前报；没有问题的也要报（零报告）。 */
export function silentInWords({ assigned }: Campaign, today: Day): string {
  if (assigned === undefined) return '还没有报；没有问题的也要报（零报告）。';
  const { replyBy } = assigned;
  const by = replyBy < today ? `${inWords(replyBy)}已过` : `${inWords(replyBy)}前报`;
  return `还没有报，${by}；没有问题的也要报（零报告）。`;
}
