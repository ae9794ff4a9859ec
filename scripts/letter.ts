/** Documents that leave the office: refused when their figures do not add up or their text contradicts itself. */
import { letterFile, type Letter } from '../src/documents/letter.ts';
import { placeInWords } from '../src/proofread/finding.ts';
import { openPaper } from '../src/proofread/open.ts';
import { proofread } from '../src/proofread/proofread.ts';
import { DataFaults } from './command.ts';

/** The bytes of a sound letter. Throws DataFaults. */
export async function soundLetter(
  letter: Letter,
  imbalances: readonly string[],
): Promise<Uint8Array> {
  if (imbalances.length > 0) {
    throw new DataFaults(
      `${imbalances.map((one) => `数字对不上：${one}。`).join('\n')}\n没有生成文稿，请先核对台账。`,
    );
  }
  const bytes = await letterFile(letter);
  const opened = await openPaper('文稿.docx', bytes);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const findings = proofread(opened.paper);
  if (findings.length > 0) {
    const lines = findings.map(
      ({ place, quote, message, expected }) =>
        `${placeInWords(place)}“${quote}”：${message} → ${expected}`,
    );
    throw new DataFaults(`${lines.join('\n')}\n文稿前后不一致，没有生成，请先核对台账和模板。`);
  }
  return bytes;
}
