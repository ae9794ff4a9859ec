/**
 * 写工作簿: the one place that names the library which writes .xlsx — styles, drop-downs, protection, freezing, print
 * set-up. Why this one: docs/decisions.md.
 */
import type { Workbook } from '@cj-tech-master/excelts';

export { Workbook, type Cell as BookCell, type Worksheet } from '@cj-tech-master/excelts';

/**
 * The bytes of a workbook. The library would read each one again to judge it, which takes longer than writing it; our
 * tests open what is written.
 */
export async function bookBytes({ xlsx }: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await xlsx.writeBuffer({ validate: false }));
}
