/** How our own cards are known: they are taken back as they stand. */
export const productId = "-//Comity//Partners 1//EN";
