import { makeApp } from "./app.ts";
import { documentOf } from "./http/document.ts";

/** The OpenAPI 3.1 document of the API, made without starting anything. */
export const openApiDocument = () => documentOf(makeApp(() => {}));
