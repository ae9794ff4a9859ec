/** 联系人、账号信息怎样更正: who puts which entry right, and what happens then; for the units alone. */
import { registrations } from '../../text/terms.ts';
import type { Face } from '../face.ts';
import { officeWithPhone } from '../office-words.ts';
import { memberViews } from '../unit/member-view.ts';
import { reviewerNames } from '../unit/acceptance-view.ts';
import type { GuidePart } from './guide-part.ts';

/** Undefined on the public site, whose readers are told whom to turn to (`corrections-view.ts`). */
export function correctingGuide(face: Face): GuidePart | undefined {
  if (face.audience === 'public') return undefined;
  const { site } = face.ledger;
  const { authority, maintainers } = site;
  const keepers = memberViews(face, maintainers).filter(({ serves }) => serves);
  const keeper = named('管理员', keepers.map(({ account, name }) => name ?? account).join('、'));
  const reviewer = named('审核员', reviewerNames(face));
  return {
    id: 'correcting',
    title: '联系人、账号信息有误的，怎样更正',
    intro: `单位在网页上只报整改，这些由${authority}改：告诉${officeWithPhone(site)}是哪个单位、哪个账号、哪一栏，原来写的是什么，应当是什么，从哪天起。没有专门的表。`,
    steps: [],
    facts: [
      {
        name: '填报员',
        value: `由${keeper}改，写明谁到哪天止、谁从哪天起；以前是谁报的仍能查到。`,
      },
      { name: '联系人、办公电话、单位名称', value: `由${keeper}改单位的登记。` },
      {
        name: '账号的名称、网址、认证等',
        value: `照备案内容变更的，由${reviewer}在“登记备案和关停”登记“${registrations.changed}”；台账写错的，由审核员或管理员改账号的登记。`,
      },
      {
        name: '在用、停用、备案',
        value: `由${reviewer}在“登记备案和关停”登记那一步，如“${registrations.stopped}”“${registrations.restored}”“${registrations.filed}”。`,
      },
      {
        name: '主办单位不对',
        value: '先报“进展”写明归谁，核实以后登记“移交”，见“说明”的“不是本单位的问题、有异议的”。',
      },
      {
        name: '改了以后',
        value:
          '改动经合并才算数，下一次生成网站时各页一起变；登记的每一步留在账号页的“备案登记”，改动的记录由台账的历史保存。改账号和联系人不改问题的截止日和状态。',
      },
    ],
    sources: [],
    link: { name: '登记备案和关停', href: '/report/register/index.html' },
  };
}

function named(post: string, names: string): string {
  return names === '' ? post : `${post}${names}`;
}
