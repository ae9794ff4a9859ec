/** 账号: the record of the register that a row is about. What may be another account is asked about. */
import { platformOf } from '../../../domain/issue/standing.ts';
import { likeness } from '../../words/likeness.ts';
import { OTHER, UNSTATED } from '../../../text/terms.ts';
import { type ListedReading, WEBSITE_PLATFORM } from '../../words/listed.ts';
import { NEW_UNIT } from './host.ts';
import type { Known, KnownAccount, NotedReading } from '../known.ts';
import type { Candidate, Inquiry } from '../../inquiry/question.ts';
import type { PaperPlace } from '../../../paper/sheet.ts';
import { newId } from '../../words/unit-names.ts';
import { bareText } from '../../words/wording.ts';

/** What a row says of its account. */
export interface ListedSubject {
  listed: string;
  host: string;
  unit: string;
  reading: ListedReading & { platform: string };
  place: PaperPlace;
}

/** The answer that makes the problem the unit's own, the website its place. */
const OF_UNIT = '归各单位';

/** Id of the account, a new one where the unit has nothing like it; '' where it is a problem of the unit; undefined while it is asked about. */
export function readSubject(
  subject: ListedSubject,
  known: Known,
  inquiry: Inquiry,
  readings: NotedReading[],
): string | undefined {
  const { name, platform } = subject.reading;
  const sameName = known.accountsNamed(name);
  const fitting = sameName.filter(
    (one) => known.unitsOf(one).has(subject.unit) && fits(one, subject),
  );
  if (fitting.length === 1) return fitting[0]?.id;
  const shared = sameName.filter(
    (one) => platform === WEBSITE_PLATFORM && platformOf(one.account) === WEBSITE_PLATFORM,
  );
  const rivals = [
    ...new Set([
      ...fitting,
      ...shared,
      ...sameName.filter(({ isNew }) => !isNew),
      ...rivalsOf(subject, known),
    ]),
  ];
  if (rivals.length === 0) return newAccount(subject, known, readings);
  const candidates: Candidate[] = rivals.map((one) => ({
    answer: one.id,
    label: known.accountInWords(one),
  }));
  candidates.push({ answer: NEW_UNIT, label: `${subject.host}的另一个账号，新增` });
  if (shared.length > 0)
    candidates.push({
      answer: OF_UNIT,
      label: `一个网站几个单位：这一条记为${subject.host}的问题，网站写作地点`,
    });
  const question = {
    ask: 'account' as const,
    text: `${subject.listed} ${subject.host}`,
    message:
      shared.length > 0
        ? `“${name}”又写在${subject.host}名下：主办单位是谁？`
        : `台账里没有${subject.host}的${known.platforms.title(platform)}“${name}”，有相近的账号`,
    candidates,
  };
  return inquiry.ask(question, subject.place, ([answer = '']) => {
    if (answer === NEW_UNIT) return newAccount(subject, known, readings);
    if (answer === OF_UNIT && shared.length > 0) {
      readings.push({
        field: 'unit',
        note: `经确认，“${subject.listed}”的这一条记为${subject.host}的问题`,
      });
      return '';
    }
    const chosen = known.account(answer);
    if (chosen)
      readings.push({
        field: 'account',
        note: `经确认，“${subject.listed}”是“${chosen.account.name}”`,
      });
    return chosen?.id;
  });
}

/** On the same platform, as far as both say. What the register leaves open (服务号?) a list may say. */
function fits({ account, isNew }: KnownAccount, { reading }: ListedSubject): boolean {
  const platform = platformOf(account);
  if (reading.platform !== platform) return reading.platform === UNSTATED;
  const subtype = account.kind === 'new-media' ? account.subtype : undefined;
  if (subtype === reading.subtype) return true;
  return !isNew && platform !== OTHER && (subtype === undefined || reading.subtype === undefined);
}

/** Registered accounts of the unit that the row may mean: on the same platform, or with a name like it. */
function rivalsOf({ unit, reading }: ListedSubject, known: Known): KnownAccount[] {
  return known
    .accountsOf(unit)
    .filter(
      ({ account, isNew }) =>
        !isNew &&
        ((platformOf(account) === reading.platform && reading.platform !== OTHER) ||
          platformOf(account) === UNSTATED ||
          reading.platform === UNSTATED ||
          likeness(bareText(account.name), bareText(reading.name)) >= 0.5),
    );
}

function newAccount(
  { unit, reading, host }: ListedSubject,
  known: Known,
  readings: NotedReading[],
): string {
  const { name, platform, subtype } = reading;
  const short =
    platform === 'wechat-official' ? 'wechat' : platform === UNSTATED ? 'account' : platform;
  const isTaken = (id: string): boolean => known.isTaken(id);
  const plain = `${unit}-${short}`;
  const id = isTaken(plain) ? newId2(unit, name, isTaken) : plain;
  const owner = { unit, name, aliases: [] };
  known.addAccount(
    id,
    platform === WEBSITE_PLATFORM
      ? { kind: 'website', ...owner }
      : { kind: 'new-media', ...owner, platform, ...(subtype !== undefined && { subtype }) },
  );
  const kind =
    platform === OTHER && subtype !== undefined ? subtype : known.platforms.title(platform);
  readings.push({ field: 'account', note: `新增${host}的${kind}“${name}”` });
  return id;
}

/** A second account of a unit on the same platform is told by its name: tuiyi-yuyangshuangyong. */
function newId2(unit: string, name: string, isTaken: (id: string) => boolean): string {
  const end = newId(name, (one) => isTaken(`${unit}-${one}`));
  return `${unit}-${end}`;
}
