/** 送出前看一遍: what is filled in on a page as records and files, with everything that is said of them. */
import { type Posts, roleFor } from '../../../domain/membership.ts';
import type { Rule } from '../../../ledger/rule.ts';
import type { Ledger } from '../../../schema/ledger.ts';
import { checkForm, type FormCheck } from '../../check.ts';
import type { FormFault, NewRecord } from '../../new-record.ts';
import type { SubmittedFile } from '../../submission.ts';
import { recordFiles } from '../../submitted.ts';
import { reporterOf } from '../../slice/slice.ts';
import type { Card } from './card.ts';
import { today } from '../device/clock.ts';

export interface JudgedForm extends FormCheck {
  readonly records: readonly NewRecord[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Everything as it would be sent; only of what is sound. */
  readonly submitted: () => SubmittedFile[];
}

interface Filled {
  readonly ledger: Ledger;
  readonly rules: readonly Rule[];
  readonly cards: readonly Card[];
  readonly stamp: string;
  /** Who is signed in. */
  readonly account: string | undefined;
  /** The unit of the page; undefined on the pages of the office. */
  readonly unit: string | undefined;
}

export function judgedForm(filled: Filled): JudgedForm {
  const { ledger, rules, cards, stamp, account, unit } = filled;
  const look = (posts: Posts | undefined): JudgedForm => {
    const made = cards.map((card) => card.record(stamp, posts && behalfOf(filled, card, posts)));
    const files = new Map(made.flatMap((one) => [...one.files]));
    const records = made.map(({ files: _files, ...record }) => record);
    const input = { base: ledger, rules, records, files, account, unit, today: today() };
    const submitted = (): SubmittedFile[] => recordFiles(records, files);
    return { ...checkForm(input), records, files, submitted };
  };
  const first = look(undefined);
  return account === undefined ? first : look(first.posts);
}

/** A reviewer who reports for a unit says for which. */
function behalfOf({ unit, ledger }: Filled, card: Card, posts: Posts): string | undefined {
  if (unit === undefined || ledger.site.repository === 'public') return undefined;
  const owner = reporterOf(ledger, card.subject.id, today()) ?? unit;
  return roleFor(posts, owner) === 'reviewer' && !posts.units.has(owner) ? owner : undefined;
}

/** What a record that could not be read yet has no part in, and what is said of each of its files once more. */
export function withoutEchoes(faults: readonly FormFault[]): FormFault[] {
  const wrong = faults.filter(({ severity }) => severity === 'fault');
  const isUnread = wrong.some(({ rule }) =>
    ['missing', 'value', 'characters', 'unknown-key'].includes(rule),
  );
  // The step says of a day what is said at the day itself.
  const misdated = new Set(
    wrong
      .filter(({ rule, at }) => rule !== 'step' && at[0] === 'completedOn')
      .map(({ file }) => file),
  );
  return wrong.filter(
    ({ file, rule, message }) =>
      !(rule === 'step' && misdated.has(file) && message.includes('完成日期')) &&
      (!file.startsWith('evidence/') ||
        (rule !== 'not-member' && !(isUnread && rule === 'evidence-unnamed'))),
  );
}
