/** `npm run demo:county -- FOLDER`: the three papers of a fictional county and a file of answers, to begin a ledger with. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COUNTY_OFFICE, writeCountyPapers } from './county.ts';

/** Writes the papers and 答复.txt, whose papers are named by where they lie. */
export async function writeCountyDemo(folder: string): Promise<void> {
  const papers = await writeCountyPapers(folder);
  const lines = [
    `办公室：${COUNTY_OFFICE}`,
    '台账名称：样例县政府网站与政务新媒体整改台账（虚构）',
    '仓库：内部',
    '公开内容：清单',
    '平台：不用',
    '公开站地址：https://www.example/zgtz/',
    '内部站地址：https://inside.example/zgtz/',
    '审核员：reviewer-1',
    '管理员：maintainer-1',
    `单位名单：${papers.units}`,
    `名册：${papers.register}`,
    `问题清单：${papers.list}`,
  ];
  writeFileSync(join(folder, '答复.txt'), `${lines.join('\n')}\n`);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('写明放在哪里：npm run demo:county -- 文件夹');
  await writeCountyDemo(resolve(folder));
  process.stdout.write(
    `已写出 ${folder}：单位名单.xlsx、名册.xlsx、问题清单.docx、答复.txt。\n接着：npx ledger init ../taizhang --answers ${join(folder, '答复.txt')}\n`,
  );
}
