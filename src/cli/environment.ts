import type { Result } from "../core/index.ts";

/** Everything the command line needs of the machine; the process in main.ts, memory in tests. */
export interface CommandEnvironment {
  /** The report. */
  readonly stdout: (text: string) => void;
  /** Failures and usage errors. */
  readonly stderr: (text: string) => void;
  /** Whether stdout is a terminal: there, and only there, the report has colours. */
  readonly isTerminal: boolean;
  /** Width of a line of the report, in half-width characters. */
  readonly columns: number;
  /** Environment variables: LC_ALL, LC_MESSAGES, LANG, NO_COLOR, TERM. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly now: () => Date;
  readonly files: CommandFiles;
}

/** The file system, in the few words the commands need. Paths are as the user typed them. */
export interface CommandFiles {
  readonly kindOf: (path: string) => Promise<"file" | "folder" | "absent">;
  readonly read: (path: string) => Promise<Result<Uint8Array>>;
  /** Writes the whole file or leaves what was there: never half of it. */
  readonly replace: (path: string, bytes: Uint8Array) => Promise<Result<null>>;
  /** Whether two paths lead to one file, by whatever links. */
  readonly isSame: (a: string, b: string) => Promise<boolean>;
  /** Names in a folder, sorted; empty where it cannot be read. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}
