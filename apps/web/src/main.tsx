import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { findPlace } from "./workspace/place.ts";

const root = document.getElementById("root");
if (root !== null) {
  await findPlace();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
