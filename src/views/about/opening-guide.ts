/** 新开账号: how an account or website that was newly opened comes into the register; for the units alone. */
import { accountStates, registrations } from '../../text/terms.ts';
import type { Face } from '../face.ts';
import { officeWithPhone } from '../office-words.ts';
import type { GuidePart } from './guide-part.ts';

/** Undefined on the public site: none of it is a reader's to do. */
export function openingGuide(face: Face): GuidePart | undefined {
  if (face.audience === 'public') return undefined;
  const { site } = face.ledger;
  const { authority } = site;
  return {
    id: 'opening',
    title: '新开的账号和网站怎样登记',
    intro: `开设先报主管单位备案；台账不代替备案，备案办到哪一步，由${authority}照着登记。单位在网页上只报整改，没有专门的表。`,
    steps: [
      {
        name: '告诉办公室',
        value: `主办单位告诉${officeWithPhone(site)}。`,
        gives:
          '名称、平台（网站写网址）、主办单位、主管单位、运维单位、开设日期、主要功能，和备案办到哪一步',
      },
      {
        name: '立账号',
        value: '由管理员或审核员在台账里加上这个账号，归到主办单位名下；经合并才算数。',
        gives: '上面各栏，没有的不填',
      },
      {
        name: registrations.entered,
        value: `由审核员在“登记备案和关停”登记“${registrations.entered}”，写明入册时是“${accountStates.unfiled}”“${accountStates.filing}”还是“${accountStates.normal}”。`,
        gives: '已经备案的，备案日期和备案编号',
      },
      {
        name: `${registrations.applied}、${registrations.filed}`,
        value: `入册时还没有备案的，以后办一步登记一步：“${registrations.applied}”，办结的登记“${registrations.filed}”，没有准予的登记“${registrations.refused}”。`,
        gives: '备案日期和备案编号',
      },
    ],
    facts: [
      {
        name: '登记以后',
        value:
          '账号有自己的页，列在“账号”和主办单位的页上，归入以后的检查范围；知道最近更新日的，过了更新期限在“预警”里提醒。',
      },
      {
        name: '改名、换主办单位的',
        value: `不是新开：改名登记“${registrations.changed}”，换主办单位登记“${registrations.transferred}”，以前的问题跟着原来的账号。`,
      },
      { name: '注销以后又重新开设的', value: '另立账号，不接着用原来的。' },
    ],
    sources: [
      {
        name: '《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）',
        says: '开设、变更、关停、注销应向主管单位备案（第四条第一项）。',
        address: 'https://www.gov.cn/zhengce/content/2018-12/27/content_5352666.htm',
      },
    ],
    link: { name: '登记备案和关停', href: '/report/register/index.html' },
  };
}
