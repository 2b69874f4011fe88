/** The time zone of this machine. Where TZ names none that is known, there is no other answer than UTC. */
export const localTimeZone = (): string => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string };
  return timeZone ?? "UTC";
};
