/** 事项: a name and its value, one line of a list of facts. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** The fact of a value, or nothing where there is none to say. */
export function givenFact(name: string, value: string | number | undefined): Fact[] {
  return value === undefined || value === '' || value === 0 ? [] : [{ name, value: String(value) }];
}
