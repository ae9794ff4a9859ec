/** 名称里有换行：台账不收；日历里也不成为另一行，就像从旧台账来的那样。 */
import { expect, test } from 'vitest';
import { calendarFile } from '../../../src/documents/data/calendar.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';
import { faceOf } from '../../../src/views/face.ts';
import { AS_OF, ledgerOf, madeLedger } from '../../generator/city.ts';

const made = madeLedger('101', 8);
const ODD = '甲\nX-EVIL:1\nATTENDEE:mailto:a@b.example';

test.each([
  ['台账名称', 'site.yaml', 'name'],
  ['主管机关', 'site.yaml', 'authority'],
  ['单位名称', 'units/', 'name'],
  ['账号名称', 'accounts/', 'name'],
  ['专项名称', 'campaigns/', 'name'],
])('%s写成几行，台账不收，说明怎么改', (_, folder, key) => {
  const files = new Map(made.files);
  const [path = '', source = ''] = [...files].find(([one]) => one.startsWith(folder)) ?? [];
  const line = new RegExp(`^${key}: .*$`, 'mu');
  files.set(path, String(source).replace(line, `${key}: ${JSON.stringify(ODD)}`));
  expect(() => ledgerOf(files)).toThrow(/不对/u);
});

test('日历里名称、编号、网址各占一行', () => {
  const { site, units } = made.ledger;
  const odd: Ledger = {
    ...made.ledger,
    site: { ...site, name: ODD, authority: ODD, address: 'https://a.example/\r\nX-EVIL:1' },
    units: new Map([...units].map(([id, unit]) => [id, { ...unit, name: ODD }])),
  };
  for (const unit of [undefined, ...units.keys()]) {
    const lines = calendarFile(faceOf(odd, AS_OF, 'internal'), unit)
      .replaceAll(/\r\n[ \t]/gu, '')
      .split('\r\n');
    for (const line of lines)
      expect(line).toMatch(/^(?!X-EVIL|ATTENDEE)(?:[A-Z][A-Z-]*[:;][^\r\n]*|)$/u);
  }
});
