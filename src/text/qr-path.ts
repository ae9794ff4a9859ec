/** A QR code as one path of unit squares, four modules of quiet around it. */
import { create } from 'qrcode';

export interface QrPath {
  /** The side in modules, quiet zone included. */
  readonly size: number;
  readonly path: string;
}

const QUIET = 4;
const encoder = new TextEncoder();

/** The code for `text`, error correction M. As bytes alone: looking for shorter parts takes a third of the time, and an address has none worth it. */
export function qrPath(text: string): QrPath {
  const { modules } = create([{ data: encoder.encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const runs: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      const from = x;
      while (x < modules.size && modules.get(y, x) === 1) x += 1;
      if (x > from)
        runs.push(
          `M${String(from + QUIET)} ${String(y + QUIET)}h${String(x - from)}v1H${String(from + QUIET)}z`,
        );
    }
  }
  return { size: modules.size + 2 * QUIET, path: runs.join('') };
}
