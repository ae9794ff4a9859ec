/** Chance that repeats itself: mulberry32, seeded, the same on every machine. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included; `least` when the ends are the wrong way round. */
  int(least: number, most: number): number {
    return most <= least ? least : least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.int(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing to pick from');
    return picked;
  }

  /** `length` small letters and digits. */
  code(length: number): string {
    let code = '';
    while (code.length < length) code += this.int(0, 35).toString(36);
    return code;
  }
}

/** A shuffled pack of cards that is dealt over and over: every card comes up before any comes up again. */
export class Deck<T> {
  readonly #cards: readonly T[];
  readonly #random: Random;
  #left: T[] = [];

  constructor(random: Random, cards: readonly T[]) {
    if (cards.length === 0) throw new RangeError('a deck without cards');
    this.#cards = cards;
    this.#random = random;
  }

  /** The next card that `fits`; the others keep their place. */
  deal(fits: (card: T) => boolean = () => true): T {
    for (let again = 0; again < 2; again += 1) {
      const at = this.#left.findIndex((card) => fits(card));
      const [card] = at < 0 ? [] : this.#left.splice(at, 1);
      if (card !== undefined) return card;
      this.#left.push(...this.#shuffled());
    }
    throw new RangeError('no card fits');
  }

  #shuffled(): T[] {
    const cards = [...this.#cards];
    for (let last = cards.length - 1; last > 0; last -= 1) {
      const at = this.#random.int(0, last);
      const [a, b] = [cards[at], cards[last]];
      if (a === undefined || b === undefined) continue;
      cards[at] = b;
      cards[last] = a;
    }
    return cards;
  }
}
