/** 新列问题: a finding as the source has it; the number, the owner's words and the reading of the deadline are made. */
import { dueOn, readDeadline } from '../../domain/issue/deadline/deadline.ts';
import { unitOf } from '../../domain/issue/owner.ts';
import { valueOn } from '../../domain/setting.ts';
import { inWords, isDay } from '../../day/calendar.ts';
import { reportRules } from '../../ledger/report-rules.ts';
import { assistingRule } from '../../ledger/rules/assisting.ts';
import { deadlineReadingRule } from '../../ledger/rules/deadline-reading.ts';
import { openingRule } from '../../ledger/rules/opening.ts';
import { rowsRule } from '../../ledger/rules/rows.ts';
import { totalsRule } from '../../ledger/rules/totals.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Choice } from '../field.ts';
import type { Work } from '../work.ts';

/** The one subject of the page. */
export const NEW_FINDING = 'new';

type Fields = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

export function findingWork(today: () => string): Work {
  return {
    rules: [...reportRules, assistingRule, rowsRule, openingRule, totalsRule, deadlineReadingRule],
    record: (ledger, { fields }) => {
      const { about, deadline: words, campaign, ...said } = fields;
      const place = textOf(campaign) ?? '';
      const owner = ownerIn(textOf(about) ?? '');
      const unit = unitOf(ledger, owner) ?? '';
      const row = nextRow(ledger, place);
      const { account } = owner;
      const name = account === undefined ? undefined : ledger.accounts.get(account)?.name;
      return {
        kind: 'issue',
        // Without a campaign it is refused for that alone.
        path: `issues/${place === '' ? NEW_FINDING : place}/${idFor(ledger, place, row)}.yaml`,
        value: {
          campaign,
          row,
          ...owner,
          ...(name === undefined ? {} : { listed: name }),
          listedHost: ledger.units.get(unit)?.name,
          ...said,
          deadline: readIn(ledger, fields)?.deadline ?? {
            text: (words as { text?: string } | undefined)?.text ?? '',
            kind: 'unread',
            candidates: [],
          },
        },
      };
    },
    count: ({ issues }) => issues.size,
    course: () => undefined,
    preset: ({ campaigns, issues }, _subject, { path }) => {
      const newest = [...campaigns.values()].at(-1);
      if (path === 'campaign') return newest?.id;
      if (path === 'listedOn') return newest?.list.listedOn ?? today();
      // Findings of one campaign come from one source.
      if (path === 'origin')
        return [...issues.values()].findLast(({ campaign }) => campaign === newest?.id)?.origin;
      return undefined;
    },
    fieldOf: ([head]) => {
      if (['account', 'unit', 'listed', 'listedHost'].includes(String(head))) return 'about';
      if (head === 'deadline') return 'deadline.text';
      return head === 'problems' ? 'problems' : undefined;
    },
    known: (ledger) =>
      new Map([
        ['about', ownersIn(ledger)],
        [
          'problems',
          ledger.vocabulary.problems.map(({ id, name }): Choice => ({ value: id, label: name })),
        ],
      ]),
    remarks: (ledger, fields) => {
      const reading = readIn(ledger, fields);
      return new Map([['deadline.text', reading === undefined ? '' : inSentences(reading)]]);
    },
  };
}

/** `account:ID` or `unit:ID`, as the page has it. */
function ownerIn(about: string): { account?: string; unit?: string } {
  const [kind, id = ''] = about.split(':');
  return kind === 'account' ? { account: id } : kind === 'unit' ? { unit: id } : {};
}

function ownersIn({ accounts, units, vocabulary }: Ledger): Choice[] {
  const platforms = new Map(vocabulary.platforms.map(({ id, name }) => [id, name]));
  return [
    ...[...accounts.values()].map((account): Choice => {
      const platform = account.kind === 'website' ? '网站' : platforms.get(account.platform);
      const unit = units.get(account.unit)?.name;
      return {
        value: `account:${account.id}`,
        label: account.name,
        about: [platform, unit].filter(Boolean).join('，'),
      };
    }),
    ...[...units.values()]
      .filter(({ ended }) => ended === undefined)
      .map(({ id, name }): Choice => ({ value: `unit:${id}`, label: name, about: '单位' })),
  ];
}

function nextRow({ issues }: Ledger, campaign: string): number {
  return [...issues.values()].reduce(
    (most, one) => (one.campaign === campaign && one.row >= most ? one.row + 1 : most),
    1,
  );
}

function idFor({ issues }: Ledger, campaign: string, row: number): string {
  for (let number = row; ; number += 1) {
    const id = `${campaign === '' ? NEW_FINDING : campaign}-${String(number).padStart(2, '0')}`;
    if (!issues.has(id)) return id;
  }
}

/** The deadline's words as the program reads them; undefined while there are none. */
function readIn(
  { vocabulary }: Ledger,
  { deadline, listedOn }: Fields,
): ReturnType<typeof readDeadline> | undefined {
  const words = (deadline as { text?: string } | undefined)?.text ?? '';
  const day = textOf(listedOn) ?? '';
  if (words === '' || !isDay(day)) return undefined;
  return readDeadline(words, {
    listedOn: day,
    closeOfBusiness: valueOn(vocabulary.timing.closeOfBusiness, day),
  });
}

function inSentences({ deadline, why, asks = '' }: ReturnType<typeof readDeadline>): string {
  const due = dueOn(deadline)?.day;
  return `${due === undefined ? '' : `截止${inWords(due)}。`}${why.join('')}${asks}`;
}
