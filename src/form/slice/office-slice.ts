/** 办公室各页的台账: the parts that steps of the register, findings and checks are judged by. */
import type { Inspection } from '../../schema/inspection.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import { rowOfAccount } from './directory.ts';
import { withoutPlace, pickedRecords, type Slice, sliceOf, type SliceRest } from './slice.ts';

/** The register of `accounts` with every unit that something could be handed over to. */
export function registerSlice(ledger: Ledger, accounts: readonly string[]): Slice {
  const slice = sliceOf(ledger, [], true);
  return {
    ...slice,
    accounts: pickedRecords(ledger.recorded?.accounts ?? ledger.accounts, accounts).map(
      withoutPlace,
    ),
    registry: accounts.flatMap((id) => ledger.registry.get(id) ?? []).map(withoutPlace),
  };
}

/** What a finding of one of `campaigns` is judged by. */
export function findingSlice(given: Ledger, campaigns: readonly string[]): Slice {
  const ledger = { ...given, ...given.recorded };
  const { accounts, registry, vocabulary } = ledger;
  const slice = sliceOf(given, [], true);
  return {
    ...slice,
    vocabulary: {
      ...slice.vocabulary,
      // Other words for them are for reading lists, and weigh more than all the rest; what a closing owes and what a check
      // proposes as measures is asked of no new finding.
      platforms: vocabulary.platforms.map((one) => ({ ...one, aliases: [] })),
      problems: vocabulary.problems.map(({ measures: _measures, ...one }) => ({
        ...one,
        ...{ aliases: [], phrases: [], owes: [] },
      })),
    },
    campaigns: pickedRecords(ledger.campaigns, campaigns).map(withoutPlace),
    // The first step says since when an account is known, 移交 whose it is.
    registry: [...registry.values()].flatMap((steps) =>
      steps.filter(({ action }, at) => at === 0 || action === 'transferred').map(withoutPlace),
    ),
    directory: {
      accounts: [...accounts.values()].flatMap(rowOfAccount),
      issues: [...ledger.issues.values()]
        .filter(({ campaign }) => campaigns.includes(campaign))
        .map(({ id, campaign, row, account = '', unit = '', origin, listedOn }) => [
          id,
          campaign,
          row,
          account,
          unit,
          origin,
          listedOn,
        ]),
    },
  };
}

/** Of a finding's slice what is chosen from and stands in its fields before anybody types: names, terms, and the newest row of each list. */
export function openingFinding(slice: Slice): Slice {
  const { accounts = [], issues = [] } = slice.directory ?? {};
  const newest = new Map(issues.map((row) => [row[1], row]));
  return {
    ...slice,
    vocabulary: {
      ...slice.vocabulary,
      problems: slice.vocabulary.problems.map(({ id, name, within }) => ({
        ...{ id, name },
        ...(within === undefined ? {} : { within }),
        ...{ aliases: [], phrases: [], indicators: [], owes: [] },
      })),
    },
    // Whose an account is now: it is chosen by its unit's name too.
    registry: slice.registry.filter(({ action }) => action === 'transferred'),
    directory: { accounts, issues: [...newest.values()] },
  };
}

/** What an opening for a finding leaves out. */
export function restOfFinding({ vocabulary, registry, directory }: Slice): SliceRest {
  return { vocabulary, registry, directory: { issues: directory?.issues ?? [] } };
}

/** What the results of a check are judged by. */
export function inspectionSlice(given: Ledger, inspection: Entry<Inspection>): Slice {
  const ledger = { ...given, ...given.recorded };
  const { accounts, registry, vocabulary } = ledger;
  const slice = sliceOf(given, [], false);
  const before =
    inspection.previous === undefined ? undefined : ledger.inspections.get(inspection.previous);
  const checks = before === undefined ? [inspection] : [before, inspection];
  const now = new Set(inspection.accounts.map(({ account }) => account));
  const all = new Set(checks.flatMap((one) => one.accounts.map(({ account }) => account)));
  return {
    ...slice,
    vocabulary: {
      ...slice.vocabulary,
      platforms: vocabulary.platforms,
      indicators: vocabulary.indicators,
    },
    inspections: checks,
    evidence: [...ledger.evidence].filter(([file]) =>
      checks.some(({ id }) => file.startsWith(`${id}/`)),
    ),
    // Whose an account is, since when it is known, and whether one that is not looked at again is still there.
    registry: [...all].flatMap((id) =>
      (registry.get(id) ?? [])
        .filter(({ action }, at) => at === 0 || action === 'transferred' || !now.has(id))
        .map(withoutPlace),
    ),
    directory: { accounts: [...all].flatMap((id) => rowOfAccount(accounts.get(id))), issues: [] },
  };
}
