import type { Locale } from "./locale.ts";

/** A workbook that comes with the project; the list is made when the page is built (samples.json). */
export interface Sample {
  readonly file: string;
  readonly title: Readonly<Record<Locale, string>>;
}

/** The samples beside the page; none where the list cannot be had. */
export async function fetchSamples(): Promise<readonly Sample[]> {
  const response = await fetch("./samples.json").catch(() => null);
  return response?.ok === true ? ((await response.json()) as readonly Sample[]) : [];
}

/**
 * The bytes of a sample.
 * @throws if the server does not have it.
 */
export async function fetchSample(sample: Sample): Promise<Uint8Array> {
  const response = await fetch(`./samples/${encodeURIComponent(sample.file)}`);
  if (!response.ok) throw new Error(`${sample.file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
