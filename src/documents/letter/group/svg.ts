/** 图上的字: pieces of an SVG, and how wide a line will be. All lengths are pixels. */
import stringWidth from 'string-width';
import { escapedXml } from '../../../text/notation/xml.ts';

interface Look {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'end';
}

/** A line of text whose foot stands at `y`. */
export function svgText(
  text: string,
  x: number,
  y: number,
  { size, fill, bold, anchor }: Look,
): string {
  const weight = bold === true ? ' font-weight="700"' : '';
  const end = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${String(x)}" y="${String(y)}" fill="${fill}" font-size="${String(size)}"${weight}${end}>${escapedXml(text)}</text>`;
}

/** A number in bold with its 个 beside it. */
export function svgNumber(
  value: number,
  x: number,
  y: number,
  { size, fill, anchor }: Look,
): string {
  const end = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${String(x)}" y="${String(y)}" fill="${fill}" font-size="${String(size)}" font-weight="700"${end}>${String(value)}<tspan font-size="32" font-weight="400" dx="7">个</tspan></text>`;
}

/** A filled rectangle. */
export function svgRect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="${fill}"/>`;
}

/** Pixels of a line: a square a character of Chinese, a little more than half for others. */
function widthOf(text: string, size: number): number {
  return stringWidth(text) * size * (/^[\x20-\x7e]*$/u.test(text) ? 0.58 : 0.5);
}

/** The largest size up to `size` at which the text is no wider than `room`. */
export function fittingSize(text: string, size: number, room: number): number {
  return Math.floor(Math.min(size, (size * room) / Math.max(1, widthOf(text, size))));
}

/** Lines that are no wider than `room`, broken anywhere, as Chinese is. */
export function wrappedLines(text: string, size: number, room: number): string[] {
  return wrappedParts([...text], size, room);
}

/** Lines of whole parts. */
export function wrappedParts(parts: readonly string[], size: number, room: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last + part, size) > room) lines.push(part);
    else lines[lines.length - 1] = last + part;
  }
  return lines;
}
