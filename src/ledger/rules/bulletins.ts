import { figureDifferences } from '../../domain/inspection/circular-figures.ts';
import { isFixed, recount } from '../../domain/inspection/period-figures.ts';
import { bulletinSum } from '../checksum/bulletin-sum.ts';
import { didYouMean } from '../message.ts';
import type { Rule } from '../rule.ts';

/** What was published stays: its words are whole, and counting again gives the same. */
export const bulletinsRule: Rule = {
  id: 'bulletins',
  title: '印发的通报没有改动，重算的数与印发时一致',
  *check({ ledger }) {
    const all = ledger.bulletins;
    const corrected = new Set([...all.values()].flatMap(({ corrects }) => corrects ?? []));
    for (const bulletin of all.values()) {
      const { path: file, id, corrects } = bulletin;
      if (corrects !== undefined && !all.has(corrects))
        yield {
          file,
          at: ['corrects'],
          message: `通报 ${corrects} 不存在`,
          remedy: didYouMean(corrects, all.keys()) || '写被更正的通报的编号',
        };
      if (bulletinSum(bulletin) !== bulletin.sha256)
        yield {
          file,
          at: ['sha256'],
          message: '校验值不符，印发的通报被改动过',
          remedy: '从历史恢复原文件；数字有误的重新印发一份，写明 corrects',
        };
      // What depends on reports that came in later is counted again by audit, from the ledger at the commit.
      const counted = recount(ledger, bulletin, false);
      if (counted === undefined) {
        const { inspection = '' } = bulletin;
        yield {
          file,
          at: ['inspection'],
          message: `检查 ${inspection} 不存在`,
          remedy:
            didYouMean(inspection, ledger.inspections.keys()) || '先在 inspections/ 登记，再引用',
        };
        continue;
      }
      if (corrected.has(id)) continue;
      const fixed = bulletin.figures.filter(({ name }) => isFixed(name));
      const [first, ...others] = figureDifferences(fixed, counted);
      if (first === undefined) continue;
      yield {
        file,
        at: ['figures'],
        message: `${first}${others.length > 0 ? `（另有 ${String(others.length)} 项不同）` : ''}`,
        remedy: '查明检查记录、账号或备案登记改了什么；确需更正的，重新印发一份，写明 corrects',
      };
    }
  },
};
