/** What may be a finding and what never is, sentence by sentence: tests/fixtures/circulars/findings.tsv (names invented). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { namedInCircular } from '../../../src/intake/prose/circular.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { readText } from '../../../src/paper/text.ts';
import { shippedFolder } from '../source.ts';

const known = new Known(openLedger(shippedFolder));
const file = fileURLToPath(new URL('../../fixtures/circulars/findings.tsv', import.meta.url));
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));

/** The names of which a paper in one sentence proposes something. */
function proposed(text: string): string[] {
  const { blocks } = readText(
    '通报.txt',
    `三季度通报\n\n${text.replaceAll('⏎', '\n')}\n`,
    () => false,
  );
  const lines = blocks.filter((block) => block.kind === 'line');
  return namedInCircular(lines, known).named.flatMap(({ mention, findings }) =>
    findings.map(() => mention.name),
  );
}

describe('是问题的提出，不是的一条也不提', () => {
  it.each(rows)('%s：%s', (_, text = '', names = '') => {
    const found = new Set(proposed(text));
    for (const name of names.split(' | ').filter((one) => one !== ''))
      expect([...found].some((one) => one.includes(name))).toBe(true);
    if (names === '') expect([...found]).toEqual([]);
  });
});
