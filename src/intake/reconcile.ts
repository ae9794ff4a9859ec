/** 名册核对: another system's register against the ledger's — missing here, missing there, differing fields. Reads only. */
import type { Day } from '../day/calendar.ts';
import { register } from '../domain/register.ts';
import { registeredNames } from '../domain/registration.ts';
import { platformOf } from '../domain/issue/standing.ts';
import type { Account } from '../schema/account.ts';
import type { Entry, Ledger } from '../schema/ledger.ts';
import type { RegisterColumnId } from '../schema/registration.ts';
import { PlatformNames, WEBSITE_PLATFORM } from './words/listed.ts';
import { registerDay, type RegisterRow, type RegisterTable, rowInWords } from './register-table.ts';
import { UnitNames } from './words/unit-names.ts';
import { bareText } from './words/wording.ts';
import { WEBSITE } from '../text/terms.ts';

export interface RegisterDifference {
  readonly account: string;
  readonly name: string;
  readonly column: RegisterColumnId;
  readonly here: string;
  readonly there: string;
  readonly where: string;
}

export interface Reconciliation {
  /** Rows of the file that no account of the ledger fits. */
  readonly missingHere: readonly {
    readonly name: string;
    readonly unit: string;
    readonly where: string;
  }[];
  /** Accounts of the ledger that no row names; what is deregistered need not be named. */
  readonly missingThere: readonly { readonly account: string; readonly name: string }[];
  readonly differences: readonly RegisterDifference[];
  /** Rows that fit several accounts alike. */
  readonly unclear: readonly {
    readonly name: string;
    readonly accounts: readonly string[];
    readonly where: string;
  }[];
  readonly same: number;
}

/** Compares every row with the ledger as it stands on `today`. */
export function reconcile(table: RegisterTable, ledger: Ledger, today: Day): Reconciliation {
  const book = new RegisterBook(ledger, today);
  const named = new Set<string>();
  const missingHere: Reconciliation['missingHere'][number][] = [];
  const unclear: Reconciliation['unclear'][number][] = [];
  const differences: RegisterDifference[] = [];
  let same = 0;
  for (const row of table.rows) {
    const found = book.find(row);
    const [only, ...others] = found;
    const name = row.values.get('name') ?? '';
    const where = rowInWords(row);
    if (only === undefined) missingHere.push({ name, unit: row.values.get('unit') ?? '', where });
    else if (others.length > 0) {
      unclear.push({ name, accounts: found.map(({ id }) => id), where });
      for (const { id } of found) named.add(id);
    } else {
      named.add(only.id);
      const differing = book.differences(only, row);
      differences.push(...differing);
      if (differing.length === 0) same += 1;
    }
  }
  const missingThere = [...ledger.accounts.values()]
    .filter(({ id }) => !named.has(id) && book.state(id) !== 'deregistered')
    .map(({ id: account, name }) => ({ account, name }));
  return { missingHere, missingThere, differences, unclear, same };
}

/** The ledger as it is looked things up in. */
export class RegisterBook {
  readonly #ledger: Ledger;
  readonly #today: Day;
  readonly #platforms: PlatformNames;
  readonly #units: UnitNames;

  constructor(ledger: Ledger, today: Day) {
    this.#ledger = ledger;
    this.#today = today;
    this.#platforms = new PlatformNames(ledger.vocabulary.platforms);
    this.#units = new UnitNames(ledger);
  }

  #register(account: string) {
    const { registry, vocabulary } = this.#ledger;
    return register(registry.get(account) ?? [], this.#today, vocabulary.registering);
  }

  state(account: string) {
    return this.#register(account).state;
  }

  /** The accounts that a row means: by name, then by unit and platform where several have the name. */
  find({ values }: Pick<RegisterRow, 'values'>): Entry<Account>[] {
    const name = bareText(values.get('name') ?? '');
    const all = [...this.#ledger.accounts.values()];
    const called = all.filter((account) => namesOf(account).some((one) => bareText(one) === name));
    const unit = this.#units.find(values.get('unit') ?? '');
    const platform = this.#platformIn(values.get('platform'));
    const narrowed = called.filter(
      (account) =>
        (unit === undefined || account.unit === unit) &&
        (platform === undefined || platformOf(account) === platform),
    );
    return narrowed.length > 0 ? narrowed : called;
  }

  #platformIn(words: string | undefined): string | undefined {
    if (words === undefined) return undefined;
    return /网站/u.test(words) ? WEBSITE_PLATFORM : this.#platforms.find(words);
  }

  differences(account: Entry<Account>, row: RegisterRow): RegisterDifference[] {
    return [...row.values].flatMap(([column, there]): RegisterDifference[] => {
      const here = this.#here(account, column);
      if (here === undefined || this.#isSame(column, here, there)) return [];
      return [
        { account: account.id, name: account.name, column, here, there, where: rowInWords(row) },
      ];
    });
  }

  #isSame(column: RegisterColumnId, here: string, there: string): boolean {
    if (column === 'unit') return this.#units.find(there) === this.#units.find(here);
    if (column === 'platform') return this.#platformIn(there) === this.#platformIn(here);
    if (column === 'address') return here.replace(/\/$/u, '') === there.replace(/\/$/u, '');
    return registerDay(there) === here || bareText(here) === bareText(there);
  }

  /** What the ledger says; undefined where it says nothing, which is no difference but a gap to be filled by hand. */
  #here(account: Entry<Account>, column: RegisterColumnId): string | undefined {
    switch (column) {
      case 'unit':
        return this.#ledger.units.get(account.unit)?.name;
      case 'platform':
        return account.kind === 'website'
          ? WEBSITE.name
          : this.#ledger.vocabulary.platforms.find(({ id }) => id === account.platform)?.name;
      case 'filingNumber':
        return this.#register(account.id).filing?.number;
      case 'filedOn':
        return this.#register(account.id).filing?.on;
      case 'state': {
        const { state } = this.#register(account.id);
        return state === 'unknown' ? undefined : registeredNames[state];
      }
      case 'siteCode':
      case 'icp':
      case 'police':
        return account.kind === 'website' ? account[column] : undefined;
      case 'subtype':
      case 'certifiedBody':
        return account.kind === 'new-media' ? account[column] : undefined;
      case 'name':
      case 'address':
      case 'supervisor':
      case 'operator':
      case 'openedOn':
        return account[column];
      case 'ignored':
        return undefined;
      default:
        return column satisfies never;
    }
  }
}

function namesOf(account: Account): string[] {
  const former = account.kind === 'new-media' ? (account.formerNames ?? []) : [];
  return [account.name, ...account.aliases, ...former];
}
