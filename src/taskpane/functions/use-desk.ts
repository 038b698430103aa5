import * as React from "react";
import { usePane } from "../use-pane.tsx";
import type { Desk, DeskState } from "./desk.ts";
import { deskOf } from "./desk.ts";

/** The desk and what lies on it; watches the workbook while the view is shown. */
export function useDesk(): { readonly desk: Desk; readonly on: DeskState } {
  const { pane, state } = usePane();
  const desk = deskOf(pane);
  const [on, setOn] = React.useState(desk.getState());
  const isReady = state.host === "excel";
  React.useEffect(() => {
    const stop = desk.subscribe(() => {
      setOn(desk.getState());
    });
    setOn(desk.getState());
    return stop;
  }, [desk]);
  React.useEffect(() => (isReady ? desk.open() : undefined), [desk, isReady]);
  return { desk, on };
}
