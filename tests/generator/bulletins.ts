/** The circulars of 示例区 on its checks, frozen as they were published ten days after each check. */
import { readFileSync } from 'node:fs';
import { circularValues } from '../../src/documents/circular.ts';
import { blocksOf } from '../../src/documents/template/block.ts';
import { render } from '../../src/documents/template/render.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { circularFigures } from '../../src/domain/circular-figures.ts';
import { bulletinSum } from '../../src/ledger/bulletin-sum.ts';
import { readLedger } from '../../src/ledger/read.ts';
import type { Bulletin } from '../../src/schema/bulletin.ts';
import { contentOf } from './memory.ts';
import type { Files } from './generate.ts';

const template = new URL('../../content/templates/circular.md', import.meta.url);

/** Bulletins by id, one a check but for the last, which waits to be published. */
export function bulletinsFor(files: Files): Map<string, Bulletin> {
  const kept = [...files].filter(([path]) => !/^(?:issues|updates|evidence)\//u.test(path));
  const { ledger } = readLedger(contentOf(new Map(kept)));
  if (ledger === undefined) throw new Error('the generated ledger does not read');
  const source = readFileSync(template, 'utf8');
  const made = new Map<string, Bulletin>();
  const checks = [...(ledger.inspections?.values() ?? [])].slice(0, -1);
  for (const [turn, inspection] of checks.entries()) {
    const publishedOn = addDays(inspection.checkedOn, 10);
    const { text } = render(source, circularValues(ledger, inspection, publishedOn));
    const frozen = {
      figures: circularFigures(ledger, inspection),
      paragraphs: blocksOf(text).map((block) => block.text),
    };
    made.set(inspection.id, {
      inspection: inspection.id,
      publishedOn,
      number: `示政办函〔${publishedOn.slice(0, 4)}〕${String(20 + turn)}号`,
      sha256: bulletinSum(frozen),
      ...frozen,
      note: '纸质件已存档（虚构）',
    });
  }
  return made;
}
