/** What people call a problem: by its row in the list that went out with the circular, 序号57. */
export function rowName(row: number): string {
  return `序号${String(row)}`;
}
