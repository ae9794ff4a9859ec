/**
 * 群图: the message of a work group as a picture to paste, for groups that have no robot — totals, every unit that is late
 * in the official order, never by number, the day, and where to look as a code for phones. An SVG of 1080 px; browsers make
 * a PNG of it. Chinese is set on its own square, so that lines can be measured without the font.
 */
import { inWords } from '../../../day/calendar.ts';
import type { DueReminder } from '../../../domain/reminding.ts';
import { qrPath } from '../../../text/qr-path.ts';
import type { Face } from '../../../views/face.ts';
import { groupDue, type GroupDue, groupPage } from './due.ts';
import { fittingSize, svgNumber, svgRect, svgText, wrappedLines, wrappedParts } from './svg.ts';

const WIDTH = 1080;
const SIDE = 60;
const INNER = WIDTH - 2 * SIDE;
const GAP = 24;
/** As the sites are coloured (styles/tokens.css); a picture knows no tokens. */
const [PINE, CINNABAR, INK, SOFT, LINE, WASH] = [
  '#0b5a50',
  '#a3261b',
  '#17211e',
  '#47534f',
  '#d3dbd8',
  '#f4f7f6',
];
const FONTS =
  "'Microsoft YaHei','PingFang SC','Noto Sans SC','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif";

/** What is painted below one another. */
interface Block {
  readonly height: number;
  /** `y`: where it begins. */
  readonly paint: (y: number) => string;
}

/** The picture; undefined where nobody but the office itself has anything to do. */
export function groupPicture(face: Face, due: readonly DueReminder[]): string | undefined {
  const groups = groupDue(face, due);
  if (groups.length === 0) return undefined;
  const late = groups.filter(({ reason }) => reason === 'overdue');
  const others = groups.filter(({ reason }) => reason !== 'overdue');
  const blocks = [
    headOf(face),
    tiles(groups),
    ...late.map(table),
    ...(others.length === 0 ? [] : [listed(others)]),
    foot(face),
  ];
  let y = 0;
  const painted = blocks.map(({ height, paint }) => {
    const one = paint(y);
    y += height;
    return one;
  });
  const size = `width="${String(WIDTH)}" height="${String(y)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${String(WIDTH)} ${String(y)}" font-family="${FONTS}">`,
    svgRect(0, 0, WIDTH, y, '#fff'),
    ...painted,
    '</svg>\n',
  ].join('\n');
}

function headOf({ today, ledger: { site } }: Face): Block {
  const said = [...wrappedLines(site.name, 36, INNER), '今天催办以下单位，请按时整改、报送。'];
  const height = 172 + said.length * 48;
  return {
    height: height + GAP,
    paint: (y) =>
      [
        svgRect(0, y, WIDTH, height, PINE),
        svgText('整改催办', SIDE, y + 106, { size: 72, fill: '#fff', bold: true }),
        svgText(inWords(today), WIDTH - SIDE, y + 102, {
          size: 38,
          fill: '#fff',
          anchor: 'end',
        }),
        ...said.map((line, at) =>
          svgText(line, SIDE, y + 172 + at * 48, { size: 36, fill: '#dcebe7' }),
        ),
      ].join(''),
  };
}

/** The numbers, at most three beside one another; of more the first two above. */
function tiles(groups: readonly GroupDue[]): Block {
  const first = groups.length > 3 ? 2 : groups.length;
  const rows = [groups.slice(0, first), groups.slice(first)].filter(({ length }) => length > 0);
  const tall = 210;
  return {
    height: rows.length * (tall + GAP) + 8,
    paint: (y) =>
      rows
        .flatMap((row, down) => {
          const width = (INNER - (row.length - 1) * GAP) / row.length;
          return row.map((one, at) =>
            tile(one, SIDE + at * (width + GAP), y + down * (tall + GAP), [width, tall]),
          );
        })
        .join(''),
  };
}

function tile(
  { reason, title, total, units }: GroupDue,
  x: number,
  y: number,
  [width, tall]: readonly [number, number],
): string {
  const fill = reason === 'overdue' ? CINNABAR : PINE;
  return [
    svgRect(x, y, width, tall, WASH),
    svgRect(x, y, 8, tall, fill),
    svgText(title, x + 32, y + 52, { size: 34, fill: SOFT }),
    svgNumber(total, x + 32, y + 142, { size: 84, fill }),
    svgText(`${String(units.length)}个单位`, x + 32, y + 188, { size: 30, fill: SOFT }),
  ].join('');
}

