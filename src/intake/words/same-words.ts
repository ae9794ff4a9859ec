/**
 * 同义: ways of saying no that mean the same, written one way, so that each phrase of problems.yaml stands for all of them:
 * 没有更新, 尚未更新, 无更新, 未按要求及时更新 are 未更新. For comparing alone, never recorded.
 */
import { folded } from './wording.ts';

const HAN = String.raw`\p{Script=Han}`;

const NOBODY = /(?<![埋淹沉吞])没有?(?=人)/gu;
const CANNOT = /(?:无法|不能够?|不可以|未能)(?:正常|有效|顺利|直接|成功|在线)?/gu;
/** 尚未, 没有, 缺少: not 无法, 无障碍, 无关, which say something else. */
const WITHOUT =
  /(?:从|并|尚|还|仍然?|暂|至今|一直|始终|长期)?(?:(?<![埋淹沉吞])没有?(?!收)|未(?:曾|有)?|缺[少乏]|得不到|无(?=\p{Script=Han})(?![人法效障关线偿锡误论数比疑故意形序力权锋接应助反响]|发布))/gu;
const NOT = /不(?=(?:更新|回[复应]|答复|备案|注销|整改|公开|转载|反馈|维护|提供|互动))/gu;
/** 未|按要求及时|更新: how it was not done. */
const HOW = new RegExp(
  `(?<=未)(?:及时|按时|按期|按照?(?:相关|有关)?(?:要求|规定)(?!程序)(?:的?(?:频次|时限|时间))?|有效|得到|[作做]出?|获得?|进行|予以?|给予|加以|再|定期|严格|认真|真正|完成|规范)+(?=${HAN}{2})`,
  'gu',
);

/** For comparing findings with phrases: no quotation marks, one word for no. */
export function sameWords(text: string): string {
  return folded(text)
    .replace(/["']/gu, '')
    .replace(NOBODY, '无')
    .replace(CANNOT, '无法')
    .replace(WITHOUT, '未')
    .replace(NOT, '未')
    .replace(HOW, '');
}
