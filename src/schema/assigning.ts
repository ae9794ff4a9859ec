/** 交办的级别: which of the offices above made a finding or a check, as every record that came from above says it. */
import * as z from 'zod';
import { type Audience, field } from './field.ts';
import { origins } from './issue.ts';

const { city, province, nation } = origins;
export const assigningLevels = { city, province, nation } as const;
const levels = Object.keys(assigningLevels) as [keyof typeof assigningLevels];

export const assigningChoice = (audience: Audience, title: string, description: string) =>
  field(z.enum(levels, { error: `应为 ${levels.join('、')} 之一` }), {
    title,
    description,
    audience,
    provenance: '登记',
    choices: assigningLevels,
  });
