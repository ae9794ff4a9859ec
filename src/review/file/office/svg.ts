/** SVG within a document: a picture of shapes, letters and pictures that it holds itself. */
import { decodeText } from '../../../paper/decode.ts';
import { attributes, elements, textIn, type XmlNode } from '../../../paper/zip/xml.ts';
import { FETCHES } from './office-relations.ts';
import { isPlainLink } from './plain-link.ts';
import type { FileRefusal } from '../reading.ts';

/** Elements of SVG 1.1 that draw or say something; filters begin with fe. */
const SHAPES = new Set(
  `svg g defs symbol use a path rect circle ellipse line polyline polygon text tspan textPath title desc metadata style
  image switch marker pattern mask clipPath linearGradient radialGradient stop filter view`.split(
    /\s+/u,
  ),
);
/** What drawing programs write down for themselves. */
const NOTES = new Set(['metadata', 'namedview']);

/** Why a picture in SVG is refused. */
export function svgTrouble(root: XmlNode, bytes: Uint8Array): FileRefusal | undefined {
  // A style sheet named before the picture, and the like.
  if (/<\?(?!xml\s)/u.test(decodeText(bytes).text)) return FETCHES;
  return root.name === 'svg' && isPlain(root) ? undefined : FETCHES;
}

function isPlain(node: XmlNode): boolean {
  if (!SHAPES.has(node.name) && !/^fe[A-Z]/u.test(node.name) && !NOTES.has(node.name)) return false;
  if (!attributes(node).every(({ name, value }) => isOwn(node.name, name, value))) return false;
  if (node.name === 'style' && !isOwnStyle(textIn(node))) return false;
  return NOTES.has(node.name) || elements(node).every(isPlain);
}

function isOwn(element: string, name: string, value: string): boolean {
  if (/^on/iu.test(name) || name === 'base') return false;
  if (name === 'href' || name === 'src')
    return (
      /^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|bmp|webp)[;,])/iu.test(value) ||
      (element === 'a' && isPlainLink(value))
    );
  return isOwnStyle(value, name !== 'style');
}

/** Styles name only parts of the picture itself; in those alone an escape or a rule may say more than it seems. */
function isOwnStyle(text: string, isPlain = false): boolean {
  if (!isPlain && /[\\@]/u.test(text)) return false;
  return !/url\s*\(\s*["']?\s*(?!["'\s#])/iu.test(text);
}
