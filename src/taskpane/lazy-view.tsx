import * as React from "react";

/** A view in a chunk of its own: asked for when it is shown, so that the pane's first load stays small. */
export function lazyView<Props extends object>(
  load: () => Promise<React.ComponentType<Props>>,
  Waiting: React.ComponentType
): (props: Props) => React.JSX.Element {
  // React.lazy takes a module's default export; ours have none.
  const View = React.lazy(async () => ({
    default: await load(),
  })) as unknown as React.ComponentType<Props>;
  return (props) => (
    <React.Suspense fallback={<Waiting />}>
      <View {...props} />
    </React.Suspense>
  );
}
