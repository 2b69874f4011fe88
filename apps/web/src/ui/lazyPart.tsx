import { type ComponentType, createElement, lazy, useState } from "react";

/**
 * A part of the page that is loaded when it is first shown, or before by `preload`. Once loaded it
 * shows at once, without the pause that React makes after a placeholder.
 */
export const lazyPart = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  let loaded: ComponentType<P> | undefined;
  const fetchPart = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  const placeholder = () =>
    lazy(async () => {
      try {
        return { default: await fetchPart() };
      } catch (error) {
        // A failed load is not kept: the next try asks again.
        waiting = placeholder();
        throw error;
      }
    });
  let waiting = placeholder();
  const Part = (props: P) => {
    const [shown] = useState<{ readonly part: ComponentType<P> }>(() => ({
      part: loaded ?? (waiting as unknown as ComponentType<P>),
    }));
    return createElement(shown.part, props);
  };
  const preload = (): void => void Promise.allSettled([fetchPart()]);
  return Object.assign(Part, { preload });
};
