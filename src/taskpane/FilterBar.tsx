import { SearchBox } from "office-ui-fabric-react/lib/SearchBox";
import * as React from "react";
import type { Evaluation } from "../core/index.ts";
import { zonesOf } from "./rows.ts";
import { usePane } from "./use-pane.tsx";

/** Narrows the list by words and by zone. Not there for a handful of findings. */
export function FilterBar(props: { readonly evaluation: Evaluation }): React.JSX.Element {
  const { pane, state, texts } = usePane();
  const zones = React.useMemo(() => zonesOf(props.evaluation), [props.evaluation]);
  return (
    <div className="zc-filters">
      <SearchBox
        className="zc-search"
        placeholder={texts.search}
        ariaLabel={texts.searchLabel}
        value={state.filters.text}
        onChange={(_event, text) => {
          pane.dispatch({ kind: "text-filtered", text: text ?? "" });
        }}
      />
      {zones.length > 1 && (
        <select
          aria-label={texts.zoneFilter}
          value={state.filters.zone ?? ""}
          onChange={({ target }) => {
            pane.dispatch({
              kind: "zone-filtered",
              zone: target.value === "" ? null : target.value,
            });
          }}
        >
          <option value="">{texts.allZones}</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
