/** 标题分行: lines of a title that break where the sense does, none longer than the text block is wide. */
import { breakablePieces } from '../../text/words.ts';

/** 156 mm hold 20 characters of 22 pt. */
const WIDEST = 20;

/** The lines of a title, as equal as the words allow; 关于 ends a line where there is one to end. */
export function titleLines(text: string, widest = WIDEST): string[] {
  if ([...text].length <= widest) return [text];
  const pieces = breakablePieces(text).flatMap((piece) =>
    [...piece].length <= widest
      ? [piece]
      : (piece.match(new RegExp(`.{1,${String(widest)}}`, 'gu')) ?? []),
  );
  const count = Math.ceil([...text].length / widest);
  const found =
    split(pieces, count, widest) ??
    split(pieces, count + 1, widest) ??
    split(pieces, count + 2, widest);
  return found ?? pieces;
}

/** How badly the sense suffers from a break here: 关于 ends a line, 建设 and 工作 lean on the word before them. */
function seam(line: string, next: string): number {
  if (line.endsWith('关于')) return -40;
  if (/^专项/u.test(next)) return -10;
  return /^(?:建设|工作|情况|问题|开展|的)/u.test(next) ? 60 : 0;
}

interface Layout {
  readonly lines: readonly string[];
  readonly cost: number;
}

function split(pieces: readonly string[], count: number, widest: number): string[] | undefined {
  const total = pieces.join('').length;
  const target = total / count;
  const best = (from: number, left: number): Layout | undefined => {
    const rest = pieces.slice(from).join('');
    if (left === 1) {
      return rest.length > 0 && rest.length <= widest
        ? { lines: [rest], cost: (rest.length - target) ** 2 }
        : undefined;
    }
    let found: Layout | undefined;
    for (let to = from + 1; to < pieces.length; to += 1) {
      const line = pieces.slice(from, to).join('');
      if (line.length > widest) break;
      const below = best(to, left - 1);
      if (below === undefined) continue;
      const cost = (line.length - target) ** 2 + seam(line, rest.slice(line.length)) + below.cost;
      if (found === undefined || cost < found.cost) found = { lines: [line, ...below.lines], cost };
    }
    return found;
  };
  const layout = best(0, count);
  return layout && [...layout.lines];
}
