/** 眼下的一张卡: how many of the issues of what a question names are not finished, or count in a figure; of how many, and whose. */
import { openState, states } from '../../text/terms.ts';
import type { IssueReader } from './issues.ts';
import type { Over } from './over.ts';
import type { Lexicon, NamedEntry } from './parts.ts';
import { OWN_LEDGER } from '../record.ts';

/** Issues by their places, and what they are called. */
export interface Named {
  readonly name: string;
  readonly places: ReadonlySet<number>;
}

export interface PresentCard {
  readonly card: NamedEntry;
  /** The places of all that it counts. */
  readonly all: ReadonlySet<number>;
  /** And of those that are not finished. */
  readonly open: ReadonlySet<number>;
}

interface Meant {
  readonly lexicon: Lexicon;
  readonly reader: IssueReader;
  readonly subjects: readonly NamedEntry[];
  /** Besides 未完成; undefined where all are counted. */
  readonly figure: NamedEntry | undefined;
  readonly due: Named | undefined;
  readonly over: Over;
}

/** Whose kind the card is of, where several things are named. */
const PAGES: readonly NamedEntry['kind'][] = [
  'problem',
  'platform',
  'unit',
  'account',
  'campaign',
  'origin',
  'day',
];
/** In which order they are said: whose, on what, of what kind. */
const SAID: readonly NamedEntry['kind'][] = [
  'campaign',
  'unit',
  'account',
  'origin',
  'platform',
  'problem',
  'day',
];

/** Undefined where nothing is named that has issues, and where the site does not name all that a figure counts. */
export async function presentCard(meant: Meant): Promise<PresentCard | undefined> {
  const { subjects, figure, due, over, reader } = meant;
  const [main] = sorted(subjects, PAGES);
  // What a ledger below has is counted there, on a day of its own.
  if (main === undefined || subjects.some(({ whose }) => whose !== undefined)) return undefined;
  // 甲局和乙局: no issue is of both, and what is asked is both.
  if (new Set(subjects.map(({ kind }) => kind)).size < subjects.length) return undefined;
  const sets = await Promise.all([...subjects, ...(figure ? [figure] : [])].map(placesOf(reader)));
  if (figure !== undefined && sets.at(-1)?.size !== figure.count) return undefined;
  const own = new Set(await reader.having('台账', OWN_LEDGER));
  const all = [...sets, ...(due ? [due.places] : []), ...(own.size === 0 ? [] : [own])].reduce(
    (a, b): ReadonlySet<number> => new Set([...a].filter((place) => b.has(place))),
  );
  if (all.size === 0 && figure === undefined) return undefined;
  const open = new Set([...all].filter((place) => !over.finished.has(place)));
  const counted = figure === undefined ? open : all;
  const name = [...sorted(subjects, SAID).map(nameOf), ...(due ? [due.name] : [])].join('，');
  const what = figure?.of?.[1] ?? openState;
  const units = await unitsInWords(counted, meant);
  const sum = figure === undefined ? [sumInWords(all, open, over)] : [];
  return {
    card: {
      ...main,
      address: addressOf(main, subjects, figure, counted.size),
      title:
        counted.size === 0 ? `${name}：没有${what}的` : `${name}：${what}${String(counted.size)}个`,
      summary: [...sum, ...units].join('。'),
      known: [],
      count: counted.size,
    },
    all,
    open,
  };
}

function sorted(
  entries: readonly NamedEntry[],
  kinds: readonly NamedEntry['kind'][],
): NamedEntry[] {
  return entries.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** The titles of a kind of problem and of an origin have their count. */
function nameOf({ kind, title, names }: NamedEntry): string {
  return kind === 'problem' || kind === 'origin' ? (names[0]?.name ?? title) : title;
}

/** As the filter of a list names it. */
function chosen(entry: NamedEntry): string {
  return entry.kind === 'origin' ? (entry.of?.[1] ?? nameOf(entry)) : nameOf(entry);
}

function placesOf({ having }: IssueReader) {
  return async ({ of }: NamedEntry): Promise<ReadonlySet<number>> =>
    new Set(of === undefined ? [] : await having(of[0], of[1]));
}

/** 共23个：已销号12个，转入长期坚持2个，未完成9个; what was withdrawn only where there is some, so that it adds up. */
function sumInWords(
  all: ReadonlySet<number>,
  open: ReadonlySet<number>,
  { closed, sustained, finished }: Over,
): string {
  const within = (places: ReadonlySet<number>): number =>
    [...all].filter((place) => places.has(place)).length;
  const [done, kept] = [within(closed), within(sustained)];
  const withdrawn = within(finished) - done - kept;
  const parts = [
    `${states.closed}${String(done)}个`,
    `转入${states.sustained}${String(kept)}个`,
    `${openState}${String(open.size)}个`,
    ...(withdrawn > 0 ? [`${states.void}${String(withdrawn)}个`] : []),
  ];
  return `问题共${String(all.size)}个：${parts.join('，')}`;
}

/** So many units are named. */
const NAMED = 8;

/** 涉及教育局、水务局等9家单位, in the order of the register; nothing where a unit is asked of. */
async function unitsInWords(
  places: ReadonlySet<number>,
  { subjects, lexicon: { entries, lead }, reader }: Meant,
): Promise<string[]> {
  if (places.size === 0 || subjects.some(({ kind }) => kind === 'unit' || kind === 'account'))
    return [];
  const units = entries.filter(({ kind, whose }) => kind === 'unit' && whose === undefined);
  const has = await Promise.all(
    units.map(async (unit) => [...(await placesOf(reader)(unit))].some((one) => places.has(one))),
  );
  const names = units.flatMap(({ title }, at) =>
    has[at] === true ? [title.startsWith(lead) ? title.slice(lead.length) : title] : [],
  );
  if (names.length === 0) return [];
  const all = `${String(names.length)}家单位`;
  return [
    names.length > NAMED
      ? `涉及${names.slice(0, NAMED).join('、')}等${all}`
      : `涉及${all}：${names.join('、')}`,
  ];
}

/** The list of what is not finished, or of a figure. */
const OPEN_LIST = 'issues.html';

/** The page of the only thing that is named, else the list of what is counted, limited as its filters read it. */
function addressOf(
  main: NamedEntry,
  subjects: readonly NamedEntry[],
  figure: NamedEntry | undefined,
  count: number,
): string {
  const isAlone = subjects.length === 1 && figure === undefined;
  if (isAlone && main.kind === 'unit')
    return `${main.address}#${count > 0 ? 'unfinished' : 'issues'}`;
  if (isAlone && main.kind === 'account') return `${main.address}#issues`;
  if (count === 0 || subjects.some(({ kind }) => kind === 'day')) return main.address;
  const query = new URLSearchParams();
  for (const one of sorted(subjects, SAID))
    query.set(one.kind === 'account' ? 'find' : one.kind, chosen(one));
  return `${figure?.address ?? OPEN_LIST}?${query.toString()}`;
}
