/** What to do next with a new ledger, in the words of the guides: look, hand in, connect, publish. */
import { basename, relative, resolve } from 'node:path';
import type { Site } from '../../src/schema/site.ts';
import type { PublicationLevel } from '../../src/schema/campaign.ts';
import { publicationWords } from './own-answers.ts';

/** `level` is what the campaigns of the list show to the public. */
export function nextSteps(folder: string, { forge }: Site, level: PublicationLevel): string[] {
  const isWindows = process.platform === 'win32';
  const run = isWindows ? String.raw`.\ledger` : './ledger';
  const launcher = isWindows ? '台账.cmd' : '台账.command';
  const connect =
    forge === undefined || forge.kind === 'bare'
      ? `只在本机用的不用做；要放到一台 Git 服务器上的，见程序的 docs/guides/maintainer.md 第四节（${run} install-hook）`
      : `平台上的空仓库建好以后 git push -u origin main；再照程序的 docs/forges.md 保护 main`;
  return [
    `已立台账 ${relative('', resolve(folder)) || basename(folder)}，有第一次提交。接下来：`,
    `1. 看：cd ${folder}，${run} build --both 生成公开站和内部站，${run} serve 打开`,
    `2. 接：${connect}`,
    `3. 报：双击文件夹里的 ${launcher}（或 ${run} desk --open），浏览器打开办理台：“填报”里报一次，“待办”里收下；发报送单、收交回的也在“待办”`,
    `公开：公开站现在${publicationWords[level]}；要改，领导审签以后 ${run} set 专项名称 公开程度=公开清单，再 ${run} build --both`,
  ];
}
