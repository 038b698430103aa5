import type { ClassTable } from "../class-table.ts";
import type { WorldState } from "../model.ts";
import { isList } from "../wire.ts";
import type { Json } from "../wire.ts";

/** Feature 2 shortens the time the runtime collects results from 500 to 200 ms. */
const FUNCTION_FEATURES: Json = [2];

/** Microsoft.ExcelServices.CustomFunctions: the add-in's runtime reports itself and its results. */
export const customFunctions: ClassTable<WorldState> = {
  methods: {
    _GetEnabledFeatures: { since: null, call: () => FUNCTION_FEATURES },
    _SetOsfControlContainerReadyForCustomFunctions: {
      since: null,
      call: ({ world }) => {
        if (world.settings.functionRuntime === "answers") world.functions.ready();
        return null;
      },
    },
    SetInvocationArrayResults: {
      since: null,
      call: ({ world }, args) => {
        const results = args.json(0);
        world.functions.answer(isList(results) ? results : []);
        return null;
      },
    },
  },
};

/** Microsoft.InternalService.AddinInternalService: the library says that commands may now be invoked. */
export const addinInternalService: ClassTable<WorldState> = {
  methods: {
    NotifyActionHandlerReady: {
      since: null,
      call: ({ world }) => {
        world.actions.give();
        return null;
      },
    },
  },
};

/** Microsoft.AppRuntime.AppRuntimeService: Office.addin.showAsTaskpane. The pane of the workbench is always there. */
export const appRuntimeService: ClassTable<WorldState> = {
  methods: {
    GetAppRuntimeState: { since: null, call: () => "Visible" },
    SetAppRuntimeState: { since: null, call: () => null },
  },
};
