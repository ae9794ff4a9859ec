/**
 * 示例市 with twelve districts of which six have something wrong: one is late, one has wrong sums, one a stolen checksum,
 * one a new name, one an older format, one an account that another has as well; and one does not allow the search above.
 */
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { childFile, laidDown, ledgerOf, type Made, madeLedger, published } from './city.ts';

export const codes = Array.from({ length: 12 }, (_, at) => String(101 + at));
export const LATE = '102';
export const WRONG = '103';
export const STOLEN = '104';
export const RENAMED = '105';
export const OLD = '106';
export const SHARING = '107';
export const HIDDEN = '108';

export interface Twelve {
  readonly districts: Map<string, Made>;
  readonly city: Made;
  /** The folder of the city's ledger; what the districts sent lies beside it. */
  readonly content: string;
}

/** Lays the city down below `dir`; `addresses` are those of districts whose site stands somewhere. */
export function cityOfTwelve(
  dir: string,
  addresses: ReadonlyMap<string, string> = new Map(),
): Twelve {
  const districts = new Map(
    codes.map((code) => [code, madeLedger(code, 20, undefined, addresses.get(code))]),
  );
  const [first] = mediaOf(districts.get('101'));
  const same = mediaOf(districts.get(SHARING)).find((one) => one.platform === first?.platform);
  change(districts, SHARING, `accounts/${same?.unit ?? ''}/${same?.id ?? ''}.yaml`, (text) =>
    text
      .replace(/^name: .*$/mu, `name: ${first?.name ?? ''}`)
      .replace(/^address: .*$/mu, `address: ${first?.address ?? ''}`),
  );
  change(districts, HIDDEN, 'site.yaml', (text) => text.replace('searchAbove: true\n', ''));
  const sticks = new Map([...districts].map(([code, { ledger }]) => [code, published(ledger)]));
  const late = districts.get(LATE)?.ledger;
  if (late) sticks.set(LATE, published(late, 'public', 'b'.repeat(40), '2026-04-01'));
  edit(sticks, WRONG, (summary) => {
    const { total = 0, closed = 0, void: withdrawn = 0 } = summary.figures;
    const wrong = { total: 999, valid: 999 - withdrawn, closed: closed + 999 - total };
    return { ...summary, figures: { ...summary.figures, ...wrong } };
  });
  const stolen = sticks.get(STOLEN);
  if (stolen)
    sticks.set(STOLEN, { ...stolen, ledger: stolen.ledger.replace('"closed"', '"unfinished"') });
  edit(sticks, RENAMED, (summary) => ({ ...summary, name: '示例新区整改台账（虚构）' }));
  edit(sticks, OLD, (summary) => ({ ...summary, version: '0.9' }));
  const city = madeLedger('100', 15, new Map(codes.map((code, at) => childFile(code, at))));
  return { districts, city, content: laidDown(dir, city.files, sticks) };
}

const mediaOf = (made: Made | undefined) =>
  [...(made?.ledger.accounts.values() ?? [])].filter((one) => one.kind === 'new-media');

function change(
  districts: Map<string, Made>,
  code: string,
  path: string,
  edited: (text: string) => string,
): void {
  const made = districts.get(code);
  if (made === undefined) return;
  const files = new Map([...made.files, [path, edited(String(made.files.get(path)))]]);
  districts.set(code, { ...made, files, ledger: ledgerOf(files) });
}

interface Sums {
  name: string;
  version: string;
  figures: Record<string, number>;
}

function edit(
  sticks: Map<string, RollupTexts>,
  code: string,
  changed: (summary: Sums) => Sums,
): void {
  const texts = sticks.get(code);
  if (texts === undefined) return;
  const summary = JSON.stringify(changed(JSON.parse(texts.summary) as Sums));
  sticks.set(code, { ...texts, summary });
}
