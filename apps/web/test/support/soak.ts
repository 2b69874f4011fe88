/** Whether there is time for what takes minutes: `npm run test:soak`. */
export const isSoak = process.env["SOAK"] !== undefined;
