/** 已知: everything a list is read against — the ledger's records and words, and what this list itself adds to them. */
import type { Account } from '../../schema/account.ts';
import type { Ledger } from '../../schema/ledger.ts';
import type { Unit } from '../../schema/unit.ts';
import { platformOf } from '../../domain/issue/standing.ts';
import { PlatformNames } from '../words/listed.ts';
import { ProblemPhrases } from '../words/problem-phrases.ts';
import { UnitNames } from '../words/unit-names.ts';
import { bareText } from '../words/wording.ts';
import { pushAt } from '../../text/own.ts';

export interface KnownAccount {
  id: string;
  account: Account;
  isNew: boolean;
}

export class Known {
  readonly ledger: Ledger;
  readonly platforms: PlatformNames;
  readonly phrases: ProblemPhrases;
  readonly units: UnitNames;
  /** Records that the list adds, by id. */
  readonly newUnits = new Map<string, Unit>();
  readonly newAccounts = new Map<string, Account>();
  readonly #accounts = new Map<string, KnownAccount>();
  readonly #byName = new Map<string, KnownAccount[]>();
  readonly #byUnit = new Map<string, KnownAccount[]>();

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.platforms = new PlatformNames(ledger.vocabulary.platforms);
    this.phrases = new ProblemPhrases(ledger.vocabulary.problems);
    this.units = new UnitNames(ledger);
    for (const [id, account] of ledger.accounts) this.#index({ id, account, isNew: false });
  }

  addUnit(id: string, unit: Unit): void {
    this.newUnits.set(id, unit);
    this.units.add(id, [unit.name, ...unit.aliases]);
  }

  addAccount(id: string, account: Account): void {
    this.newAccounts.set(id, account);
    this.#index({ id, account, isNew: true });
  }

  unitName(id: string): string | undefined {
    return (this.ledger.units.get(id) ?? this.newUnits.get(id))?.name;
  }

  account(id: string): KnownAccount | undefined {
    return this.#accounts.get(id);
  }

  /** Accounts of the ledger and of the list. */
  get accounts(): KnownAccount[] {
    return [...this.#accounts.values()];
  }

  /** Accounts of the ledger and of the list that have or had a name. */
  accountsNamed(name: string): readonly KnownAccount[] {
    return this.#byName.get(bareText(name)) ?? [];
  }

  accountsOf(unit: string): readonly KnownAccount[] {
    return this.#byUnit.get(unit) ?? [];
  }

  /** The units that an account belongs to and did: a list of an earlier day names the unit of its day (移交). */
  unitsOf({ id, account }: Pick<KnownAccount, 'id' | 'account'>): ReadonlySet<string> {
    const recorded = this.ledger.recorded?.accounts.get(id)?.unit ?? account.unit;
    const steps = this.ledger.registry.get(id) ?? [];
    const handed = steps.flatMap((step) => (step.action === 'transferred' ? [step.to] : []));
    return new Set([account.unit, recorded, ...handed]);
  }

  /** An account as people name it: 微信公众号“榆阳发布”（榆阳区…）. */
  accountInWords({ account }: KnownAccount): string {
    const platform = this.platforms.title(platformOf(account));
    return `${platform}“${account.name}”（${this.unitName(account.unit) ?? account.unit}）`;
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

  #index(known: KnownAccount): void {
    const { id, account } = known;
    this.#accounts.set(id, known);
    const former = account.kind === 'new-media' ? (account.formerNames ?? []) : [];
    for (const name of new Set([account.name, ...account.aliases, ...former].map(bareText)))
      pushAt(this.#byName, name, known);
    pushAt(this.#byUnit, account.unit, known);
  }
}

/** A reading that a person may want to see: which field, and how it was read. */
export interface NotedReading {
  field: string;
  note: string;
}
