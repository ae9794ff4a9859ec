/** 要用才取: parts of the program that come when they are needed, so that a page is there before them. */
import { goTo, sayAt } from './dom.ts';
import { turnTo } from './foot.ts';

export interface ComingPart<Part> {
  /** The part. Rejects where it could not be fetched, until the page is loaded again: browsers keep the failure. */
  (): Promise<Part>;
  /** Begins to fetch, since it will be needed; `then` when it has come for the first time. */
  ahead: (then?: () => void) => void;
}

export function fetchedOnce<Part>(fetchPart: () => Promise<Part>): ComingPart<Part> {
  let part: Promise<Part> | undefined;
  const ask = (): Promise<Part> => (part ??= fetchPart());
  const ahead = (then?: () => void): void => {
    if (part === undefined)
      void ask().then(
        () => then?.(),
        // Said when it is needed.
        () => undefined,
      );
  };
  return Object.assign(ask, { ahead });
}

/** The part; or undefined, with the reason said at `place` of the form. `isKept`: what was filled in is there after a reload. */
export async function fetchedAt<Part>(
  place: HTMLElement,
  part: ComingPart<Part>,
  root: HTMLElement,
  isKept: boolean,
): Promise<Part | undefined> {
  try {
    return await part();
  } catch {
    const kept = isKept
      ? '填好的都存在这台设备上，刷新以后还在。'
      : '这个浏览器不保存草稿，刷新以前先把填的抄下来。';
    sayAt(place, [`检查用的规则没有取到，可能是网络断了：联网以后刷新本页，再预览。${kept}`]);
    turnTo(root, 'form', false);
    goTo(place);
    return undefined;
  }
}
