/** Every difference between what is right and what was said, one a line. Lists are held against each other as sets. */
export function differences(expected: unknown, actual: unknown, at = ""): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(expected, actual, at);
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) =>
      differences(expected[key], actual[key], at === "" ? key : `${at}.${key}`)
    );
  }
  return Object.is(expected, actual) ? [] : [`${at}: ${show(actual)}, right is ${show(expected)}`];
}

function ofLists(expected: readonly unknown[], actual: readonly unknown[], at: string): string[] {
  const isOfRecords = [...expected, ...actual].every(isRecord);
  if (isOfRecords && expected.length === actual.length) {
    return expected.flatMap((one, index) => differences(one, actual[index], `${at}[${index}]`));
  }
  const left = actual.map(show);
  const lacking = expected.map(show).filter((one) => {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [
    ...lacking.map((one) => `${at}: lacks ${one}`),
    ...left.map((one) => `${at}: has ${one} too`),
  ];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
