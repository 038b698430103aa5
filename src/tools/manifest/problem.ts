/** Something wrong with the manifest, at a line of its text. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** The build's files, by path under its root; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

export interface ManifestOptions {
  /** Files as they lie in the project, for icons and shortcuts. */
  readonly source: ReadFile;
  /** Files of a finished build; then every file the manifest names must be there. */
  readonly build: ReadFile | null;
  /** Names of the commands the add-in associates with Office.actions. */
  readonly commands: readonly string[];
  /** The locale every text must be given in besides the default one. */
  readonly otherLocale: string;
}
