/** 域: the fields of a Word part, put together again from however many runs, and what they may do. */
import { attributes, type XmlNode } from '../../../paper/zip/xml.ts';
import { FIELDS } from './office-lists.ts';
import { isPlainLink } from './plain-link.ts';
import type { FileRefusal } from '../reading.ts';

/** Stands in an instruction for what a field within it shows. */
const INNER = '\u0000';

/** Why the fields of a part are refused. */
export function fieldTrouble(root: XmlNode): FileRefusal | undefined {
  const open: { instruction: string; isTold: boolean }[] = [];
  const loose: string[] = [];
  const told: string[] = [];
  const tell = (): void => {
    const field = open.at(-1);
    if (field === undefined || field.isTold) return;
    field.isTold = true;
    told.push(field.instruction);
  };
  const walk = (node: XmlNode): void => {
    if (node.name === 'fldSimple') told.push(...valuesOf(node, 'instr'));
    else if (node.name === 'fldChar') {
      const [type] = valuesOf(node, 'fldCharType');
      if (type === 'begin') {
        const outer = open.at(-1);
        if (outer && !outer.isTold) outer.instruction += INNER;
        open.push({ instruction: '', isTold: false });
      } else {
        tell();
        if (type === 'end') open.pop();
      }
    } else if (node.name === 'instrText' || node.name === 'delInstrText') {
      const text = node.children.filter((child) => typeof child === 'string').join('');
      const field = open.at(-1);
      if (field && !field.isTold) field.instruction += text;
      else loose.push(text);
      return;
    }
    for (const child of node.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  for (; open.length > 0; open.pop()) tell();
  // What stands outside of any field is none, unless a reader is kinder than this one.
  const strange = [...told, loose.join('')].map(strangeIn).find((name) => name !== undefined);
  return strange === undefined
    ? undefined
    : {
        message: `文件里有会取外面的内容或运行程序的域（${strange}）`,
        remedy: '全选后按 Ctrl+Shift+F9 把域转成文字，另存',
      };
}

/** The name of a field that may not stand in a file; undefined where the field may. */
function strangeIn(instruction: string): string | undefined {
  const text = instruction.trim();
  if (text === '') return undefined;
  const name = /^(?:=|[A-Za-z]+)/u.exec(text)?.[0].toUpperCase();
  if (name === undefined || !FIELDS.has(name)) return name ?? '名称不明';
  if (name !== 'HYPERLINK') return undefined;
  return [...text.slice(name.length).matchAll(ARGUMENT)].every(
    ([, quoted, bare]) => isPlainLink(quoted ?? '') && isPlainLink(bare ?? ''),
  )
    ? undefined
    : name;
}

/** Switches of HYPERLINK with what belongs to them; whatever else stands there is where it leads. */
const ARGUMENT =
  /\\[lots*]\s*(?:"(?:[^"\\]|\\.)*"|[^\s"\\]+)?|\\[hmn](?!\w)|"((?:[^"\\]|\\.)*)"|(\S+)/giu;

function valuesOf(node: XmlNode, name: string): string[] {
  return attributes(node)
    .filter((one) => one.name === name)
    .map(({ value }) => value);
}
