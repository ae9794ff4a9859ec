/** 办理指南: what readers ask how it is done — when an issue counts as over, how an account is closed, how an entry is put right. */
import type { Face } from '../face.ts';
import { deregistrationGuide } from './deregistration-guide.ts';
import { correctingGuide } from './correcting-guide.ts';
import type { GuidePart } from './guide-part.ts';
import { openingGuide } from './opening-guide.ts';
import { problemTermsGuide } from './problem-terms-guide.ts';
import { settledGuide } from './settled-guide.ts';
import { timeLimitGuide } from './time-limit-guide.ts';

/** The parts in the order of the page; on the public site only what concerns its readers. */
export function guideView(face: Face): readonly GuidePart[] {
  const correcting = correctingGuide(face);
  const opening = openingGuide(face);
  return [
    settledGuide(face),
    timeLimitGuide(face),
    problemTermsGuide(face),
    ...(opening === undefined ? [] : [opening]),
    deregistrationGuide(face),
    ...(correcting === undefined ? [] : [correcting]),
  ];
}

export const guideAddress = '/guide.html';
export const openingAddress = `${guideAddress}#opening`;
export const timeLimitAddress = `${guideAddress}#time-limit`;
export const settledAddress = `${guideAddress}#settled`;
export const deregistrationAddress = `${guideAddress}#deregistration`;
export const correctingAddress = `${guideAddress}#correcting`;
