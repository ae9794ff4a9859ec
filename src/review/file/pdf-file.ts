/**
 * PDF: whether it acts on whoever opens it, carries other files or takes what it shows from elsewhere. Every object of
 * every version is looked at; actions, annotations, fields and packings are those of the lists below, and no others.
 */
import { NOTHING_SAID, type Said, saidByXmp, saidTogether } from '../../paper/image/metadata.ts';
import { isPlainLink } from './office/plain-link.ts';
import { objectsOf, type PdfObject, type PdfObjects } from './pdf/objects.ts';
import { Unpacker, Unreadable } from './pdf/unpack.ts';
import { nameIn, type PdfDict, type PdfValue } from './pdf/value.ts';
import type { TypeReading } from './reading.ts';

const PRINT_AGAIN = '用“打印为 PDF”重新生成一份';
const no = (message: string) => ({ message, remedy: PRINT_AGAIN });
const ACTS = no('PDF 里带有脚本、附件或表单程序');
const FETCHES = no('PDF 会打开别的文件、程序或网址');
const FILLED = no('PDF 里有可以填写的表单，内容不固定');
const LOCKED = no('PDF 加了密或有读不出来的部分，无法检查');

/** What a click or an event may do. */
const ACTIONS = new Set(['GoTo', 'URI', 'Named']);
/** What `Named` may name. */
const NAMED = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage']);
/** Actions under whatever key they stand. */
const NEVER = new Set(
  'JavaScript Launch SubmitForm ResetForm ImportData GoToR GoToE GoTo3DView Rendition Movie Sound RichMediaExecute Trans Thread Hide'.split(
    ' ',
  ),
);
const ANNOTATIONS = new Set(
  'Link Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup Widget PrinterMark TrapNet Watermark Redact'.split(
    ' ',
  ),
);
const FILTERS = new Set(
  'FlateDecode LZWDecode ASCII85Decode ASCIIHexDecode RunLengthDecode DCTDecode CCITTFaxDecode JBIG2Decode JPXDecode Fl LZW A85 AHx RL DCT CCF'.split(
    ' ',
  ),
);
/** Letters of all texts together that are kept for a look. */
const MOST_TEXT = 4_000_000;

/** Reads a file that begins as a PDF does. */
export function readPdf(bytes: Uint8Array): TypeReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('%%EOF');
  if (end < 0) return { message: 'PDF 不完整，可能没有传完', remedy: '重新上传' };
  const behind = buffer.subarray(end + 5);
  if (behind.some((byte) => ![0, 9, 10, 13, 26, 32].includes(byte)))
    return no(`PDF 后面夹带着 ${String(behind.length)} 字节别的内容`);
  try {
    const found = objectsOf(buffer);
    const trouble = troubleIn(found);
    return trouble ?? { type: 'pdf', said: saidIn(found), unfolded: found.unfolded };
  } catch (error) {
    if (error instanceof Unreadable) return LOCKED;
    throw error;
  }
}

function troubleIn({ objects, trailers }: PdfObjects) {
  if (trailers.some(({ entries }) => entries.has('Encrypt'))) return LOCKED;
  const byNumber = Map.groupBy(objects, ({ number }) => number);
  const resolved = (value: PdfValue | undefined): PdfValue[] =>
    value === undefined
      ? []
      : value.kind === 'ref'
        ? (byNumber.get(value.value) ?? []).map((object) => object.value)
        : value.kind === 'array'
          ? value.items.flatMap(resolved)
          : [value];
  const dictsIn = (value: PdfValue | undefined): PdfDict[] =>
    resolved(value).filter((one) => one.kind === 'dict');
  for (const { value, stream } of objects) {
    if (value.kind === 'dict' && stream !== undefined) {
      const trouble = streamTrouble(value);
      if (trouble) return trouble;
    }
    for (const dict of dictsBelow(value)) {
      const trouble = dictTrouble(dict, dictsIn, resolved);
      if (trouble) return trouble;
    }
  }
  return undefined;
}

function streamTrouble({ entries }: PdfDict) {
  if (entries.has('F') || entries.has('FFilter')) return FETCHES;
  const filters = entries.get('Filter');
  const names = filters?.kind === 'array' ? filters.items : [filters ?? []].flat();
  const isKnown = names.every((one) => one.kind === 'ref' || FILTERS.has(nameIn(one) ?? ''));
  return isKnown ? undefined : LOCKED;
}

