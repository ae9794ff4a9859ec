/** What people look for that no menu is called: how to remind, to hand over, to object, to take data away. */
import { remindersDue } from '../../views/due/reminder-view.ts';
import { remindingAddress } from '../../views/address.ts';
import { notOursAddress } from '../../views/about/not-ours-view.ts';
import type { Face } from '../../views/face.ts';
import { namesDesk, type MenuEntry } from '../../views/menu-view.ts';
import { paperAddress } from '../../views/papers-view.ts';
import { relativeAddress } from './entry-parts.ts';
import type { CardAnswer, SearchEntry } from '../record.ts';

const REMIND = ['催办', '催办函', '催办单', '催办通知', '怎么催办', '发催办', '催一下'];
const OBJECT = ['异议', '有异议', '申诉', '复核', '不认可', '搞错了', '列错了', '弄错了'];
const HAND_OVER = ['移交', '怎么移交', '转交', '转办', '不归我们管', '换单位'];
const TAKE = [
  '下载',
  '导出',
  '导出清单',
  '下载清单',
  '导出表格',
  '下载表格',
  '导出台账',
  '下载台账',
];

export function helpEntries(face: Face, menu: readonly MenuEntry[]): SearchEntry[] {
  return [
    ...(face.audience === 'internal' ? reminding(face, menu) : []),
    ...objecting(face),
    helpEntry('/lists/all.html', '下载全部问题', '清单和工作台账，Excel、Word 和 CSV，在页面下方', [
      '下载全部问题',
      ...TAKE,
    ]),
    helpEntry('/about.html#data', '数据下载', '供程序使用的 CSV、JSON', [
      '数据下载',
      '数据导出',
      '下载数据',
      '导出数据',
      ...TAKE,
    ]),
  ];
}

function reminding(face: Face, menu: readonly MenuEntry[]): SearchEntry[] {
  const due = remindersDue(face).length;
  return [
    ...(namesDesk(menu)
      ? [
          helpEntry(
            paperAddress('group'),
            '催办：文字、图片和督办函',
            '工作群催办、分单位催办、督办函，发出以后在同一页登记',
            [...REMIND, '工作群催办', '分单位催办', '督办函', '督办', '登记催办'],
          ),
        ]
      : []),
    ...(due === 0
      ? []
      : [
          helpEntry(remindingAddress, `已到催办时间${String(due)}个`, '清单，和怎样催办', [
            '已到催办时间',
            '催办清单',
            '登记催办',
            ...REMIND,
          ]),
        ]),
  ];
}

/** Units are told inside how an issue is handed over, readers outside whom to tell. */
function objecting(face: Face): SearchEntry[] {
  if (face.audience === 'internal')
    return [
      helpEntry(
        notOursAddress,
        '不是本单位的问题、有异议的',
        '报“进展”写明理由，由审核员核实以后移交或撤销',
        [...OBJECT, ...HAND_OVER],
        { kind: 'not-ours' },
      ),
    ];
  const { footer } = face.ledger.site;
  const isTold = (footer?.corrections ?? footer?.phone) !== undefined;
  return isTold
    ? [
        helpEntry(
          '/about.html#corrections',
          '纠错和反映',
          '认为所列与实际不符的，向谁反映',
          OBJECT,
          {
            kind: 'not-ours',
          },
        ),
      ]
    : [];
}

function helpEntry(
  address: string,
  title: string,
  summary: string,
  names: readonly string[],
  answers?: CardAnswer,
): SearchEntry {
  return {
    kind: 'page',
    address: relativeAddress(address),
    title,
    summary,
    names,
    known: [],
    codes: [],
    within: [],
    of: undefined,
    count: 0,
    ...(answers && { answers }),
  };
}
