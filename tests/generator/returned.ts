/**
 * `node tests/generator/returned.ts CONTENT DAY COUNT FOLDER`: so many sheets of units as they come back, the first row of
 * each filled in, for timing `receive`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openLedger } from '../../src/ledger/open.ts';
import { ENTRY } from '../../scripts/program.ts';
import { fillSheet } from '../git/office-round.ts';

const [content = '', asOf = '', count = '', folder = ''] = process.argv.slice(2);
const sent = path.join(folder, '..', 'sent');
const back = { 本次报送: '进展', 情况说明: '已安排专人，每周核对一次' };
const who = { reporter: '办公室主任', approver: '分管负责人', reportedOn: asOf };
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// A campaign a unit: sheets are of one.
for (const campaign of openLedger(content).campaigns.keys()) {
  rmSync(sent, { recursive: true, force: true });
  const what = ['--content', content, '--as-of', asOf, '--campaign', campaign, '--out', sent];
  execFileSync(process.execPath, [ENTRY, 'collect', ...what], { stdio: 'ignore' });
  for (const name of readdirSync(sent, { recursive: true, encoding: 'utf8' })) {
    const at = readdirSync(folder).length;
    if (at === Number(count)) process.exit(0);
    if (!name.endsWith('.xlsx')) continue;
    const sheet = new Uint8Array(readFileSync(path.join(sent, name)));
    const { bytes } = await fillSheet(sheet, ([one = '']) => ({
      ...who,
      rows: { [one]: back },
    }));
    writeFileSync(path.join(folder, `${String(at + 1)}.xlsx`), bytes);
  }
}
