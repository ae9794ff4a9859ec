/**
 * 申请: what a unit asks the office for. No record of its own holds it: it comes in the words of a 进展 (a sheet writes
 * 申请延期至…：), so it is known by its words, and it waits until an act of the office, or an answer in words, comes behind it.
 */
import type { Update } from '../../schema/update.ts';
import { type Day, dayOf, daysBetween, inWords, isDay } from '../../day/calendar.ts';
import type { History } from './replay.ts';
import { isUnitAction } from './transition.ts';

/** What may be asked for, by the words that a page says. */
export const requestKinds = {
  extension: '申请延期',
  deferral: '申请暂缓',
  lasting: '申请转长期坚持',
  objection: '有异议',
} as const;
export type RequestKind = keyof typeof requestKinds;

/** A request that nobody has answered. */
export interface PendingRequest {
  readonly kind: RequestKind;
  /** When it was first asked for. */
  readonly since: Day;
  /** The day to which time is asked for; undefined where none is named, and of what asks for no time. */
  readonly until: Day | undefined;
  /** The words of the last report that asks for it. */
  readonly reason: string;
}

/** What a report asks for, by its words. */
type Asked = Omit<PendingRequest, 'since'>;

const ASK = '(?:申请|请求|恳请|请予|报请|希望|建议)[^，。；！？：]{0,8}?';
const OURS = '(?:我|本)(?:单位|局|委|办|院|中心|街道|镇|乡|站|所|会)';
const says: Readonly<Record<RequestKind, RegExp>> = {
  // 要延到…, where no word stands between: 主要原因是供应商延期 asks for nothing.
  extension: new RegExp(
    `${ASK}(?:延期|展期|延长|延后|延到|延至|宽限)|(?:需要?|要|拟)(?:延期|展期|延到|延至|宽限)`,
    'gu',
  ),
  deferral: new RegExp(`${ASK}(?:暂缓|缓办)|(?:需要?|拟)(?:暂缓|缓办)`, 'gu'),
  // 要求各科室长期坚持 asks the office for nothing.
  lasting: new RegExp(
    `申请[^，。；！？：]{0,8}?长期坚持|${ASK}(?:转入?|转为|改为|列为|按)长期坚持`,
    'gu',
  ),
  objection: new RegExp(
    `(?:有|提出|持)异议|(?<!向[^，。；]{0,12})申诉|(?:不是|不属于?|不归|并非)${OURS}|不属实|列错(?!的?(?:链接|别字|字))|(?:申请|请求|请予)(?:移交|撤销)`,
    'gu',
  ),
};

/** Before the words, in the same clause: they deny a request, or make it depend on something. */
const DENIED =
  /(?:不|没|没有|未|无|无需|无须|不再|不用|撤回|取消|如需?|若需?|如果需?要?)[^，。；！？：]{0,2}$/u;
/** 经费不足申请延期: why it is asked for. */
const REASON = /(?:不足|不全|不够|不齐|未完成|未到位)$/u;
const isDenied = (before: string): boolean => DENIED.test(before) && !REASON.test(before);
/** Behind them: a request of before, which is told. */
const TOLD = /^[^，。；！？：]{0,8}(?:已经?|业经|获)(?:批准|批复|同意|获批|答复|办理)/u;
/** 撤回延期申请: the unit asks for it no more. */
const takenBack: Readonly<Record<RequestKind, RegExp>> = {
  extension: /(?:撤回|取消|不再)[^，。；]{0,4}(?:延期|展期|延长)/u,
  deferral: /(?:撤回|取消|不再)[^，。；]{0,4}(?:暂缓|缓办)/u,
  lasting: /(?:撤回|取消|不再)[^，。；]{0,8}长期坚持/u,
  objection: /(?:撤回|取消|不再)[^，。；]{0,4}(?:异议|申诉)/u,
};
/** What the office answers in words when it grants nothing. */
const ANSWER = /^(?:答复|不同意)/u;

