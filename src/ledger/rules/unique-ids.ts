import type { Rule } from '../rule.ts';
import { idKinds } from '../read.ts';

/** No id is used twice, not even by records of two kinds: `show ID` and every address must mean one thing. */
export const uniqueIdsRule: Rule = {
  id: 'unique-ids',
  title: '单位、账号、专项、问题的编号在整个台账里不重复',
  *check({ known }) {
    const used = new Map<string, string>();
    for (const kind of idKinds) {
      for (const [id, path] of known[kind]) {
        const earlier = used.get(id);
        if (earlier === undefined) used.set(id, path);
        else
          yield {
            file: path,
            at: [],
            message: `编号 ${id} 已用于 ${earlier}`,
            remedy: '换一个编号，并改文件名和引用它的地方',
          };
      }
    }
  },
};
