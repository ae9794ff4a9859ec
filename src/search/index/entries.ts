/** A face of the ledger → the pages that stand in front of the search by their names. Lists every field it takes. */
import { figures } from '../../domain/figures/figures.ts';
import { NO_ACCOUNT, noAccountName } from '../../domain/issue/owner.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import type { Account } from '../../schema/account.ts';
import type { Entry as Kept } from '../../schema/ledger.ts';
import { type Unit, unitKinds } from '../../schema/unit.ts';
import { own } from '../../text/own.ts';
import { WEBSITE } from '../../text/terms.ts';
import {
  accountAddress,
  campaignAddress,
  unlistedProblemsAddress,
  unitAddress,
} from '../../views/address.ts';
import type { Face } from '../../views/face.ts';
import { figureRolls } from '../../views/figure/figure-roll.ts';
import { figureViews, withheldWords } from '../../views/figure/figure-view.ts';
import { platformGroups, problemGroups } from '../../views/kind/group-view.ts';
import { registerOf } from '../../views/inspection/registry-view.ts';
import type { MenuEntry, PaperPage } from '../../views/menu-view.ts';
import { answerEntries } from './answer-entries.ts';
import { entriesBelow } from './below.ts';
import { countWords, filledTexts, openWords, relativeAddress } from './entry-parts.ts';
import { everydayFigures, everydayPlatforms, everydayProblems } from './everyday.ts';
import { formerOffices } from './former-offices.ts';
import { originEntries } from './origin-entries.ts';
import { helpEntries } from './help-entries.ts';
import { dayEntries, pageEntries, paperEntry, yearEntries } from './part-entries.ts';
import type { SearchEntry } from '../record.ts';

/** `menu`: the parts of the site that this face has; `papers`: the checks and circulars among them. */
export function searchEntries(
  face: Face,
  menu: readonly MenuEntry[],
  papers: readonly PaperPage[],
): SearchEntry[] {
  return [
    ...[...face.ledger.units.values()].map((unit) => unitEntry(face, unit)),
    ...[...face.ledger.accounts.values()].map((account) => accountEntry(face, account)),
    ...campaignEntries(face),
    ...figureEntries(face),
    ...problemEntries(face),
    ...platformEntries(face),
    ...originEntries(face),
    ...dayEntries(face),
    ...pageEntries(face, menu),
    ...papers.map(paperEntry),
    ...helpEntries(face, menu),
    ...entriesBelow(face),
    ...[answerEntries, yearEntries].flatMap((entriesOf) => entriesOf(face)),
  ];
}

function unitEntry(face: Face, unit: Kept<Unit>): SearchEntry {
  const issues = face.byUnit.get(unit.id) ?? [];
  const known = [...unit.aliases, ...(unit.formerNames ?? []).map(({ name }) => name)];
  const former = Object.entries(formerOffices).flatMap(([old, now]) =>
    now.some((part) => unit.name.includes(part)) ? [old] : [],
  );
  return {
    kind: 'unit',
    address: relativeAddress(unitAddress(unit.id)),
    title: unit.name,
    summary: [
      unitKinds[unit.kind],
      ...(issues.length === 0 ? [noneWords(face)] : countWords(issues)),
    ].join(' · '),
    names: [unit.name, ...known, ...former],
    known,
    codes: filledTexts([unit.phone]),
    within: [],
    of: ['单位', unit.name],
    count: issues.length,
  };
}

function noneWords({ audience }: Face): string {
  return audience === 'public' ? '没有公布的问题' : '没有问题';
}

function accountEntry(face: Face, account: Kept<Account>): SearchEntry {
  const issues = face.byAccount.get(account.id) ?? [];
  const former = account.kind === 'new-media' ? (account.formerNames ?? []) : [];
  const known = [...account.aliases, ...former];
  const owner = face.ledger.units.get(account.unit)?.name;
  const platform = platformName(face, account);
  return {
    kind: 'account',
    address: relativeAddress(accountAddress(account.id)),
    title: account.name,
    summary: [platform, ...filledTexts([owner]), ...countWords(issues)].join(' · '),
    names: [account.name, ...known],
    known,
    codes: filledTexts([
      account.address,
      registerOf(face, account.id).filing?.number,
      ...(account.kind === 'website' ? [account.siteCode, account.icp, account.police] : []),
    ]),
    within: [...filledTexts([owner]), platform],
    of: ['账号', account.id],
    count: issues.length,
  };
}

