/** The list as it was looked at last: the way back from a partner's page. */
let address = "/partners";

export const lastListAddress = (): string => address;

export const noteListAddress = (shown: string): void => {
  address = shown;
};
