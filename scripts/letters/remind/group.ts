/** `remind --format group`: the one message of a work group, and the picture that is pasted beside it. */
import { dirname } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { DueReminder } from '../../../src/domain/reminding.ts';
import { groupMessage, publicPart } from '../../../src/documents/letter/group/message.ts';
import { groupPicture } from '../../../src/documents/letter/group/picture.ts';
import { type Face, faceOf } from '../../../src/views/face.ts';

export interface GroupOptions {
  /** Who reads in the group. */
  audience: 'internal' | 'public';
  /** The file of the picture. */
  picture?: string;
}

/** The message; writes the picture where one is asked for. `face`: the internal one. A group that others read gets what the public site says. */
export function groupWords(
  face: Face,
  due: readonly DueReminder[],
  { audience, picture }: GroupOptions,
): string {
  const shown = audience === 'public' ? faceOf(face.ledger, face.today, audience) : face;
  const part = audience === 'public' ? publicPart(shown, due) : due;
  const message = groupMessage(shown, part);
  if (message === undefined)
    return audience === 'public'
      ? '公开站上没有要催办的，公开的群不发。\n'
      : '今天没有要催办的。\n';
  const painted = groupPicture(shown, part);
  if (picture !== undefined && painted !== undefined) {
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, painted);
  }
  process.stderr.write(
    picture === undefined
      ? '贴到群里的图片：在办理台（desk）的发文 → 工作群催办，复制图片或保存图片；--picture 文件.svg 另存一份。\n'
      : '图片已写出（SVG，浏览器能打开）；要贴到微信群的 PNG，在办理台（desk）的发文 → 工作群催办。\n',
  );
  return `${message}\n`;
}
