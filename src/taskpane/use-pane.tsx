import * as React from "react";
import type { Pane } from "./pane.ts";
import type { PaneState } from "./pane-state.ts";
import type { PaneTexts } from "./pane-texts.ts";
import { getTexts } from "./texts.ts";

const PaneContext = React.createContext<Pane | null>(null);
export const PaneProvider = PaneContext.Provider;

export interface PaneView {
  readonly pane: Pane;
  readonly state: PaneState;
  readonly texts: PaneTexts;
}

/** The pane, what it is like now, and its words; renders again after every change. */
export function usePane(): PaneView {
  const pane = React.useContext(PaneContext);
  if (pane === null) throw new Error("usePane outside of a PaneProvider");
  const [state, setState] = React.useState(pane.getState());
  React.useEffect(() => {
    setState(pane.getState()); // It may have changed between rendering and here.
    return pane.subscribe(() => {
      setState(pane.getState());
    });
  }, [pane]);
  return { pane, state, texts: getTexts(state.locale) };
}

/** Lets a promise run by itself; what it throws has been told by the pane already. */
export function start(promise: Promise<void>): void {
  void promise;
}

/** True once `isOn` has lasted for so many milliseconds: short work needs no progress bar. */
export function useDelayed(isOn: boolean, milliseconds: number): boolean {
  const [isLong, setLong] = React.useState(false);
  React.useEffect(() => {
    if (!isOn) {
      setLong(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      setLong(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isOn, milliseconds]);
  return isOn && isLong;
}
