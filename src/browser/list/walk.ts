/**
 * 按清单逐个看: who opens an issue from a list goes on to the next one of that list, in its order and within what was
 * chosen. The list is remembered for this tab alone.
 */

const KEY = 'walk';

/** A list as it was shown when somebody opened an issue from it. Addresses are whole. */
export interface ListWalk {
  /** 逾期的问题（城管局） */
  readonly name: string;
  readonly list: string;
  /** The issues in the order of the list, with what each is called. */
  readonly issues: readonly (readonly [address: string, name: string])[];
  /** Where the list goes on; undefined where it is whole. */
  readonly more: string | undefined;
  /** The issue that is being opened: who comes to another in some other way is not on the walk. */
  readonly to: string;
}

/** Undefined where nothing is remembered, or the browser keeps nothing. */
export function rememberedWalk(): ListWalk | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === null ? undefined : (JSON.parse(text) as ListWalk);
  } catch {
    return undefined;
  }
}

export function rememberWalk(walk: ListWalk): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(walk));
  } catch {
    // The issue's page then leads on by its campaign's list, as without a walk.
  }
}
