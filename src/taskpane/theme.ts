import type { ITheme } from "office-ui-fabric-react/lib/Styling";
import { createTheme } from "office-ui-fabric-react/lib/Styling";

/** Chinese first: the system's own fonts, no download. Noto Sans SC is there in builds made for browsers without one. */
const FONTS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

const LIGHT = {
  themePrimary: "#0b6a4f",
  themeDarkAlt: "#0a5f47",
  themeDark: "#08513c",
  themeDarker: "#063b2c",
  themeSecondary: "#1f7d62",
  themeTertiary: "#5ba88f",
  themeLight: "#b3d9cb",
  themeLighter: "#dcefe8",
  themeLighterAlt: "#eff6f3",
};

const DARK = {
  themePrimary: "#5fd0a5",
  themeDarkAlt: "#75d8b2",
  themeDark: "#92e2c4",
  themeDarker: "#b8eeda",
  themeSecondary: "#4fb791",
  themeTertiary: "#3a8569",
  themeLight: "#1e4637",
  themeLighter: "#22332c",
  themeLighterAlt: "#1c2a24",
  white: "#1f1f1f",
  neutralLighterAlt: "#272625",
  neutralLighter: "#2b2a29",
  neutralLight: "#343332",
  neutralQuaternaryAlt: "#3b3a39",
  neutralQuaternary: "#484644",
  neutralTertiaryAlt: "#605e5c",
  neutralTertiary: "#a19f9d",
  neutralSecondary: "#c8c6c4",
  neutralPrimaryAlt: "#dcdad8",
  neutralPrimary: "#f3f2f1",
  neutralDark: "#f8f7f6",
  black: "#ffffff",
};

const fonts = { defaultFontStyle: { fontFamily: FONTS, fontSize: 13 } };
const THEMES = {
  light: createTheme({ palette: LIGHT, ...fonts }),
  dark: createTheme({ palette: DARK, isInverted: true, ...fonts }),
};

/** Fabric's theme for the pane; the pane's own markup takes the same colours from taskpane.css. */
export function getTheme(name: "light" | "dark"): ITheme {
  return THEMES[name];
}
