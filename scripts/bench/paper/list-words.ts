/** 清单读出率的说法: the rates of lists in Chinese lines. */
import type { ListRates } from './lists.ts';

/** The rates in Chinese lines. */
export function ratesInWords({
  files,
  issues,
  found,
  lost,
  wrong,
  questions,
  twice,
}: ListRates): string[] {
  const counts = [...questions.values()].toSorted((a, b) => a - b);
  return [
    `清单 ${String(files)} 份，问题 ${String(issues)} 条：读到或问到 ${String(found)}，无声丢失 ${String(lost.length)}，没有问就读错的栏 ${String(wrong.length)}`,
    `每份的问题数：中位 ${String(counts[Math.floor(counts.length / 2)] ?? 0)}，最多 ${String(counts.at(-1) ?? 0)}；要问第二轮的 ${String(twice.length)} 份`,
    ...lost.map((line) => `丢失：${line}`),
    ...wrong.map((line) => `读错：${line}`),
    ...[...questions]
      .filter(([, count]) => count > 12)
      .map(([name, count]) => `问题多于 12：${name} ${String(count)}`),
  ];
}
