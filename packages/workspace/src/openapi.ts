import { makeApp, openApiInfo } from "./app.ts";

/** The OpenAPI 3.1 document of the API, made without starting anything. */
export const openApiDocument = () => makeApp(() => {}).getOpenAPI31Document(openApiInfo);
