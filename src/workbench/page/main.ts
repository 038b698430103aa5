import { startWorkbench } from "./workbench.ts";

const root = document.getElementById("workbench");
if (root) void startWorkbench(root);
