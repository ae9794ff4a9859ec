import { layout, type LayoutKind } from '../../schema/layout.ts';
import type { Update } from '../../schema/update.ts';
import { audienceAt } from '../../schema/walk.ts';
import type { DataPath } from '../yaml/node.ts';
import { hasDigits, hasMobile, identityNumberIn } from '../personal/personal.ts';
import { recordsOf, textsOf } from '../records.ts';
import type { Rule } from '../rule.ts';

/** No mobile number in a public field, no identity number anywhere. The number is not repeated in the message. */
export const privacyRule: Rule = {
  id: 'privacy',
  title: '公开栏目里没有手机号码，任何栏目里没有身份证号码（校验码对不上的只提醒）',
  *check({ ledger }) {
    for (const { kind, path: file, record } of recordsOf(ledger)) {
      for (const { path, text } of textsOf(record, hasManyDigits)) {
        if (path.length === 1 && (path[0] === 'id' || path[0] === 'path')) continue;
        const identity = identityNumberIn(text);
        if (identity === 'sure')
          yield {
            file,
            at: path,
            message: '这里有身份证号码',
            remedy: '删去；身份证号码不得写进台账。已经提交过的，报管理员按泄露处理',
          };
        else if (identity === 'likely')
          yield {
            file,
            at: path,
            message: '这里像是身份证号码（校验码对不上，也许抄错了一位）',
            remedy: '是身份证号码就删去；不是的不用管',
            severity: 'warning',
          };
        else if (hasMobile(text) && isPublished(kind, path, record))
          yield {
            file,
            at: path,
            message: '公开栏目里有手机号码',
            remedy: '公开的联系方式只写办公座机；手机号码写到单位的 contacts 里',
          };
      }
    }
  },
};

/** Few texts hold so many digits: the rest is not looked at twice. */
function hasManyDigits(text: string): boolean {
  return hasDigits(text, 11);
}

/** A public field, or anything of a piece of evidence that is marked `public`. */
function isPublished(kind: LayoutKind, path: DataPath, record: object): boolean {
  const [top, index] = path;
  if (kind === 'update' && top === 'evidence' && typeof index === 'number')
    return (record as Update).evidence[index]?.public === true;
  return audienceAt(layout[kind].schema, path, record) === 'public';
}