/** Every unit with its number, two beside one another, read line by line. */
function table({ title, units }: GroupDue): Block {
  const [row, top] = [76, 92];
  const width = (INNER - 2 * GAP) / 2;
  const rows = Math.ceil(units.length / 2);
  return {
    height: top + rows * row + 28,
    paint: (y) =>
      [
        svgText(`今天催办的${title}单位`, SIDE, y + 56, { size: 40, fill: INK, bold: true }),
        svgText('按本级序列排列，不排名次', WIDTH - SIDE, y + 54, {
          size: 28,
          fill: SOFT,
          anchor: 'end',
        }),
        svgRect(SIDE, y + 78, INNER, 3, PINE),
        ...units.map(({ name, count }, at) => {
          const x = SIDE + (at % 2) * (width + 2 * GAP);
          const base = y + top + Math.trunc(at / 2) * row;
          return [
            svgText(name, x, base + 50, { size: fittingSize(name, 40, width - 130), fill: INK }),
            svgNumber(count, x + width, base + 50, { size: 44, fill: CINNABAR, anchor: 'end' }),
            svgRect(x, base + row - 2, width, 2, LINE),
          ].join('');
        }),
      ].join(''),
  };
}

/** The other reasons, the units of each in a line that goes on below. */
function listed(groups: readonly GroupDue[]): Block {
  const line = 52;
  const parts = groups.map(({ title, units }) => ({
    title,
    lines: wrappedParts(
      units.map(
        ({ name, count }, at) => `${name}${String(count)}${at === units.length - 1 ? '' : '、'}`,
      ),
      34,
      INNER - 170,
    ),
  }));
  const heights = parts.map(({ lines }) => lines.length * line + 20);
  return {
    height: heights.reduce((sum, one) => sum + one, 20),
    paint: (y) =>
      parts
        .map(({ title, lines }, at) => {
          const top = y + 12 + heights.slice(0, at).reduce((sum, one) => sum + one, 0);
          return [
            svgText(title, SIDE, top + 40, {
              size: fittingSize(title, 34, 150),
              fill: PINE,
              bold: true,
            }),
            ...lines.map((text, row) =>
              svgText(text, SIDE + 170, top + 40 + row * line, { size: 34, fill: INK }),
            ),
          ].join('');
        })
        .join(''),
  };
}

/** On one line while it can be read so. */
function address(page: string, room: number): (readonly [string, number, string])[] {
  const size = fittingSize(page, 28, room);
  if (size >= 20) return [[page, size, SOFT]];
  return wrappedLines(page, 24, room).map((text) => [text, 24, SOFT] as const);
}

/** Where to look, as a code and as an address, and whom the picture is for. */
function foot(face: Face): Block {
  const { ledger, audience } = face;
  const page = groupPage(face);
  const inner = audience === 'internal';
  const code = page === undefined ? undefined : qrPath(page);
  const side = 230;
  const x = code === undefined ? SIDE : SIDE + side + 36;
  const said = [
    ...(page === undefined
      ? inner
        ? [['详见各单位催办单。', 34, INK] as const]
        : []
      : [['扫码看逐条清单', 36, INK] as const, ...address(page, WIDTH - SIDE - x)]),
    ...(inner ? [['只发内部工作群，不转到公开的群。', 28, CINNABAR] as const] : []),
    ...wrappedLines(ledger.site.fiction ?? '', 26, WIDTH - SIDE - x).map(
      (text) => [text, 26, SOFT] as const,
    ),
  ];
  const height = Math.max(code === undefined ? 0 : side, said.length * 46) + 88;
  return {
    height,
    paint: (y) =>
      [
        svgRect(0, y, WIDTH, height, WASH),
        code === undefined
          ? ''
          : `${svgRect(SIDE, y + 44, side, side, '#fff')}<path transform="translate(${String(SIDE)} ${String(y + 44)}) scale(${String(side / code.size)})" d="${code.path}" fill="${INK}" shape-rendering="crispEdges"/>`,
        ...said.map(([text, size, fill], at) => svgText(text, x, y + 84 + at * 46, { size, fill })),
      ].join(''),
  };
}
