/** 监管数据表: checks and what they found, the register, what was published. Internal, as their pages are. */
import { inspectionResults, inspectionScopes } from '../../schema/inspection.ts';
import { inspectionFigures } from '../../domain/inspection/inspection-figures.ts';
import { judgedRows } from '../../domain/inspection/inspection.ts';
import { rateChangeInWords, rateInWords } from '../../domain/inspection/rate.ts';
import { registeredNames } from '../../domain/registration.ts';
import { registrations } from '../../text/terms.ts';
import type { Face } from '../../views/face.ts';
import { bulletinTitle } from '../../views/inspection/bulletin-view.ts';
import { registerOf } from '../../views/inspection/registry-view.ts';
import { type DataTable, dataField } from './data-table.ts';

/** Every check with its figures; `rate` is of what stands for the register, `rateLow` and `rateHigh` where it was drawn. */
export function inspectionsTable({ ledger, today }: Face): Omit<DataTable, 'name' | 'title'> {
  return {
    key: 'id',
    fields: [
      dataField('id', '编号'),
      dataField('name', '检查名称'),
      dataField('checkedOn', '检查日', 'date'),
      dataField('edition', '指标版本编号'),
      dataField('scope', '范围代码'),
      dataField('scopeName', '范围'),
      dataField('share', '抽查比例（%）', 'integer'),
      dataField('population', '应查', 'integer'),
      dataField('checked', '检查', 'integer'),
      dataField('passed', '合格', 'integer'),
      dataField('failed', '不合格', 'integer'),
      dataField('drawn', '抽取（全部检查的为检查）', 'integer'),
      dataField('drawnPassed', '抽取合格', 'integer'),
      dataField('rate', '合格率'),
      dataField('rateLow', '推算下限'),
      dataField('rateHigh', '推算上限'),
      dataField('change', '与上次相比'),
      dataField('again', '回头看', 'integer'),
      dataField('still', '仍不合格', 'integer'),
    ],
    rows: [...ledger.inspections.values()]
      .filter(({ checkedOn }) => checkedOn <= today)
      .map((check) => {
        const { population, checked, passed, failed, drawn, rate, interval, change, again, still } =
          inspectionFigures(ledger, check);
        const { id, name, checkedOn, edition, scope } = check;
        return {
          ...{ id, name, checkedOn, edition, population, checked, passed, failed, again, still },
          scope: scope.kind,
          scopeName: inspectionScopes[scope.kind],
          share: scope.kind === 'sample' ? scope.share : undefined,
          drawn: drawn.checked,
          drawnPassed: drawn.passed,
          rate: rateInWords(rate),
          rateLow: rateInWords(interval?.low),
          rateHigh: rateInWords(interval?.high),
          change: rateChangeInWords(change),
        };
      }),
  };
}

/** Every indicator of every account of every check. */
export function resultsTable({ ledger, today }: Face): Omit<DataTable, 'name' | 'title'> {
  const names = { ...inspectionResults, missing: '没有结果' };
  return {
    key: 'id',
    fields: [
      dataField('id', '编号'),
      dataField('check', '检查编号'),
      dataField('checkedOn', '检查日', 'date'),
      dataField('account', '账号编号'),
      dataField('unit', '主办单位编号'),
      dataField('lookBack', '回头看（1 是，0 否）', 'integer'),
      dataField('drawn', '代表全部应查的（1 是，0 否）', 'integer'),
      dataField('indicator', '指标编号'),
      dataField('indicatorName', '指标'),
      dataField('result', '结果代码'),
      dataField('resultName', '结果'),
      dataField('why', '情况'),
    ],
    rows: [...ledger.inspections.values()]
      .filter(({ checkedOn }) => checkedOn <= today)
      .flatMap((check) => {
        const drawn = new Set(inspectionFigures(ledger, check).rows.drawn);
        return judgedRows(ledger, check).flatMap(({ row, account, verdicts }) =>
          verdicts.map(({ indicator, name, result, why }) => ({
            id: `${check.id}/${row.account}/${indicator}`,
            check: check.id,
            checkedOn: check.checkedOn,
            account: row.account,
            unit: account?.unit,
            lookBack: Number(row.lookBack),
            drawn: Number(drawn.has(row.account)),
            indicator,
            indicatorName: name,
            result,
            resultName: names[result],
            why,
          })),
        );
      }),
  };
}

/** Every step of the register that counts, with the states before and after it. */
export function registerTable(face: Face): Omit<DataTable, 'name' | 'title'> {
  return {
    key: 'id',
    fields: [
      dataField('id', '编号'),
      dataField('account', '账号编号'),
      dataField('reportedOn', '登记日期', 'date'),
      dataField('action', '事项代码'),
      dataField('actionName', '事项'),
      dataField('before', '原状态代码'),
      dataField('beforeName', '原状态'),
      dataField('after', '状态代码'),
      dataField('afterName', '状态'),
    ],
    rows: [...face.ledger.accounts.keys()].flatMap((account) =>
      registerOf(face, account).steps.map(({ step, before, after }) => ({
        id: step.id,
        account,
        reportedOn: step.reportedOn,
        action: step.action,
        actionName: registrations[step.action],
        before,
        beforeName: registeredNames[before],
        after,
        afterName: registeredNames[after],
      })),
    ),
  };
}

/** Every bulletin, with the commit and the checksum by which anybody may count it again. */
export function bulletinsTable({ ledger, today }: Face): Omit<DataTable, 'name' | 'title'> {
  return {
    key: 'id',
    fields: [
      dataField('id', '编号'),
      dataField('title', '标题'),
      dataField('publishedOn', '印发日期', 'date'),
      dataField('number', '文号'),
      dataField('check', '检查编号'),
      dataField('period', '统计期'),
      dataField('corrects', '更正哪份'),
      dataField('figureSet', '指标套次', 'integer'),
      dataField('commit', '提交'),
      dataField('sha256', '校验值'),
    ],
    rows: [...ledger.bulletins.values()]
      .filter(({ publishedOn }) => publishedOn <= today)
      .map((bulletin) => {
        const { id, publishedOn, number, inspection, period, corrects, commit, sha256 } = bulletin;
        return {
          ...{ id, publishedOn, number, period, corrects, commit, sha256 },
          title: bulletinTitle(bulletin),
          check: inspection,
          figureSet: bulletin.figureSet ?? 1,
        };
      }),
  };
}
