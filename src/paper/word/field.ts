/** 域: what the fields of a Word document show or lead to. */
import { attribute, element, elements, type XmlNode } from '../zip/xml.ts';
import { isToggled } from './around.ts';

/** The address in HYPERLINK "…"; undefined for other fields and for places in the document itself. */
export function hyperlinkIn(instruction: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))(?:.*?\\l\s+"([^"]*)")?/isu.exec(
    instruction,
  );
  const target = match?.[1] ?? match?.[2];
  if (target === undefined || target === '') return undefined;
  return match?.[3] === undefined ? target : `${target}#${match[3]}`;
}

/** A box of an old form, ticked or not. */
export function tickBox(data: XmlNode | undefined): string | undefined {
  const box = element(data, 'checkBox');
  return box && ((isToggled(box, 'checked') ?? isToggled(box, 'default')) === true ? '☑' : '☐');
}

/** What was chosen in a list of an old form. */
export function dropDown(data: XmlNode | undefined): string | undefined {
  const list = element(data, 'ddList');
  if (list === undefined) return undefined;
  const chosen = element(list, 'result') ?? element(list, 'default');
  return attribute(elements(list, 'listEntry')[Number(attribute(chosen, 'val') ?? 0)], 'val') ?? '';
}
