/** 打开文稿: the bytes of a file as a paper to proofread, or the sentence that says why not. */
import { readPaper } from '../../paper/paper.ts';
import type { Grid, Line, Paper as Sheet } from '../../paper/sheet.ts';
import type { DocumentBlock, ReadDocument, Paragraph, DocumentTable } from './paper.ts';
import { plainPaper } from './plain.ts';

export type OpenedDocument =
  | { readonly kind: 'paper'; readonly paper: ReadDocument }
  /** `reason` and `remedy` are Chinese sentences. */
  | { readonly kind: 'refused'; readonly reason: string; readonly remedy: string };

/** Opens whatever intake opens; of a plain text the lines are paragraphs and those with tabs rows. */
export async function openPaper(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const reading = await readPaper(name, bytes, () => false);
  if ('refusal' in reading) {
    const { problem, remedy } = reading.refusal;
    return {
      kind: 'refused',
      reason: problem,
      remedy: remedy.replace(/，(?:分别)?再?导入.*$/u, ''),
    };
  }
  const { paper } = reading;
  const proof = paper.text === undefined ? proofOf(paper) : plainPaper(paper.text);
  return proof.blocks.length === 0
    ? { kind: 'refused', reason: '文稿里没有文字', remedy: '图片里的文字校对不了' }
    : { kind: 'paper', paper: proof };
}

/** Lines as paragraphs, grids as tables, each counted through. */
function proofOf({ blocks }: Sheet): ReadDocument {
  const found: DocumentBlock[] = [];
  let paragraphs = 0;
  let tables = 0;
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.kind === 'grid') found.push(tableOf(block, (tables += 1)));
    else if (block.continues === true && last?.kind === 'paragraph')
      found[found.length - 1] = { ...last, text: `${last.text}\n${block.text.trim()}` };
    else if (block.text.trim() !== '') found.push(paragraphOf(block, (paragraphs += 1)));
  }
  return { blocks: found };
}

function paragraphOf({ text, numbered }: Line, number: number): Paragraph {
  return { kind: 'paragraph', number, text: text.trim(), numbered: numbered === true };
}

/** Where a merged cell reaches, nothing stands: its words are read once. */
function tableOf({ rows }: Grid, number: number): DocumentTable {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    kind: 'table',
    number,
    rows: rows.map((row, r) =>
      Array.from({ length: width }, (_, c) => ({
        text: row[c]?.merged === undefined ? (row[c]?.text ?? '') : '',
        row: r + 1,
        column: c + 1,
      })),
    ),
  };
}
