/** 部分: which part of a paper names an account, by its headings 一、 and （一）. */
import type { NamedMention } from './named.ts';

export class Sections {
  /** How many have begun; undefined before the first. */
  #count: number | undefined;

  /** Another paper begins. */
  begin(): void {
    this.#count = undefined;
  }

  /** A piece of a level of the outline begins. */
  enter(level: number): void {
    if (level === 1 || level === 2) this.#count = (this.#count ?? 0) + 1;
  }

  /** Those of the part that is being read. */
  inPart(named: readonly NamedMention[]): NamedMention[] {
    return this.#count === undefined ? [] : named.filter(({ section }) => section === this.#count);
  }

  /** Notes the part with those whom a piece names; points of a paper without headings are of one list. */
  mark(named: readonly NamedMention[], level: number): void {
    const section = this.#count ?? (level > 0 ? 0 : undefined);
    if (section === undefined) return;
    for (const one of named) one.section = section;
  }
}
