import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { findPlace } from "./workspace/place.ts";

const start = async (root: HTMLElement): Promise<void> => {
  await findPlace();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};

// Awaited at the top of this file, every module that a later page shares would become a file of its own.
const root = document.getElementById("root");
if (root !== null) void start(root);
