/** 另存一遍: a filled sheet and form with pictures, saved again by LibreOffice in every format it has, arrive whole. (示例区，虚构) */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Worksheet } from '../../src/paper/book.ts';
import { convertedFile, hasOffice } from '../../src/paper/office.ts';
import { sha256Of } from '../../src/intake/sheet-back/report/attachment.ts';
import { unitSheetForm } from '../../src/intake/sheet-back/out/unit-sheet-form.ts';
import { picture } from '../generator/picture.ts';
import { bookFor, filled, folderDesk, received, UNIT } from '../intake/sheet-back/sheets-sent.ts';
import { fillForm, type Filling } from './office-round.ts';

const PATIENCE = 240_000;
const LINK = 'https://mp.example/zg/1?a=1&b=2#p3';
const PICTURES = [picture(21), picture(22)] as const;
const HASHES = PICTURES.map(sha256Of);
const named = (index: 0 | 1) => `图片-${(HASHES[index] ?? '').slice(0, 12)}.png`;

/** The reports of a file: what was recorded, the hashes of its files, and the cell that each came from. */
async function reportsIn(name: string, bytes: Uint8Array) {
  const { units, unknown } = await received([{ name, bytes }]);
  expect(unknown).toEqual([]);
  expect(units.flatMap(({ faults, notes }) => [...faults, ...notes])).toEqual([]);
  return units.flatMap(({ updates }) =>
    updates.map(({ record, attachments }) => ({
      note: record.note,
      reportedOn: record.reportedOn,
      completedOn: 'completedOn' in record ? record.completedOn : undefined,
      evidence: record.evidence,
      files: [...attachments.values()].map((one) => [sha256Of(one.bytes), one.place.cell]),
    })),
  );
}

function paste(page: Worksheet, index: 0 | 1, row: number): void {
  const id = page.workbook.addImage({ buffer: PICTURES[index], extension: 'png' });
  page.addImage(id, { tl: { col: 11.3, row: row + 0.2 }, ext: { width: 40, height: 40 } });
}

test('这里装有 LibreOffice，下面试的是真的', () => {
  expect(hasOffice()).toBe(true);
});

describe('整改报送单', () => {
  let sheet: Uint8Array;
  beforeAll(async () => {
    const rows = ([one = '', two = '']: string[]) =>
      ({
        [one]: {
          本次报送: '申请验收',
          情况说明: '已恢复更新',
          完成日期: '6月11日',
          佐证: { text: '六月十日推文', hyperlink: LINK },
          材料日期: new Date(Date.UTC(2026, 5, 10)),
        },
        [two]: {
          本次报送: '申请验收',
          情况说明: '制度已印发，编号 007',
          完成日期: '2026年6月9日',
          佐证: 440_106_202_600_123,
        },
      }) as unknown as Filling['rows'];
    sheet = await filled(rows, {
      tamper: (page) => {
        paste(page, 0, 5);
        paste(page, 1, 6);
      },
    });
  });

  test.each(['xlsx', 'xls', 'ods', 'fods'])(
    '另存为 %s：图片、链接、号码、日期一样不少',
    async (ending) => {
      const saved = convertedFile(sheet, 'xlsx', ending);
      expect(saved).toBeDefined();
      expect(await reportsIn(`交回.${ending}`, saved ?? sheet)).toEqual([
        {
          note: '已恢复更新',
          reportedOn: '2026-06-12',
          completedOn: '2026-06-11',
          evidence: [
            { file: named(0), day: '2026-06-10' },
            { link: LINK, what: '六月十日推文', day: '2026-06-10' },
          ],
          files: [[HASHES[0], 'L6']],
        },
        {
          note: '制度已印发，编号 007',
          reportedOn: '2026-06-12',
          completedOn: '2026-06-09',
          evidence: [{ file: named(1) }, { number: '440106202600123' }],
          files: [[HASHES[1], 'L7']],
        },
      ]);
    },
    PATIENCE,
  );
});

