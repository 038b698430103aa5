import { registerIcons } from "office-ui-fabric-react/lib/Styling";
import * as React from "react";

/** Drawn on a 16 × 16 grid with a 1.3 stroke in the text's colour; nothing is fetched. */
const PATHS = {
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2l3.3 3.3",
  chevron: "M6 3.5L10.5 8 6 12.5",
  down: "M3.5 6L8 10.5 12.5 6",
  error: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.8v4M8 11.2h.01",
  info: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.4v4M8 4.8h.01",
  refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3",
  done: "M3 8.5l3.3 3.3L13 5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): React.JSX.Element {
  return (
    <svg
      className={`zc-icon zc-icon-${name}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === "more" ? 2 : 1.3}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Gives Fabric's own components our drawings for the few names they ask for, instead of an icon font. */
export function registerPaneIcons(): void {
  registerIcons(
    {
      icons: {
        More: <Icon name="more" />,
        Clear: <Icon name="close" />,
        Cancel: <Icon name="close" />,
        Refresh: <Icon name="refresh" />,
        Search: <Icon name="search" />,
        Info: <Icon name="info" />,
        Warning: <Icon name="error" />,
        Blocked2: <Icon name="error" />,
        ErrorBadge: <Icon name="error" />,
        Completed: <Icon name="done" />,
        CheckMark: <Icon name="done" />,
        ChevronRight: <Icon name="chevron" />,
        ChevronDown: <Icon name="down" />,
      },
    },
    { disableWarnings: true }
  );
}
