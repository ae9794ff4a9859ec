/** What run.ts asks of its thread, and what comes of it. */
export interface Asked {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}
