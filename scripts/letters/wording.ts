/** The wording of documents: the office's own templates, else those that come with the program. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blocksOf, type Block } from '../../src/documents/template/block.ts';
import { render, type Used } from '../../src/documents/template/render.ts';
import type { TemplateValues } from '../../src/documents/template/value.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import type { Content } from '../../src/ledger/content.ts';
import { DataFaults } from '../command.ts';
import { PROGRAM } from '../program.ts';

const OWN = join(PROGRAM, 'content', 'templates');

export interface Worded {
  readonly blocks: readonly Block[];
  readonly used: readonly Used[];
}

/** Where a ledger's own templates are: its folder, or its files as a commit holds them. */
export type Templates = string | Pick<Content, 'texts'>;

/** The template `name`.md of a ledger, filled. Throws DataFaults with every fault of the template. */
export function filledTemplate(content: Templates, name: string, values: TemplateValues): Worded {
  const template = ownTemplate(content, name) ?? readFileSync(join(OWN, `${name}.md`), 'utf8');
  const { text, used, faults } = render(template, values);
  if (faults.length > 0) {
    const lines = faults.map(({ line, col, message, remedy }) =>
      faultLine({
        file: `templates/${name}.md`,
        line,
        col,
        rule: 'template',
        severity: 'fault',
        message,
        remedy,
      }),
    );
    throw new DataFaults(`${lines.join('\n')}\n模板有 ${String(faults.length)} 处错误，请先改正。`);
  }
  return { blocks: blocksOf(text), used };
}

function ownTemplate(content: Templates, name: string): string | undefined {
  if (typeof content !== 'string') {
    const bytes = content.texts.get(`templates/${name}.md`);
    return bytes && Buffer.from(bytes).toString('utf8');
  }
  const path = join(resolve(content), 'templates', `${name}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
