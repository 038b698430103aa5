import * as React from "react";
import { FilterBar } from "./FilterBar.tsx";
import { FindingList } from "./FindingList.tsx";
import type { ValidationResult } from "./pane-state.ts";

/** What a validation found: the filter where there is something to filter, and the list. */
export function Results({ result }: { readonly result: ValidationResult }): React.JSX.Element {
  return (
    <>
      {result.evaluation.findings.length > 5 && <FilterBar evaluation={result.evaluation} />}
      <FindingList result={result} />
    </>
  );
}
