/** 每一格下面的一句话: what a person is told of a field whose schema says no more than its name. */
import { own } from '../text/own.ts';
import type { FormField } from './field.ts';
import { onForm } from './sentence.ts';

/** By act and path, else by path alone. */
const sentences: Readonly<Record<string, string>> = {
  reportedOn: '一般就是今天',
  completedOn: '整改完成的那一天，不晚于报告日期',
  draftedOn: '写拟办意见那天',
  reviewOn: '到这一天再看是否保持',
  held: '未保持的，回到整改中',
  'publicity.from': '第一天',
  'publicity.until': '最后一天，当天也算',
  contact: '收意见的办公电话，不写手机号',
  confirmedOn: '上级文件上的日期',
  'extended.dueOn': '批准以后的最后一天',
  askedOn: '单位申请那天',
  round: '接着上一轮数',
  ground: '为什么重新整改',
  'reopened.dueOn': '新一轮整改的最后一天',
  finding: '照抄清单或检查记录的原话',
  measures: '照抄清单上写的措施',
  origin: '这个问题是谁发现的',
  state: '入册那天账号处在哪一种状态',
  filedOn: '备案文件上写的日期',
  filingNumber: '照抄备案文件上的编号',
  note: '只在内部看得到',
  receipt: '照抄受理单上的编号',
  lastPostOn: '最后一条内容的发布日期',
  'notice.from': '第一天',
  'notice.until': '最后一天，当天也算',
  link: '公告所在网页的地址',
};

/** The fields of an act, each with a sentence; what the schema says stays. Evidence has words of its own. */
export function hinted(action: string, fields: readonly FormField[]): FormField[] {
  return fields.map((field) => {
    const { path, kind } = field;
    const hint =
      (field.hint === undefined ? undefined : onForm(field.hint)) ??
      (kind === 'evidence'
        ? undefined
        : (own(sentences, `${action}.${path}`) ?? own(sentences, path)));
    return hint === undefined ? field : { ...field, hint };
  });
}
