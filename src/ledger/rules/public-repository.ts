import { layout } from '../../schema/layout.ts';
import { fieldAt, internalPaths, metaOf } from '../../schema/walk.ts';
import { recordsOf } from '../records.ts';
import type { Rule } from '../rule.ts';

/**
 * In a public repository no internal field is filled in: whoever clones it reads everything, for ever. Evidence alone
 * may stand there, as a link, a number or a file stored elsewhere: without it nothing could be closed.
 */
export const publicRepositoryRule: Rule = {
  id: 'public-repository',
  title: '公开仓库里不填任何内部栏目，佐证只写链接、编号或另存文件',
  *check({ ledger }) {
    if (ledger.site.repository !== 'public') return;
    for (const { kind, path: file, record } of recordsOf(ledger)) {
      const { schema } = layout[kind];
      for (const at of internalPaths(schema, record)) {
        if (at[0] === 'evidence') continue;
        const node = fieldAt(schema, at);
        const title = (node && metaOf(node)?.title) ?? String(at.at(-1));
        yield {
          file,
          at,
          key: true,
          message: `仓库是公开的，不能填内部栏目“${title}”`,
          remedy:
            '删去这一行；要登记内部信息的，台账改存内部仓库，并在 site.yaml 写 repository: internal',
        };
      }
    }
    for (const updates of ledger.updates.values())
      for (const { path: file, evidence } of updates)
        for (const [index, piece] of evidence.entries())
          if ('file' in piece)
            yield {
              file,
              at: ['evidence', index, 'file'],
              message: '仓库是公开的，不能放佐证文件',
              remedy: '改写链接、编号，或把文件存在别处并写 stored',
            };
  },
};
