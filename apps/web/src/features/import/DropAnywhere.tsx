import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { useLocation } from "wouter";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { whenQuiet } from "../../ui/whenQuiet.ts";
import { BeforeFiles } from "../sample/BeforePeople.tsx";
import { takeCarried } from "../sample/carriedFiles.ts";
import { chooseImportFile, takeImportFiles } from "./chooseFile.ts";
import styles from "./DropAnywhere.module.css";
import { importFiles, importPath } from "./importFiles.ts";

const ImportPreview = lazyPart(async () => (await import("./ImportPreview.tsx")).ImportPreview);

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes files that are dropped on any screen, and shows what they would bring: one in a sheet over
 * the page, several, or one that needs a closer look, on the page of imports.
 */
export const DropAnywhere = () => {
  const [path, navigate] = useLocation();
  const [file, setFile] = useState<File>();
  const lookCloser = (files: ReadonlyArray<File>): void => {
    setFile(undefined);
    importFiles.add(files);
    navigate(importPath);
  };
  const [offered, setOffered] = useState(carriedFiles);
  const take = (files: ReadonlyArray<File>): void => {
    setOffered(undefined);
    if (files.length > 1 || path === importPath) lookCloser(files);
    else setFile(files[0]);
  };
  useEffect(() => takeImportFiles(setOffered), []);
  const isOver = useFileDrop(setOffered);
  useEffect(() => whenQuiet(ImportPreview.preload), []);
  useKeys({ i: chooseImportFile });
  return (
    <>
      {isOver && (
        <output className={styles.overlay}>
          <span>Let go to look into the file</span>
        </output>
      )}
      {offered !== undefined && (
        <BeforeFiles
          files={offered}
          onAgreed={() => take(offered)}
          onClose={() => setOffered(undefined)}
        />
      )}
      {file !== undefined && (
        <Suspense>
          <ImportPreview
            file={file}
            onCloser={() => lookCloser([file])}
            onClose={() => setFile(undefined)}
          />
        </Suspense>
      )}
    </>
  );
};

/** Files that come along from the sample. */
const carriedFiles = (): ReadonlyArray<File> | undefined => {
  const carried = takeCarried();
  return carried.length > 0 ? carried : undefined;
};

/** Whether a file hangs over the page. Enter and leave come for every element, so they are counted. */
const useFileDrop = (onFiles: (files: ReadonlyArray<File>) => void): boolean => {
  const [isOver, setOver] = useState(false);
  const dropped = useEffectEvent(onFiles);
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) dropped(files);
    };
    const { signal, abort } = abortable();
    window.addEventListener("dragenter", enter, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("drop", drop, { signal });
    return abort;
  }, []);
  return isOver;
};

const abortable = () => {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
};
