/** 报送的附记: what a report or decision may say beside its own facts. */
import * as z from 'zod';
import { evidence } from './evidence.ts';
import { day, field, forgeAccount, id, text } from './field.ts';

/** What any report may say beside its own facts. */
export const details = {
  note: field(text, {
    title: '进展说明',
    description: '供审核用，不对外公开',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  publicNote: field(text, {
    title: '公开说明',
    description: '审核后可对外公开的一句话',
    audience: 'public',
    provenance: '填报',
  }).optional(),
  evidence: field(z.array(evidence), {
    title: '佐证材料',
    audience: 'internal',
    provenance: '填报',
  }).default([]),
  reporter: field(text, {
    title: '填报人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  approver: field(text, {
    title: '审签人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  approvedOn: field(day, {
    title: '审签日期',
    description: '领导签批的日期；专项规定要审签的决定才写',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  drafter: field(forgeAccount, {
    title: '拟办人',
    description: '拟办的审核员的平台账户；专项规定要审签的决定才写',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  draftedOn: field(day, {
    title: '拟办日期',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  onBehalfOf: field(id, {
    title: '代录单位',
    description: '审核员代哪个单位录入',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  receivedBy: field(text, {
    title: '收件人',
    description: '写职务',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
  channel: field(text, {
    title: '收件渠道',
    description: '如 报送单、函、电话',
    audience: 'internal',
    provenance: '填报',
  }).optional(),
};
