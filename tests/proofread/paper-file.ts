/** A text as offices keep it: a Word file, made by a library that the proofreader does not use. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/** Paragraphs by line, tables from lines with tabs, as the text fixtures write them. */
export async function wordFile(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  let rows: string[][] = [];
  const close = () => {
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (rows.length > 0) children.push(table(rows, width));
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (line.includes('\t')) rows.push(line.split('\t'));
    else {
      close();
      children.push(new Paragraph({ children: pieces(line) }));
    }
  }
  close();
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Word cuts a line into runs wherever it likes: so is it here, every seven characters. */
function pieces(line: string): TextRun[] {
  return (line.match(/.{1,7}/gu) ?? []).map(
    (text, index) => new TextRun({ text, size: 20 + (index % 2) }),
  );
}

function table(rows: readonly string[][], width: number): Table {
  return new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: Array.from(
            { length: width },
            (_, column) =>
              new TableCell({ children: [new Paragraph({ children: pieces(row[column] ?? '') })] }),
          ),
        }),
    ),
  });
}