/** 申请延期至2026年7月15日 */
export function requestInWords({ kind, until }: Pick<PendingRequest, 'kind' | 'until'>): string {
  return `${requestKinds[kind]}${until === undefined ? '' : `至${inWords(until)}`}`;
}

/** What the words of a report ask for; empty where they ask for nothing. */
export function requestsIn({
  note,
  publicNote,
  reportedOn,
}: Pick<Update, 'note' | 'publicNote' | 'reportedOn'>): Asked[] {
  const words = note ?? publicNote ?? '';
  return (Object.keys(says) as RequestKind[]).flatMap((kind): Asked[] => {
    const behind = [...words.matchAll(says[kind])]
      .map((found) => ({
        before: words.slice(0, found.index),
        behind: words.slice(found.index + found[0].length),
      }))
      .find((one) => !isDenied(one.before) && !TOLD.test(one.behind))?.behind;
    if (behind === undefined) return [];
    const isOfTime = kind === 'extension' || kind === 'deferral';
    return [
      { kind, until: isOfTime ? dayIn(behind, reportedOn) : undefined, reason: reasonIn(words) },
    ];
  });
}

/**
 * What waits for the office's answer, the longest first; nothing of what is settled. `from`: when the account came to the
 * unit that has it now; what was asked before is its predecessor's.
 */
export function pendingRequests(
  { timeline, state }: Pick<History, 'timeline' | 'state'>,
  from?: Day,
): PendingRequest[] {
  if (state === 'closed') return [];
  let pending: readonly PendingRequest[] = [];
  for (const { update, refusal } of timeline)
    if (update !== undefined && refusal === undefined && (from ?? '') <= update.reportedOn)
      pending = pendingAfter(pending, update);
  return pending.toSorted((a, b) => daysBetween(b.since, a.since));
}

/** What waits behind an update: whoever hands in needs no more time, and any act of the office answers what it is about. */
function pendingAfter(
  pending: readonly PendingRequest[],
  update: Update,
): readonly PendingRequest[] {
  const { action } = update;
  if (action === 'submitted') return pending.filter(({ kind }) => kind === 'objection');
  if (action === 'extended' || action === 'deferred')
    return pending.filter(({ kind }) => kind !== 'extension' && kind !== 'deferral');
  if (action === 'publicity') return pending;
  return isUnitAction(action) ? withAsked(pending, update) : [];
}

function withAsked(pending: readonly PendingRequest[], update: Update): readonly PendingRequest[] {
  const words = update.note ?? update.publicNote ?? '';
  if (update.onBehalfOf !== undefined && ANSWER.test(words)) return [];
  const standing = pending.filter(({ kind }) => !takenBack[kind].test(words));
  return requestsIn(update).reduce<readonly PendingRequest[]>((all, asked) => {
    const before = all.find(({ kind }) => kind === asked.kind);
    const since = before?.since ?? update.reportedOn;
    return [...all.filter((one) => one !== before), { ...asked, since }];
  }, standing);
}

/** The first day that is named: 2026年6月30日, 2026-06-30, or 6月30日 of the year in which it is still to come. */
function dayIn(words: string, reportedOn: Day): Day | undefined {
  const [iso, , year, month, date] =
    /(\d{4}-\d{2}-\d{2})|(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u.exec(words) ?? [];
  if (iso !== undefined && isDay(iso)) return iso;
  if (month === undefined) return undefined;
  const own = Number(year ?? reportedOn.slice(0, 4));
  const day = dayOf(own, Number(month), Number(date));
  if (year !== undefined || day === undefined || day >= reportedOn) return day;
  return dayOf(own + 1, Number(month), Number(date));
}

/** What stands behind 申请延期至…：, as a sheet writes it; else all of it. */
function reasonIn(words: string): string {
  const [, reason] = /^申请[^，。；：]{2,24}：(.+)$/su.exec(words) ?? [];
  return reason ?? words;
}
