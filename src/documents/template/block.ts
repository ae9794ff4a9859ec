/** 文稿结构: the lines of a filled template as the parts of an official document, numbered as they stand. */
import { numeralWords } from '../../text/numeral.ts';
import { VALUE_MARK } from './render.ts';

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'recipient'; readonly text: string }
  /** 一、 and （一）: `text` has its number. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'body'; readonly text: string }
  | { readonly kind: 'annex'; readonly text: string }
  | { readonly kind: 'office'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string };

const LABELS = { 主送: 'recipient', 附件: 'annex', 署名: 'office', 日期: 'date' } as const;

/** The blocks of a filled template. Numbers are counted here, so that a section left out leaves no gap. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let [heading, subheading, item] = [0, 0, 0];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    const plain = line.replaceAll(VALUE_MARK, '').trim();
    if (plain === '') continue;
    const label = /^(主送|附件|署名|日期)：\s*(.*)$/u.exec(line);
    const markup = /^(#{1,3}|\d{1,2}[.．]|-)\s*(.+)$/u.exec(line);
    const rest = (markup?.[2] ?? '').replaceAll(VALUE_MARK, '').trim();
    if (label) {
      const kind = LABELS[label[1] as keyof typeof LABELS];
      const value = (label[2] ?? '').replaceAll(VALUE_MARK, '').trim();
      if (value !== '') blocks.push({ kind, text: value });
    } else if (markup?.[1] === '#') blocks.push({ kind: 'title', text: rest });
    else if (markup?.[1] === '##') {
      [heading, subheading, item] = [heading + 1, 0, 0];
      blocks.push({ kind: 'heading', text: `${numeralWords(heading)}、${rest}` });
    } else if (markup?.[1] === '###') {
      [subheading, item] = [subheading + 1, 0];
      blocks.push({ kind: 'subheading', text: `（${numeralWords(subheading)}）${rest}` });
    } else if (markup) {
      item += 1;
      blocks.push({ kind: 'body', text: `${String(item)}.${rest}` });
    } else blocks.push({ kind: 'body', text: plain });
  }
  return blocks;
}
