/** 更正: a paper that corrects one that went out says so itself, whatever the template says. */
import { inWords } from '../../day/calendar.ts';
import type { Bulletin } from '../../schema/bulletin.ts';
import type { Block } from '../template/block.ts';

/** The blocks with a paragraph on what they correct, before everything else that the paper says. */
export function asCorrection(blocks: readonly Block[], corrected: Bulletin): Block[] {
  const { publishedOn, number, paragraphs } = corrected;
  const title = paragraphs[0] ?? '';
  const name = `${inWords(publishedOn)}印发的${title === '' ? '通报' : `《${title}》`}${number === undefined ? '' : `（${number}）`}`;
  const said: Block = { kind: 'body', text: `本件更正${name}，原件的数字以本件为准。` };
  const at = blocks.findIndex(({ kind }) => kind !== 'title' && kind !== 'recipient');
  return at < 0 ? [...blocks, said] : [...blocks.slice(0, at), said, ...blocks.slice(at)];
}
