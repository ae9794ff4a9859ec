/** 关停和注销: the four steps by which an account is closed, with what each asks, and what becomes of its issues. */
import { ruleInForceOn } from '../../domain/setting.ts';
import { closureSteps } from '../../domain/closure.ts';
import { accountStates, registrations } from '../../text/terms.ts';
import type { Face } from '../face.ts';
import type { GuidePart, GuideSource, GuideStep } from './guide-part.ts';

const SETTING = '（本台账的设定）';

export function deregistrationGuide(face: Face): GuidePart {
  const inside = face.audience === 'internal';
  return {
    id: 'deregistration',
    title: '账号和网站怎样关停、注销',
    intro: `不再使用的账号和网站，要办完下面四步才算关停。只停止更新、不办手续的是“${accountStates.abandoned}”，仍在检查范围之内，名下的问题也照样要改。`,
    steps: stepsOf(face),
    facts: [
      {
        name: '办完以前',
        value:
          '名下没有办结的问题仍由主办单位整改，截止日照原来的算，过了仍是逾期。平台注销以前改了主意的，写明理由，登记“撤回关停”。',
      },
      {
        name: '没有办结的问题',
        value:
          '四步办完以后，由审核员按“账号已关停”撤销，长期坚持的也在内：计入撤销，另数为因关停撤销，不算已销号。上级交办的不能这样撤销，先报交办的上级同意。',
      },
      { name: '已经办结的问题', value: '已销号、撤销的不改，留在原来的页面上。' },
      {
        name: '办完以后',
        value: `账号的页面留着，写明${accountStates.deregistered}和日期，以后的检查不再查它；重新开设的另立账号。`,
      },
      {
        name: '网站另外要办的',
        value:
          '原有内容先整合迁移；永久下线要逐级报批，在网站首页公告；市、县政府门户网站注销域名，经本地区主要负责人同意后，向上一级政府办公厅（室）提交《政府网站域名业务申请基本信息表》，逐级审核。公告多少天等，以文件原文和本省的规定为准。',
      },
    ],
    sources,
    link: inside ? { name: '登记备案和关停', href: '/report/register/index.html' } : undefined,
  };
}

/** In the order in which they are entered; days are the office's own rule and say so. */
function stepsOf({ ledger, today }: Face): GuideStep[] {
  const rule = ruleInForceOn(ledger.vocabulary.registering, today);
  const days = (count: number): string => `${String(count)}个工作日`;
  const { authority } = ledger.site;
  const asked: Record<(typeof closureSteps)[number], Omit<GuideStep, 'name'>> = {
    closing: {
      value: `主办单位报${authority}同意。${rule === undefined ? '' : `已经停用的，发现以后${days(rule.abandonedDays)}内恢复使用或者批准关停${SETTING}。`}`,
      gives: '同意关停的文件和文号',
    },
    notice: {
      value: `在要关停的账号或网站上公告${rule === undefined ? '' : `，至少满${days(rule.noticeDays)}${SETTING}`}。`,
      gives: '公告的链接和起止日期',
    },
    deregistered: {
      value: `公告期满的次日起在平台注销${rule === undefined ? '' : `，${days(rule.deregisterDays)}内办完${SETTING}`}；期满以前不能登记。`,
      gives: '平台的注销回执或受理编号',
    },
    closureFiled: {
      value: '注销以后报主管单位备案。',
      gives: '备案机关的受理编号',
    },
  };
  return closureSteps.map((step) => ({ name: registrations[step], ...asked[step] }));
}

/** What the documents say, as they were read; what was not read is not quoted. */
const sources: readonly GuideSource[] = [
  {
    name: '《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）',
    says: '地方各级人民政府办公厅（室）是本地区政务新媒体工作的主管单位；确属无力维护的要坚决关停；开设、变更、关停、注销应向主管单位备案；主办单位发生变化的，应及时注销或变更账号信息，并向社会公告（第二条、第四条第一项）。',
    address: 'https://www.gov.cn/zhengce/content/2018-12/27/content_5352666.htm',
  },
  {
    name: '《政府网站发展指引》（国办发〔2017〕47号）',
    says: '网站的开设、整合和永久下线。',
    address: 'https://www.gov.cn/zhengce/content/2017-06/08/content_5200760.htm',
  },
  {
    name: '《国务院办公厅关于加强政府网站域名管理的通知》（国办函〔2018〕55号）',
    says: '域名的注册和注销。',
    address: undefined,
  },
];
