/**
 * 词界: where two words stand side by side whose ends look like a third one: 人民政府 is no 民政. A piece that begins inside the
 * first word and goes on behind it is not what somebody looks for. Pure; the build, the browser and the tests run the same.
 */

/** The first word, a stroke, and how the second one begins. */
const JOINTS: readonly string[] = ['人民|政', '人民|法', '人民|检', '机关|工'];

const joints = JOINTS.map((joint) => {
  const [left = '', right = ''] = joint.split('|');
  return { whole: left + right, size: left.length };
});

/** Whether the piece of `text` that begins at `at` and has `size` characters reaches over a joint from inside a word. */
export function crossesJoint(text: string, at: number, size: number): boolean {
  return joints.some(({ whole, size: left }) => {
    for (let start = text.indexOf(whole); start >= 0; start = text.indexOf(whole, start + 1)) {
      const end = start + left;
      if (at > start && at < end && at + size > end) return true;
    }
    return false;
  });
}

/** The first place at which `piece` stands in `text` and reaches over no joint; −1 where there is none. */
export function wordAt(text: string, piece: string): number {
  let at = text.indexOf(piece);
  while (at >= 0 && crossesJoint(text, at, piece.length)) at = text.indexOf(piece, at + 1);
  return at;
}
