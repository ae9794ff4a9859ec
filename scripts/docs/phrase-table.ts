/** The table of phrases that the tests hold the reading to: what lists write, and what it must be read as. */
import { readFileSync } from 'node:fs';
import type { Deadline } from '../../src/schema/deadline.ts';

export interface PhraseRow {
  group: string;
  text: string;
  listedOn: string;
  /** The whole deadline that the phrase must give. */
  deadline: Deadline;
  dueOn: string | undefined;
  why: string;
  asks: string | undefined;
}

/** The rows of deadline-phrases.tsv: 组, 原文, 列入日期, 类型, 截止日, 其余 (JSON), 依据, 请确认. */
export function phraseRows(): PhraseRow[] {
  const table = readFileSync(
    new URL('../../tests/domain/deadline-phrases.tsv', import.meta.url),
    'utf8',
  );
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [group = '', text = '', listedOn = '', kind = '', due = '', rest = '', why = '', asks] =
        line.split('\t');
      const dated = kind.startsWith('fixed') ? { dueOn: due } : {};
      const more = rest === '' ? {} : (JSON.parse(rest) as object);
      return {
        group,
        text,
        listedOn,
        deadline: { text, kind, ...dated, ...more } as Deadline,
        dueOn: due === '' ? undefined : due,
        why,
        asks: asks === '' ? undefined : asks,
      };
    });
}
