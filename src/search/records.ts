/** An edition of the ledger → what the search knows. Lists every field it takes; nothing internal is among them. */
import { NO_ACCOUNT, noAccountName } from '../domain/issue/owner.ts';
import { stateInWords } from '../domain/issue/state-words.ts';
import { states } from '../domain/issue/transition.ts';
import type { Ledger } from '../schema/ledger.ts';
import { type Unit, unitKinds } from '../schema/unit.ts';
import type { Platform, Problem } from '../schema/vocabulary.ts';
import { accountAddress, campaignAddress, issueAddress, unitAddress } from '../views/address.ts';
import type { Edition } from '../views/edition.ts';
import { latenessView } from '../views/issue/lateness-view.ts';
import type { SearchRecord } from './record.ts';

const WEBSITE = '政府网站';

interface Word {
  name: string;
  words: readonly string[];
}

/** One record a unit, account, campaign and issue of the edition. Addresses are relative to the site's root. */
export function searchRecords(edition: Edition): SearchRecord[] {
  const { ledger } = edition;
  const platforms = new Map<string, Word>([
    ['website', { name: WEBSITE, words: [WEBSITE, '网站', '门户网站'] }],
    [NO_ACCOUNT, { name: noAccountName, words: [noAccountName] }],
    ...ledger.vocabulary.platforms.map(platformWord),
  ]);
  const problems = new Map(ledger.vocabulary.problems.map(problemWord));
  const unitNames = (id: string): string[] => {
    const unit = ledger.units.get(id);
    return unit ? [unit.name, ...namesBeside(unit)] : [];
  };
  return [
    ...[...ledger.units.values()].map((unit): SearchRecord => {
      const issues = edition.byUnit.get(unit.id)?.length ?? 0;
      return {
        kind: 'unit',
        id: unit.id,
        address: relative(unitAddress(unit.id)),
        title: unit.name,
        names: namesBeside(unit),
        summary: [unitKinds[unit.kind], ...(issues > 0 ? [`问题 ${String(issues)} 件`] : [])].join(
          ' · ',
        ),
        texts: [],
        facets: {},
      };
    }),
    ...[...ledger.accounts.values()].map((account): SearchRecord => {
      const platform = platforms.get(account.kind === 'website' ? 'website' : account.platform);
      return {
        kind: 'account',
        id: account.id,
        address: relative(accountAddress(account.id)),
        title: account.name,
        names: [
          ...account.aliases,
          ...(account.kind === 'new-media' ? (account.formerNames ?? []) : []),
        ],
        summary: [platform?.name ?? '', ledger.units.get(account.unit)?.name ?? '']
          .filter((part) => part !== '')
          .join(' · '),
        texts: [...unitNames(account.unit), ...(platform?.words ?? [])],
        facets: { 平台: [platform?.name ?? ''] },
      };
    }),
    ...[...ledger.campaigns.values()].map((campaign): SearchRecord => ({
      kind: 'campaign',
      id: campaign.id,
      address: relative(campaignAddress(campaign.id)),
      title: campaign.name,
      names: campaign.notice?.number === undefined ? [] : [campaign.notice.number],
      summary: campaign.list.title,
      texts: [campaign.list.reportedBy],
      facets: {},
    })),
    ...edition.standing.issues.map((one): SearchRecord => {
      const { issue, account, history } = one;
      const platform = platforms.get(one.platform);
      const subject = account?.name ?? issue.listed ?? issue.place ?? '';
      const categories = issue.problems.flatMap((id) => problems.get(id) ?? []);
      const lateness = latenessView(edition, one).words;
      return {
        kind: 'issue',
        id: one.id,
        address: relative(issueAddress(one.id)),
        title: `${[`第${String(issue.row)}号`, subject].join(' ').trim()}：${issue.finding}`,
        names: [],
        summary: [
          ledger.units.get(one.unit)?.name ?? issue.listedHost,
          stateInWords(history),
          `时限：${issue.deadline.text}`,
        ].join(' · '),
        texts: [
          issue.listed ?? '',
          issue.place ?? '',
          issue.listedHost,
          issue.finding,
          issue.measures,
          account?.name ?? '',
          lateness,
          ...[one.unit, ...(issue.assisting ?? [])].flatMap(unitNames),
          ...(platform?.words ?? []),
          ...categories.flatMap(({ words }) => words),
          ledger.campaigns.get(issue.campaign)?.name ?? '',
        ],
        row: issue.row,
        facets: {
          平台: [platform?.name ?? ''],
          问题: categories.map(({ name }) => name),
          状态: [states[history.state]],
        },
      };
    }),
  ];
}

/** Names and aliases by which a question without spaces may be split. */
export function searchVocabulary({ vocabulary }: Ledger): string[] {
  return [
    ...new Set([
      ...vocabulary.platforms.flatMap((one) => platformWord(one)[1].words),
      ...vocabulary.problems.flatMap((one) => problemWord(one)[1].words),
      ...Object.values(states),
      WEBSITE,
    ]),
  ];
}

function platformWord({ id, name, aliases }: Platform): [string, Word] {
  return [id, { name, words: [name, ...aliases] }];
}

function problemWord({ id, name, aliases, phrases }: Problem): [string, Word] {
  return [id, { name, words: [name, ...aliases, ...phrases] }];
}

function relative(address: string): string {
  return address.replace(/^\//u, '');
}

/** What a unit is called beside its name, and was called before. */
function namesBeside({ aliases, formerNames = [] }: Unit): string[] {
  return [...aliases, ...formerNames.map(({ name }) => name)];
}
