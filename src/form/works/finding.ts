/** 新列问题: a finding as the source has it; the number, the owner's words and the reading of the deadline are made. */
import type { readFinding } from './rules/finding-rules.ts';
import { unitOf } from '../../domain/issue/owner.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Choice } from '../field.ts';
import type { Work } from '../work.ts';

/** The one subject of the page. */
export const NEW_FINDING = 'new';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

export function findingWork(today: () => string): Work {
  // The reader of deadlines comes with the rules: before that nothing is said of what was typed.
  let read: typeof readFinding | undefined;
  return {
    rules: async () => {
      const fetched = await import('./rules/finding-rules.ts');
      read = fetched.readFinding;
      return fetched.findingWorkRules;
    },
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
          deadline: read?.(ledger, fields)?.deadline ?? {
            text: (words as { text?: string } | undefined)?.text ?? '',
            kind: 'unread',
            candidates: [],
          },
        },
      };
    },
    count: ({ issues }) => issues.size,
    preset: ({ campaigns, issues }, { path }) => {
      const newest = [...campaigns.values()].at(-1);
      if (path === 'campaign') return newest?.id;
      // What is found today counts from today; only whoever copies a row of an older list gives its day.
      if (path === 'listedOn') return today();
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
    remarks: (ledger, fields) => new Map([['deadline.text', read?.(ledger, fields)?.words ?? '']]),
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
