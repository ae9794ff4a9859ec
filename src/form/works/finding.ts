/** 新列问题: a finding as the source has it; the number, the owner's words and the reading of the deadline are made. */
import type { readFinding } from './rules/finding-rules.ts';
import { type Day, inWords, isDay } from '../../day/calendar.ts';
import { termRule } from '../../domain/inspection/problem-term.ts';
import { issueIdOf, nextRowOf } from '../../domain/issue/issue-id.ts';
import { ownerNameOn, ownerOn } from '../../domain/issue/owner.ts';
import { accountOn, isLive, nameOn } from '../../domain/ledger-on.ts';
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
      const on = listedOnIn(fields) ?? today();
      const row = nextRowOf(ledger.issues.values(), place);
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
          listedHost: ownerNameOn(ledger, owner, on),
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
        ['about', ownersOn(ledger, today())],
        [
          'problems',
          ledger.vocabulary.problems.map(({ id, name }): Choice => ({ value: id, label: name })),
        ],
      ]),
    remarks: (ledger, fields) =>
      new Map([
        ['problems', { label: '整改期限', words: termsInWords(ledger, fields) }],
        ['about', { label: '主办单位', words: hostsInWords(ledger, fields, today()) }],
        ['deadline.text', { label: '时限读作', words: read?.(ledger, fields)?.words ?? '' }],
      ]),
  };
}

/** `account:ID` or `unit:ID`, as the page has it. */
function ownerIn(about: string): { account?: string; unit?: string } {
  const [kind, id = ''] = about.split(':');
  return kind === 'account' ? { account: id } : kind === 'unit' ? { unit: id } : {};
}

/** The day of listing that is filled in; undefined while it is none. */
function listedOnIn({ listedOn }: Readonly<Record<string, unknown>>): Day | undefined {
  return typeof listedOn === 'string' && isDay(listedOn) ? listedOn : undefined;
}

/** 2026年6月10日属甲街道，现由乙街道主办，由乙街道整改。 Empty where it was the same unit's on the day of listing. */
function hostsInWords(
  ledger: Ledger,
  fields: Readonly<Record<string, unknown>>,
  today: Day,
): string {
  const owner = ownerIn(textOf(fields['about']) ?? '');
  const on = listedOnIn(fields) ?? today;
  const [then, now] = [on, today].map((day) => ownerOn(ledger, { id: '', ...owner }, day));
  if (owner.account === undefined || then === now) return '';
  const named = ownerNameOn(ledger, owner, today) ?? '';
  return `${inWords(on)}属${ownerNameOn(ledger, owner, on) ?? ''}，现由${named}主办，列入以后由${named}整改。`;
}

/** “更新不及时”由检查开列的，自开列之日起10个工作日内（…）；“错别字”没有规定天数…。 Empty where no kind is chosen. */
function termsInWords(
  { vocabulary }: Ledger,
  { problems }: Readonly<Record<string, unknown>>,
): string {
  const chosen: readonly unknown[] = Array.isArray(problems) ? problems : [];
  const terms = vocabulary.problems
    .filter(({ id }) => chosen.includes(id))
    .map((problem) => `“${problem.name}”${termRule(problem)}`);
  return terms.length === 0 ? '' : `${terms.join('；')}。`;
}

/** Accounts with whose they are on the day, and the units that there are on it. */
function ownersOn(ledger: Ledger, today: Day): Choice[] {
  const { accounts, units, vocabulary } = ledger;
  const platforms = new Map(vocabulary.platforms.map(({ id, name }) => [id, name]));
  return [
    ...[...accounts.values()].map((account): Choice => {
      const platform = account.kind === 'website' ? '网站' : platforms.get(account.platform);
      const host = units.get(accountOn(ledger, account.id, today)?.unit ?? account.unit);
      return {
        value: `account:${account.id}`,
        label: account.name,
        about: [platform, host && nameOn(host, today)].filter(Boolean).join('，'),
      };
    }),
    ...[...units.values()]
      .filter((unit) => isLive(unit, today))
      .map((unit): Choice => ({
        value: `unit:${unit.id}`,
        label: nameOn(unit, today),
        about: '单位',
      })),
  ];
}

function idFor({ issues }: Ledger, campaign: string, row: number): string {
  for (let number = row; ; number += 1) {
    const id = issueIdOf(campaign === '' ? NEW_FINDING : campaign, number);
    if (!issues.has(id)) return id;
  }
}
