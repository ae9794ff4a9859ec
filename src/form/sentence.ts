/** 说法: a sentence of the check, with the names of fields as the page shows them in place of those in a file, and no file. */
import type { FormFault } from './new-record.ts';

/** `names`: field in the file → label on the page. */
export function sentenceOf(
  { message, remedy }: Pick<FormFault, 'message' | 'remedy'>,
  names: ReadonlyMap<string, string>,
): string {
  return [message, remedy].map((text) => inLabels(text, names)).join('：');
}

function inLabels(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(/（[a-z]+\/[^（）]*\.yaml[^（）]*）/gu, '')
    .replaceAll(/“[A-Za-z]+”（(?<title>[^）]+)）/gu, '“$<title>”')
    .replaceAll(/ ?\b(?<name>[a-z][A-Za-z]+)\b ?/gu, (all, name: string) => {
      const label = names.get(name);
      return label === undefined ? all : `“${label}”`;
    });
}
