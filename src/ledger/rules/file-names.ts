import { id as idSchema } from '../../schema/field.ts';
import type { Issue } from '../../schema/issue.ts';
import type { Entry } from '../../schema/ledger.ts';
import type { Update } from '../../schema/update.ts';
import { hundredOf, updateAt, updatePath } from '../../text/update-path.ts';
import { stampPattern } from '../../text/stamp.ts';
import type { Finding, Rule } from '../rule.ts';
import { idKinds } from '../read.ts';

/** The file's name is the record's id, its folder what the record belongs to. */
export const fileNamesRule: Rule = {
  id: 'file-names',
  title: '文件名就是编号，所在文件夹与记录所写的单位、专项、问题一致',
  *check({ ledger, known }) {
    for (const kind of idKinds) {
      for (const [id, path] of known[kind]) {
        if (idSchema.safeParse(id).success) continue;
        yield {
          file: path,
          at: [],
          message: `文件名“${id}”不能作编号`,
          remedy: '改文件名：只用小写字母、数字和单个连字符，如 shahelu-wechat.yaml',
        };
      }
    }
    for (const [id, path] of known.update) {
      const stamp = id.slice(id.lastIndexOf('/') + 1);
      if (stampPattern.test(stamp)) continue;
      yield {
        file: path,
        at: [],
        message: `报送的文件名“${stamp}”不对`,
        remedy: '改为 日期-时刻-三位随机字符.yaml，如 20200525-091500-k3f.yaml',
      };
    }
    for (const { path, unit } of ledger.accounts.values())
      yield* folder(path, 'accounts', 'unit', unit);
    for (const { path, campaign } of ledger.issues.values())
      yield* folder(path, 'issues', 'campaign', campaign);
    for (const updates of ledger.updates.values())
      for (const update of updates) yield* updateFolders(update, ledger.issues.get(update.issue));
  },
};

/** The issue's folder, and those of its campaign and its hundred where the path has them. */
function* updateFolders(
  { path, issue }: Entry<Update>,
  record: Entry<Issue> | undefined,
): Iterable<Finding> {
  const { campaign, hundred, issue: own, stamp } = updateAt(path) ?? { issue: '', stamp: '' };
  const campaignOf = record?.campaign ?? campaign ?? '';
  if (own !== issue)
    yield {
      file: path,
      at: ['issue'],
      message: `issue 写的是 ${issue}，文件却在 ${path.slice(0, path.lastIndexOf('/') + 1)} 下`,
      remedy: `把 issue 改为 ${own}，或把文件移到 ${updatePath({ campaign: campaignOf, id: issue }, '').slice(0, -'.yaml'.length)} 下`,
    };
  else if (campaign !== undefined && campaign !== campaignOf)
    yield {
      file: path,
      at: [],
      message: `问题 ${issue} 属于专项 ${campaignOf}，文件却在 updates/${campaign}/ 下`,
      remedy: `移到 ${updatePath({ campaign: campaignOf, id: issue }, stamp)}`,
    };
  else if (hundred !== undefined && hundred !== hundredOf(issue))
    yield {
      file: path,
      at: [],
      message: `问题 ${issue} 的报送不放在 ${path.slice(0, path.lastIndexOf(`${issue}/`))} 下`,
      remedy: `移到 ${updatePath({ campaign: campaignOf, id: issue }, stamp)}`,
    };
}

function* folder(path: string, top: string, key: string, value: string): Iterable<Finding> {
  const [, own = ''] = path.split('/');
  if (own === value) return;
  yield {
    file: path,
    at: [key],
    message: `${key} 写的是 ${value}，文件却在 ${top}/${own}/ 下`,
    remedy: `把 ${key} 改为 ${own}，或把文件移到 ${top}/${value}/ 下`,
  };
}
