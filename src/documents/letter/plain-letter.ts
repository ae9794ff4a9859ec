/** 文字稿: the blocks of a filled template for a chat group, and as Markdown. */
import type { Block } from '../template/block.ts';

/** Plain lines: what a chat group shows as it is. */
export function chatText(blocks: readonly Block[]): string {
  const lines = blocks.map((block) => {
    switch (block.kind) {
      case 'recipient':
        return `${block.text}：`;
      case 'annex':
        return `附件：${block.text}`;
      case 'title':
      case 'heading':
      case 'subheading':
      case 'body':
      case 'office':
      case 'date':
        return block.text;
      default:
        return block satisfies never;
    }
  });
  return `${lines.join('\n')}\n`;
}

/** Markdown; what the ledger says is text and never markup. */
export function markdown(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    const text = block.text.replace(/[\\`*_[\]<>|#]/gu, '\\$&');
    switch (block.kind) {
      case 'title':
        return `## ${text}\n`;
      case 'heading':
      case 'subheading':
        return `### ${text}\n`;
      case 'recipient':
        return `${text}：\n`;
      case 'annex':
        return `附件：${text}\n`;
      case 'body':
        return /^\d+\./u.test(text) ? text.replace(/^(\d+)\./u, '$1. ') : `${text}\n`;
      case 'office':
      case 'date':
        return `${text}\n`;
      default:
        return block satisfies never;
    }
  });
  return `${parts.join('\n')}\n`;
}
