/** 报送包计数: the data of a package (数据.json), as `package` makes it → the counts of its issues. */
import * as z from 'zod';
import type { PaperCounts } from './paper-counts.ts';

export const PACKAGE_DATA = '数据.json';

const size = z.number().int().min(0).max(1_000_000);
/** What is read of it; the rest is for people. */
const packet = z.object({
  asOf: z.string(),
  campaign: z.object({ name: z.string().trim().min(1).max(200) }),
  figures: z.array(
    z.object({
      id: z.string(),
      rowKind: z.string(),
      value: z.object({ kind: z.string(), value: size.optional() }),
    }),
  ),
  breakdowns: z.array(
    z.object({
      dimension: z.string(),
      parts: z.array(
        z.object({
          name: z.string(),
          figures: z.object({ total: size, unfinished: size, closed: size }),
        }),
      ),
    }),
  ),
});

/** `on`: the day of which it is said to speak. */
export function countsOfPackage(data: Uint8Array, on: string): PaperCounts {
  const read = packet.safeParse(jsonOf(data));
  if (!read.success) return { ok: false, faults: [`${PACKAGE_DATA} 不是 npx ledger package 做的`] };
  const { asOf, campaign, figures, breakdowns } = read.data;
  if (asOf !== on)
    return { ok: false, faults: [`报送包截至 ${dayIn(asOf)}，--on 写的是 ${on}：照包里的日子写`] };
  const counts = figures.flatMap(({ id, rowKind, value }): [string, number][] =>
    rowKind === 'issue' && value.kind === 'count' && value.value !== undefined
      ? [[id, value.value]]
      : [],
  );
  const parts = breakdowns.find(({ dimension }) => dimension === 'platform')?.parts ?? [];
  return {
    ok: true,
    campaign: campaign.name,
    figures: Object.fromEntries(counts),
    platforms: parts.map(({ name, figures: of }) => ({ name, ...of })),
  };
}

/** What has the form of a day. */
function dayIn(text: string): string {
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? text : '别的日子';
}

function jsonOf(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data)) as unknown;
  } catch {
    return undefined;
  }
}
