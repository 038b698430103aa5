/** Chinese first, English complete. */
export type Locale = "zh-CN" | "en-US";
