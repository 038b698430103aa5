/** A root: shows the session's pane in the page. */
import * as React from "react";
import * as ReactDOM from "react-dom";
import { App } from "./App.tsx";
import { registerPaneIcons } from "./icons.tsx";
import { getSession } from "./session.ts";
import "./taskpane.css";

registerPaneIcons();
ReactDOM.render(<App pane={getSession().pane} />, document.getElementById("pane"));
