/** OFD（GB/T 33190）: pages, pictures, fonts, signatures. No attachment, no script, no action but going to a page. */
import { extname } from 'node:path';
import { limits } from '../../../paper/limits.ts';
import { magicOf } from '../../../paper/magic.ts';
import { attributes, elements, readXml, type XmlNode } from '../../../paper/zip/xml.ts';
import { type OfficeFile, pictureTrouble } from '../picture-file.ts';
import { isPlainLink } from './plain-link.ts';
import type { FileRefusal } from '../reading.ts';
import { saidByXml } from './xml-said.ts';

const PRINT_AGAIN = '用“打印为 PDF”重新生成一份，或改交截图';
const no = (message: string): FileRefusal => ({ message, remedy: PRINT_AGAIN });
const ATTACHED = no('OFD 里带有附件、脚本或影音');

const PICTURES = new Set([
  '.png',
  '.jpg',
  '.jpeg',
  '.bmp',
  '.tif',
  '.tiff',
  '.gif',
  '.jb2',
  '.gbig2',
  '.jp2',
]);
const FONTS = new Set(['.ttf', '.otf', '.ttc', '.cff', '.pfb']);
/** Seals and signed values: DER. */
const SIGNS = /(?:^|\/)signs?\/.*\.(?:esl|dat|cer|crl|ocsp)$/iu;
/** What an action may hold. */
const ACTIONS = new Set(['Region', 'Goto', 'URI']);
const NEVER = new Set(['Attachment', 'JavaScript', 'Script', 'GotoA', 'Sound', 'Movie']);

/** Why an OFD is refused. */
export function ofdTrouble(file: OfficeFile): FileRefusal | undefined {
  for (const name of file.archive.names) {
    if (name.endsWith('/')) continue;
    const bytes = file.archive.unpack(name, limits.part.most);
    if (bytes === undefined) return no('OFD 里有读不出来的部分');
    const trouble = partTrouble(file, name, bytes);
    if (trouble) return trouble;
  }
  return undefined;
}

function partTrouble(file: OfficeFile, name: string, bytes: Buffer): FileRefusal | undefined {
  const ending = extname(name).toLowerCase();
  if (/(?:^|\/)(?:Encryptions|EncryptInfo|DecryptSeed)/u.test(name))
    return no('OFD 加了密，无法检查');
  if (ending === '.xml') {
    const root = readXml(bytes);
    file.hear(saidByXml(root));
    return nodeTrouble(root);
  }
  if (PICTURES.has(ending)) {
    // JBIG2 and JPEG 2000 have pictures' endings and no mark that this program knows.
    if (['.jb2', '.gbig2', '.jp2'].includes(ending))
      return magicOf(bytes) === undefined && bytes[0] !== 0x3c ? undefined : ATTACHED;
    return pictureTrouble(file, bytes);
  }
  if (FONTS.has(ending) || SIGNS.test(name))
    return magicOf(bytes) === undefined && bytes[0] !== 0x3c ? undefined : ATTACHED;
  return ATTACHED;
}

function nodeTrouble(node: XmlNode): FileRefusal | undefined {
  if (NEVER.has(node.name)) return ATTACHED;
  if (node.name === 'Action' && elements(node).some(({ name }) => !ACTIONS.has(name)))
    return ATTACHED;
  const leadsTo = attributes(node).filter(({ name }) => name === 'URI' || name === 'Base');
  if (node.name === 'URI' && !leadsTo.every(({ value }) => isPlainLink(value)))
    return no('OFD 里有打开本机文件、共享文件夹或程序的链接');
  for (const child of elements(node)) {
    const trouble = nodeTrouble(child);
    if (trouble) return trouble;
  }
  return undefined;
}
