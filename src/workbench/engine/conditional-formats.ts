import type { IDisposable, IMutationInfo, Injector } from "@univerjs/core";
import { ICommandService, IUndoRedoService } from "@univerjs/core";
import { FormulaResultStatus, RegisterOtherFormulaService } from "@univerjs/engine-formula";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import {
  AddConditionalRuleMutation,
  AddConditionalRuleMutationUndoFactory,
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
  DeleteConditionalRuleMutation,
  DeleteConditionalRuleMutationUndoFactory,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import { FormulaRefRangeService } from "@univerjs/sheets-formula";

import type { CellRef } from "../../core/index.ts";
import { ruleFormula, withFormula } from "./conditional-rules.ts";

/** Univer gathers changed rules for 100 ms before it looks at them again. */
const REPAINT_MS = 130;

/** The conditional formats of one workbook. */
export class ConditionalFormats {
  readonly #model: ConditionalFormattingRuleModel;
  readonly #view: ConditionalFormattingViewModel;
  readonly #commands: ICommandService;
  readonly #undo: IUndoRedoService;
  readonly #following = new Map<string, IDisposable>();
  readonly #subscription: { unsubscribe(): void } | undefined;

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    follow: "by-plugin" | "by-engine"
  ) {
    this.#model = injector.get(ConditionalFormattingRuleModel);
    this.#view = injector.get(ConditionalFormattingViewModel);
    this.#commands = injector.get(ICommandService);
    this.#undo = injector.get(IUndoRedoService);
    if (follow === "by-engine") this.#subscription = this.#followInsertions();
  }

  /** In order of priority, first wins. */
  rules(sheetId: string): readonly IConditionFormattingRule[] {
    return this.#model.getSubunitRules(this.unitId, sheetId) ?? [];
  }

  add(sheetId: string, rule: IConditionFormattingRule): void {
    const params = { unitId: this.unitId, subUnitId: sheetId, rule };
    this.#run(
      [{ id: AddConditionalRuleMutation.id, params }],
      [AddConditionalRuleMutationUndoFactory(this.injector, params)]
    );
  }

  remove(sheetId: string, cfId: string): void {
    const params = { unitId: this.unitId, subUnitId: sheetId, cfId };
    this.#run(
      [{ id: DeleteConditionalRuleMutation.id, params }],
      DeleteConditionalRuleMutationUndoFactory(this.injector, params)
    );
  }

  /** Ids of the rules that paint a cell, first in priority first. `settled` is the calculation's. */
  async applied(
    sheetId: string,
    cell: CellRef,
    settled: () => Promise<void>
  ): Promise<readonly string[]> {
    await settled();
    // The first look may be what starts a rule's computation.
    this.#view.getCellCfs(this.unitId, sheetId, cell.row, cell.column);
    await new Promise((resolve) => setTimeout(resolve, REPAINT_MS));
    await settled();
    const applied: string[] = [];
    for (const found of this.#view.getCellCfs(this.unitId, sheetId, cell.row, cell.column) ?? []) {
      if (!isMatch(found.result)) continue;
      applied.push(found.cfId);
      const rule = this.#model.getRule(this.unitId, sheetId, found.cfId);
      if (rule?.stopIfTrue === true) break;
    }
    return applied;
  }

  /** Has every rule by formula of a sheet computed again: in manual calculation a changed value does not. */
  recompute(sheetId: string): void {
    const formulas = this.injector
      .get(ConditionalFormattingFormulaService)
      .getSubUnitFormulaMap(this.unitId, sheetId);
    const registry = this.injector.get(RegisterOtherFormulaService);
    for (const { formulaId } of formulas?.getValues() ?? []) {
      const known = registry.getFormulaValueSync(this.unitId, sheetId, formulaId);
      if (known?.status === FormulaResultStatus.SUCCESS) {
        registry.markFormulaDirty(this.unitId, sheetId, formulaId);
      }
    }
  }

  dispose(): void {
    this.#subscription?.unsubscribe();
    for (const following of this.#following.values()) following.dispose();
    this.#following.clear();
  }

  #run(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    for (const { id, params } of redoMutations) this.#commands.syncExecuteCommand(id, params);
    this.#undo.pushUndoRedo({ unitID: this.unitId, undoMutations, redoMutations });
  }

  /** What the user interface's plugin does in the browser: ranges and formulas move with rows and columns. */
  #followInsertions(): { unsubscribe(): void } {
    const service = this.injector.get(FormulaRefRangeService);
    const leave = (sheetId: string, cfId: string): void => {
      this.#following.get(`${sheetId} ${cfId}`)?.dispose();
      this.#following.delete(`${sheetId} ${cfId}`);
    };
    const join = (sheetId: string, current: IConditionFormattingRule): void => {
      // A copy: Univer changes the rule itself when it moves, and undo has to find it as it was.
      const rule = structuredClone(current);
      leave(sheetId, rule.cfId);
      const following = service.registerRangeFormula(
        this.unitId,
        sheetId,
        rule.ranges,
        [ruleFormula(rule) ?? ""],
        (moved) => this.#moveRule(sheetId, rule, moved)
      );
      this.#following.set(`${sheetId} ${rule.cfId}`, following);
    };
    for (const [sheetId, rules] of this.#model.getUnitRules(this.unitId) ?? []) {
      for (const rule of rules) join(sheetId, rule);
    }
    return this.#model.$ruleChange.subscribe((change) => {
      if (change.unitId !== this.unitId) return;
      if (change.type === "delete") leave(change.subUnitId, change.rule.cfId);
      else if (change.type !== "sort") join(change.subUnitId, change.rule);
    });
  }

  #moveRule(
    sheetId: string,
    rule: IConditionFormattingRule,
    moved: Parameters<Parameters<FormulaRefRangeService["registerRangeFormula"]>[4]>[0]
  ): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
    const place = { unitId: this.unitId, subUnitId: sheetId };
    const put = (changed: IConditionFormattingRule): IMutationInfo => ({
      id: SetConditionalRuleMutation.id,
      params: { ...place, cfId: rule.cfId, rule: changed },
    });
    const remove = (cfId: string): IMutationInfo => ({
      id: DeleteConditionalRuleMutation.id,
      params: { ...place, cfId },
    });
    const add = (added: IConditionFormattingRule): IMutationInfo => ({
      id: AddConditionalRuleMutation.id,
      params: { ...place, rule: added },
    });
    const parts = moved.map(({ ranges, formulas }, index) => ({
      ...rule,
      // A rule that is torn apart goes on as several; the first keeps its id.
      cfId: index === 0 ? rule.cfId : `${rule.cfId}-${index}`,
      ranges,
      rule: withFormula(rule, formulas[0]),
    }));
    const [first, ...others] = parts;
    if (first === undefined) return { redos: [remove(rule.cfId)], undos: [add(rule)] };
    return {
      redos: [put(first), ...others.map(add)],
      undos: [...others.map((other) => remove(other.cfId)), put(rule)],
    };
  }
}

/** A highlight that does not apply gives an empty style, other kinds give nothing. */
function isMatch(result: unknown): boolean {
  if (typeof result === "object" && result !== null) return Object.keys(result).length > 0;
  return Boolean(result);
}
