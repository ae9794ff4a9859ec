/** A fictional ledger in which each of 36 units owes a report of two issues of one campaign. (示例区，虚构) */
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { generate } from '../generator/generate.ts';
import type { Files } from '../generator/memory.ts';

export const ROUND = '2026-round';
export const UNITS = 36;
const LISTED_ON = '2026-05-20';
const SOURCE = { document: '集中整改问题清单（虚构）', at: '全文' };

/** Path below content/ → text or bytes. */
export function roundLedger(): Files {
  const files = generate({ seed: 7, issues: 12, units: UNITS, asOf: '2026-06-15' });
  const texts = new Map(
    [...files].map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
  const { ledger } = readLedger({ texts, evidence: new Map() });
  if (ledger === undefined) throw new Error('台账读不出来');
  files.set(`campaigns/${ROUND}.yaml`, canonical('campaign', campaign()));
  let row = 0;
  for (const { id, name } of ledger.units.values()) {
    const own = [...ledger.accounts.values()].find(({ unit }) => unit === id);
    const account = own?.id ?? `${id}-round`;
    const listed = own?.name ?? `${name}公告`;
    if (own === undefined)
      files.set(
        `accounts/${id}/${account}.yaml`,
        canonical('account', { kind: 'new-media', unit: id, name: listed, platform: 'other' }),
      );
    for (const [problem, finding] of findings) {
      row += 1;
      const number = String(row).padStart(2, '0');
      files.set(
        `issues/${ROUND}/${ROUND}-${number}.yaml`,
        canonical('issue', {
          campaign: ROUND,
          row,
          account,
          listed,
          listedHost: name,
          problems: [problem],
          finding,
          measures: '限期整改，逐项落实。',
          deadline: { text: '6月底', kind: 'fixed', dueOn: '2026-06-30' },
          listedOn: LISTED_ON,
          origin: 'self-check',
          source: { ...SOURCE, at: `第${String(row)}行` },
        }),
      );
    }
  }
  return files;
}

const findings = [
  ['content-stale', '内容更新不及时'],
  ['rules-incomplete', '管理制度不完善'],
] as const;

function campaign() {
  return {
    name: '示例区集中整改',
    list: {
      title: '集中整改问题清单',
      reportedBy: '示例区人民政府办公室',
      reportedTo: '示例市政务信息化办公室',
      listedOn: LISTED_ON,
    },
    publication: { level: 'list', approvedOn: LISTED_ON, basis: '区政府办审签（示例）' },
    office: 'shili-office',
    source: SOURCE,
  } as const;
}
