/** 选项: the choices of fields that the office fills from its own ledger. */
import type { Ledger } from '../schema/ledger.ts';
import type { Choice } from './field.ts';

/** Who may draft, by name and post: nobody knows an account of the forge by heart. */
export function drafterChoices({ site }: Pick<Ledger, 'site'>): Choice[] {
  const people = new Map(site.reviewers.map((one) => [one.account, one]));
  return [...people.values()].map(({ account, name, post }) => ({
    value: account,
    label: name === undefined ? account : [name, post].filter(Boolean).join('，'),
  }));
}

export function sameWord(value: string): Choice {
  return { label: value, value };
}

export const KEPT: readonly Choice[] = [
  { label: '保持', value: 'true' },
  { label: '未保持', value: 'false' },
];

export function unitChoices({ units }: Pick<Ledger, 'units'>): Choice[] {
  return [...units.values()]
    .filter(({ ended }) => ended === undefined)
    .map(({ id, name }) => ({ label: name, value: id }));
}
