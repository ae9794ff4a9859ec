/** 账号: the record of the register that a row is about. What may be another account is asked about. */
import type { Account } from '../../schema/account.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { likeness } from '../words/likeness.ts';
import { type ListedReading, UNSTATED, WEBSITE } from '../words/listed.ts';
import { NEW } from './host.ts';
import type { Known, Reading } from './known.ts';
import type { Candidate, Inquiry } from '../inquiry/question.ts';
import type { Place } from '../../paper/sheet.ts';
import { newId } from '../words/unit-names.ts';
import { bare } from '../words/wording.ts';

/** What a row says of its account. */
export interface Subject {
  listed: string;
  host: string;
  unit: string;
  reading: ListedReading & { platform: string };
  place: Place;
}

/** Id of the account, a new one where the unit has nothing like it; undefined while it is asked about. */
export function readSubject(
  subject: Subject,
  known: Known,
  inquiry: Inquiry,
  readings: Reading[],
): string | undefined {
  const { name, platform } = subject.reading;
  const sameName = known.accounts.filter(({ account }) => hasName(account, name));
  const fitting = sameName.filter(
    ({ account }) =>
      account.unit === subject.unit && (platform === platformOf(account) || platform === UNSTATED),
  );
  if (fitting.length === 1) return fitting[0]?.id;
  const rivals = [
    ...new Set([
      ...fitting,
      ...sameName.filter(({ isNew }) => !isNew),
      ...rivalsOf(subject, known),
    ]),
  ];
  if (rivals.length === 0) return newAccount(subject, known, readings);
  const candidates: Candidate[] = rivals.map(({ id, account }) => ({
    answer: id,
    label: `${known.platforms.title(platformOf(account))}“${account.name}”（${known.unitName(account.unit) ?? account.unit}）`,
  }));
  candidates.push({ answer: NEW, label: `${subject.host}的另一个账号，新增` });
  const question = {
    ask: 'account' as const,
    text: `${subject.listed} ${subject.host}`,
    message: `台账里没有${subject.host}的${known.platforms.title(platform)}“${name}”，有相近的账号`,
    candidates,
  };
  return inquiry.ask(question, subject.place, ([answer = '']) => {
    if (answer === NEW) return newAccount(subject, known, readings);
    const chosen = known.accounts.find(({ id }) => id === answer);
    if (chosen)
      readings.push({
        field: 'account',
        note: `经确认，“${subject.listed}”是“${chosen.account.name}”`,
      });
    return chosen?.id;
  });
}

/** Registered accounts of the unit that the row may mean: on the same platform, or with a name like it. */
function rivalsOf({ unit, reading }: Subject, known: Known) {
  return known.accounts.filter(
    ({ account, isNew }) =>
      !isNew &&
      account.unit === unit &&
      (platformOf(account) === reading.platform ||
        platformOf(account) === UNSTATED ||
        reading.platform === UNSTATED ||
        likeness(bare(account.name), bare(reading.name)) >= 0.5),
  );
}

function hasName(account: Account, name: string): boolean {
  const former = account.kind === 'new-media' ? (account.formerNames ?? []) : [];
  return [account.name, ...account.aliases, ...former].some((one) => bare(one) === bare(name));
}

function newAccount({ unit, reading, host }: Subject, known: Known, readings: Reading[]): string {
  const { name, platform } = reading;
  const short =
    platform === 'wechat-official' ? 'wechat' : platform === UNSTATED ? 'account' : platform;
  const isTaken = (id: string): boolean => known.isTaken(id);
  const plain = `${unit}-${short}`;
  const id = isTaken(plain) ? newId2(unit, name, isTaken) : plain;
  const owner = { unit, name, aliases: [] };
  known.addAccount(
    id,
    platform === WEBSITE
      ? { kind: 'website', ...owner }
      : { kind: 'new-media', ...owner, platform },
  );
  readings.push({
    field: 'account',
    note: `新增${host}的${known.platforms.title(platform)}“${name}”`,
  });
  return id;
}

/** A second account of a unit on the same platform is told by its name: tuiyi-yuyangshuangyong. */
function newId2(unit: string, name: string, isTaken: (id: string) => boolean): string {
  const end = newId(name, (one) => isTaken(`${unit}-${one}`));
  return `${unit}-${end}`;
}
