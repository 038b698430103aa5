/** The stable id of a sheet that came with the file, by its place in the file. */
export function sheetIdAt(index: number): string {
  return `sheet-${index + 1}`;
}
