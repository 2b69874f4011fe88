import { Suspense, useEffect, useState } from "react";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { chooseImportFile, takeImportFiles } from "./chooseFile.ts";
import styles from "./DropAnywhere.module.css";

const ImportPreview = lazyPart(async () => (await import("./ImportPreview.tsx")).ImportPreview);
const preloadMs = 2_000;

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") ?? false;

/** Takes a file that is dropped on any screen, and shows what it would bring. */
export const DropAnywhere = () => {
  const [file, setFile] = useState<File>();
  const isOver = useFileDrop(setFile);
  useEffect(() => takeImportFiles(setFile), []);
  useEffect(() => {
    const timer = setTimeout(ImportPreview.preload, preloadMs);
    return () => clearTimeout(timer);
  }, []);
  useKeys({ i: chooseImportFile });
  return (
    <>
      {isOver && (
        <output className={styles.overlay}>
          <span>Let go to look into the file</span>
        </output>
      )}
      {file !== undefined && (
        <Suspense>
          <ImportPreview file={file} onClose={() => setFile(undefined)} />
        </Suspense>
      )}
    </>
  );
};

/** Whether a file hangs over the page. Enter and leave come for every element, so they are counted. */
const useFileDrop = (onFile: (file: File) => void): boolean => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const count = (by: 1 | -1) => (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = Math.max(0, depth + by);
      setOver(depth > 0);
    };
    const enter = count(1);
    const leave = count(-1);
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile(file);
    };
    const { signal, abort } = abortable();
    window.addEventListener("dragenter", enter, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("drop", drop, { signal });
    return abort;
  }, [onFile]);
  return isOver;
};

const abortable = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};
