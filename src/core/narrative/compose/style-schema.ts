export const STYLE_SCHEMA = "zone-check/style@1";
