/** 地址: where each page stands, from the root of the site. The build makes every address relative. */

export const unitAddress = (id: string): string => `/units/${id}.html`;
/** 各时期情况 of a unit, one sheet. */
export const unitPeriodsAddress = (id: string): string => `/units/${id}/periods.html`;
export const accountAddress = (id: string): string => `/accounts/${id}.html`;
export const issueAddress = (id: string): string => `/issues/${id}.html`;
export const campaignAddress = (id: string): string => `/campaigns/${id}.html`;
export const problemAddress = (id: string): string => `/problems/${id}.html`;
/** Where the kinds stand that have no page of their own, since nothing of them is listed. */
export const unlistedProblemsAddress = '/problems.html#unlisted';
export const platformAddress = (id: string): string => `/platforms/${id}.html`;
export const figureAddress = (id: string): string => `/figures/${id}.html`;

/** Where a unit reports on its issues; with the id of one behind # it is chosen. */
export const reportAddress = (unit: string): string => `/report/${unit}.html`;

/** Where the office decides on the issues of a unit. */
export const decisionAddress = (unit: string): string => `/report/office/${unit}.html`;

/** Where steps in the life of a unit's accounts are entered. */
export const registerAddress = (unit: string): string => `/report/register/${unit}.html`;

/** Where a check is filled in. */
export const fillInspectionAddress = (id: string): string => `/report/check/${id}.html`;

export const selfCheckAddress = (campaign: string): string => `/self-checks/${campaign}.html`;
/** Where the sheet of a unit for a self-check lies, to be filled in. */
export const selfCheckSheetAddress = (campaign: string, unit: string): string =>
  `/downloads/self-checks/${campaign}/${unit}.xlsx`;
export const bulletinAddress = (id: string): string => `/bulletins/${id}.html`;
export const inspectionAddress = (id: string): string => `/inspections/${id}.html`;
export const trendAddress = (part: string): string => `/trends/${part}.html`;
export const childrenAddress = '/children/all.html';
export const warningsAddress = '/warnings/all.html';
export const comingAddress = '/lists/coming.html';
export const remindingAddress = '/lists/reminding.html';
/** 待批的申请, 退回的问题: what one side waits for of the other. */
export const requestsAddress = '/pending/requests.html';
export const sentBackAddress = '/pending/returned.html';
/** 通报和督办的问题. */
export const supervisedAddress = '/pending/supervised.html';
/** 同类问题再次列入. */
export const againAddress = '/lists/again.html';
export const turnAddress = (turn: string): string => `/lists/${turn}.html`;
/** The rows of a list as a file; of `all` those of every list. */
export const listFileAddress = (list: string): string => `/downloads/lists/${list}.csv`;
export const registryAddress = (part: string): string => `/registry/${part}.html`;

/** The page of a figure's rows within one campaign. */
export const campaignFigureAddress = (campaign: string, id: string): string =>
  `/campaigns/${campaign}/${id}.html`;

/** The page of a month (YYYY-MM) and, on it, the place of a day. */
export const monthAddress = (month: string): string => `/deadlines/${month}.html`;
export const dayInMonthAddress = (day: string): string =>
  `${monthAddress(day.slice(0, 7))}#d${day}`;

/** The page of a day, where its month is too long for one page. */
export const dayAddress = (day: string): string => `/deadlines/${day}.html`;

/** A file of evidence, in the folder of its issue. */
export const evidenceAddress = (issue: string, file: string): string =>
  `/evidence/${issue}/${encodeURIComponent(file)}`;

/** The page of the changes of a month (YYYY-MM). */
export const changesAddress = (month: string): string => `/changes/${month}.html`;

/** The page of what a count of the changes of a period counts. */
export const changeListAddress = (period: string, kind: string): string =>
  `/changes/${period}/${kind}.html`;

/** Something that has a page of its own. */
export interface Ref {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}
