/** 已知: everything a list is read against — the ledger's records and words, and what this list itself adds to them. */
import type { Account } from '../../schema/account.ts';
import type { Entry, Ledger } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import { PlatformNames } from '../words/listed.ts';
import { ProblemPhrases } from '../words/problem-phrases.ts';
import { type UnitNames, unitNames } from '../words/unit-names.ts';

export class Known {
  readonly ledger: Ledger;
  readonly platforms: PlatformNames;
  readonly phrases: ProblemPhrases;
  /** Records that the list adds, by id. */
  readonly newUnits = new Map<string, Unit>();
  readonly newAccounts = new Map<string, Account>();
  #units: UnitNames;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.platforms = new PlatformNames(ledger.vocabulary.platforms);
    this.phrases = new ProblemPhrases(ledger.vocabulary.problems);
    this.#units = unitNames(ledger);
  }

  get units(): UnitNames {
    return this.#units;
  }

  addUnit(id: string, unit: Unit): void {
    this.newUnits.set(id, unit);
    const names = [...this.newUnits].map(([key, { name }]) => [key, name] as const);
    this.#units = unitNames(this.ledger, new Map(names));
  }

  addAccount(id: string, account: Account): void {
    this.newAccounts.set(id, account);
  }

  unitName(id: string): string | undefined {
    return (this.ledger.units.get(id) ?? this.newUnits.get(id))?.name;
  }

  /** Accounts of the ledger and of the list. */
  get accounts(): { id: string; account: Account; isNew: boolean }[] {
    const old = [...this.ledger.accounts].map(([id, account]: [string, Entry<Account>]) => ({
      id,
      account: account,
      isNew: false,
    }));
    return [
      ...old,
      ...[...this.newAccounts].map(([id, account]) => ({ id, account, isNew: true })),
    ];
  }

  /** True when an id of a unit or account is in use. */
  isTaken(id: string): boolean {
    return (
      this.ledger.units.has(id) ||
      this.ledger.accounts.has(id) ||
      this.newUnits.has(id) ||
      this.newAccounts.has(id)
    );
  }
}

/** A reading that a person may want to see: which field, and how it was read. */
export interface Reading {
  field: string;
  note: string;
}
