/**
 * What the pane's start is measured against: the least a React 17 task pane can be — one Fabric button on the same
 * Office.js chain.
 */
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import * as ReactDOM from "react-dom";

void Office.onReady().then(() => {
  ReactDOM.render(<PrimaryButton text="一键审核" />, document.getElementById("pane"));
});
