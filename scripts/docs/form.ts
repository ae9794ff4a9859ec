/** docs/form.yml: the form's configuration for a ledger without records, so that a change of it is seen in a review. */
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { formConfig } from '../../src/form/config.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { PROGRAM } from '../program.ts';

/** The whole file. */
export function formDoc(): string {
  const { texts } = readFolder(join(PROGRAM, 'content'));
  const settings = [...texts].filter(
    ([path]) => !/^(?:units|accounts|campaigns|issues|updates)\//u.test(path),
  );
  const { ledger } = readLedger({ texts: new Map(settings), evidence: new Map() });
  if (ledger === undefined) throw new Error('the settings of content/ could not be read');
  return `# 表单 /admin/ 的配置，由 npm run docs 从记录格式（src/schema/）生成，请勿手改。
# 生成网站时照台账再生成一次：问题、单位、账号的选项从台账取。
${dump(formConfig(ledger, [], { kind: 'forge' }), { noRefs: true, lineWidth: -1 })}`;
}
