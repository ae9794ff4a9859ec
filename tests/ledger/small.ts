/** The smallest sound ledger (示例区，虚构), as texts that a test changes; and the lines that the check prints for it. */
import { checkLedger, type CheckResult } from '../../src/ledger/check.ts';
import type { Content } from '../../src/ledger/content.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { SCHEMA_VERSION } from '../../src/schema/site.ts';

/** Path below content/ → text or bytes; undefined takes a file out. */
export type Changes = Record<string, string | Uint8Array | undefined>;

export const small: Readonly<Record<string, string>> = {
  'site.yaml': `schemaVersion: ${String(SCHEMA_VERSION)}
name: 示例区整改台账（虚构）
authority: 示例区人民政府办公室
asOf: 2026-06-15
repository: internal
office: ban
`,
  'vocabulary/platforms.yaml': `platforms:
  - { id: wechat, name: 微信公众号, aliases: [公众号] }
  - { id: weibo, name: 新浪微博 }
  - { id: unstated, name: 未写明 }
`,
  'vocabulary/problems.yaml': `problems:
  - id: stale
    name: 更新不及时
    indicators: [M2]
    owes:
      - { kinds: [link], dated: true, ask: 请附最近一次发布的链接，并写发布日期 }
  - { id: rules, name: 制度不完善 }
`,
  'vocabulary/indicators.yaml': `editions:
  - id: '2019'
    document: 示例指标（虚构）
    from: 2019-04-01
    veto:
      website: [{ id: W1, name: 打不开, when: [打不开] }]
      new-media: [{ id: M2, name: 不更新, when: [两周不更新] }]
`,
  'vocabulary/timing.yaml': `dueSoonDays: [{ from: 2026-01-01, value: 7 }]
graceDays: [{ from: 2026-01-01, value: 0 }]
reviewEveryDays: [{ from: 2026-01-01, value: 90 }]
immediateDays: [{ from: 2026-01-01, value: 7 }]
lateReceiptDays: [{ from: 2026-01-01, value: 7 }]
closeOfBusiness: [{ from: 2026-01-01, value: '18:00' }]
`,
  'units/ban.yaml': `name: 示例区人民政府办公室
kind: office
`,
  'units/jia.yaml': `name: 示例区甲街道办事处
aliases: [甲街道]
kind: street
`,
  'accounts/jia/jia-wechat.yaml': `kind: new-media
unit: jia
name: 甲街道发布
platform: wechat
`,
  'campaigns/zx.yaml': `name: 示例专项
list: { title: 问题清单, reportedBy: 示例区人民政府办公室, listedOn: 2026-03-01 }
office: ban
`,
  'issues/zx/zx-01.yaml': `campaign: zx
row: 1
account: jia-wechat
listed: 微信公众号：甲街道发布
listedHost: 甲街道
problems: [stale]
finding: 更新不及时
measures: 及时更新
deadline: { text: 3月底, kind: fixed, dueOn: 2026-03-31 }
listedOn: 2026-03-01
origin: self-check
`,
};

/** An update of zx-01, `day` being YYYY-MM-DD; `more` are further lines. */
export function report(action: string, day: string, more = ''): string {
  return `issue: zx-01\naction: ${action}\nreportedOn: ${day}\n${more}`;
}

/** A submission with the evidence that 更新不及时 owes. */
export const submitted = report(
  'submitted',
  '2026-03-20',
  'evidence: [{ link: https://mp.example/s/a, day: 2026-03-19 }]\n',
);

/** The small ledger with changes, as the reader receives it. */
export function contentOf(changes: Changes = {}): Content {
  const texts = new Map<string, Uint8Array>();
  const evidence = new Map<string, number>();
  const all: Changes = { ...small, ...changes };
  for (const path of Object.keys(all).toSorted()) {
    const text = all[path];
    if (text === undefined) continue;
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    if (path.startsWith('evidence/') && path !== 'evidence/removed.yaml')
      evidence.set(path.slice('evidence/'.length), bytes.length);
    else texts.set(path, bytes);
  }
  return { texts, evidence };
}

/** The check of the small ledger with changes. */
export function checkSmall(changes: Changes = {}): CheckResult {
  return checkLedger(contentOf(changes));
}

/** The lines that the check prints, faults and warnings, in order. */
export function linesOf(changes: Changes = {}): string[] {
  return checkSmall(changes).faults.map(faultLine);
}

/** `text` with `find` replaced once; throws where it does not stand there. */
export function swap(path: string, find: string, replacement: string): Changes {
  const text = small[path] ?? '';
  if (!text.includes(find)) throw new RangeError(`${path} 里没有“${find}”`);
  return { [path]: text.replace(find, replacement) };
}