function dictTrouble(
  { entries }: PdfDict,
  dictsIn: (value: PdfValue | undefined) => PdfDict[],
  resolved: (value: PdfValue | undefined) => PdfValue[],
) {
  const named = (key: string) =>
    resolved(entries.get(key)).flatMap((one) => (one.kind === 'name' ? [one.text] : []));
  if (['JS', 'JavaScript', 'XFA', 'EF', 'Collection'].some((key) => entries.has(key))) return ACTS;
  if (named('Type').some((type) => ['EmbeddedFile', 'Filespec', 'F'].includes(type))) return ACTS;
  if ([...named('Subtype'), ...named('Subtype2')].includes('PS')) return ACTS;
  if (entries.has('OPI')) return FETCHES;
  if (dictsIn(entries.get('Ref')).some((ref) => ref.entries.has('F'))) return FETCHES;
  const actions = named('S');
  if (actions.includes('JavaScript')) return ACTS;
  if (actions.some((action) => NEVER.has(action))) return FETCHES;
  if (actions.some((action) => ACTIONS.has(action)) && entries.has('F')) return FETCHES;
  if (actions.includes('Named') && !named('N').every((name) => NAMED.has(name))) return FETCHES;
  for (const link of resolved(entries.get('URI')))
    if (link.kind === 'string' && !isPlainLink(link.text)) return FETCHES;
  const annotations = dictsIn(entries.get('Annots')).flatMap((one) =>
    resolved(one.entries.get('Subtype')).map((type) => nameIn(type) ?? ''),
  );
  if (entries.has('Rect')) annotations.push(...named('Subtype'));
  if (annotations.some((type) => !ANNOTATIONS.has(type))) return ACTS;
  if (named('FT').some((type) => type !== 'Sig')) return FILLED;
  const leadsTo = [
    ...dictsIn(entries.get('A')),
    ...dictsIn(entries.get('PA')),
    ...dictsIn(entries.get('OpenAction')),
    // Entries of an outline have a next one too, which is no action.
    ...dictsIn(entries.get('Next')).filter((next) => next.entries.has('S')),
    ...dictsIn(entries.get('AA')).flatMap((events) =>
      [...events.entries.values()].flatMap(dictsIn),
    ),
  ];
  const strange = leadsTo
    .flatMap((action) => resolved(action.entries.get('S')).map(nameIn))
    .map((name) => name ?? '')
    .find((name) => !ACTIONS.has(name));
  if (strange === 'JavaScript') return ACTS;
  return strange === undefined ? undefined : FETCHES;
}

/** A dictionary and all that lie in it. */
function* dictsBelow(value: PdfValue): Generator<PdfDict> {
  if (value.kind === 'array') for (const item of value.items) yield* dictsBelow(item);
  if (value.kind !== 'dict') return;
  yield value;
  for (const held of value.entries.values()) yield* dictsBelow(held);
}

/** Who made it and where, by its information, its descriptions (XMP) and all its texts outside of pages. */
function saidIn({ objects, trailers }: PdfObjects): Said {
  const information = new Set(
    trailers.flatMap(({ entries }) => {
      const info = entries.get('Info');
      return info?.kind === 'ref' ? [info.value] : [];
    }),
  );
  const unpack = new Unpacker();
  let left = MOST_TEXT;
  const texts: string[] = [];
  for (const { value } of objects)
    for (const text of stringsIn(value)) if ((left -= text.length) > 0) texts.push(text);
  const author = objects.some(
    ({ number, value }) =>
      information.has(number) &&
      value.kind === 'dict' &&
      [...stringsIn(value.entries.get('Author'))].some((text) => text.trim() !== ''),
  );
  return saidTogether([
    { position: false, person: author, texts },
    ...objects.map((object) => described(object, unpack)),
  ]);
}

function described({ value, stream }: PdfObject, unpack: Unpacker): Said {
  if (value.kind !== 'dict' || stream === undefined) return NOTHING_SAID;
  if (nameIn(value.entries.get('Type')) !== 'Metadata') return NOTHING_SAID;
  return saidByXmp(unpack.stream(value, stream).toString('utf8'));
}

/** Strings and names, those of entries among them. */
function* stringsIn(value: PdfValue | undefined): Generator<string> {
  if (value?.kind === 'string' || value?.kind === 'name') yield value.text;
  if (value?.kind === 'array') for (const item of value.items) yield* stringsIn(item);
  if (value?.kind === 'dict')
    for (const [key, held] of value.entries) {
      yield key;
      yield* stringsIn(held);
    }
}