describe('整改销号申请表', () => {
  let form: Uint8Array;
  beforeAll(async () => {
    const typed = fillForm(await unitSheetForm(bookFor(UNIT)), {
      整改完成情况: '已恢复更新',
      完成日期: '2026年6月11日',
      材料日期: '2026-06-11',
      佐证材料: '备案编号 440106202600123456',
      '填报人（职务）': '办公室主任',
      '审签人（职务）': '分管负责人',
      填报日期: '6月12日',
    });
    form = withEvidence(typed, '备案编号 440106202600123456');
  });

  test.each(['docx', 'doc', 'odt', 'fodt', 'rtf'])(
    '另存为 %s：图片、链接、号码、日期一样不少',
    async (ending) => {
      const saved = convertedFile(form, 'docx', ending);
      expect(saved).toBeDefined();
      expect(await reportsIn(`申请.${ending}`, saved ?? form)).toEqual([
        {
          note: '已恢复更新',
          reportedOn: '2026-06-12',
          completedOn: '2026-06-11',
          evidence: [
            { file: named(0), day: '2026-06-11' },
            { file: named(1), day: '2026-06-11' },
            { number: '备案编号 440106202600123456', day: '2026-06-11' },
            { link: LINK, what: '更新推文', day: '2026-06-11' },
          ],
          files: [
            [HASHES[0], '第2格'],
            [HASHES[1], '第2格'],
          ],
        },
      ]);
    },
    PATIENCE,
  );
});

test(
  'WPS 单元格里的图片，LibreOffice 另存后丢了：退回那一格，不当作编号',
  async () => {
    const fixtures = join(import.meta.dirname, '../fixtures');
    const kept = readFileSync(join(fixtures, 'sheet-back/01-wps-picture-in-cell/交回.xlsx'));
    const saved = convertedFile(new Uint8Array(kept), 'xlsx', 'xlsx') ?? new Uint8Array();
    const desk = folderDesk(join(fixtures, 'shili'));
    const { units } = await received([{ name: '交回.xlsx', bytes: saved }], { desk });
    expect(units.flatMap(({ updates }) => updates)).toEqual([]);
    expect(units.flatMap(({ faults }) => faults)).toMatchObject([
      { place: { cell: 'L6' }, message: '单元格里的图片没有随文件一起保存下来' },
    ]);
  },
  PATIENCE,
);

/** Puts a line with a link and two pictures below the words, as a clerk pastes them in Word. */
function withEvidence(bytes: Uint8Array, words: string): Uint8Array {
  const parts = unzipSync(bytes);
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const relation = (id: string, type: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${more}/>`;
  const link = `<w:hyperlink r:id="rIdLink"><w:r><w:t>更新推文</w:t></w:r></w:hyperlink>`;
  const document = textOf('word/document.xml');
  const end = document.indexOf('</w:p>', document.indexOf(words)) + '</w:p>'.length;
  return zipSync({
    ...parts,
    'word/document.xml': strToU8(
      `${document.slice(0, end)}<w:p>${link}${inline(1)}${inline(2)}</w:p>${document.slice(end)}`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      textOf('word/_rels/document.xml.rels').replace(
        '</Relationships>',
        [
          relation('rIdP1', 'image', 'media/p1.png'),
          relation('rIdP2', 'image', 'media/p2.png'),
          relation('rIdLink', 'hyperlink', LINK.replace('&', '&amp;'), ' TargetMode="External"'),
          '</Relationships>',
        ].join(''),
      ),
    ),
    '[Content_Types].xml': strToU8(
      textOf('[Content_Types].xml').replace(
        /(?:<Default Extension="png"[^>]*>)?<Override/u,
        '<Default Extension="png" ContentType="image/png"/><Override',
      ),
    ),
    'word/media/p1.png': PICTURES[0],
    'word/media/p2.png': PICTURES[1],
  });
}

function inline(number: number): string {
  const main = 'http://schemas.openxmlformats.org/drawingml/2006';
  const size = 'cx="952500" cy="952500"';
  const name = `id="${String(number)}" name="图片 ${String(number)}"`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${main}/wordprocessingDrawing"><wp:extent ${size}/><wp:docPr ${name}/><a:graphic xmlns:a="${main}/main"><a:graphicData uri="${main}/picture"><pic:pic xmlns:pic="${main}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP${String(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
