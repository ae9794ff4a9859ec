/** What is said in 办理指南, found by what people ask: how an account is closed, who decides, how an entry is put right. */
import {
  deregistrationAddress,
  correctingAddress,
  guideAddress,
  settledAddress,
} from '../../views/about/guide-view.ts';
import type { Face } from '../../views/face.ts';
import type { SearchEntry } from '../record.ts';
import { pageEntry } from './entry-parts.ts';

const CLOSE = ['关停', '注销'].flatMap((act) => [
  `怎样${act}`,
  `怎么${act}`,
  `如何${act}`,
  `${act}手续`,
  `${act}流程`,
  `${act}步骤`,
  `${act}材料`,
  `${act}账号`,
  `账号${act}`,
  `公众号${act}`,
  `${act}公众号`,
]);
const SETTLED = [
  '怎样算办结',
  '怎么算办结',
  '谁认定',
  '谁来认定',
  '办结认定',
  '谁认定办结',
  '怎样认定办结',
  '怎样算销号',
  '谁来销号',
  '办结标准',
  '销号标准',
];
const CORRECT = [
  '改联系人',
  '联系人不对',
  '更正联系人',
  '换联系人',
  '更新联系人',
  '电话不对',
  '改电话',
  '信息有误',
  '账号信息有误',
  '更正账号信息',
];

/** How it is done: what is said in 办理指南. */
export function guideEntries(face: Face): SearchEntry[] {
  return [
    pageEntry(guideAddress, '办理指南', '怎样算办结，账号怎样关停、注销', ['办理指南', '办事指南']),
    pageEntry(
      deregistrationAddress,
      '账号和网站怎样关停、注销',
      '四步、各交什么，没有办结的问题怎样办',
      CLOSE,
    ),
    pageEntry(
      settledAddress,
      '怎样算办结，由谁认定',
      '已销号、长期坚持、撤销、延期各算不算',
      SETTLED,
    ),
    ...(face.audience === 'internal'
      ? [
          pageEntry(
            correctingAddress,
            '联系人、账号信息怎样更正',
            '告诉谁、由谁改、改了以后',
            CORRECT,
          ),
        ]
      : []),
  ];
}
