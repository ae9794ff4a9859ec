export function filledTexts(values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}

export function relativeAddress(address: string): string {
  return address.replace(/^\//u, '');
}

export function countWords(count: number): string[] {
  return count === 0 ? [] : [`问题${String(count)}个`];
}