function platformName({ ledger }: Face, account: Kept<Account>): string {
  const id = platformOf(account);
  if (id === WEBSITE.id) return WEBSITE.name;
  if (id === NO_ACCOUNT) return noAccountName;
  return ledger.vocabulary.platforms.find((one) => one.id === id)?.name ?? '';
}

function campaignEntries(face: Face): SearchEntry[] {
  const { ledger, standing } = face;
  return [...ledger.campaigns.values()].map((campaign) => {
    const issues = standing.issues.filter(({ issue }) => issue.campaign === campaign.id);
    return {
      kind: 'campaign',
      address: relativeAddress(campaignAddress(campaign.id)),
      title: campaign.name,
      summary: [campaign.list.title, ...countWords(issues)].join(' · '),
      names: [campaign.name],
      known: [],
      codes: filledTexts([campaign.notice?.number]),
      within: [],
      of: ['专项', campaign.name],
      count: issues.length,
    };
  });
}

/** The figures whose rows are issues, and those without rows, each with its value: 逾期 20个, 销号率 71/167（42.5%）. */
function figureEntries(face: Face): SearchEntry[] {
  const rolls = new Map(
    figureRolls(face).flatMap((roll) => (roll.campaign === undefined ? [[roll.id, roll]] : [])),
  );
  const values = new Map(figureViews(face.standing).map((one) => [one.id, one]));
  return figures.flatMap(({ id, name, definition, rowKind }) => {
    if (rowKind !== 'issue' && rowKind !== 'none') return [];
    const value = values.get(id);
    // Only a count has rows of its own; how a rate is reckoned stands among the definitions.
    const isCounted = value?.count !== undefined;
    const roll = isCounted ? rolls.get(id) : undefined;
    const count = roll === undefined ? 0 : roll.ids.length + roll.withheld;
    const withheld = roll?.withheld ?? 0;
    const words = isCounted ? `${String(count)}个` : `${value?.words ?? ''}${value?.unit ?? ''}`;
    return [
      {
        kind: 'figure' as const,
        address: relativeAddress(roll?.href ?? '/about.html#figures'),
        title: ['', '未报', '无'].includes(words) ? name : `${name} ${words}`,
        summary: [...(withheld > 0 ? [`${withheldWords(withheld)}。`] : []), definition].join(''),
        names: [name, `${name}的问题`, ...(own(everydayFigures, id) ?? [])],
        known: [],
        codes: [],
        within: [],
        of: ['指标', name] as const,
        // A rate is never empty: it is no list of issues.
        count: isCounted ? count : 1,
        ...(withheld > 0 && { withheld }),
      },
    ];
  });
}

/** Every kind of the vocabulary; one that does not occur leads to where those stand. */
function problemEntries(face: Face): SearchEntry[] {
  const groups = new Map(problemGroups(face).map((group) => [group.key, group]));
  return face.ledger.vocabulary.problems.map(({ id, name, aliases, phrases }) => {
    const group = groups.get(id);
    const issues = (group?.ids ?? []).flatMap((issue) => face.issues.get(issue) ?? []);
    const rules = group?.rules ?? [];
    return {
      kind: 'problem',
      address: relativeAddress(group?.href ?? unlistedProblemsAddress),
      title: `${name} ${openWords(issues)}`,
      summary: [...aliases.slice(0, 3), ...rules.slice(0, 1)].join(' · '),
      // A phrase with a gap or a choice (未…备案, 更新(慢/少)) is a pattern, no word.
      names: [
        ...new Set([
          name,
          ...aliases,
          ...phrases.filter((phrase) => !/[…(（]/u.test(phrase)),
          ...(own(everydayProblems, id) ?? []),
        ]),
      ],
      known: [],
      codes: rules,
      within: [],
      of: ['问题', name],
      count: issues.length,
    };
  });
}

function platformEntries(face: Face): SearchEntry[] {
  return platformGroups(face).map(({ key, name, href, aliases, accounts, ids }) => ({
    kind: 'platform',
    address: relativeAddress(href),
    title: name,
    summary: [
      `账号${String(accounts.length)}个`,
      ...countWords(ids.flatMap((issue) => face.issues.get(issue) ?? [])),
    ].join(' · '),
    names: [
      name,
      ...aliases,
      ...(key === WEBSITE.id ? ['网站', '门户网站', '官网'] : (own(everydayPlatforms, key) ?? [])),
    ],
    known: [],
    codes: [],
    within: [],
    of: ['平台', name],
    count: ids.length,
  }));
}
