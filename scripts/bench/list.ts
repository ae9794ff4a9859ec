/** 清单: a list of problems on the accounts of a ledger, as an office would send it, for timing `import`. */
import { writeFileSync } from 'node:fs';
import { openLedger } from '../../src/ledger/open.ts';

const FINDINGS = [
  ['内容更新不及时，最近一次更新超过一个月', '安排专人负责，每周更新不少于两次', '7月底前'],
  ['账号未备案', '按程序补办备案', '2026年7月10日前'],
  ['互动功能不可用，留言没有回应', '开通留言并在三个工作日内答复', '2026年7月31日'],
  ['发布的内容有错别字', '落实三审三校', '长期坚持'],
] as const;

/** Writes so many rows as CSV, in the order of the accounts and again from the first; returns the file. */
export function writeList(content: string, rows: number, file: string): string {
  const { accounts, units, vocabulary } = openLedger(content);
  const all = [...accounts.values()];
  const lines = Array.from({ length: rows }, (_, at) => {
    const account = all[at % all.length];
    const [finding, measures, deadline] = FINDINGS[at % FINDINGS.length] ?? FINDINGS[0];
    const id = account?.kind === 'new-media' ? account.platform : 'website';
    const platform = vocabulary.platforms.find((one) => one.id === id)?.name ?? '网站';
    const unit = account && units.get(account.unit)?.name;
    return [at + 1, unit, account?.name, platform, finding, measures, deadline].join(',');
  });
  const head = '序号,主办单位,账号名称,平台,存在问题,整改措施,整改时限';
  writeFileSync(file, `${head}\n${lines.join('\n')}\n`);
  return file;
}
