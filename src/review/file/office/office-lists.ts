/**
 * 办公文件的名单: the parts, relationships and fields that documents and sheets may have (ISO/IEC 29500 and what Word,
 * Excel and WPS add to it). What is not named here is refused.
 */
const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean);

const OPEN = 'application/vnd.openxmlformats-officedocument.';
const PACKAGE = 'application/vnd.openxmlformats-package.';

/** What the main part must be. */
export const MAIN = {
  docx: `${OPEN}wordprocessingml.document.main+xml`,
  xlsx: `${OPEN}spreadsheetml.sheet.main+xml`,
} as const;

/** A workbook within a document, for its charts alone. */
export const EMBEDDED = `${OPEN}spreadsheetml.sheet`;

/** A picture that is XML. */
export const SVG_TYPE = 'image/svg+xml';

/** Content types of parts that are XML. */
export const XML_TYPES = new Set([
  ...words(
    'document.main document.glossary styles stylesWithEffects settings webSettings fontTable numbering footnotes endnotes header footer comments commentsExtended commentsIds commentsExtensible people',
  ).map((name) => `${OPEN}wordprocessingml.${name}+xml`),
  ...words(
    'sheet.main worksheet chartsheet styles sharedStrings calcChain comments table pivotTable pivotCacheDefinition pivotCacheRecords sheetMetadata',
  ).map((name) => `${OPEN}spreadsheetml.${name}+xml`),
  ...words('chart chartshapes diagramData diagramLayout diagramStyle diagramColors').map(
    (name) => `${OPEN}drawingml.${name}+xml`,
  ),
  ...words(
    'drawing theme themeOverride extended-properties custom-properties customXmlProperties',
  ).map((name) => `${OPEN}${name}+xml`),
  ...words('relationships core-properties digital-signature-xmlsignature').map(
    (name) => `${PACKAGE}${name}+xml`,
  ),
  ...words(
    'ms-word.stylesWithEffects ms-office.drawingml.diagramDrawing ms-office.chartstyle ms-office.chartcolorstyle ms-office.chartex ms-office.classificationlabels ms-excel.threadedcomments ms-excel.person ms-excel.slicer ms-excel.slicerCache ms-excel.timeline ms-excel.timelineCache ms-excel.controlproperties ms-excel.rdrichvalue ms-excel.rdrichvaluestructure ms-excel.rdRichValueTypes ms-excel.richvaluerel ms-excel.namedsheetview wps-officedocument.cellimage wps-officedocument.woSettings',
  ).map((name) => `application/vnd.${name}+xml`),
  'application/xml',
  'text/xml',
  'application/inkml+xml',
  SVG_TYPE,
]);

/** Content types of pictures; that they are some is seen by their bytes. */
export const PICTURE_TYPES = new Set(
  words(
    'image/png image/jpeg image/jpg image/pjpeg image/gif image/bmp image/x-bmp image/tiff image/x-emf image/emf image/x-wmf image/wmf image/webp image/vnd.ms-photo',
  ),
);

/** Content types of other bytes: fonts, settings of a printer, the mark that there are signatures. */
export const OTHER_TYPES = new Set([
  `${OPEN}obfuscatedFont`,
  `${OPEN}spreadsheetml.printerSettings`,
  `${OPEN}wordprocessingml.printerSettings`,
  `${PACKAGE}digital-signature-origin`,
  'application/x-fontdata',
  'application/x-font-ttf',
]);

/** VML is not XML to the letter: its parts are looked through as text. */
export const VML_TYPE = `${OPEN}vmlDrawing`;

/** Whose relationships may stand in a file. */
export const RELATION_OWNERS =
  /^(?:http:\/\/schemas\.openxmlformats\.org\/|http:\/\/purl\.oclc\.org\/ooxml\/|http:\/\/schemas\.microsoft\.com\/office\/|http:\/\/www\.wps\.cn\/officeDocument\/)/u;

/** The last words of relationship types. */
export const RELATIONS = new Set(
  words(
    `officeDocument core-properties extended-properties extendedProperties custom-properties customProperties thumbnail origin signature
    styles stylesWithEffects settings webSettings fontTable font numbering footnotes endnotes header footer comments
    commentsExtended commentsIds commentsExtensible people glossaryDocument theme themeOverride image hdphoto hyperlink
    chart chartEx chartStyle chartColorStyle chartUserShapes diagramData diagramLayout diagramQuickStyle diagramColors
    diagramDrawing drawing vmlDrawing worksheet chartsheet sharedStrings calcChain table pivotTable pivotCacheDefinition
    pivotCacheRecords sheetMetadata printerSettings customXml customXmlProps customXmlItemProps cellImage ctrlProp threadedComment person slicer
    slicerCache timeline timelineCache rdRichValue rdRichValueStructure rdRichValueTypes richValueRel namedSheetView
    ink classificationlabels woSettings package`,
  ).map((word) => word.toLowerCase()),
);

/** Fields that show what the file itself knows. */
export const FIELDS = new Set(
  words(
    `= ADDIN ADDRESSBLOCK ADVANCE AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIBLIOGRAPHY CITATION COMMENTS COMPARE
    CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN
    FORMTEXT GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF
    NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SHAPE SKIPIF
    STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE`,
  ),
);

/** What a merge of letters may say of itself; where its data come from is not among it. */
export const MERGE = new Set(
  words(
    'mainDocumentType doNotSuppressBlankLines viewMergedData activeRecord checkErrors destination',
  ),
);

/** Shapes that lead somewhere when they are clicked; on others an address is one of a picture. */
export const CLICKED = new Set(
  words(
    'shape shapetype rect roundrect line polyline oval curve arc group a hlinkClick hlinkHover',
  ),
);
