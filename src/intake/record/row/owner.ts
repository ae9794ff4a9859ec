/** 归属: whose a row's problem is — an account of a unit, or a unit's own — and who assists. */
import { accountOf } from '../../../domain/issue/owner.ts';
import { platformOf } from '../../../domain/issue/standing.ts';
import type { Issue } from '../../../schema/issue.ts';
import type { Entry } from '../../../schema/ledger.ts';
import { type Inquiry, valuesInWords } from '../../inquiry/question.ts';
import type { ListRow } from '../../list/entry.ts';
import { UNSTATED } from '../../../text/terms.ts';
import { unitsIn } from '../../words/unit-list.ts';
import type { ReadRow } from './read-row.ts';
import { readAssisting, readUnits } from './host.ts';
import type { Known } from '../known.ts';
import { readPlatform } from './platform.ts';
import { readSubject } from './subject.ts';

export interface IssueOwner {
  unit: string;
  /** Missing where the problem is the unit's own. */
  account?: string | undefined;
  platform?: string | undefined;
  name?: string | undefined;
  /** 地点或项目名称 of a unit's own problem. */
  place?: string | undefined;
  assisting: string[];
}

/** Whose the problem of a row is, or undefined while that is asked. */
export function readOwner(
  read: ReadRow,
  row: ListRow,
  isOfUnit: boolean,
  known: Known,
  inquiry: Inquiry,
): IssueOwner | undefined {
  const { prior } = read;
  if (prior !== undefined && isSame(read, prior)) {
    const owner = ownerOf(prior, known);
    if (owner !== undefined) return owner;
  }
  const { readings } = read;
  const reading =
    isOfUnit || row.isUnsplit === true
      ? undefined
      : readPlatform(
          row.site ?? read.listed,
          row.cells.listed?.place ?? row.place,
          known,
          inquiry,
          readings,
        );
  const text =
    read.host === ''
      ? askHost(read, reading?.name, known, inquiry)
      : (row.cells.host?.text ?? read.host);
  if (text === undefined) return undefined;
  if (read.host === '') read.host = text;
  const place = row.cells.host?.place ?? row.place;
  const units = readUnits(text, place, known, inquiry, readings);
  const own = row.cells.assisting?.text ?? '';
  const more =
    own.trim() === ''
      ? []
      : readAssisting(namesIn(own), row.cells.assisting?.place ?? place, known, inquiry, readings);
  if (units === undefined || more === undefined || row.isUnsplit === true) return undefined;
  const assisting = [...new Set([...units.assisting, ...more])].filter((id) => id !== units.lead);
  const ofUnit = (at: string): IssueOwner => ({
    unit: units.lead,
    ...(at !== '' && { place: at }),
    assisting,
  });
  if (reading === undefined) return ofUnit(read.at);
  const { platform } = reading;
  if (platform === undefined) return undefined;
  const account = readSubject(
    {
      listed: read.listed,
      host: read.host,
      unit: units.lead,
      reading: { ...reading, platform },
      place: row.place,
    },
    known,
    inquiry,
    readings,
  );
  if (account === undefined) return undefined;
  if (account === '') return ofUnit(read.at || reading.name);
  const chosen = known.account(account);
  if (chosen === undefined) return undefined;
  const found = chosen.account;
  const isPlain = platform === UNSTATED && found.kind === 'new-media';
  return {
    unit: found.unit,
    account,
    ...(read.at !== '' && { place: read.at }),
    platform: isPlain ? found.platform : platform,
    name: reading.name,
    // Who answers for a page of somebody else's site is not lost.
    assisting: [
      ...(known.unitsOf(chosen).has(units.lead) ? [] : [units.lead]),
      ...assisting,
    ].filter((id) => id !== found.unit),
  };
}

function isSame(read: ReadRow, prior: Issue): boolean {
  const isListed = prior.account === undefined ? true : prior.listed === read.listed;
  return isListed && prior.listedHost === read.host;
}

/** The owner that the ledger has on record. */
function ownerOf(prior: Entry<Issue>, known: Known): IssueOwner | undefined {
  const assisting = prior.assisting ?? [];
  if (prior.unit !== undefined) return { unit: prior.unit, place: prior.place, assisting };
  const account = accountOf(known.ledger, prior);
  return (
    account && {
      unit: account.unit,
      account: prior.account,
      platform: platformOf(account),
      name: account.name,
      place: prior.place,
      assisting,
    }
  );
}

function namesIn(text: string): string[] {
  const several = unitsIn(text);
  return several === undefined ? [text.trim()] : [several.lead, ...several.assisting];
}

function askHost(
  read: ReadRow,
  name: string | undefined,
  known: Known,
  inquiry: Inquiry,
): string | undefined {
  const named = name === undefined ? [] : known.accountsNamed(name);
  const kind = name === undefined ? '责任' : '主办';
  const text = read.listed === '/' ? read.finding : read.listed;
  return inquiry.ask(
    {
      ask: 'host',
      text,
      message: `“${text}”没有写${kind}单位；请写单位名称`,
      candidates: named
        .map(({ account }) => known.unitName(account.unit) ?? account.unit)
        .map((unit) => ({ answer: unit, label: unit })),
      bulk: {
        text: read.place.file,
        above: 3,
        message: (values) =>
          `有 ${values.length} 条没有写${kind}单位：${valuesInWords(values)}；都是一个单位的写它的名称`,
        candidates: [],
      },
    },
    read.place,
    ([answer]) => answer,
  );
}
