/** Sections that promise something and hold nothing: a heading without content, a table without rows, a list without items. */
import { attribute, elements, textOf, type Element, type Page } from './page.ts';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const containers = ['section', 'article', 'aside', 'nav', 'main', 'footer', 'dialog', 'body'];
const unseen = ['script', 'style', 'template', 'noscript', 'head'];
const pictures = [
  'img',
  'svg',
  'canvas',
  'video',
  'audio',
  'input',
  'select',
  'textarea',
  'button',
];

/** One Chinese sentence a fault. */
export function emptySections(page: Page): string[] {
  const seen = elements(page).filter((element) => !ancestry(element).some(isUnseen));
  return [
    ...seen.filter(({ tagName }) => headings.includes(tagName)).flatMap(headingFault),
    ...seen.flatMap(containerFault),
  ];
}

function headingFault(heading: Element): string[] {
  const title = textOf(heading);
  if (title === '') return [`${heading.tagName} 标题是空的`];
  const container = ancestry(heading).find(({ tagName }) => containers.includes(tagName));
  const inside = container === undefined ? [] : elements(container);
  const after = inside.slice(inside.indexOf(heading) + elements(heading).length);
  const end = after.findIndex(
    ({ tagName }) => headings.includes(tagName) && tagName <= heading.tagName,
  );
  const section = end === -1 ? after : after.slice(0, end);
  const filled = section.some(
    (element) =>
      !headings.includes(element.tagName) &&
      !ancestry(element).some((one) => isUnseen(one) || headings.includes(one.tagName)) &&
      (pictures.includes(element.tagName) || ownText(element) !== ''),
  );
  return filled || looseText(heading) ? [] : [`标题“${title}”之下没有内容`];
}

function containerFault(element: Element): string[] {
  // A region that a script fills when there is something to say is empty until then.
  if (attribute(element, 'role') === 'status' || attribute(element, 'aria-live') !== undefined) {
    return [];
  }
  const { tagName } = element;
  const children = element.childNodes.filter((node): node is Element => 'tagName' in node);
  const lacks = (...names: string[]) => !children.some((child) => names.includes(child.tagName));
  const bare =
    textOf(element) === '' && !elements(element).some((one) => pictures.includes(one.tagName));
  switch (tagName) {
    case 'table':
      return lacks('tbody', 'tr') ? ['表格没有表体'] : [];
    case 'tbody':
      return lacks('tr') ? ['表体没有行'] : bare ? ['表体全是空格'] : [];
    case 'tr':
      return lacks('td', 'th') ? ['表格的一行没有单元格'] : [];
    case 'ul':
    case 'ol':
    case 'menu':
      return lacks('li') ? [`列表 ${tagName} 没有条目`] : [];
    case 'dl':
      return lacks('dt', 'div') ? ['列表 dl 没有条目'] : [];
    case 'select':
      return lacks('option', 'optgroup') ? ['选择框没有选项'] : [];
    case 'li':
    case 'dt':
    case 'dd':
    case 'p':
    case 'caption':
    case 'figcaption':
    case 'section':
    case 'article':
    case 'figure':
      return bare ? [`${tagName} 是空的`] : [];
    default:
      return [];
  }
}

/** Text directly in this element, not in its children. */
function ownText(element: Element): string {
  return element.childNodes
    .map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : ''))
    .join('')
    .trim();
}

/** True when bare text stands behind a heading in the same parent. */
function looseText(heading: Element): boolean {
  const siblings = heading.parentNode?.childNodes ?? [];
  const next = siblings.slice(siblings.indexOf(heading) + 1);
  const end = next.findIndex((node) => headings.includes(node.nodeName));
  return (end === -1 ? next : next.slice(0, end)).some(
    (node) => node.nodeName === '#text' && textOf(node) !== '',
  );
}

/** The element and its ancestors, innermost first. */
function ancestry(element: Element): Element[] {
  const chain: Element[] = [];
  let node: Element['parentNode'] = element;
  while (node !== null && 'tagName' in node) {
    chain.push(node);
    node = node.parentNode;
  }
  return chain;
}

function isUnseen(element: Element): boolean {
  return unseen.includes(element.tagName) || attribute(element, 'hidden') !== undefined;
}
